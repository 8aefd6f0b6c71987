import { Injectable } from '@nestjs/common';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import type { ConfirmationSource, ConfirmedLine } from './confirmation.js';
import { gradeProof, type ProofGrade, type Word } from './proof.js';

/** As of a moment, and as it was known at one. */
export interface WordMoment {
  readonly asOf?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
}

/** Which confirmations stand, or stood, for whoever reads figures: a few questions about many consignments at once. */
@Injectable()
export class StandingWords {
  /** Refused pieces by material of every consignment of which a confirmation stood at the moment. */
  async refused(
    reader: Reader,
    consignmentIds: readonly string[],
    moment: WordMoment,
  ): Promise<Map<string, Map<string, number>>> {
    const rows = await reader.query<{
      consignmentId: string;
      lines: string;
      counted: string | null;
    }>(
      sql`SELECT f.consignment_id AS "consignmentId", f.lines, f.counted FROM confirmation f
        ${sql.where([...ofConsignments(reader, consignmentIds), ...stoodAt(moment)])}`,
    );
    const refused = new Map<string, Map<string, number>>();
    for (const { consignmentId, lines, counted } of rows) {
      const byMaterial = refused.get(consignmentId) ?? new Map<string, number>();
      refused.set(consignmentId, byMaterial);
      for (const line of JSON.parse(counted ?? lines) as ConfirmedLine[]) {
        byMaterial.set(line.materialId, (byMaterial.get(line.materialId) ?? 0) + line.refused);
      }
    }
    return refused;
  }

  /** How well it is proved that each consignment arrived; only those of which a confirmation stands. */
  async grades(
    reader: Reader,
    consignmentIds: readonly string[],
  ): Promise<Map<string, ProofGrade>> {
    const rows = await reader.query<{
      consignmentId: string;
      source: ConfirmationSource;
      senderRole: string;
    }>(
      sql`SELECT f.consignment_id AS "consignmentId", f.source, f.sender_role AS "senderRole"
        FROM confirmation f
        ${sql.where([...ofConsignments(reader, consignmentIds), ...stoodAt({})])}`,
    );
    const words = new Map<string, Word[]>();
    for (const { consignmentId, source, senderRole } of rows) {
      const word = {
        source,
        sentByVolunteer: senderRole === 'volunteer',
        hasPhotoOrSignature: false,
      };
      words.set(consignmentId, [...(words.get(consignmentId) ?? []), word]);
    }
    return new Map([...words].map(([id, said]) => [id, gradeProof(said)!]));
  }
}

function ofConsignments(reader: Reader, ids: readonly string[]): Sql[] {
  return [sql.isIn(reader.engine, sql`f.consignment_id`, ids), sql`f.kind = 'delivery'`];
}

/**
 * Today's word is what is accepted now. As it was known earlier: what was accepted then, though it was superseded since, and
 * not what only a later preference let stand.
 */
function stoodAt({ asOf, knownAt }: WordMoment): Sql[] {
  const dated = asOf === undefined ? [] : [sql`f.occurred_at <= ${asOf}`];
  if (knownAt === undefined) return [sql`f.status = 'accepted'`, ...dated];
  const preferred = (which: Sql, when: Sql): Sql =>
    sql`EXISTS (SELECT 1 FROM confirmation_amendment a JOIN confirmation g ON g.id = a.confirmation_id
      WHERE a.kind = 'prefer' AND ${which} AND ${when})`;
  const own = sql`g.id = f.id`;
  const another = sql`g.consignment_id = f.consignment_id AND g.id <> f.id`;
  const byThen = sql`a.recorded_at <= ${knownAt}`;
  const later = sql`a.recorded_at > ${knownAt}`;
  return [
    sql`f.received_at <= ${knownAt}`,
    ...dated,
    sql`((f.status = 'accepted' AND NOT ${preferred(own, later)})
      OR (f.status = 'superseded' AND NOT ${preferred(another, byThen)}))`,
  ];
}
