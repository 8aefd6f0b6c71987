import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { searchConditions } from '../places/search.query.js';
import { Clock } from '../platform/clock/clock.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader, Transaction } from '../platform/database/transaction.js';
import { type Page, readPage } from '../platform/http/page.js';
import { type FieldError, Problem } from '../problem.js';
import { type Day, dayOf, type Instant } from '../time.js';
import { assertSeesCampaign, campaignsOf } from './campaign-access.js';
import { type CampaignState, stateOfCampaign, type StoredCampaignState } from './campaign-life.js';
import type { CampaignQuery } from './dto/campaign.dto.js';

/** What other capabilities know of a campaign. */
export interface CampaignBrief {
  readonly id: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly funders: { name: string }[];
  readonly materialIds: string[];
  readonly state: CampaignState;
}

export interface Campaign extends CampaignBrief {
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
}

/** A campaign, or one material or funder of it. */
export interface CampaignPart {
  readonly campaignId: string;
  readonly materialId?: string;
  readonly funder?: string;
}

/** Answers whether the caller's capability refers to the part. */
export type CampaignReferrer = (reader: Reader, part: CampaignPart) => Promise<boolean>;
export type CreatedHook = (
  tx: Transaction,
  campaign: CampaignBrief,
  actorId: string,
) => Promise<void>;
export type RemovingHook = (tx: Transaction, campaignId: string) => Promise<void>;

type Row = Omit<Campaign, 'funders' | 'materialIds' | 'state'> & {
  readonly state: StoredCampaignState;
};

const COLUMNS = sql`id, name, starts_on AS "startsOn", ends_on AS "endsOn", state, created_at AS "createdAt",
  changed_at AS "changedAt", version`;

/** Campaigns as they are, and where other capabilities take part in their lives. */
@Injectable()
export class CampaignService {
  private readonly referrers: CampaignReferrer[] = [];
  private readonly createdHooks: CreatedHook[] = [];
  private readonly removingHooks: RemovingHook[] = [];

  constructor(
    private readonly reads: ReadConnection,
    private readonly clock: Clock,
  ) {}

  /** Whoever refers to campaigns, or to materials or funders of one, says so here: what is referred to is not taken away. */
  registerReferrer(referrer: CampaignReferrer): void {
    this.referrers.push(referrer);
  }

  /** Runs in the transaction that makes a campaign. */
  onCreated(hook: CreatedHook): void {
    this.createdHooks.push(hook);
  }

  /** Runs in the transaction that deletes a campaign which nothing refers to: for what belongs to it and goes with it. */
  onRemoving(hook: RemovingHook): void {
    this.removingHooks.push(hook);
  }

  /** @throws Problem `unknown_reference` at `path` */
  async require(reader: Reader, id: string, path: string): Promise<CampaignBrief> {
    const campaign = await this.find(reader, id);
    if (campaign !== undefined) return campaign;
    throw new Problem('unknown_reference', { errors: [describeUnknown(id, path)] });
  }

  /** @throws Problem `unknown_reference` that lists every id that is none */
  async requireAll(
    reader: Reader,
    ids: readonly string[],
    pathOf: (index: number) => string,
  ): Promise<void> {
    const rows = await reader.query<{ id: string }>(
      sql`SELECT id FROM campaign WHERE ${sql.isIn(reader.engine, sql`id`, ids)}`,
    );
    const known = new Set(rows.map(({ id }) => id));
    const errors = ids.flatMap((id, index) =>
      known.has(id) ? [] : [describeUnknown(id, pathOf(index))],
    );
    if (errors.length > 0) throw new Problem('unknown_reference', { errors });
  }

  async find(reader: Reader, id: string): Promise<Campaign | undefined> {
    return (await this.load(reader, sql`WHERE id = ${id}`))[0];
  }

  /** Every campaign, the latest first. */
  all(reader: Reader): Promise<Campaign[]> {
    return this.load(reader, sql.empty);
  }

