/**
 * Every word that stands on paper, in English and Serbian Latin; Serbian Cyrillic is transliterated. `{…}` are
 * filled in where the word is used.
 */
import { toCyrillic } from '../script.js';
import type { Language } from '../platform/http/language.js';
import type { Text } from '../problem.js';
import type { TransportMode } from './transport-mode.js';

const WORDS = {
  waybill: { en: 'Waybill', sr: 'Tovarni list' },
  waybills: { en: 'Waybills', sr: 'Tovarni listovi' },
  labels: { en: 'Package labels', sr: 'Nalepnice za pakete' },
  page: { en: 'Page {page} of {pages}', sr: 'Strana {page} od {pages}' },
  sender: { en: 'From', sr: 'Pošiljalac' },
  recipient: { en: 'To', sr: 'Primalac' },
  municipality: { en: 'Municipality: {name}', sr: 'Opština: {name}' },
  contact: { en: 'Contact', sr: 'Kontakt' },
  phone: { en: 'Phone', sr: 'Telefon' },
  hours: { en: 'Open', sr: 'Radno vreme' },
  campaign: { en: 'Campaign', sr: 'Kampanja' },
  batch: { en: 'Batch', sr: 'Tura' },
  stop: { en: '{batch}, stop {number}', sr: '{batch}, isporuka {number}' },
  issued: { en: 'Printed', sr: 'Odštampano' },
  dispatched: { en: 'Dispatched', sr: 'Otpremljeno' },
  expected: { en: 'Expected', sr: 'Očekuje se' },
  mode: { en: 'Transport', sr: 'Prevoz' },
  carrier: { en: 'Carrier', sr: 'Prevoznik' },
  vehicle: { en: 'Vehicle', sr: 'Vozilo' },
  driver: { en: 'Driver', sr: 'Vozač' },
  packages: { en: 'Packages', sr: 'Paketa' },
  material: { en: 'Material', sr: 'Materijal' },
  lot: { en: 'Print run', sr: 'Serija' },
  packing: { en: 'Packs × pieces', sr: 'Pakovanja × komada' },
  pieces: { en: 'Pieces', sr: 'Komada' },
  weight: { en: 'Weight', sr: 'Težina' },
  delivered: { en: 'Delivered', sr: 'Primljeno' },
  damaged: { en: 'Damaged', sr: 'Oštećeno' },
  missing: { en: 'Missing', sr: 'Nedostaje' },
  refused: { en: 'Refused', sr: 'Odbijeno' },
  total: { en: 'Total', sr: 'Ukupno' },
  gross: {
    en: 'Gross weight as the sum of the pieces’ weights, without packaging.',
    sr: 'Bruto težina kao zbir težina komada, bez ambalaže.',
  },
  grossIncomplete: {
    en: 'Gross weight as the sum of the pieces’ weights, without packaging and without materials of which no weight is recorded (—).',
    sr: 'Bruto težina kao zbir težina komada, bez ambalaže i bez materijala čija težina nije upisana (—).',
  },
  note: { en: 'Note', sr: 'Napomena' },
  differences: {
    en: 'Count before you sign. Write what is damaged, missing or refused beside its line, in pieces, and say so to the sender on the same day. Each side keeps a copy.',
    sr: 'Prebrojte pre potpisa. Ono što je oštećeno, što nedostaje ili što ne primate upišite u komadima pored stavke i javite pošiljaocu istog dana. Svaka strana zadržava po primerak.',
  },
  handedOver: { en: 'Handed over by', sr: 'Predao' },
  received: { en: 'Received by', sr: 'Primio' },
  dateAndTime: { en: 'Date and time', sr: 'Datum i vreme' },
  name: { en: 'Name', sr: 'Ime i prezime' },
  signature: { en: 'Signature', sr: 'Potpis' },
  funders: {
    en: 'The campaign is funded by {names}.',
    sr: 'Finansijska podrška kampanji: {names}.',
  },
  package: { en: 'Package', sr: 'Paket' },
  packageOf: { en: '{number} of {count}', sr: '{number} od {count}' },
  consignmentWeight: {
    en: 'Weight of all {count} packages',
    sr: 'Težina svih paketa ({count})',
  },
  shortCode: { en: 'Code to read out', sr: 'Šifra za čitanje' },
} as const satisfies Record<string, Text>;

const MODES: Readonly<Record<TransportMode, Text>> = {
  own_vehicle: { en: 'own vehicle', sr: 'sopstveno vozilo' },
  courier: { en: 'courier', sr: 'kurirska služba' },
  post: { en: 'post', sr: 'pošta' },
  bus: { en: 'bus', sr: 'autobus' },
  partner: { en: 'partner', sr: 'partner' },
  other: { en: 'other', sr: 'drugo' },
};

type Word = keyof typeof WORDS;

/** The word in the language, with `{…}` filled in; what is filled in stays as it is. */
export function sayWord(
  word: Word,
  language: Language,
  facts: Readonly<Record<string, string>> = {},
): string {
  return fill(WORDS[word], language, facts);
}

export function nameMode(mode: TransportMode, language: Language): string {
  return fill(MODES[mode], language, {});
}

function fill(text: Text, language: Language, facts: Readonly<Record<string, string>>): string {
  const chosen = language === 'en' ? text.en : text.sr;
  return chosen
    .split(/(\{\w+\})/)
    .map((piece) => {
      if (piece.startsWith('{')) return facts[piece.slice(1, -1)] ?? piece;
      return language === 'sr-Cyrl' ? toCyrillic(piece) : piece;
    })
    .join('');
}
