import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RemoveUser } from '../access/remove-user.service.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';

/** Whoever confirmed something, or decided about a confirmation, stays on record. */
@Injectable()
export class DeliveryReferences implements OnModuleInit {
  constructor(private readonly users: RemoveUser) {}

  onModuleInit(): void {
    this.users.registerReferrer(isOnRecord);
  }
}

async function isOnRecord(reader: Reader, userId: string): Promise<boolean> {
  const found = await reader.one(
    sql`SELECT id FROM confirmation WHERE sender_id = ${userId}
      UNION ALL SELECT id FROM rejected_confirmation WHERE sender_id = ${userId}
      UNION ALL SELECT id FROM confirmation_amendment WHERE actor_id = ${userId}
      UNION ALL SELECT id FROM discrepancy_resolution WHERE actor_id = ${userId} LIMIT 1`,
  );
  return found !== undefined;
}
