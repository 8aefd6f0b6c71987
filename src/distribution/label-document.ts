/**
 * The label of one package, on A6: where it goes in the largest type, then to whom, which of how many it is, and its code
 * to scan and to read out. Every label has the same form, whoever receives it, and says neither what is inside nor whose campaign it
 * is: a label that left out more than others would tell a confidential point by what is missing.
 */
import type { Language } from '../platform/http/language.js';
import type { PaperForm, PaperNode, PaperSheet } from '../platform/paper/paper.js';
import { groupPackageCode, writePackageCode, writePackageScan } from './package-code.js';
import type { Recipient } from './paper-parties.js';
import { sayWord } from './paper-words.js';
import { writeNumber, writeWeight } from './paper-writing.js';

export interface LabelFacts {
  readonly waybillNumber: string;
  /** From 1. */
  readonly number: number;
  /** Packages of the consignment. */
  readonly count: number;
  readonly recipient: Recipient;
  /** Of the whole consignment: what lies in which package is not recorded. */
  readonly consignmentWeightGrams: number;
}

const MARGIN_POINTS = 14;
const WIDTH_POINTS = 269;
const SMALL_POINTS = 7.5;

// What is scanned has its place at the foot, with the light margins that scanners need around it.
const CODES_TOP_POINTS = 266;
const QR_POINTS = 68;
const QR_MARGIN_POINTS = 13;
const CODE_HEIGHT_POINTS = 44;

export function describeLabelForm(title: string, language: Language): PaperForm {
  return {
    title,
    language,
    pageSize: 'A6',
    margins: [MARGIN_POINTS, MARGIN_POINTS, MARGIN_POINTS, MARGIN_POINTS],
    fontSizePoints: 10,
  };
}

export function describeLabel(facts: LabelFacts, language: Language): PaperSheet {
  return {
    content: [
      ...describeDestination(facts, language),
      ...describeRecipient(facts.recipient, language),
      describeCodes(facts, language),
    ],
  };
}

function describeDestination(facts: LabelFacts, language: Language): PaperNode[] {
  const { place, municipality } = facts.recipient;
  const number = sayWord('packageOf', language, {
    number: writeNumber(facts.number, language),
    count: writeNumber(facts.count, language),
  });
  return [
    {
      text: place,
      bold: true,
      fontSize: fitSize(place, [19, 24], [24, 20], [34, 16], [60, 12], 7),
    },
    {
      columnGap: 8,
      columns: [
        {
          width: 145,
          text: sayWord('municipality', language, { name: municipality }),
          fontSize: 9.5,
          margin: [0, 4, 0, 0],
        },
        {
          width: '*',
          alignment: 'right',
          noWrap: true,
          text: [
            { text: `${sayWord('package', language)}  ` },
            { text: number, bold: true, fontSize: facts.count < 100 ? 20 : 15 },
          ],
        },
      ],
    },
    ruleOff(4),
  ];
}

function describeRecipient(recipient: Recipient, language: Language): PaperNode[] {
  const { name, address, person, phone } = recipient;
  return [
    { text: sayWord('recipient', language), fontSize: SMALL_POINTS, margin: [0, 6, 0, 0] },
    {
      text: name,
      bold: true,
      fontSize: fitSize(name, [40, 18], [80, 15], [130, 11], [200, 8.5], 6.5),
    },
    {
      text: address,
      fontSize: fitSize(address, [60, 14], [110, 11], [180, 9], 6.5),
      margin: [0, 2, 0, 0],
    },
    ...(person === undefined
      ? []
      : [{ text: person, fontSize: fitSize(person, [60, 12], [110, 9], 6.5) }]),
    ...(phone === undefined
      ? []
      : [{ text: phone, bold: true, fontSize: fitSize(phone, [24, 14], [40, 11], 8) }]),
  ];
}

/** At the foot, wherever the address ends, so that whoever scans a stack of packages finds it in one place. */
function describeCodes(facts: LabelFacts, language: Language): PaperNode {
  const identity = { waybillNumber: facts.waybillNumber, number: facts.number };
  const code = writePackageCode(identity);
  const words: PaperNode = {
    width: '*',
    stack: [
      { text: sayWeight(facts, language), fontSize: 9.5 },
      { text: `${sayWord('waybill', language)} ${facts.waybillNumber}`, fontSize: 9.5 },
      { text: sayWord('shortCode', language), fontSize: SMALL_POINTS, margin: [0, 7, 0, 0] },
      { text: groupPackageCode(code), bold: true, fontSize: 19, noWrap: true },
    ],
  };
  return {
    absolutePosition: { x: MARGIN_POINTS, y: CODES_TOP_POINTS },
    stack: [
      ruleOff(0),
      {
        margin: [0, QR_MARGIN_POINTS, 0, QR_MARGIN_POINTS],
        columnGap: QR_MARGIN_POINTS,
        columns: [
          words,
          {
            width: QR_POINTS,
            code: 'qr',
            content: writePackageScan(identity),
            widthPoints: QR_POINTS,
            heightPoints: QR_POINTS,
          },
        ],
      },
      {
        code: 'code128',
        content: code,
        widthPoints: WIDTH_POINTS,
        heightPoints: CODE_HEIGHT_POINTS,
      },
    ],
  };
}

function sayWeight(facts: LabelFacts, language: Language): string {
  const weight = writeWeight(facts.consignmentWeightGrams, language);
  if (weight === undefined) return ' ';
  const what =
    facts.count === 1
      ? sayWord('weight', language)
      : sayWord('consignmentWeight', language, { count: writeNumber(facts.count, language) });
  return `${what}: ${weight}`;
}

function ruleOff(topPoints: number): PaperNode {
  return {
    lineWidthPoints: 1.2,
    lengthPoints: WIDTH_POINTS,
    margin: [0, topPoints, 0, 0],
  };
}

/** The size of the first step whose length the text does not exceed, so that the longest still fits its place. */
function fitSize(
  text: string,
  ...steps: readonly [...(readonly [maximumLength: number, points: number])[], number]
): number {
  const sizes = steps.slice(0, -1) as (readonly [number, number])[];
  const smallest = steps.at(-1) as number;
  return sizes.find(([maximumLength]) => text.length <= maximumLength)?.[1] ?? smallest;
}
