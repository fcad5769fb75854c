import { FALSE, TRUE, readBoolean } from '../read/boolean.ts';
import { readNumber } from '../read/number.ts';

/** A currency or a unit before or behind a number. */
const AROUND =
  /^(?:[a-z]{2,3}|[$€£¥₹]|kr\.?)?\s*([+-]?[\d.,'’\s\u00a0\u202f]*\d)(?:,-)?\s*(?:[a-z]{1,3}|[$€£¥₹%]|kr\.?)?$/i;

/** Digits, and few letters around them. */
const DIGITS = /^\D{0,5}\d[^a-z]*[a-z$€£¥₹%.]{0,4}$/i;

/** The numbers a text can be, under either decimal sign, without currency and unit. */
export function looseNumbers(text: string): readonly string[] {
  const cell = text.trim();
  if (cell.length > 40 || !DIGITS.test(cell)) return [];
  const bare = AROUND.exec(cell)?.[1]?.trim();
  if (bare === undefined) return [];
  return [...new Set(['.', ','].flatMap((sign) => readNumber(bare, sign as '.' | ',') ?? []))];
}

export function sameNumber(left: string, right: string): boolean {
  const a = looseNumbers(left);
  return a.length > 0 && looseNumbers(right).some((number) => a.includes(number));
}

const YES = new Set(
  'ja j oui si sí sim tak wahr vrai vero verdadero sant sann x ✓ ✔ checked active enabled t'.split(' '),
);
const NO = new Set(
  'nei nein nej non não nao nie falsch faux falso falskt usann unchecked inactive disabled f'.split(' '),
);

/** Every word for a truth value. */
export const TRUTH_WORDS: readonly string[] = [...TRUE, ...FALSE, ...YES, ...NO];

/** More words than CO5 knows. */
export function looseBoolean(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (word.length > 10) return null;
  return readBoolean(word) ?? (YES.has(word) ? true : NO.has(word) ? false : null);
}

export function sameTruth(left: string, right: string): boolean {
  const a = looseBoolean(left);
  return a !== null && a === looseBoolean(right);
}

/** Is one number the other with fewer decimals? Both canonical. */
export function isRounded(left: string, right: string): boolean {
  const [fine, coarse] = decimals(left) >= decimals(right) ? [left, right] : [right, left];
  if (decimals(fine) === 0 || decimals(fine) === decimals(coarse)) return false;
  const step = 10 ** -decimals(coarse);
  return (
    Math.abs(Number(fine) - Number(coarse)) <= step * 0.5 + 1e-9 ||
    Math.trunc(Number(fine) / step) * step === Number(coarse)
  );
}

const decimals = (number: string): number => {
  const point = number.indexOf('.');
  return point < 0 ? 0 : number.length - point - 1;
};

/** The power of ten between two numbers that are not nought; null where it is none. */
export function powerBetween(left: string, right: string): number | null {
  const [a, b] = [significant(left), significant(right)];
  if (a === null || b === null || a.digits !== b.digits || a.negative !== b.negative) return null;
  return b.power - a.power;
}

function significant(number: string): { digits: string; power: number; negative: boolean } | null {
  const [whole = '', fraction = ''] = number.replace('-', '').split('.');
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  if (digits === '') return null;
  return { digits, power: all.length - digits.length - fraction.length, negative: number.startsWith('-') };
}
