import { type Balance, compareNeeds, suggestWarehouse } from './shortage.js';

const balance = (
  warehouseId: string,
  materialId: string,
  onHand: number,
  reserved = 0,
  state = 'usable',
): Balance => ({
  warehouseId,
  materialId,
  onHand,
  reserved,
  available: state === 'usable' ? onHand - reserved : 0,
  state,
});
const needs = [
  { materialId: 'leaflet', quantity: 500 },
  { materialId: 'poster', quantity: 10 },
];

describe('what is needed against what is there', () => {
  it('adds up the usable print runs of the warehouse and tells what is short', () => {
    const balances = [
      balance('a', 'leaflet', 300, 50),
      balance('a', 'leaflet', 100),
      balance('a', 'leaflet', 900, 0, 'blocked'),
      balance('b', 'leaflet', 1_000),
      balance('a', 'poster', 12),
    ];
    expect(compareNeeds(needs, balances, 'a')).toEqual([
      {
        materialId: 'leaflet',
        needed: 500,
        available: 350,
        reserved: 50,
        unusable: 900,
        short: 150,
      },
      { materialId: 'poster', needed: 10, available: 12, reserved: 0, unusable: 0, short: 0 },
    ]);
  });

  it('has nothing where the warehouse has none', () => {
    expect(compareNeeds(needs, [], 'a').map(({ short }) => short)).toEqual([500, 10]);
  });
});

describe('the warehouse that is suggested', () => {
  it.each<[string, Balance[], string]>([
    ['lacks least', [balance('a', 'leaflet', 100), balance('b', 'leaflet', 400)], 'b'],
    [
      'has more where several lack nothing',
      ['a', 'b'].flatMap((id) => [
        balance(id, 'leaflet', id === 'a' ? 500 : 900),
        balance(id, 'poster', 10),
      ]),
      'b',
    ],
    ['is the first where none has anything', [], 'a'],
  ])('%s', (_, balances, id) => {
    expect(suggestWarehouse(needs, balances, ['a', 'b'])).toBe(id);
  });

  it('is none where there is no warehouse', () => {
    expect(suggestWarehouse(needs, [], [])).toBeUndefined();
  });
});
