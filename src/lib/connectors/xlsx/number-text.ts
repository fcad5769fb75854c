/** Digits a double holds for certain: a spreadsheet shows no more of a number. */
const DIGITS = 15;
/** A number of more digits stays as it is stored. */
const LONGEST = 60;

const STORED = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * The text of a number cell as its digits say (S171): whole numbers digit by digit, whatever their length; a power of ten written out;
 * a fraction of more than 15 digits as the spreadsheet shows it, since the rest is what binary numbers leave (1.1 is stored as
 * 1.1000000000000001).
 */
export function numberText(stored: string): string {
  const text = stored.trim();
  const parts = STORED.exec(text);
  if (parts === null) return text;
  const [, sign = '', whole = '', fraction = '', power] = parts;
  if (power === undefined && fraction === '') return text;
  const exponent = Number(power ?? 0);
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (Math.max(point, digits.length - Math.min(point, 0)) > LONGEST) return text;
  const isFraction = point < digits.replace(/0+$/, '').length && point <= DIGITS;
  if (isFraction && significant(digits) > DIGITS) {
    const rounded = Number(text).toPrecision(DIGITS);
    return rounded === text ? text : numberText(rounded);
  }
  const padded = point > digits.length ? digits.padEnd(point, '0') : digits;
  const all = point < 1 ? `${'0'.repeat(1 - point)}${padded}` : padded;
  const at = Math.max(point, 1);
  const before = all.slice(0, at).replace(/^0+(?=\d)/, '');
  const behind = all.slice(at).replace(/0+$/, '');
  const value = behind === '' ? before : `${before}.${behind}`;
  return sign === '-' && /[1-9]/.test(value) ? `-${value}` : value;
}

const significant = (digits: string): number => digits.replace(/^0+/, '').replace(/0+$/, '').length;
