/** Already canonical: what nearly every cell of a number column is. */
const PLAIN = /^-?[1-9]\d*$/;
const DOT =
  /^([+-]?)(\d+|\d{1,3}(?:([, \u00a0\u202f'\u2019])\d{3})(?:\3\d{3})*|)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const COMMA =
  /^([+-]?)(\d+|\d{1,3}(?:([. \u00a0\u202f'\u2019])\d{3})(?:\3\d{3})*|)(?:,(\d*))?(?:[eE]([+-]?\d+))?$/;
const LARGEST_EXPONENT = 99;

/**
 * The number a text stands for as canonical decimal text: no group separators, no exponent, no leading or trailing
 * zeros, no `-0` (S3); null where it is none. Exact: digits never pass through a double.
 */
export function readNumber(text: string, decimal: '.' | ','): string | null {
  const cell = text.trim();
  if (PLAIN.test(cell)) return cell;
  const parts = (decimal === '.' ? DOT : COMMA).exec(cell);
  if (parts === null) return null;
  const whole = parts[2]!.replace(/\D/g, '');
  const fraction = parts[4] ?? '';
  if (whole.length + fraction.length === 0) return null;
  const exponent = Number(parts[5] ?? 0);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return null;
  const canonical = exponent === 0 ? decimalText(whole, fraction) : shifted(whole, fraction, exponent);
  return parts[1] === '-' && canonical !== '0' ? `-${canonical}` : canonical;
}

function shifted(whole: string, fraction: string, exponent: number): string {
  const point = whole.length + exponent;
  const before = Math.max(0, -point);
  const digits = '0'.repeat(before) + (whole + fraction).padEnd(Math.max(0, point), '0');
  return decimalText(digits.slice(0, point + before), digits.slice(point + before));
}

function decimalText(whole: string, fraction: string): string {
  const left = whole.replace(/^0+/, '');
  const right = fraction.replace(/0+$/, '');
  return `${left === '' ? '0' : left}${right === '' ? '' : `.${right}`}`;
}
