import type { PointKind } from '../places/point-kind.js';
import type { Text } from '../problem.js';
import { TARGET_RULE_KINDS } from './target-rule.js';
import type { TargetRule } from './target-rule.js';
import type { TargetTerm, TargetWorkings } from './target.js';

/**
 * Every target says how it came about: "43,098 inhabitants × 5 per 1,000 = 216; raised to the minimum of 300".
 * A population that could not be verified is called so. What shelters add is folded into the sum: where one is among
 * the points that a rule looks at, no municipality is told kind, value or number of them, nor any sum but its target,
 * and this is the same for every reader, so that neither the words nor their absence point at a place.
 */
export function explainTarget(workings: TargetWorkings): Text {
  const { override } = workings;
  if (override === undefined) return explainRules(workings);
  const concealed = workings.terms.some((term) => term.concealed);
  const rules = concealed ? undefined : explainRules(workings);
  return {
    en:
      `set by hand to ${formatNumber(override.quantity, 'en')}, "${override.reason}"` +
      (rules === undefined ? '' : ` (otherwise: ${rules.en})`),
    sr:
      `ručno postavljeno na ${formatNumber(override.quantity, 'sr')}, „${override.reason}“` +
      (rules === undefined ? '' : ` (inače: ${rules.sr})`),
  };
}

function explainRules(workings: TargetWorkings): Text {
  if (workings.fixed !== undefined)
    return explainFigure(workings.fixed, FIXED, workings.rulePieces);
  if (workings.terms.length > 0) return explainSum(workings);
  return workings.minimum === undefined
    ? { en: 'no rule applies', sr: 'nijedno pravilo ne važi' }
    : explainFigure(workings.minimum, MINIMUM, workings.rulePieces);
}

const FIXED: Text = { en: 'fixed at', sr: 'određeno na' };
const MINIMUM: Text = { en: 'minimum of', sr: 'minimum od' };
const RAISED: Text = { en: 'raised to the minimum of', sr: 'podignuto na minimum od' };

function explainFigure(rule: TargetRule, verb: Text, pieces: number): Text {
  const whole = rule.valueThousandths % 1000 === 0;
  return inBoth(
    (language) =>
      `${verb[language]} ${formatValue(rule, language)}${nameScope(rule, language)}` +
      (whole ? '' : `${ROUNDED[language]} ${formatNumber(pieces, language)}`),
  );
}

const ROUNDED: Text = { en: ', rounded up to', sr: ', zaokruženo na' };

function explainSum(workings: TargetWorkings): Text {
  const terms = workings.terms.toSorted(compareTerms);
  const open = terms.filter((term) => !term.concealed);
  const concealed = open.length < terms.length;
  const raise =
    workings.raised && workings.minimum !== undefined
      ? explainFigure(workings.minimum, RAISED, workings.rulePieces)
      : undefined;
  return inBoth((language) => {
    const parts = open.map((term) => describeTerm(term, language));
    if (concealed) parts.push(CONCEALED[language]);
    // Where the minimum counts, the sum below it is no figure of the municipality that anybody needs.
    const sum = concealed && raise ? '' : ` = ${formatNumber(workings.sumPieces, language)}`;
    return `${parts.join(' + ')}${sum}${raise === undefined ? '' : `; ${raise[language]}`}`;
  });
}

const CONCEALED: Text = { en: 'pieces for delivery points', sr: 'komadi za mesta isporuke' };

function compareTerms(a: TargetTerm, b: TargetTerm): number {
  const kinds = TARGET_RULE_KINDS.indexOf(a.rule.kind) - TARGET_RULE_KINDS.indexOf(b.rule.kind);
  if (kinds !== 0) return kinds;
  return orderOf(a.rule) < orderOf(b.rule) ? -1 : 1;
}

/** The broader choice of points before the narrower. */
function orderOf({ pointKind, tag }: TargetRule): string {
  return `${pointKind ?? ''} ${tag ?? ''}`;
}

type Language = keyof Text;

