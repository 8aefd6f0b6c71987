import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './access/roles.decorator.js';
import { Problem } from './problem.js';
import { ReadConnection } from './platform/database/read-connection.js';
import { sql } from './platform/database/sql.js';

/** For whoever keeps the service alive; outside the API. */
@Controller('health')
@ApiExcludeController()
@Public({ throttled: false })
export class HealthController {
  constructor(private readonly reads: ReadConnection) {}

  /** The process runs. */
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** It can answer: the database does. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await this.reads.one(sql`SELECT 1 AS one`);
    } catch {
      throw new Problem('busy', {
        detail: { en: 'The database does not answer.', sr: 'Baza podataka ne odgovara.' },
      });
    }
    return { status: 'ok' };
  }
}
