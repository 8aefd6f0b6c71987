import fc from 'fast-check';
import { NO_FIGURES } from '../coverage/coverage.js';
import type { ConsignmentFact, DiscrepancyFact, FlagFacts, PlaceFact } from './facts.js';
import { draftRule, listDefaultRules, type RuleDraft } from './rule-draft.js';
import { evaluateRules, type FlagKind, type FlagRule } from './rules.js';

const CAMPAIGN = { id: 'campaign', startsOn: '2026-03-01', endsOn: '2026-06-30' };
const noon = (day: string): string => `${day}T10:00:00.000Z`;

function place(municipalityCode: string, figures: Partial<PlaceFact> = {}): PlaceFact {
  return { ...NO_FIGURES, municipalityCode, materialId: 'leaflet', target: 100, ...figures };
}

function consignment(fields: Partial<ConsignmentFact> = {}): ConsignmentFact {
  return {
    consignmentId: 'consignment',
    deliveryPointId: 'point',
    municipalityCode: 'A',
    point: { pointKind: 'school', tags: ['primary'] },
    expectedAt: noon('2026-04-01'),
    hasWord: false,
    onItsWay: [{ materialId: 'leaflet', quantity: 40 }],
    ...fields,
  };
}

function discrepancy(fields: Partial<DiscrepancyFact> = {}): DiscrepancyFact {
  return {
    consignmentId: 'consignment',
    deliveryPointId: 'point',
    municipalityCode: 'A',
    materialId: 'leaflet',
    openedAt: noon('2026-04-01'),
    ...fields,
  };
}

function factsOf(fields: Partial<FlagFacts>): FlagFacts {
  const material = { available: 0, betweenWarehouses: 0, expected: 0 };
  return {
    at: noon('2026-04-01'),
    campaign: CAMPAIGN,
    municipalityCodes: ['A', 'B'],
    places: [],
    materials: [
      { ...material, materialId: 'leaflet', countsTogether: true },
      { ...material, materialId: 'poster', countsTogether: true },
      { ...material, materialId: 'spot', countsTogether: false },
    ],
    consignments: [],
    discrepancies: [],
    partnerStock: [],
    closures: [],
    pointsIn: new Map(),
    groups: new Map([['north', new Set(['B'])]]),
    ...fields,
  };
}

function ruleOf(kind: FlagKind, draft: RuleDraft = {}): FlagRule {
  return { id: 'rule', ...draftRule(kind, draft, CAMPAIGN) };
}

function subjectsFound(rule: FlagRule, facts: Partial<FlagFacts>): string[] {
  return evaluateRules([rule], factsOf(facts)).map(({ subject }) => subject.id);
}

type Case = [string, RuleDraft, Partial<FlagFacts>, string[]];
describe('never_reached finds', () => {
  const places = [place('A', { delivered: 1 }), place('B')];
  it.each<Case>([
    ['nothing a day early', {}, { at: noon('2026-03-30'), places }, []],
    ['what got nothing, from the 30th day on', {}, { at: noon('2026-03-31'), places }, ['B']],
    ['nobody before the start', { days: 0 }, { at: noon('2026-02-27'), places }, []],
    ['all, in a campaign without targets', {}, { places: [] }, ['A', 'B']],
    ['only those with a target', {}, { places: [place('A')] }, ['A']],
    ['only those with a target for its material', { materialId: 'poster' }, { places }, []],
    [
      'what got none of its material',
      { materialId: 'poster' },
      { places: [place('A', { delivered: 5 }), place('A', { materialId: 'poster' })] },
      ['A'],
    ],
    [
      'no place that got another material, where it names none',
      {},
      { places: [place('A', { delivered: 5 }), place('A', { materialId: 'poster' })] },
      [],
    ],
    [
      'a place that only a broadcast reached',
      {},
      { places: [place('A'), place('A', { materialId: 'spot', target: 1, delivered: 9 })] },
      ['A'],
    ],
    ['only those in its group', { groupId: 'north' }, { places: [place('A'), place('B')] }, ['B']],
    ['nothing in a group that is gone', { groupId: 'gone' }, { places }, []],
  ])('%s', (_, draft, facts, expected) => {
    expect(subjectsFound(ruleOf('never_reached', draft), facts)).toEqual(expected);
  });
});

