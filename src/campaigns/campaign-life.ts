import { Problem } from '../problem.js';
import type { Day } from '../time.js';

/**
 * Life of a campaign: `draft → active → closing → closed`. Nobody sets `closing`: from the day after its end an
 * active campaign is closing, since open ends stay to be explained; where the end is put off it is active again.
 */
export const CAMPAIGN_STATES = ['draft', 'active', 'closing', 'closed'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];
/** What is written down; `closing` follows from the end and the day. */
export type StoredCampaignState = Exclude<CampaignState, 'closing'>;

export function stateOfCampaign(
  stored: StoredCampaignState,
  endsOn: Day,
  today: Day,
): CampaignState {
  return stored === 'active' && today > endsOn ? 'closing' : stored;
}

/** The step that a person takes by hand: a draft becomes active. To say what is so already is no step. */
export function moveCampaign(
  stored: StoredCampaignState,
  to: 'draft' | 'active',
): StoredCampaignState {
  if (stored === to || (stored === 'draft' && to === 'active')) return to;
  throw new Problem('illegal_transition', {
    detail: {
      en: `The campaign is ${stored} and does not become ${to} again.`,
      sr: `Kampanja je u stanju ${stored} i ne vraća se u stanje ${to}.`,
    },
    extra: { state: stored, allowed: stored === 'draft' ? ['active'] : [] },
  });
}
