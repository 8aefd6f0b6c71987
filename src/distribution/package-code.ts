/**
 * The package's code: what is read over the telephone from a label, and what its Code 128 holds. Only digits, in groups
 * of four: no two letters to confuse, in whichever language or script somebody spells them. It is the waybill's year (two digits),
 * its number (six to nine) and the package's (three), so the same label always bears the same code and no other does; then
 * a check digit by Damm's quasigroup (H. Michael Damm, 2004), which, unlike the waybill's own (Luhn takes 09 for 90), catches
 * every single wrong digit and every two neighbours exchanged.
 */
import { isWaybillNumber } from './waybill-number.js';

interface PackageIdentity {
  readonly waybillNumber: string;
  /** From 1 within the consignment. */
  readonly number: number;
}

const WAYBILL = /^DOM-20(\d{2})-(\d{6,9})-(\d)$/;
const CODE = /^\d{12,15}$/;
const PACKAGE_DIGITS = 3;
const GROUP_DIGITS = 4;

// prettier-ignore
const QUASIGROUP: readonly (readonly number[])[] = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/** Digits alone, as the Code 128 holds them. The waybill is one of the years 2000 to 2099, the package at most the 999th. */
export function writePackageCode({ waybillNumber, number }: PackageIdentity): string {
  const match = WAYBILL.exec(waybillNumber);
  if (match === null) throw new RangeError(`${waybillNumber} is no waybill number`);
  if (!Number.isInteger(number) || number < 1 || number > 999) {
    throw new RangeError(`${number} is no package's number`);
  }
  const digits = `${match[1]}${match[2]}${String(number).padStart(PACKAGE_DIGITS, '0')}`;
  return `${digits}${computeCheckDigit(digits)}`;
}

/** In groups, as it is read aloud: `2600 0123 0024`. */
export function groupPackageCode(code: string): string {
  return code.match(new RegExp(`\\d{1,${GROUP_DIGITS}}`, 'g'))?.join(' ') ?? code;
}

/**
 * What a label's QR code holds: the waybill's number, as the waybill's own QR code does, and after a stroke the
 * package's, so that a telephone finds the consignment by the same text: `DOM-2026-000123-3/2`.
 */
export function writePackageScan({ waybillNumber, number }: PackageIdentity): string {
  return `${waybillNumber}/${number}`;
}

/**
 * The package that somebody means who types, reads aloud or scans a label: its code with or without blanks and hyphens, or
 * what its QR code holds. Undefined where it is neither, or the check digit does not fit.
 */
export function readPackageCode(text: string): PackageIdentity | undefined {
  const scanned = /^(DOM-[\d-]+)\/(\d{1,3})$/.exec(text.trim());
  if (scanned !== null) return identify(scanned[1]!, Number(scanned[2]));
  const code = text.replace(/[\s-]/g, '');
  if (!CODE.test(code) || computeCheckDigit(code) !== 0) return undefined;
  const year = `20${code.slice(0, 2)}`;
  const waybill = code.slice(2, -1 - PACKAGE_DIGITS);
  const number = Number(code.slice(-1 - PACKAGE_DIGITS, -1));
  for (let check = 0; check <= 9; check += 1) {
    const found = identify(`DOM-${year}-${waybill}-${check}`, number);
    if (found !== undefined) return found;
  }
  return undefined;
}

function identify(waybillNumber: string, number: number): PackageIdentity | undefined {
  return isWaybillNumber(waybillNumber) && number > 0 ? { waybillNumber, number } : undefined;
}

/** Of a code with its check digit: 0 where it fits. */
function computeCheckDigit(digits: string): number {
  return Array.from(digits).reduce((interim, digit) => QUASIGROUP[interim]![Number(digit)]!, 0);
}
