import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConflictResponse, ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/roles.decorator.js';
import { DemoProcess } from './demo-process.service.js';
import { DemoDto } from './dto/demo.dto.js';

@Controller('demo')
@ApiTags('Demo')
export class DemoController {
  constructor(private readonly demo: DemoProcess) {}

  /** Whether the demo runs, and where. */
  @Get()
  @Roles('administrator')
  get(): DemoDto {
    return this.demo.describe();
  }

  /** Starts the demo, or answers how far it is; it takes half a minute. There is one at most, and it ends with the service. */
  @Post()
  @HttpCode(202)
  @Roles('administrator')
  @ApiAcceptedResponse({ type: DemoDto })
  @ApiConflictResponse({
    description: 'The service is not for this machine alone: `npm run demo` instead (`conflict`).',
  })
  start(): DemoDto {
    return this.demo.start();
  }

  /** Ends the demo; what was tried in it is gone. */
  @Delete()
  @HttpCode(204)
  @Roles('administrator')
  end(): Promise<void> {
    return this.demo.end();
  }
}
