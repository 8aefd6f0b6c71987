import { Injectable } from '@nestjs/common';
import { UserService } from '../access/user.service.js';
import { Shipments } from '../distribution/shipments.service.js';
import type { Reader } from '../platform/database/transaction.js';

/** The ids on a flag that a screen has to follow to say them. */
interface Linking {
  readonly consignmentId: string | null;
  readonly acknowledgedBy: string | null;
  readonly assigneeId: string | null;
  readonly resolvedBy: string | null;
}

export interface FlagLinksRead {
  readonly nameOf: (userId: string | null) => string | null;
  readonly batchOf: (consignmentId: string | null) => string | null;
}

/** What stands behind a flag's ids: the names of those who work on it, and the batch of its consignment. */
@Injectable()
export class FlagLinks {
  constructor(
    private readonly users: UserService,
    private readonly shipments: Shipments,
  ) {}

  async read(
    reader: Reader,
    flags: readonly Linking[],
    otherUserIds: readonly (string | null)[] = [],
  ): Promise<FlagLinksRead> {
    const people = flags.flatMap((flag) => [flag.acknowledgedBy, flag.assigneeId, flag.resolvedBy]);
    const names = await this.users.names(reader, listTold([...people, ...otherUserIds]));
    const consignmentIds = listTold(flags.map(({ consignmentId }) => consignmentId));
    const consignments =
      consignmentIds.length === 0 ? [] : await this.shipments.load(reader, { consignmentIds });
    const batches = new Map(consignments.map(({ id, batchId }) => [id, batchId]));
    return {
      nameOf: (userId) => (userId === null ? null : (names.get(userId) ?? null)),
      batchOf: (consignmentId) =>
        consignmentId === null ? null : (batches.get(consignmentId) ?? null),
    };
  }
}

function listTold(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
