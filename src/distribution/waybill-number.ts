/**
 * The waybill's number: what a person reads aloud over the telephone or types from a label. It names the year, counts
 * up within it, and ends in a check digit (Luhn, over year and number), so that one wrong digit is noticed, and two
 * neighbours exchanged unless they are 0 and 9: `DOM-2026-000123-3`.
 */
const FORM = /^DOM-(\d{4})-(\d{6,9})-(\d)$/;

export function writeWaybillNumber(year: number, number: number): string {
  const digits = String(number).padStart(6, '0');
  return `DOM-${year}-${digits}-${computeCheckDigit(`${year}${digits}`)}`;
}

/** Whether the text has the form of a waybill number and its check digit fits. */
export function isWaybillNumber(text: string): boolean {
  const match = FORM.exec(text);
  return match !== null && Number(match[3]) === computeCheckDigit(`${match[1]}${match[2]}`);
}

/** Luhn: every second digit from the right is doubled, the digits are summed, and the check digit fills up to ten. */
function computeCheckDigit(digits: string): number {
  let sum = 0;
  digits
    .split('')
    .reverse()
    .forEach((digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    });
  return (10 - (sum % 10)) % 10;
}
