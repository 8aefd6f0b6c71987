import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RemoveUser } from '../access/remove-user.service.js';
import { CampaignService } from '../campaigns/campaign.service.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';

/** Tells those to the left what of theirs rules and flags refer to, so that it is not taken away. */
@Injectable()
export class FlagReferences implements OnModuleInit {
  constructor(
    private readonly users: RemoveUser,
    private readonly campaigns: CampaignService,
  ) {}

  onModuleInit(): void {
    this.users.registerReferrer((reader, userId) =>
      exists(
        reader,
        sql`flag_event WHERE actor_id = ${userId}`,
        sql`flag WHERE assignee_id = ${userId}`,
      ),
    );
    // A campaign's own rules and flags go with it; a material that one of them names stays the campaign's.
    this.campaigns.registerReferrer(async (reader, { campaignId, materialId }) => {
      if (materialId === undefined) return false;
      const where = sql`WHERE campaign_id = ${campaignId} AND material_id = ${materialId}`;
      return exists(reader, sql`flag_rule ${where}`, sql`flag ${where}`);
    });
  }
}

async function exists(reader: Reader, ...what: readonly Sql[]): Promise<boolean> {
  const selects = what.map((each) => sql`SELECT 1 AS found FROM ${each}`);
  return (await reader.one(sql`${sql.join(selects, ' UNION ALL ')} LIMIT 1`)) !== undefined;
}
