import { Inject, Injectable } from '@nestjs/common';
import { ReadConnection } from '../platform/database/read-connection.js';
import type { Reader } from '../platform/database/transaction.js';
import { readHead } from './chain.rows.js';
import { INVARIANT_CHECKS, type InvariantCheck } from './invariant.check.js';
import { mergeFindings, type NamedFinding } from './invariants.js';
import { LEDGER_CHECKS } from './ledger.check.js';

export interface Verification {
  readonly holds: boolean;
  /** Of the moment that it is about. */
  readonly movements: number;
  readonly headHash: string;
  readonly invariants: NamedFinding[];
}

/** Derives every invariant anew from the entries alone, all of one moment. */
@Injectable()
export class VerifyService {
  private underWay: Promise<Verification> | undefined;

  constructor(
    private readonly reads: ReadConnection,
    @Inject(INVARIANT_CHECKS) private readonly others: readonly InvariantCheck[],
  ) {}

  /** Whoever asks while one is under way gets its answer. */
  run(): Promise<Verification> {
    this.underWay ??= this.reads
      .snapshot((reader) => this.verify(reader))
      .finally(() => (this.underWay = undefined));
    return this.underWay;
  }

  private async verify(reader: Reader): Promise<Verification> {
    const head = await readHead(reader);
    const findings: NamedFinding[] = [];
    for (const check of [...LEDGER_CHECKS, ...this.others])
      findings.push({ name: check.name, ...(await check.run(reader)) });
    const invariants = mergeFindings(findings);
    return {
      holds: invariants.every(({ holds }) => holds),
      movements: head.sequence,
      headHash: head.hash,
      invariants,
    };
  }
}
