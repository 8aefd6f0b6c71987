import * as fc from 'fast-check';
import { Problem } from '../problem.js';
import {
  checkExpectedAt,
  findDraftFaults,
  findMaterialFault,
  reconcile,
  type WishedConsignment,
} from './draft.js';

const NOW = '2026-03-01T09:00:00.000Z';

const wish = (
  deliveryPointId: string,
  lines: readonly (readonly [string, number])[] = [['leaflet', 1]],
  id?: string,
): WishedConsignment => ({
  ...(id === undefined ? {} : { id }),
  deliveryPointId,
  lines: lines.map(([materialId, quantity]) => ({ materialId, quantity })),
});

describe('what a draft may hold', () => {
  it.each<[string, WishedConsignment[], string[]]>([
    ['nothing wrong', [wish('a'), wish('b')], []],
    ['nothing at all', [], []],
    ['a point twice', [wish('a'), wish('a')], ['consignments[1].deliveryPointId']],
    ['an id twice', [wish('a', undefined, 'x'), wish('b', undefined, 'x')], ['consignments[1].id']],
    ['a consignment without lines', [wish('a', [])], ['consignments[0].lines']],
    [
      'a material twice',
      [
        wish('a', [
          ['leaflet', 1],
          ['leaflet', 2],
        ]),
      ],
      ['consignments[0].lines[1].materialId'],
    ],
    [
      'too many pieces',
      [wish('a', [['leaflet', 1_000_000_001]])],
      ['consignments[0].lines[0].quantity'],
    ],
    [
      'too many consignments',
      Array.from({ length: 2_001 }, (_, index) => wish(`p${index}`)),
      ['consignments'],
    ],
  ])('%s', (_name, consignments, paths) => {
    expect(findDraftFaults(consignments).map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    ['print', ['m'], false],
    ['outdoor', ['m'], false],
    ['broadcast', ['m'], true],
    ['print', ['other'], true],
  ] as const)('takes a %s material of a campaign with %j: fault %s', (kind, ids, fault) => {
    const found = findMaterialFault({ id: 'm', name: 'Letak', kind }, ids);
    expect(found !== undefined).toBe(fault);
  });

  it.each([
    ['2026-04-01T00:00:00.000Z', false],
    ['2026-01-01T00:00:00.000Z', false],
    ['1999-04-01T00:00:00.000Z', true],
    ['2999-04-01T00:00:00.000Z', true],
    [null, false],
    [undefined, false],
  ])('expects an arrival at %s: refused %s', (expectedAt, refused) => {
    const check = () => checkExpectedAt(expectedAt, NOW, 'expectedAt');
    if (refused) expect(check).toThrow(Problem);
    else expect(check).not.toThrow();
  });
});

describe('a list of consignments given anew', () => {
  const present = [
    { id: '1', deliveryPointId: 'a' },
    { id: '2', deliveryPointId: 'b' },
  ];

  it('keeps the consignment of a point, makes what is new and removes what is gone', () => {
    const { removedIds, consignments } = reconcile(present, [wish('c'), wish('b')]);
    expect(removedIds).toEqual(['1']);
    expect(consignments.map(({ id, kept }) => [id, kept])).toEqual([
      [undefined, false],
      ['2', true],
    ]);
  });

  it('makes another consignment for a point where another id is named', () => {
    const { removedIds, consignments } = reconcile(present, [wish('a', undefined, '9')]);
    expect(removedIds).toEqual(['1', '2']);
    expect(consignments.map(({ id, kept }) => [id, kept])).toEqual([['9', false]]);
  });

  it('does not move a consignment to another point', () => {
    expect(() => reconcile(present, [wish('c', undefined, '1')])).toThrow(Problem);
  });

  it('accounts for every present consignment once and every wish once', () => {
    const POINTS = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    expect(() =>
      fc.assert(
        fc.property(POINTS, POINTS, (before, after) => {
          const there = before.map((deliveryPointId) => ({
            id: `id-${deliveryPointId}`,
            deliveryPointId,
          }));
          const { removedIds, consignments } = reconcile(
            there,
            after.map((point) => wish(point)),
          );
          const kept = consignments.filter((each) => each.kept);
          return (
            removedIds.length + kept.length === before.length &&
            consignments.every((each, index) => each.wish.deliveryPointId === after[index])
          );
        }),
      ),
    ).not.toThrow();
  });
});
