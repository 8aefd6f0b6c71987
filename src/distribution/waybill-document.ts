/**
 * The waybill: one consignment, on A4, in black on white. It names both sides, how it travels and every line with its print
 * runs, and leaves room to write down by hand what arrived, and who signed for it. What goes to a confidential point
 * is counted and signed for like anything else, so its lines stand there, but not whose campaign it is.
 */
import type { Language } from '../platform/http/language.js';
import type { PaperForm, PaperNode, PaperSheet, PaperText } from '../platform/paper/paper.js';
import type { Day } from '../time.js';
import type { Recipient, Sender } from './paper-parties.js';
import { nameMode, sayWord } from './paper-words.js';
import {
  nameLanguage,
  writeDay,
  writeName,
  writeNumber,
  writeTitle,
  writeWeight,
} from './paper-writing.js';
import type { TransportMode } from './transport-mode.js';

export interface WaybillLine {
  readonly material: string;
  /** BCP 47. */
  readonly materialLanguage: string;
  readonly unit: string;
  readonly packSize: number;
  readonly fullPacks: number;
  readonly loosePieces: number;
  readonly pieces: number;
  /** Of all its pieces; 0 where none is recorded. */
  readonly weightGrams: number;
  readonly lots: readonly { readonly lotNumber: string; readonly pieces: number }[];
}

export interface WaybillFacts {
  readonly number: string;
  readonly campaign: string;
  readonly funders: readonly string[];
  readonly isConfidential: boolean;
  /** How people call the batch. */
  readonly batch: string;
  /** Of the consignment in the batch, from 1. */
  readonly stop: number;
  readonly printedOn: Day;
  readonly dispatchedOn: Day | undefined;
  readonly expectedOn: Day | undefined;
  readonly mode: TransportMode;
  readonly carrier: string | null;
  readonly vehicle: string | null;
  readonly driver: string | null;
  readonly sender: Sender;
  readonly recipient: Recipient;
  readonly lines: readonly WaybillLine[];
  /** Undefined before they are packed. */
  readonly packages: number | undefined;
}

const MARGIN_POINTS = 36;
const WIDTH_POINTS = 523;
const SMALL_POINTS = 7.5;
const QR_POINTS = 62;
/** Wide enough for the light margin of four modules that a QR code needs below it. */
const BELOW_HEADER_POINTS = 12;

// Widths are fixed, so that a word without end is broken instead of widening its table over the page's edge.
const HALF_POINTS = 252.6;
const QUARTER_POINTS = 122;
const LINE_WIDTHS_POINTS = [141, 56, 40, 48, 42, 40, 44, 42];

export function describeWaybillForm(title: string, language: Language): PaperForm {
  return {
    title,
    language,
    pageSize: 'A4',
    margins: [MARGIN_POINTS, 116, MARGIN_POINTS, 52],
    fontSizePoints: 9.5,
  };
}

export function describeWaybill(facts: WaybillFacts, language: Language): PaperSheet {
  return {
    header: describeHeader(facts, language),
    content: [
      describeParties(facts, language),
      describeTransport(facts, language),
      describeLines(facts, language),
      { text: sayGross(facts, language), fontSize: SMALL_POINTS, margin: [0, 3, 0, 0] },
      describeSigning(language),
    ],
    footer: describeFooter(facts, language),
  };
}

function describeHeader(facts: WaybillFacts, language: Language): PaperNode {
  const title: PaperNode = {
    width: '*',
    stack: [
      { text: sayWord('waybill', language), fontSize: 12 },
      { text: facts.number, fontSize: 24, bold: true },
      { pageNumber: sayWord('page', language), fontSize: 9.5 },
    ],
  };
  const code: PaperNode = {
    width: QR_POINTS,
    code: 'qr',
    content: facts.number,
    widthPoints: QR_POINTS,
    heightPoints: QR_POINTS,
  };
  return {
    margin: [MARGIN_POINTS, 30, MARGIN_POINTS, 0],
    stack: [
      { columns: [title, code] },
      { lineWidthPoints: 1.2, lengthPoints: WIDTH_POINTS, margin: [0, BELOW_HEADER_POINTS, 0, 0] },
    ],
  };
}

