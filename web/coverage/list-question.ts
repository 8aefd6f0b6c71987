import { POINT_KINDS } from '../../src/places/point-kind.js';
import type { DistributionRow, ListQuestion } from './use-distribution-list.js';

type Address = Readonly<Record<string, string | undefined>>;

/** What stands in the address of the distribution list. */
export const LIST_FILTERS = [
  'municipality',
  'district',
  'region',
  'group',
  'kind',
  'tag',
  'material',
  'funder',
  'lot',
  'from',
  'asOf',
  'state',
] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

const STATES = ['reached', 'not_reached'] as const;

/** What the address asks of the list; what is not asked for, or cannot be, is left out. */
export function readListQuestion(address: Address, campaignId: string): ListQuestion {
  const asked: ListQuestion = {
    campaign: campaignId,
    municipality: address['municipality'],
    district: address['district'],
    region: address['region'],
    group: address['group'],
    kind: POINT_KINDS.find((known) => known === address['kind']),
    tag: address['tag'],
    material: address['material'],
    funder: address['funder'],
    lot: address['lot'],
    from: address['from'],
    asOf: address['asOf'],
    state: STATES.find((known) => known === address['state']),
  };
  return Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined),
  ) as ListQuestion;
}

export interface ListTotals {
  readonly points: number;
  readonly pointsReached: number;
  readonly municipalities: number;
  readonly pieces: number;
}

/** A point stands once for each material, and counts once. */
export function totalList(
  rows: readonly Pick<
    DistributionRow,
    'deliveryPointId' | 'municipalityCode' | 'state' | 'delivered'
  >[],
): ListTotals {
  const reached = rows.filter(({ state }) => state === 'reached');
  return {
    points: new Set(rows.map(({ deliveryPointId }) => deliveryPointId)).size,
    pointsReached: new Set(reached.map(({ deliveryPointId }) => deliveryPointId)).size,
    municipalities: new Set(reached.map(({ municipalityCode }) => municipalityCode)).size,
    pieces: rows.reduce((sum, { delivered }) => sum + delivered, 0),
  };
}

/** For one who hands the list on: a confidential point is named to nobody who does not deliver there. */
export function withoutConfidential(rows: readonly DistributionRow[]): readonly DistributionRow[] {
  return rows.filter(({ confidential }) => !confidential);
}
