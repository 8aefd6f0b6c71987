import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { COORDINATORS, type Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { Made } from '../platform/http/made.js';
import { RunJob } from '../platform/jobs/run-job.service.js';
import { JobPageDto, JobRunDto, JobRunPageDto, JobRunQuery, RunJobDto } from './dto/job.dto.js';
import { JobViews, viewRun } from './job-views.service.js';

@Controller('jobs')
@ApiTags('Jobs')
export class JobsController {
  constructor(
    private readonly views: JobViews,
    private readonly runJob: RunJob,
  ) {}

  /** The scheduled jobs, with their last and next runs. */
  @Get()
  @Roles(...COORDINATORS)
  list(): Promise<JobPageDto> {
    return this.views.list();
  }

  /** The runs of a job, the latest begun first. */
  @Get(':name/runs')
  @Roles(...COORDINATORS)
  @ApiOkResponse({ type: JobRunPageDto })
  listRuns(@Param('name') name: string, @Query() query: JobRunQuery): Promise<JobRunPageDto> {
    return this.views.listRuns(name, query);
  }

  /** Runs a job now, beside its schedule; answers when it is done. */
  @Post(':name/run')
  @Roles('administrator')
  @ApiCreatedResponse({ type: JobRunDto })
  async run(
    @Param('name') name: string,
    @Body() { id, commandId, asOf }: RunJobDto,
    @CurrentActor() actor: Actor,
  ): Promise<Made<JobRunDto>> {
    const command = { id: id ?? commandId, asOf, actorId: actor.id };
    const { first, run } = await this.runJob.run(name, command);
    return new Made(first, viewRun(run));
  }
}