describe('below_target finds', () => {
  const half = [place('A', { delivered: 50 }), place('B', { delivered: 49 })];
  it.each<Case>([
    ['nothing before half the time', {}, { at: '2026-04-30T21:59:00.000Z', places: half }, []],
    ['those under half at half the time', {}, { at: noon('2026-05-01'), places: half }, ['B']],
    ['nothing on its date', { byDate: '2026-03-10' }, { at: noon('2026-03-10'), places: half }, []],
    [
      'those under the share once its date has ended',
      { byDate: '2026-03-10' },
      { at: '2026-03-10T22:59:59.999Z', places: half },
      ['B'],
    ],
    [
      'a lack that a surplus of another material would hide',
      { byDate: '2026-03-10' },
      {
        places: [
          place('A', { delivered: 1000 }),
          place('A', { materialId: 'poster', target: 101 }),
        ],
      },
      ['A'],
    ],
    ['nobody without targets', { byDate: '2026-03-10' }, { places: [] }, []],
  ])('%s', (_, draft, facts, expected) => {
    expect(subjectsFound(ruleOf('below_target', draft), facts)).toEqual(expected);
  });
});

describe('stale finds', () => {
  const partly = [place('A', { delivered: 5, lastDeliveredAt: noon('2026-03-10') })];
  const schools = new Map([['A', [{ pointKind: 'school', tags: [] } as const]]]);
  const closure = {
    id: 'closure',
    startsOn: '2026-04-01',
    endsOn: '2026-04-05',
    reason: 'break',
    pointKind: 'school',
    tag: null,
    municipalityCodes: null,
  } as const;
  it.each<Case>([
    ['nothing on the 30th day', {}, { at: noon('2026-04-09'), places: partly }, []],
    ['what had nothing for over 30 days', {}, { at: noon('2026-04-10'), places: partly }, ['A']],
    ['no place that is reached', { days: 1 }, { places: [{ ...partly[0]!, delivered: 100 }] }, []],
    ['no place that got nothing', { days: 1 }, { places: [place('A')] }, []],
    [
      'nothing while closed days are not made up',
      {},
      { at: noon('2026-04-14'), places: partly, closures: [closure], pointsIn: schools },
      [],
    ],
    [
      'it once they are',
      {},
      { at: noon('2026-04-15'), places: partly, closures: [closure], pointsIn: schools },
      ['A'],
    ],
    [
      'a place where other points could receive',
      {},
      {
        at: noon('2026-04-10'),
        places: partly,
        closures: [closure],
        pointsIn: new Map([['A', [...schools.get('A')!, { pointKind: 'police', tags: [] }]]]),
      },
      ['A'],
    ],
  ])('%s', (_, draft, facts, expected) => {
    expect(subjectsFound(ruleOf('stale', draft), facts)).toEqual(expected);
  });
});

describe('unplanned finds', () => {
  const at = noon('2026-06-16');
  it.each<Case>([
    ['nothing 15 days before the end', {}, { at: noon('2026-06-15'), places: [place('A')] }, []],
    ['what nothing is meant for, 14 days before', {}, { at, places: [place('A')] }, ['A']],
    ['nothing that is planned', {}, { at, places: [place('A', { planned: 1 })] }, []],
    ['nothing in transit', {}, { at, places: [place('A', { inTransit: 1 })] }, []],
    [
      'what only refused pieces are in transit for',
      {},
      { at, places: [place('A', { inTransit: 9, refusedPending: 9 })] },
      ['A'],
    ],
    ['nothing that got something', {}, { at, places: [place('A', { delivered: 1 })] }, []],
  ])('%s', (_, draft, facts, expected) => {
    expect(subjectsFound(ruleOf('unplanned', draft), facts)).toEqual(expected);
  });
});

describe('overdue finds', () => {
  const closure = {
    id: 'closure',
    startsOn: '2026-04-02',
    endsOn: '2026-04-11',
    reason: 'break',
    pointKind: null,
    tag: 'primary',
    municipalityCodes: ['A'],
  };
  const late = { at: noon('2026-04-04'), consignments: [consignment()] };
  it.each<Case>([
    ['nothing on the second day', {}, { ...late, at: noon('2026-04-03') }, []],
    ['what has no word on the third', {}, late, ['consignment']],
    [
      'nothing of which there is word',
      {},
      { ...late, consignments: [consignment({ hasWord: true })] },
      [],
    ],
    ['nothing at the expected moment', { days: 0 }, { ...late, at: noon('2026-04-01') }, []],
    ['nothing without its material', { materialId: 'poster' }, late, []],
    ['nothing outside its group', { groupId: 'north' }, late, []],
    ['nothing while its point is closed', {}, { ...late, closures: [closure] }, []],
    [
      'it when as many open days are over',
      {},
      { ...late, at: noon('2026-04-14'), closures: [closure] },
      ['consignment'],
    ],
    [
      'it though others are closed',
      {},
      { ...late, closures: [{ ...closure, tag: 'secondary' }] },
      ['consignment'],
    ],
  ])('%s', (_, draft, facts, expected) => {
    expect(subjectsFound(ruleOf('overdue', draft), facts)).toEqual(expected);
  });
});

