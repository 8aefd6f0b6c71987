import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Once } from '../platform/database/once.js';
import type { Sql } from '../platform/database/sql.js';
import type { Transaction } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { Language } from '../platform/http/language.js';
import { Made } from '../platform/http/made.js';
import { Problem } from '../problem.js';
import type { Instant } from '../time.js';
import type { FlagWithHistoryDto } from './dto/flag.dto.js';
import type { FlagEventKind, FlagEventTold } from './flag-event.js';
import { takeStep, type FlagCommand } from './flag-life.js';
import { FlagRecords } from './flag-records.service.js';
import { FlagService } from './flag.service.js';

export interface FlagStep {
  readonly command: FlagCommand;
  readonly event: FlagEventKind;
  readonly told: FlagEventTold;
  /** What it sets on the flag, or a Problem. */
  readonly columns: (tx: Transaction, now: Instant) => Promise<Sql>;
}

export interface StepCommand {
  readonly commandId: string | undefined;
  readonly content: object;
  readonly actor: Actor;
  readonly language: Language;
}

/** Takes one step of a flag's life by hand: once, where its state allows it, and into its history. */
@Injectable()
export class StepFlag {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly once: Once,
    private readonly clock: Clock,
    private readonly records: FlagRecords,
    private readonly flags: FlagService,
  ) {}

  take(
    flagId: string,
    { commandId, content, actor, language }: StepCommand,
    step: FlagStep,
  ): Promise<Made<FlagWithHistoryDto>> {
    return this.unitOfWork.run(`${step.command} flag`, async (tx) => {
      const { first } = await this.once.claim(tx, {
        id: commandId,
        kind: `flag ${step.command}`,
        content: { flagId, ...content },
        actorId: actor.id,
      });
      if (first) {
        // Whoever does not see the flag must not learn from its state that it is there.
        await this.flags.get(flagId, actor, language, tx);
        await this.write(tx, flagId, actor, step);
      }
      return new Made(first, await this.flags.get(flagId, actor, language, tx));
    });
  }

  /** @throws Problem `conflict` */
  async refuseSuccessor(tx: Transaction, flagId: string): Promise<void> {
    const newer = await this.records.successorOf(tx, flagId);
    if (newer === undefined) return;
    throw new Problem('conflict', {
      detail: {
        en: `Its cause was gone and came back: flag ${newer} stands for it now. Work on that one.`,
        sr: `Uzrok je nestao i vratio se: sada važi oznaka ${newer}. Radite na njoj.`,
      },
      extra: { flagId: newer },
    });
  }

  private async write(
    tx: Transaction,
    flagId: string,
    actor: Actor,
    step: FlagStep,
  ): Promise<void> {
    const now = this.clock.now();
    const flag = await this.records.lock(tx, flagId);
    if (flag === undefined) throw new Problem('not_found');
    takeStep(flag, step.command, now);
    await this.records.set(tx, [flagId], await step.columns(tx, now));
    const by = { at: now, actorId: actor.id, runId: null };
    await this.records.tell(tx, step.event, by, [{ flagId, told: step.told }]);
  }
}
