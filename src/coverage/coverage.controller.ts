import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { Lang, type Language } from '../platform/http/language.js';
import { MAXIMUM_LIMIT, pageOf } from '../platform/http/page.js';
import { CoverageSummaries } from './coverage-summary.service.js';
import { CoverageTimelines } from './coverage-timeline.service.js';
import { CoverageViews, sortRows } from './coverage-views.service.js';
import { CoverageService } from './coverage.service.js';
import { askCoverage, askList, refuseStateOfFunder } from './coverage-request.js';
import { DistributionLists } from './distribution-list.service.js';
import {
  CoverageQuery,
  CoverageFiguresQuery,
  DistributionListQuery,
  TimelineQuery,
} from './dto/coverage-query.dto.js';
import { CoveragePageDto, CoverageSummaryDto, CoverageTimelineDto } from './dto/coverage.dto.js';
import { DistributionListDto } from './dto/distribution-list.dto.js';

/** Which part of Serbia the campaign has reached, and what is on its way to the rest. */
@Controller('coverage')
@ApiTags('Coverage')
@Roles(...ALL_FIGURES)
export class CoverageController {
  constructor(
    private readonly reads: ReadConnection,
    private readonly coverage: CoverageService,
    private readonly views: CoverageViews,
    private readonly summaries: CoverageSummaries,
    private readonly timelines: CoverageTimelines,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Target, planned, in transit and delivered, of every municipality or rolled up.',
    description:
      'All municipalities are always there. Names no material: print and outdoor together. The answer names the ' +
      '`sequence` it rests on; `knownAt` with it, and the `asOf` of the answer, draw it again.',
  })
  async list(
    @Query() query: CoverageQuery,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<CoveragePageDto> {
    refuseStateOfFunder(query);
    const request = askCoverage(query);
    const level = query.level ?? 'municipality';
    return this.reads.snapshot(async (reader) => {
      const coverage = await this.coverage.read(reader, request, actor);
      const rows = this.views
        .rows(coverage, request, level, language)
        .filter(({ state }) => query.state === undefined || state === query.state);
      return {
        ...this.views.basis(coverage, language),
        level,
        ...pageOf(sortRows(rows, query.sort), query, MAXIMUM_LIMIT),
      };
    });
  }

  @Get('summary')
  @ApiOperation({ summary: 'Municipalities, people, pieces and delivery points, added up.' })
  summarise(
    @Query() query: CoverageFiguresQuery,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<CoverageSummaryDto> {
    return this.reads.snapshot((reader) =>
      this.summaries.summarise(reader, askCoverage(query), actor, language),
    );
  }

  @Get('timeline')
  @ApiOperation({
    summary:
      'Sent and delivered by ISO week, and how far the campaign had come at the end of each.',
    description:
      'Each week is read as of its end, as known today, against the targets that hold at `asOf`, which counts whole days.',
  })
  async tellTimeline(
    @Query() query: TimelineQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CoverageTimelineDto> {
    return this.reads.snapshot(async (reader) => {
      const coverage = await this.coverage.read(reader, askCoverage(query), actor);
      const weeks = await this.timelines.read(reader, coverage);
      const { scope, moment, lots } = coverage;
      const items = weeks.map((week) =>
        lots === null ? week : { ...week, share: null, municipalities: null },
      );
      return {
        campaignId: scope.campaign.id,
        sequence: moment.sequence,
        knownAt: moment.known,
        asOf: moment.at,
        items,
        nextCursor: null,
        total: items.length,
      };
    });
  }
}

/** Who got what. */
@Controller('coverage/points')
@ApiTags('Coverage')
@Roles(...ALL_FIGURES)
export class DistributionListController {
  constructor(
    private readonly reads: ReadConnection,
    private readonly lists: DistributionLists,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'The distribution list: each delivery point with what it got, by whom and how well proved.',
    description:
      'A row for each point and material; a point that got nothing has one row. Hand-outs without a single recipient ' +
      'are part of their municipality’s figures alone. Confidential points are listed for coordinators and administrators only.',
  })
  list(
    @Query() query: DistributionListQuery,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<DistributionListDto> {
    return this.reads.snapshot((reader) =>
      this.lists.read(reader, askList(query), query, actor, language),
    );
  }
}
