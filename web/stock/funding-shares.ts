import type { FundingShare } from '../../src/stock/funding.js';

/** Who pays which share of a print run, while it is being filled in: a funder a field, empty where it pays nothing. */
export type SharesDraft = Readonly<Record<string, number | string>>;

const WHOLE_HUNDREDTHS = 10_000;

/** A single funder pays all of it; of several, somebody has to say. */
export function startShares(
  funders: readonly string[],
  known: readonly FundingShare[] = [],
): SharesDraft {
  if (known.length === 0 && funders.length === 1) return { [funders[0]!]: 100 };
  return Object.fromEntries(
    funders.map((funder) => [
      funder,
      known.find((share) => share.funder === funder)?.percent ?? '',
    ]),
  );
}

/** What is still missing to 100, in percent; below zero where it is too much. Exact, as 33.33 + 33.33 + 33.34 is 100. */
export function countMissingPercent(draft: SharesDraft): number {
  const hundredths = Object.values(draft).reduce<number>(
    (sum, percent) => sum + Math.round(readPercent(percent) * 100),
    0,
  );
  return (WHOLE_HUNDREDTHS - hundredths) / 100;
}

/** The funder's share with what is missing to 100 added; at least nothing. */
export function fillUp(draft: SharesDraft, funder: string): SharesDraft {
  const hundredths = Math.round((readPercent(draft[funder]) + countMissingPercent(draft)) * 100);
  return { ...draft, [funder]: hundredths > 0 ? hundredths / 100 : '' };
}

/** Those who pay something. */
export function readShares(draft: SharesDraft): FundingShare[] {
  return Object.entries(draft).flatMap(([funder, percent]) =>
    readPercent(percent) > 0 ? [{ funder, percent: readPercent(percent) }] : [],
  );
}

function readPercent(percent: number | string | undefined): number {
  return typeof percent === 'number' ? percent : Number(percent ?? 0) || 0;
}