  /** The campaign of a path, as the actor sees it. @throws Problem `not_found` */
  async get(actor: Actor, id: string, reader: Reader = this.reads): Promise<Campaign> {
    assertSeesCampaign(actor, id);
    const campaign = await this.find(reader, id);
    if (campaign === undefined) throw new Problem('not_found');
    return campaign;
  }

  async list(actor: Actor, query: CampaignQuery): Promise<Page<Campaign>> {
    const page = await readPage<Row>(this.reads, {
      // As text, so that a cursor that somebody made up is no date that the engine refuses.
      select: sql`${COLUMNS}, CAST(starts_on AS text) AS "startKey"`,
      from: sql`campaign`,
      where: this.conditionsOf(actor, query),
      order: [
        { column: 'startKey', direction: 'desc' },
        { column: 'id', direction: 'desc' },
      ],
      limit: query.limit,
      cursor: query.cursor,
      map: dropStartKey,
    });
    return { ...page, items: await this.complete(this.reads, page.items) };
  }

  async isReferredTo(reader: Reader, part: CampaignPart): Promise<boolean> {
    for (const refers of this.referrers) if (await refers(reader, part)) return true;
    return false;
  }

  async tellCreated(tx: Transaction, campaign: CampaignBrief, actorId: string): Promise<void> {
    for (const hook of this.createdHooks) await hook(tx, campaign, actorId);
  }

  async tellRemoving(tx: Transaction, campaignId: string): Promise<void> {
    for (const hook of this.removingHooks) await hook(tx, campaignId);
  }

  private conditionsOf(actor: Actor, query: CampaignQuery): Sql[] {
    const where = searchConditions(sql`search_text`, query.q);
    const visible = campaignsOf(actor);
    if (visible !== null) where.push(sql.isIn(this.reads.engine, sql`id`, visible));
    if (query.state !== undefined) where.push(inState(query.state, this.today()));
    return where;
  }

  private async load(reader: Reader, where: Sql): Promise<Campaign[]> {
    const rows = await reader.query<Row>(
      sql`SELECT ${COLUMNS} FROM campaign ${where} ORDER BY starts_on DESC, id DESC`,
    );
    return this.complete(reader, rows);
  }

  private async complete(reader: Reader, rows: readonly Row[]): Promise<Campaign[]> {
    if (rows.length === 0) return [];
    const ids = sql.isIn(
      reader.engine,
      sql`campaign_id`,
      rows.map(({ id }) => id),
    );
    const funders = await reader.query<{ campaignId: string; name: string }>(sql`
      SELECT campaign_id AS "campaignId", name FROM campaign_funder WHERE ${ids} ORDER BY position, name`);
    const materials = await reader.query<{ campaignId: string; materialId: string }>(sql`
      SELECT campaign_id AS "campaignId", material_id AS "materialId" FROM campaign_material
      WHERE ${ids} ORDER BY position, material_id`);
    const today = this.today();
    return rows.map((row) => ({
      ...row,
      funders: funders.filter((each) => each.campaignId === row.id).map(({ name }) => ({ name })),
      materialIds: materials
        .filter((each) => each.campaignId === row.id)
        .map(({ materialId }) => materialId),
      state: stateOfCampaign(row.state, row.endsOn, today),
    }));
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}

function dropStartKey(row: Row & { readonly startKey: string }): Row {
  const { startKey: _, ...rest } = row;
  return rest;
}

function inState(state: CampaignState, today: Day): Sql {
  if (state === 'closing') return sql`state = 'active' AND ends_on < ${today}`;
  if (state === 'active') return sql`state = 'active' AND ends_on >= ${today}`;
  return sql`state = ${state}`;
}

function describeUnknown(id: string, path: string): FieldError {
  return {
    path,
    message: {
      en: `There is no campaign with the id ${id}. Choose one from the list of campaigns.`,
      sr: `Ne postoji kampanja sa oznakom ${id}. Izaberite je sa spiska kampanja.`,
    },
  };
}
