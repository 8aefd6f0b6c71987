import type { Text } from '../problem.js';
import { dayOf, isDay, type Instant } from '../time.js';
import type { FlagDetails, FlagKind } from './rules.js';

/**
 * A flag in a sentence, so that a person understands it without knowing the rules. What it is about stands first, before a
 * colon, which spares Serbian its cases.
 */
export function describeFlag(kind: FlagKind, details: FlagDetails, subject: Text | null): Text {
  const sentence = SENTENCES[kind](details);
  if (subject === null) return capitalise(sentence);
  return { en: `${subject.en}: ${sentence.en}`, sr: `${subject.sr}: ${sentence.sr}` };
}

const SENTENCES: Readonly<Record<FlagKind, (details: FlagDetails) => Text>> = {
  never_reached: ({ days }) => ({
    en: `nothing has been delivered ${days} days after the campaign's start.`,
    sr: `ništa nije isporučeno ni ${inDays(days)} posle početka kampanje.`,
  }),
  below_target: ({ sharePercent, wantedPercent, delivered, target, by }) => ({
    en: `${sharePercent} % of the target is met, ${wantedPercent} % was due on ${onDay(by).en} (${delivered} delivered, ${target} wanted).`,
    sr: `ispunjeno je ${sharePercent} % cilja, a do ${onDay(by).sr} trebalo je ${wantedPercent} % (isporučeno ${delivered}, cilj ${target}).`,
  }),
  stale: ({ days, lastDeliveredAt, delivered, target }) => ({
    en: `${delivered} of ${target} delivered, the last on ${onDay(lastDeliveredAt).en}; nothing in the ${days} days since.`,
    sr: `isporučeno je ${delivered} od ${target}, poslednji put ${onDay(lastDeliveredAt).sr}; od tada ništa, već ${inDays(days)}.`,
  }),
  unplanned: ({ daysLeft, endsOn }) => ({
    en: `nothing has been delivered, is planned or on its way, and the campaign ends on ${onDay(endsOn).en} (days left: ${daysLeft}).`,
    sr: `ništa nije isporučeno, planirano niti je na putu, a kampanja se završava ${onDay(endsOn).sr} (preostalo dana: ${daysLeft}).`,
  }),
  overdue: ({ days, expectedAt, pieces }) => ({
    en: `no word of a consignment (${pieces} pieces) ${days} days after it was expected, on ${onDay(expectedAt).en}.`,
    sr: `o pošiljci (komada: ${pieces}) nema vesti, a očekivana je ${onDay(expectedAt).sr}, pre ${inDays(days)}.`,
  }),
  unresolved_discrepancy: ({ days, openedAt, discrepancies }) => ({
    en: `what was sent and what was confirmed differ (${discrepancies} open), for ${days} days, since ${onDay(openedAt).en}.`,
    sr: `poslato i potvrđeno se razlikuju (otvorenih razlika: ${discrepancies}), već ${inDays(days)}, od ${onDay(openedAt).sr}`,
  }),
  stock_short: ({ short, need, available, betweenWarehouses, expected }) => ({
    en: `${short} pieces are missing to meet the targets: ${need} needed, ${available} available, ${betweenWarehouses} between warehouses, ${expected} expected.`,
    sr: `za ciljeve nedostaje ${short}: potrebno ${need}, raspoloživo ${available}, između magacina ${betweenWarehouses}, očekuje se ${expected}.`,
  }),
  idle_stock: ({ days, onHand, lastMovedAt }) => ({
    en: `${onHand} pieces have lain there untouched for ${days} days, since ${onDay(lastMovedAt).en}.`,
    sr: `na zalihama stoji ${onHand}, bez promene već ${inDays(days)}, od ${onDay(lastMovedAt).sr}`,
  }),
};

// prettier-ignore
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Of an instant or a day, as the reader's language writes it. */
function onDay(told: string | number | undefined): Text {
  const day = isDay(String(told)) ? String(told) : dayOf(told as Instant);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { en: `${date} ${MONTHS[month - 1]} ${year}`, sr: `${date}. ${month}. ${year}.` };
}

function inDays(days: string | number | undefined): string {
  const count = Number(days);
  return `${count} ${count % 10 === 1 && count % 100 !== 11 ? 'dan' : 'dana'}`;
}

function capitalise({ en, sr }: Text): Text {
  return { en: en[0]!.toUpperCase() + en.slice(1), sr: sr[0]!.toUpperCase() + sr.slice(1) };
}