describe('unresolved_discrepancy finds', () => {
  const open = [discrepancy(), discrepancy({ openedAt: noon('2026-04-05'), materialId: 'poster' })];
  it.each<Case>([
    ['nothing on the seventh day', {}, { at: noon('2026-04-08'), discrepancies: open }, []],
    [
      'a consignment once, by its oldest',
      {},
      { at: noon('2026-04-09'), discrepancies: open },
      ['consignment'],
    ],
    [
      'by its material alone',
      { materialId: 'poster' },
      { at: noon('2026-04-09'), discrepancies: open },
      [],
    ],
  ])('%s', (_, draft, facts, expected) => {
    expect(subjectsFound(ruleOf('unresolved_discrepancy', draft), facts)).toEqual(expected);
  });
});

describe('stock_short finds', () => {
  const leaflet = {
    materialId: 'leaflet',
    countsTogether: true,
    available: 60,
    betweenWarehouses: 20,
  };
  const places = [
    place('A', { delivered: 10, planned: 20, inTransit: 30, refusedPending: 10 }),
    place('B', { delivered: 500 }),
    place('C', { target: 50 }),
  ];
  it.each<Case>([
    ['nothing where it suffices', {}, { places, materials: [{ ...leaflet, expected: 20 }] }, []],
    ['a lack of one piece', {}, { places, materials: [{ ...leaflet, expected: 19 }] }, ['leaflet']],
    [
      'nothing for another material',
      { materialId: 'poster' },
      { places, materials: [{ ...leaflet, expected: 0 }] },
      [],
    ],
  ])('%s', (_, draft, facts, expected) => {
    expect(subjectsFound(ruleOf('stock_short', draft), facts)).toEqual(expected);
  });
});

describe('idle_stock finds', () => {
  const stock = {
    warehouseId: 'cellar',
    municipalityCode: 'A',
    onHand: 5,
    lastMovedAt: noon('2026-03-10'),
  };
  const late = { at: noon('2026-03-31'), partnerStock: [stock] };
  it.each<Case>([
    ['what has not moved for 21 days', {}, late, ['cellar']],
    ['nothing a day early', {}, { ...late, at: noon('2026-03-30') }, []],
    ['nothing in an empty cellar', {}, { partnerStock: [{ ...stock, onHand: 0 }] }, []],
    ['nothing outside its group', { groupId: 'north' }, late, []],
  ])('%s', (_, draft, facts, expected) => {
    expect(subjectsFound(ruleOf('idle_stock', draft), facts)).toEqual(expected);
  });
});

describe('the rules', () => {
  it('find nothing when switched off', () => {
    expect(subjectsFound(ruleOf('never_reached', { enabled: false }), {})).toEqual([]);
  });

  it('find each subject at most once, whatever the facts', () => {
    const count = fc.nat(120);
    const code = fc.constantFrom('A', 'B');
    const cells = fc.uniqueArray(
      fc.record({
        code,
        materialId: fc.constantFrom('leaflet', 'poster', 'spot'),
        target: count,
        delivered: count,
        planned: count,
        inTransit: count,
      }),
      { selector: (cell) => `${cell.code} ${cell.materialId}` },
    );
    const anyDay = fc.constantFrom(
      '2026-02-01',
      '2026-03-31',
      '2026-05-01',
      '2026-06-20',
      '2026-07-20',
    );
    const rules = listDefaultRules().map((rule, index) => ({ ...rule, id: String(index) }));
    fc.assert(
      fc.property(cells, anyDay, fc.array(fc.record({ id: fc.nat(3), code })), (rows, day, lot) => {
        const facts = factsOf({
          at: noon(day),
          places: rows.map(({ code: municipalityCode, ...cell }) =>
            place(municipalityCode, {
              ...cell,
              lastDeliveredAt: cell.delivered > 0 ? noon('2026-03-02') : null,
            }),
          ),
          discrepancies: lot.map((each) =>
            discrepancy({ consignmentId: String(each.id), municipalityCode: each.code }),
          ),
        });
        const found = evaluateRules(rules, facts);
        const keys = found.map(({ ruleId, subject }) => `${ruleId} ${subject.kind} ${subject.id}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(evaluateRules(rules, facts)).toEqual(found);
      }),
    );
  });
});
