import { LANGUAGES, type Language } from '../platform/http/language.js';
import { describeRecipient } from './paper-parties.js';
import { describeWaybill, type WaybillFacts, type WaybillLine } from './waybill-document.js';

const LINE: WaybillLine = {
  material: 'Letak za decu',
  materialLanguage: 'hu',
  unit: 'kom',
  packSize: 100,
  fullPacks: 12,
  loosePieces: 50,
  pieces: 1_250,
  weightGrams: 5_625,
  lots: [
    { lotNumber: 'L-1', pieces: 1_000 },
    { lotNumber: 'L-2', pieces: 250 },
  ],
};
const POSTER: WaybillLine = {
  ...LINE,
  material: 'Plakat',
  packSize: 1,
  fullPacks: 0,
  loosePieces: 40,
  pieces: 40,
  weightGrams: 0,
  lots: [{ lotNumber: 'P-1', pieces: 40 }],
};

const POINT = {
  name: 'OŠ Đura Jakšić',
  address: 'Šumadijska 1',
  postcode: '32000',
  settlement: 'Čačak',
  contact: { person: 'Jelena Šćekić', phone: '+381 32 123' },
  hours: '8–14',
  confidential: false,
};

function facts(more: Partial<WaybillFacts> = {}): WaybillFacts {
  return {
    number: 'DOM-2026-000123-3',
    campaign: 'STOP Trafficking in Children',
    funders: ['European Union', 'OAK Foundation'],
    isConfidential: false,
    batch: '7F3A9C21',
    stop: 3,
    printedOn: '2026-11-24',
    dispatchedOn: '2026-11-23',
    expectedOn: '2026-11-30',
    mode: 'courier',
    carrier: 'Pošta Srbije',
    vehicle: 'BG-123-AB',
    driver: 'Dragan Živković',
    sender: {
      name: 'Magacin Beograd',
      municipality: 'Čukarica',
      person: 'Milan',
      phone: '+381 11 222',
      email: undefined,
    },
    recipient: describeRecipient(POINT, 'Čačak', 'sr-Latn'),
    lines: [LINE],
    packages: 3,
    ...more,
  };
}

/** Every text of the document, in its order. */
function read(more: Partial<WaybillFacts> = {}, language: Language = 'en'): string {
  const texts: string[] = [];
  JSON.stringify(describeWaybill(facts(more), language), (key, value: unknown) => {
    if (['text', 'pageNumber', 'content'].includes(key) && typeof value === 'string') {
      texts.push(value);
    }
    return value;
  });
  return texts.join(' | ').replaceAll('\u00A0', ' ');
}

describe('a waybill', () => {
  it.each([
    ['its number, to read and to scan', /DOM-2026-000123-3.*DOM-2026-000123-3/],
    ['its pages', /Page \{page\} of \{pages\}/],
    ['the sender', /From \| Magacin Beograd \| Municipality: Čukarica/],
    ['whom to tell of differences', /Contact: Milan \| Phone: \+381 11 222/],
    ['the recipient', /To \| OŠ Đura Jakšić \| Šumadijska 1 \| 32000 Čačak \| Municipality: Čačak/],
    ['whom to ask for, and when', /Contact: Jelena Šćekić \| Phone: \+381 32 123 \| Open: 8–14/],
    ['the campaign', /Campaign \| STOP Trafficking in Children/],
    ['the batch and its stop', /Batch \| 7F3A9C21, stop 3/],
    ['when it left', /Dispatched \| 23 November 2026/],
    ['when it is expected', /Expected \| 30 November 2026/],
    ['how many packages there are', /Packages \| 3/],
    ['how it travels', /Transport \| courier \| Carrier \| Pošta Srbije/],
    ['vehicle and driver', /Vehicle \| BG-123-AB \| Driver \| Dragan Živković/],
    ['material, language and unit', /Letak za decu \| Hungarian · kom/],
    ['print runs with their pieces', /Print run L-1: 1,000 \| Print run L-2: 250/],
    ['packs and loose pieces', /12 × 100\n50 × 1/],
    ['pieces and weight', /1,250 \| 5\.63 kg/],
    ['what is filled in by hand', /Delivered \| Damaged \| Missing \| Refused/],
    ['what to do with differences', /Count before you sign/],
    ['room for a note', /Note/],
    ['who signs', /Handed over by \| Received by \| Date and time \| .*Name \| .*Signature/],
    ['who pays', /funded by European Union, OAK Foundation\./],
    ['when it was printed', /Printed 24 November 2026/],
  ])('says %s', (_, words) => {
    expect(read()).toMatch(words);
  });

  it('adds up its lines, and says that the gross weight is a sum', () => {
    const text = read({ lines: [LINE, { ...LINE, pieces: 750, weightGrams: 3_375 }] });
    expect(text).toMatch(/Total \| .*2,000 \| 9 kg/);
    expect(text).toContain('Gross weight as the sum of the pieces’ weights, without packaging.');
  });

  it('does not take a weight that is not recorded for nothing', () => {
    const text = read({ lines: [LINE, POSTER] });
    expect(text).toMatch(/40 × 1 \| 40 \| —/);
    expect(text).toContain('without materials of which no weight is recorded');
  });

  it('leaves boxes for what is not known yet', () => {
    const text = read({
      dispatchedOn: undefined,
      expectedOn: undefined,
      packages: undefined,
      carrier: null,
      vehicle: null,
      driver: null,
    });
    expect(text).toMatch(/Dispatched \| {3}\| Expected \| {3}\| Packages \| {3}\|/);
    expect(text).toMatch(/Carrier \| {3}\| Vehicle \| {3}\| Driver \| {3}\|/);
    expect(text).not.toMatch(/null|undefined/);
  });

  it('to a confidential point names lines, and neither campaign, funders nor the place', () => {
    const point = { ...POINT, name: 'Sigurna kuća', confidential: true };
    const text = read({
      isConfidential: true,
      recipient: describeRecipient(point, 'Čačak', 'sr-Latn'),
    });
    expect(text).toContain('To | Jelena Šćekić | Šumadijska 1');
    expect(text).toContain('Letak za decu');
    expect(text).not.toMatch(/STOP|Campaign|European|OAK|funded|Sigurna|Open/);
  });

  it('is written in Cyrillic, but for what is nobody’s in Cyrillic', () => {
    const text = read({}, 'sr-Cyrl');
    expect(text).toContain('Товарни лист');
    expect(text).toContain('Страна {page} од {pages}');
    expect(text).toContain('мађарски · ком');
    expect(text).toContain('STOP Trafficking in Children');
    expect(text).toContain('Отпремљено | 23. 11. 2026.');
  });

  it.each(LANGUAGES)('leaves nothing to fill in, in %s, but page numbers', (language) => {
    const marks = read({}, language).match(/\{\w+\}/g);
    expect(marks).toEqual(['{page}', '{pages}']);
  });
});