function inBoth(write: (language: Language) => string): Text {
  return { en: write('en'), sr: write('sr') };
}

function describeTerm(term: TargetTerm, language: Language): string {
  const value = formatValue(term.rule, language);
  const scope = nameScope(term.rule, language);
  const count = formatNumber(term.count, language);
  if (term.rule.kind === 'per_1000_inhabitants')
    return `${describeInhabitants(term, language)} × ${value} ${PER_1000[language]}${scope}`;
  if (term.rule.kind === 'per_100_audience')
    return `${describePeople(term, language)} × ${value} ${PER_100[language]}${scope}`;
  const points =
    language === 'en'
      ? `${count} ${namePoints(term.rule, 'en', term.count)}`
      : `${namePoints(term.rule, 'sr')}: ${count}`;
  return `${points} × ${value}${scope}`;
}

function describePeople({ rule, count }: TargetTerm, language: Language): string {
  const number = formatNumber(count, language);
  return language === 'en'
    ? `${number} ${count === 1 ? 'person' : 'people'} served by ${namePoints(rule, 'en')}`
    : `ljudi na koje deluju ${namePoints(rule, 'sr')}: ${number}`;
}

const PER_1000: Text = { en: 'per 1,000', sr: 'na 1.000' };
const PER_100: Text = { en: 'per 100', sr: 'na 100' };

function describeInhabitants({ count, unverified }: TargetTerm, language: Language): string {
  const number = formatNumber(count, language);
  if (language === 'en')
    return `${number} ${count === 1 ? 'inhabitant' : 'inhabitants'}${unverified ? ' (unverified figure)' : ''}`;
  const single = count % 10 === 1 && count % 100 !== 11;
  return `${number} ${single ? 'stanovnik' : 'stanovnika'}${unverified ? ' (neproveren podatak)' : ''}`;
}

/** One, many, and the Serbian plural, which stands before the number so that it need not follow it in case. */
type PointNames = readonly [string, string, string];
const ANY_POINTS: PointNames = ['delivery point', 'delivery points', 'mesta isporuke'];
const POINTS: Readonly<Record<PointKind, PointNames>> = {
  school: ['school', 'schools', 'škole'],
  social_work: ['centre for social work', 'centres for social work', 'centri za socijalni rad'],
  police: ['police station', 'police stations', 'policijske stanice'],
  health: ['health centre', 'health centres', 'domovi zdravlja'],
  municipal_office: ['municipal office', 'municipal offices', 'opštinske službe'],
  ngo: ['NGO', 'NGOs', 'nevladine organizacije'],
  // Never named: see above.
  shelter: ANY_POINTS,
  broadcaster: ['broadcaster', 'broadcasters', 'emiteri'],
  media_owner: ['media owner', 'media owners', 'vlasnici medija'],
  billboard_site: ['billboard site', 'billboard sites', 'mesta za bilborde'],
  partner: ['partner', 'partners', 'partneri'],
  other: ['other delivery point', 'other delivery points', 'druga mesta isporuke'],
};

function namePoints(rule: TargetRule, language: Language, count = 2): string {
  const [one, many, serbian] = rule.pointKind === null ? ANY_POINTS : POINTS[rule.pointKind];
  if (language === 'sr') return rule.tag === null ? serbian : `${serbian} sa oznakom „${rule.tag}“`;
  const name = count === 1 ? one : many;
  return rule.tag === null ? name : `${name} tagged "${rule.tag}"`;
}

function nameScope(rule: TargetRule, language: Language): string {
  return rule.scopeName ? ` (${rule.scopeName[language]})` : '';
}

function formatValue(rule: TargetRule, language: Language): string {
  const whole = formatNumber(Math.trunc(rule.valueThousandths / 1000), language);
  const rest = rule.valueThousandths % 1000;
  if (rest === 0) return whole;
  const decimals = String(rest).padStart(3, '0').replace(/0+$/, '');
  return `${whole}${language === 'en' ? '.' : ','}${decimals}`;
}

function formatNumber(value: number, language: Language): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '.');
}