function describeParties(facts: WaybillFacts, language: Language): PaperNode {
  const { sender, recipient } = facts;
  const inMunicipality = (name: string): string => sayWord('municipality', language, { name });
  return {
    layout: 'grid',
    margin: [0, 0, 0, 8],
    table: {
      widths: [HALF_POINTS, HALF_POINTS],
      dontBreakRows: true,
      body: [
        [
          {
            stack: [
              writeLabel(sayWord('sender', language)),
              { text: sender.name, fontSize: 11, bold: true },
              { text: inMunicipality(sender.municipality) },
              ...listPresent(language, { contact: sender.person, phone: sender.phone }),
              ...(sender.email === undefined ? [] : [{ text: sender.email }]),
            ],
          },
          {
            stack: [
              writeLabel(sayWord('recipient', language)),
              { text: recipient.name, fontSize: 11, bold: true },
              { text: recipient.address },
              { text: recipient.place, bold: true },
              { text: inMunicipality(recipient.municipality) },
              ...listPresent(language, {
                contact: recipient.person,
                phone: recipient.phone,
                hours: recipient.hours,
              }),
            ],
          },
        ],
      ],
    },
  };
}

function listPresent(
  language: Language,
  values: Readonly<Partial<Record<'contact' | 'phone' | 'hours', string | undefined>>>,
): PaperText[] {
  return (['contact', 'phone', 'hours'] as const).flatMap((word) => {
    const value = values[word];
    return value === undefined ? [] : [{ text: `${sayWord(word, language)}: ${value}` }];
  });
}

/** What is not known yet stays an empty box, to be written in by hand. */
function describeTransport(facts: WaybillFacts, language: Language): PaperNode {
  const day = (value: Day | undefined): string =>
    value === undefined ? '' : writeDay(value, language);
  const batch = sayWord('stop', language, { batch: facts.batch, number: String(facts.stop) });
  const rows: PaperNode[][] = [
    [
      box(sayWord('batch', language), batch),
      box(sayWord('dispatched', language), day(facts.dispatchedOn)),
      box(sayWord('expected', language), day(facts.expectedOn)),
      box(
        sayWord('packages', language),
        facts.packages === undefined ? '' : writeNumber(facts.packages, language),
      ),
    ],
    [
      box(sayWord('mode', language), nameMode(facts.mode, language)),
      box(sayWord('carrier', language), writeTitle(facts.carrier ?? '', language)),
      box(sayWord('vehicle', language), writeTitle(facts.vehicle ?? '', language)),
      box(sayWord('driver', language), writeName(facts.driver ?? '', language)),
    ],
  ];
  if (!facts.isConfidential) {
    const campaign = box(sayWord('campaign', language), writeTitle(facts.campaign, language));
    rows.unshift([{ ...campaign, colSpan: 4 }, EMPTY, EMPTY, EMPTY]);
  }
  return {
    layout: 'grid',
    margin: [0, 0, 0, 8],
    table: {
      widths: Array.from({ length: 4 }, () => QUARTER_POINTS),
      dontBreakRows: true,
      body: rows,
    },
  };
}

function describeLines(facts: WaybillFacts, language: Language): PaperNode {
  const byHand = (['delivered', 'damaged', 'missing', 'refused'] as const).map((word) =>
    writeLabel(sayWord(word, language), 'center'),
  );
  const heading = [
    writeLabel(sayWord('material', language)),
    writeLabel(sayWord('packing', language)),
    writeLabel(sayWord('pieces', language), 'right'),
    writeLabel(sayWord('weight', language), 'right'),
    ...byHand,
  ];
  const total = facts.lines.reduce((sum, { pieces }) => sum + pieces, 0);
  const weightGrams = facts.lines.reduce((sum, line) => sum + line.weightGrams, 0);
  const totals: PaperNode[] = [
    { text: sayWord('total', language), bold: true, colSpan: 2 },
    EMPTY,
    { text: writeNumber(total, language), alignment: 'right', bold: true },
    { text: writeWeight(weightGrams, language) ?? '—', alignment: 'right', bold: true },
    ...byHand.map(() => EMPTY),
  ];
  return {
    layout: 'grid',
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: LINE_WIDTHS_POINTS,
      body: [heading, ...facts.lines.map((line) => describeLine(line, language)), totals],
    },
  };
}

