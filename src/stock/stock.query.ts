import type { Actor } from '../access/actor.js';
import { campaignsOf } from '../campaigns/campaign-access.js';
import { sql, type Engine, type Sql } from '../platform/database/sql.js';
import { endOfDay, startOfDay, type Day } from '../time.js';

/** Conditions that the lists of stock share; each is a list, empty where nothing is asked. */
export function equals(column: Sql, value: string | undefined): Sql[] {
  return value === undefined ? [] : [sql`${column} = ${value}`];
}

/** From the start of one day to the end of another, both in Belgrade. */
export function happenedBetween(column: Sql, from: Day | undefined, to: Day | undefined): Sql[] {
  return [
    ...(from === undefined ? [] : [sql`${column} >= ${startOfDay(from)}`]),
    ...(to === undefined ? [] : [sql`${column} <= ${endOfDay(to)}`]),
  ];
}

/** Only the campaigns that the actor is confined to. */
export function inCampaignsOf(engine: Engine, actor: Actor, column: Sql): Sql[] {
  const visible = campaignsOf(actor);
  return visible === null ? [] : [sql.isIn(engine, column, visible)];
}
