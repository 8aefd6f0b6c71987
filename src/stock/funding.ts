import { Problem, type FieldError } from '../problem.js';

/**
 * Who paid for a print run. Funders pay wholly or a share; a lot has its funders' shares in percent, which add up to 100,
 * and every funder is one of the campaign's.
 */
export interface FundingShare {
  readonly funder: string;
  /** Above 0, at most 100, up to two decimals. */
  readonly percent: number;
}

/** `funder` alone is the whole. Shares come in the order of the funders' names, so that equal funding is equal text. */
export function readFunding(
  told: {
    readonly funder?: string | undefined;
    readonly funding?: readonly FundingShare[] | undefined;
  },
  campaignFunders: readonly string[],
): FundingShare[] | undefined {
  if (told.funder !== undefined && told.funding !== undefined)
    throw refuseFunding('funding', {
      en: 'Give either funder or funding, not both.',
      sr: 'Navedite funder ili funding, ne oba.',
    });
  if (told.funder !== undefined) {
    const shares = [{ funder: told.funder, percent: 100 }];
    refuseStrangers(shares, campaignFunders, () => 'funder');
    return shares;
  }
  if (told.funding === undefined) return undefined;
  refuseStrangers(told.funding, campaignFunders, (index) => `funding[${index}].funder`);
  refuseSum(told.funding);
  return sortShares(told.funding);
}

function sortShares(shares: readonly FundingShare[]): FundingShare[] {
  return shares
    .map(({ funder, percent }) => ({ funder, percent }))
    .sort((a, b) => (a.funder < b.funder ? -1 : a.funder > b.funder ? 1 : 0));
}

export function isSameFunding(a: readonly FundingShare[], b: readonly FundingShare[]): boolean {
  return JSON.stringify(sortShares(a)) === JSON.stringify(sortShares(b));
}

/** In hundredths: percents have at most two decimals, and 33.33 + 33.33 + 33.34 has to be 100 exactly. */
function refuseSum(shares: readonly FundingShare[]): void {
  const hundredths = shares.reduce((sum, share) => sum + Math.round(share.percent * 100), 0);
  if (hundredths === 10_000) return;
  const total = hundredths / 100;
  throw refuseFunding('funding', {
    en: `The shares add up to ${total} %, not to 100 %.`,
    sr: `Zbir udela je ${total} %, a ne 100 %.`,
  });
}

function refuseStrangers(
  shares: readonly FundingShare[],
  campaignFunders: readonly string[],
  pathOf: (index: number) => string,
): void {
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  for (const [index, { funder }] of shares.entries()) {
    const path = pathOf(index);
    if (seen.has(funder))
      errors.push({
        path,
        message: { en: `"${funder}" is named twice.`, sr: `„${funder}“ je naveden dvaput.` },
      });
    else if (!campaignFunders.includes(funder))
      errors.push({
        path,
        message: {
          en: `"${funder}" does not fund this campaign. Its funders: ${campaignFunders.join(', ')}.`,
          sr: `„${funder}“ ne finansira ovu kampanju. Finansijeri: ${campaignFunders.join(', ')}.`,
        },
      });
    seen.add(funder);
  }
  if (errors.length > 0) throw new Problem('rule', { errors });
}

function refuseFunding(path: string, message: { en: string; sr: string }): Problem {
  return new Problem('rule', { errors: [{ path, message }] });
}