function describeLine(line: WaybillLine, language: Language): PaperNode[] {
  const kind = `${nameLanguage(line.materialLanguage, language)} · ${writeName(line.unit, language)}`;
  const material: PaperNode = {
    stack: [
      { text: writeName(line.material, language), bold: true },
      { text: kind, fontSize: SMALL_POINTS },
      ...line.lots.map(({ lotNumber, pieces }) => ({
        text: `${sayWord('lot', language)} ${lotNumber}: ${writeNumber(pieces, language)}`,
        fontSize: SMALL_POINTS,
      })),
    ],
  };
  return [
    material,
    { text: writePacking(line, language) },
    { text: writeNumber(line.pieces, language), alignment: 'right', bold: true },
    { text: writeWeight(line.weightGrams, language) ?? '—', alignment: 'right' },
    EMPTY,
    EMPTY,
    EMPTY,
    EMPTY,
  ];
}

/** Packs first, then what lies loose: `12 × 100`, `50 × 1`. */
function writePacking(line: WaybillLine, language: Language): string {
  const { fullPacks, loosePieces, packSize } = line;
  const write = (count: number, size: number): string =>
    `${writeNumber(count, language)} × ${writeNumber(size, language)}`;
  return [
    ...(fullPacks > 0 ? [write(fullPacks, packSize)] : []),
    ...(loosePieces > 0 ? [write(loosePieces, 1)] : []),
  ].join('\n');
}

function sayGross(facts: WaybillFacts, language: Language): string {
  const isComplete = facts.lines.every(({ weightGrams }) => weightGrams > 0);
  return sayWord(isComplete ? 'gross' : 'grossIncomplete', language);
}

/** Together on one page: whoever signs sees what is to be done with differences, and has room to note them. */
function describeSigning(language: Language): PaperNode {
  return {
    unbreakable: true,
    margin: [0, 10, 0, 0],
    stack: [
      { text: sayWord('differences', language), margin: [0, 0, 0, 6] },
      {
        layout: 'frame',
        margin: [0, 0, 0, 8],
        table: { widths: ['*'], heights: 46, body: [[writeLabel(sayWord('note', language))]] },
      },
      {
        layout: 'grid',
        table: {
          widths: [HALF_POINTS, HALF_POINTS],
          heights: ['auto', 30, 30, 38],
          body: [
            [
              { text: sayWord('handedOver', language), bold: true },
              { text: sayWord('received', language), bold: true },
            ],
            ...(['dateAndTime', 'name', 'signature'] as const).map((word) => [
              writeLabel(sayWord(word, language)),
              writeLabel(sayWord(word, language)),
            ]),
          ],
        },
      },
    ],
  };
}

function describeFooter(facts: WaybillFacts, language: Language): PaperNode {
  const names = facts.funders.map((funder) => writeTitle(funder, language)).join(', ');
  const funders = sayWord('funders', language, { names });
  const printed = `${sayWord('issued', language)} ${writeDay(facts.printedOn, language)}`;
  return {
    margin: [MARGIN_POINTS, 12, MARGIN_POINTS, 0],
    fontSize: SMALL_POINTS,
    columnGap: 12,
    columns: [
      { width: '*', text: facts.isConfidential || names === '' ? '' : funders },
      { width: 'auto', text: `${facts.number} · ${printed}`, alignment: 'right' },
    ],
  };
}

const EMPTY: PaperText = { text: '' };

function writeLabel(text: string, alignment: 'left' | 'center' | 'right' = 'left'): PaperText {
  return { text, fontSize: SMALL_POINTS, alignment };
}

function box(label: string, value: string): PaperNode {
  return { stack: [writeLabel(label), { text: value === '' ? ' ' : value }] };
}
