/**
 * Who sees which campaigns: an administrator all of them; others those that were given to them, and all where none
 * were. A campaign that somebody does not see is not found, so that its absence tells nothing.
 */
import type { Actor } from '../access/actor.js';
import { Problem } from '../problem.js';

/** The campaigns that the actor is confined to; null: none, all of them. */
export function campaignsOf(actor: Actor): readonly string[] | null {
  return actor.role === 'administrator' ? null : actor.campaignIds;
}

export function seesCampaign(actor: Actor, campaignId: string): boolean {
  return campaignsOf(actor)?.includes(campaignId) ?? true;
}

/** @throws Problem `not_found` */
export function assertSeesCampaign(actor: Actor, campaignId: string): void {
  if (!seesCampaign(actor, campaignId)) throw new Problem('not_found');
}
