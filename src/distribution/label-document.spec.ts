import { LANGUAGES, type Language } from '../platform/http/language.js';
import { describeLabel, type LabelFacts } from './label-document.js';
import { describeRecipient } from './paper-parties.js';

const POINT = {
  name: 'OŠ Đura Jakšić',
  address: 'Šumadijska 1',
  postcode: '32000',
  settlement: 'Čačak',
  contact: { person: 'Jelena Šćekić', phone: '+381 32 123' },
  hours: '8–14',
  confidential: false,
};

function facts(more: Partial<LabelFacts> = {}): LabelFacts {
  return {
    waybillNumber: 'DOM-2026-000123-3',
    number: 2,
    count: 3,
    recipient: describeRecipient(POINT, 'Čačak', 'sr-Latn'),
    consignmentWeightGrams: 12_345,
    ...more,
  };
}

function read(more: Partial<LabelFacts> = {}, language: Language = 'en'): string {
  const texts: string[] = [];
  JSON.stringify(describeLabel(facts(more), language), (key, value: unknown) => {
    if (['text', 'content'].includes(key) && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join(' | ').replaceAll('\u00A0', ' ');
}

describe('a package label', () => {
  it.each([
    ['where to', /^32000 Čačak \| Municipality: Čačak/],
    ['which of how many', /Package {3}\| 2 of 3/],
    ['to whom', /To \| OŠ Đura Jakšić \| Šumadijska 1 \| Jelena Šćekić \| \+381 32 123/],
    ['its waybill', /Waybill DOM-2026-000123-3/],
    ['its code, to read out', /Code to read out \| 2600 0123 0024/],
    ['its code, to scan', /\| DOM-2026-000123-3\/2 \| 260001230024$/],
  ])('says %s', (_, words) => {
    expect(read()).toMatch(words);
  });

  it.each([
    [1, 12_345, 'Weight: 12.35 kg'],
    [3, 12_345, 'Weight of all 3 packages: 12.35 kg'],
  ])('of %i package(s) weighs no more than is known', (count, consignmentWeightGrams, words) => {
    expect(read({ number: 1, count, consignmentWeightGrams })).toContain(words);
  });

  it('says nothing of a weight that is not recorded', () => {
    expect(read({ consignmentWeightGrams: 0 })).not.toMatch(/Weight|kg/);
  });

  it('without telephone and postcode leaves them out', () => {
    const point = { ...POINT, postcode: null, contact: null };
    const text = read({ recipient: describeRecipient(point, 'Čačak', 'sr-Latn') });
    expect(text).toMatch(/^Čačak \|/);
    expect(text).toMatch(/Šumadijska 1 \| Weight/);
  });

  it('is of one form, whether the point is confidential or not', () => {
    const strip = (confidential: boolean): unknown => {
      const point = { ...POINT, name: 'Jelena Šćekić', confidential };
      const recipient = describeRecipient(point, 'Čačak', 'sr-Latn');
      return describeLabel(facts({ recipient: { ...recipient, person: undefined } }), 'en');
    };
    expect(strip(true)).toEqual(strip(false));
  });

  it('for a confidential point says what the carrier needs, and no more', () => {
    const point = { ...POINT, name: 'Sigurna kuća', confidential: true };
    const text = read({ recipient: describeRecipient(point, 'Čačak', 'sr-Latn') });
    expect(text).toMatch(/To \| Jelena Šćekić \| Šumadijska 1 \| \+381 32 123 \| Weight/);
    expect(text).not.toMatch(/Sigurna|8–14/);
  });

  it.each(LANGUAGES)('leaves nothing to fill in, in %s', (language) => {
    expect(read({}, language)).not.toMatch(/[{}]|undefined|null/);
  });
});
