import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { JobRegistry } from '../platform/jobs/job-registry.js';
import { EscalateFlags } from './escalate-flags.service.js';
import { EvaluateFlags } from './evaluate-flags.service.js';

/** The scheduled checks: each missed coverage check is made up, of missed escalations the latest. */
@Injectable()
export class FlagChecks implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly settings: Settings,
    private readonly evaluateFlags: EvaluateFlags,
    private readonly escalateFlags: EscalateFlags,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      name: 'coverage-check',
      cron: this.settings.coverageCheckCron,
      makeUp: 'each',
      kind: 'short',
      run: (tx, moment) => this.evaluateFlags.run(tx, moment),
    });
    this.registry.register({
      name: 'escalation',
      cron: this.settings.escalationCron,
      makeUp: 'latest',
      kind: 'short',
      run: (tx, moment) => this.escalateFlags.run(tx, moment),
    });
  }
}
