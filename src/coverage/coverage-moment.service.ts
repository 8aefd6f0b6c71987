import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import type { Reader } from '../platform/database/transaction.js';
import { LedgerSums, type LedgerMoment } from '../stock/ledger-sums.service.js';
import type { Instant } from '../time.js';
import { type KnownAt, requireSequence } from './moment.js';

export interface AskedMoment {
  readonly asOf?: Instant | undefined;
  readonly knownAt?: KnownAt | undefined;
}

/** A moment made definite. */
export interface CoverageMoment extends LedgerMoment {
  /** Nothing of the past is asked: the projections answer. */
  readonly isPresent: boolean;
  /** The moment that is looked at: where silence is measured and withdrawals are seen. */
  readonly at: Instant;
  /** When what is told was known: an answer that names it can be had again. */
  readonly known: Instant;
  /** The last movement that the answer rests on. */
  readonly sequence: number;
}

/** Makes definite what was asked: the future is now, and the head of the chain is the present. */
@Injectable()
export class CoverageMoments {
  constructor(
    private readonly sums: LedgerSums,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `date_out_of_range` where a sequence is named that is not recorded yet */
  async resolve(reader: Reader, asked: AskedMoment): Promise<CoverageMoment> {
    const now = this.clock.now();
    const head = await this.sums.headSequence(reader);
    const asOf = asked.asOf !== undefined && asked.asOf < now ? asked.asOf : undefined;
    const { knownAt, knownSequence } = await this.resolveKnown(reader, asked.knownAt, head, now);
    const sequence =
      knownSequence ?? (knownAt === undefined ? head : await this.sums.sequenceAt(reader, knownAt));
    const known = knownAt ?? now;
    return {
      isPresent: asOf === undefined && knownAt === undefined && knownSequence === undefined,
      asOf,
      knownAt,
      knownSequence,
      at: asOf !== undefined && asOf < known ? asOf : known,
      known,
      sequence,
    };
  }

  private async resolveKnown(
    reader: Reader,
    asked: KnownAt | undefined,
    head: number,
    now: Instant,
  ): Promise<Pick<CoverageMoment, 'knownAt' | 'knownSequence'>> {
    if (asked === undefined) return {};
    if (asked.kind === 'instant') return asked.instant < now ? { knownAt: asked.instant } : {};
    requireSequence(asked.sequence, head);
    if (asked.sequence === head) return {};
    return {
      knownSequence: asked.sequence,
      knownAt: await this.sums.lastInstantAt(reader, asked.sequence),
    };
  }
}
