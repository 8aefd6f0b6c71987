import { listCalls } from './recall-calls.js';

const RECALL = {
  warehouses: [
    { warehouseId: 'w1', name: 'Magacin Beograd', onHand: 1200 },
    { warehouseId: 'w2', name: 'Magacin Niš', onHand: 0 },
  ],
  reserved: [
    { consignmentId: 'c1', deliveryPointId: 'p2', name: 'OŠ Sava', contact: null, quantity: 40 },
  ],
  inTransit: [
    {
      consignmentId: 'c2',
      deliveryPointId: 'p3',
      name: 'OŠ Drina',
      contact: { phone: '+381 1' },
      quantity: 50,
    },
  ],
  deliveryPoints: [
    {
      deliveryPointId: 'p1',
      name: 'Gimnazija',
      address: 'Ulica 1',
      contact: { person: 'Direktorka', phone: 7 },
      quantity: 150,
    },
  ],
};

const contactOf = (id: string) => (id === 'w1' ? { person: 'Čuvar', phone: '+381 2' } : null);

describe('a recall', () => {
  it('calls first where pieces can still be stopped, and nobody who has none', () => {
    expect(listCalls(RECALL, contactOf).map(({ where, name }) => [where, name])).toStrictEqual([
      ['warehouse', 'Magacin Beograd'],
      ['inTransit', 'OŠ Drina'],
      ['reserved', 'OŠ Sava'],
      ['delivered', 'Gimnazija'],
    ]);
  });

  it('shows of a contact what is text', () => {
    const [belgrade, drina, sava, gymnasium] = listCalls(RECALL, contactOf);
    expect(belgrade).toMatchObject({ phone: '+381 2', person: 'Čuvar' });
    expect(drina).toMatchObject({ phone: '+381 1', person: undefined });
    expect(sava).toMatchObject({ phone: undefined, person: undefined });
    expect(gymnasium).toMatchObject({ phone: undefined, person: 'Direktorka' });
  });

  it('leaves out no piece that somebody holds', () => {
    const sum = listCalls(RECALL, contactOf).reduce((total, { quantity }) => total + quantity, 0);
    expect(sum).toBe(1200 + 40 + 50 + 150);
  });
});
