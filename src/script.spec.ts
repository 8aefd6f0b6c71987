import fc from 'fast-check';
import { toCyrillic, toLatin } from './script.js';

describe('the two scripts', () => {
  it.each([
    ['Чачак', 'Čačak'],
    ['Љиг', 'Ljig'],
    ['ЉИГ', 'LJIG'],
    ['Мали Иђош', 'Mali Iđoš'],
    ['Оџаци', 'Odžaci'],
    ['Врњачка Бања', 'Vrnjačka Banja'],
    ['ОШ „Ђура Јакшић“ бр. 5', 'OŠ „Đura Jakšić“ br. 5'],
    ['надживети', 'nadživeti'],
    ['Инјекција', 'Injekcija'],
    ['Танјуг', 'Tanjug'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it('keeps letters that Serbian lacks', () => {
    expect(toCyrillic('Erdőhegy 5')).toBe('Ердőхегy 5');
    expect(toLatin('Ёлка')).toBe('Ёlka');
  });

  it('comes back from Cyrillic unchanged, digraphs aside from stems that part', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('абвгдђежзијклљмнњопрстћуфхцчџш ')),
    });
    fc.assert(
      fc.property(letters, (text) => {
        fc.pre(!/[лн]ј|дж|коњуг|коњунк|ињек|тањуг|наџив|наџњ|наџањ|поџанр|оџал|оџив/u.test(text));
        expect(toCyrillic(toLatin(text))).toBe(text);
      }),
    );
  });
});
