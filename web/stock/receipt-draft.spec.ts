import {
  findKnown,
  findMissingInReceipt,
  type ReceiptDraft,
  takeOrder,
  weighDraft,
} from './receipt-draft.js';

const EMPTY: ReceiptDraft = {
  orderId: null,
  materialId: null,
  lotNumber: '',
  warehouseId: null,
  day: '',
  supplier: '',
  deliveryNoteNumber: '',
  noted: '',
  counted: '',
  damaged: '',
  shares: { 'European Union': '', 'OAK Foundation': '' },
};
const LOT = { id: 'lot', materialId: 'leaflet', lotNumber: 'L-1' };
const ORDER = { ...LOT, id: 'order', expected: 20_000, supplier: 'Štamparija' };
const FULL: ReceiptDraft = {
  ...takeOrder(EMPTY, ORDER),
  warehouseId: 'belgrade',
  counted: 20_000,
};

describe('a delivery being written down', () => {
  it('takes from its order what the order says, and leaves what was counted', () => {
    expect(takeOrder({ ...EMPTY, counted: 7, warehouseId: 'nis' }, ORDER)).toStrictEqual({
      ...EMPTY,
      orderId: 'order',
      materialId: 'leaflet',
      lotNumber: 'L-1',
      supplier: 'Štamparija',
      counted: 7,
      warehouseId: 'nis',
    });
  });

  it('knows its run and its order by material and number', () => {
    const find = (draft: ReceiptDraft) => findKnown(draft, [LOT], [ORDER]);
    expect(find({ ...FULL, lotNumber: ' L-1 ' })).toStrictEqual({ lot: LOT, order: ORDER });
    expect(find({ ...FULL, lotNumber: 'L-2' })).toStrictEqual({
      lot: undefined,
      order: undefined,
    });
    expect(find({ ...FULL, materialId: 'poster' }).lot).toBeUndefined();
  });

  it.each([
    [{ materialId: null }, 'material'],
    [{ lotNumber: ' ' }, 'lotNumber'],
    [{ warehouseId: null }, 'warehouse'],
    [{ counted: '' }, 'counted'],
    [{ counted: 0 }, 'counted'],
    [{ counted: 10, damaged: 11 }, 'tooDamaged'],
    [{}, undefined],
  ])('with %j lacks %s', (change, missing) => {
    expect(findMissingInReceipt({ ...FULL, ...change }, { lot: LOT, order: ORDER })).toBe(missing);
  });

  it('asks who paid only where nobody knows yet', () => {
    const unknown = { lot: undefined, order: undefined };
    expect(findMissingInReceipt(FULL, unknown)).toBe('funding');
    expect(findMissingInReceipt(FULL, { ...unknown, lot: LOT })).toBeUndefined();
    const paid = { ...FULL, shares: { 'European Union': 60, 'OAK Foundation': 40 } };
    expect(findMissingInReceipt(paid, unknown)).toBeUndefined();
  });

  it('is weighed against note and order', () => {
    expect(weighDraft({ ...FULL, noted: 20_100, damaged: 50 }, ORDER)).toStrictEqual({
      sound: 19_950,
      againstNote: -100,
      stillToCome: 0,
    });
  });
});
