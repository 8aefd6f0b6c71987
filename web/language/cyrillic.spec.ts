import { findLatinLeft, writeInCyrillic, writeWordsInCyrillic } from './cyrillic.js';

describe('Serbian Cyrillic made from Latin', () => {
  it.each([
    ['Ljubav, Njegoš, DŽUNGLA i džep', 'Љубав, Његош, ЏУНГЛА и џеп'],
    ['Đorđe šalje žuti ćilim u Čačak', 'Ђорђе шаље жути ћилим у Чачак'],
    [
      'Injekcija, konjunktura, konjugacija i Tanjug',
      'Инјекција, конјунктура, конјугација и Танјуг',
    ],
    ['nadživeti nadžnjeti odžaliti', 'надживети наджњети оджалити'],
    ['Plaća OAK Foundation, u PDF i na A4', 'Плаћа OAK Foundation, у PDF и на A4'],
    ['{{count}} komada za <1>{{name}}</1>', '{{count}} комада за <1>{{name}}</1>'],
    [
      'Pokrenite `npm run demo` pa otvorite https://primer.example',
      'Покрените `npm run demo` па отворите https://primer.example',
    ],
    ['Pišite na ana@example.org', 'Пишите на ana@example.org'],
    ['Vidi $t(save)', 'Види $t(save)'],
    ['A4papir i PDFovi', 'А4папир и ПДФови'],
  ])('%s → %s', (latin, cyrillic) => {
    expect(writeInCyrillic(latin)).toBe(cyrillic);
  });

  it('goes through groups and leaves keys', () => {
    expect(writeWordsInCyrillic({ title: 'Danas', states: { open: 'otvorena' } })).toEqual({
      title: 'Данас',
      states: { open: 'отворена' },
    });
  });

  it('tells what was left in Latin', () => {
    expect(findLatinLeft('Отвори workshop {{name}} у PDF')).toEqual(['workshop']);
  });
});
