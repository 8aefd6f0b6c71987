import { MATERIAL_KINDS } from '../../src/materials/material.js';
import { COVERAGE_STATES, type CoverageState } from '../../src/coverage/coverage.js';
import type { CoverageQuestion } from '../api/use-coverage.js';
import { readPlacePart } from './place-part.js';

type Address = Readonly<Record<string, string | undefined>>;

/** What the address asks of coverage, without the level; what is not asked for is left out. */
export function readQuestion(address: Address, campaignId: string): CoverageQuestion {
  const { regionCode, districtCode } = readPlacePart(address);
  const kind = MATERIAL_KINDS.find((known) => known === address['kind']);
  return withoutGaps({
    campaign: campaignId,
    material: address['material'],
    kind: address['material'] === undefined ? kind : undefined,
    group: address['group'],
    region: regionCode,
    district: districtCode,
    funder: address['funder'],
    lot: address['lot'],
    asOf: address['asOf'],
    knownAt: address['knownAt'],
    from: address['from'],
  });
}

/** Targets belong to places: for one payer or print run nothing is measured, so there is no state to choose by. */
export function isMeasured({ funder, lot }: Pick<CoverageQuestion, 'funder' | 'lot'>): boolean {
  return funder === undefined && lot === undefined;
}

export function readWantedState(address: Address): CoverageState | undefined {
  if (!isMeasured({ funder: address['funder'], lot: address['lot'] })) return undefined;
  return COVERAGE_STATES.find((known) => known === address['state']);
}

/** The same question about now, as known now. */
export function askPresent({
  asOf: _,
  knownAt: __,
  ...question
}: CoverageQuestion): CoverageQuestion {
  return question;
}

/** The same moment as it is known today, where the question was how it was known once. */
export function askKnownToday(
  { knownAt: _, ...question }: CoverageQuestion,
  asOf: string,
): CoverageQuestion {
  return { ...question, asOf };
}

function withoutGaps<T extends object>(question: T): T {
  return Object.fromEntries(
    Object.entries(question).filter(([, value]) => value !== undefined),
  ) as T;
}
