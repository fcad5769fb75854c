import { isDamaged } from '../read/damaged.ts';
import { looseDate } from './loose-dates.ts';

/** Is `bad` what a spreadsheet or an encoding makes of `good` (DX1, `damaged`)? */
export function isDamageOf(bad: string, good: string): boolean {
  if (bad === '' || bad.length > MOST) return false;
  const first = bad.charCodeAt(0);
  if (first === 39) return bad.slice(1).trim() === good;
  if (first === 35 && SHEET_ERROR.test(bad)) return !SHEET_ERROR.test(good);
  if (isNumberLike(first) && /\d/.test(good)) {
    return (
      isScientific(bad, good) ||
      isResult(bad, good) ||
      lostZeros(bad, good) ||
      isSheetDate(bad, good) ||
      isSerial(bad, good) ||
      gotPoint(bad, good) ||
      lostDigits(bad, good)
    );
  }
  if (NOT_ASCII.test(bad) && isDamaged(bad)) return !isDamaged(good);
  return lostLetters(bad, good);
}

/** Longer texts are no cells a spreadsheet calculates, and are compared letter by letter elsewhere. */
const MOST = 2000;
const NOT_ASCII = /[\u0080-\uffff]/;
const SHEET_ERROR = /^#(?:name\?|ref!|value!|n\/a|num!|div\/0!|null!|#+)$/i;

const isNumberLike = (code: number): boolean => code === 45 || code === 43 || (code >= 48 && code <= 57);

/** `4.79E+10` of `47912345678`. */
function isScientific(bad: string, good: string): boolean {
  const found = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(bad);
  if (found === null) return false;
  const digits = good.replace(/[\s\u00a0]/g, '').replace(/^\+/, '');
  if (!/^\d{5,}$/.test(digits)) return false;
  const shown = `${found[1]!}${found[2] ?? ''}`;
  const bare = digits.replace(/^0+/, '');
  if (bare.length !== Number(found[3]) + 1) return false;
  const kept = Number(bare.slice(0, shown.length));
  return Math.abs(kept - Number(shown)) <= 1;
}

/** `-4396` of `+1-696-155-3546`, `20` of `=4*5`. */
function isResult(bad: string, good: string): boolean {
  if (!/^-?\d{1,15}(?:[.,]\d+)?$/.test(bad)) return false;
  const terms = /^[=+]?(-?\d{1,15}(?:[+-]\d{1,15})+)$/.exec(good.replace(/[\s()]/g, ''));
  if (terms === null) return false;
  const sum = terms[1]!.match(/[+-]?\d+/g)!.reduce((all, term) => all + Number(term), 0);
  return sum === Number(bad.replace(',', '.'));
}

/** `812968881` of `0812968881`, `7.5` of `007.50` is not asked here. */
const lostZeros = (bad: string, good: string): boolean =>
  good.charCodeAt(0) === 48 && /^0+\d+$/.test(good) && /^\d+$/.test(bad) && good.replace(/^0+/, '') === bad;

/** `45717`, or with a time `45717.5`, of `2025-03-01`: days since 1899-12-30, in some books since 1904-01-01. */
function isSerial(bad: string, good: string): boolean {
  if (!/^[1-7]\d{4}(?:[.,]\d+)?$/.test(bad)) return false;
  const serial = Math.floor(Number(bad.replace(',', '.')));
  const days = looseDate(good)?.days ?? [];
  return days.includes(serial - SINCE_1900) || days.includes(serial - SINCE_1904);
}
/** 1970-01-01 as a spreadsheet counts days. */
const SINCE_1900 = 25_569;
const SINCE_1904 = 24_107;

/** `4791234567.0` of `+47 91 23 45 67`, `812968881.0` of `0812968881`: what was no number was read as one. */
function gotPoint(bad: string, good: string): boolean {
  if (!/^\d{4,15}[.,]0$/.test(bad) || !/^(?:[+(0]|\d+[-/])/.test(good)) return false;
  const digits = good.replace(/[\s\u00a0().\-/+]/g, '');
  return /^\d+$/.test(digits) && digits.replace(/^0+/, '') === bad.slice(0, -2);
}

/** `1234567890123450000` or `1234567890123456800` of `1234567890123456789`: a number keeps 15 to 17 digits. */
function lostDigits(bad: string, good: string): boolean {
  if (bad.length !== good.length || !/^[1-9]\d{15,}$/.test(bad) || !/^\d+$/.test(good)) return false;
  const zeros = (digits: string): number => digits.length - digits.replace(/0+$/, '').length;
  if (zeros(bad) <= zeros(good)) return false;
  const kept = bad.length - zeros(bad);
  return kept >= 14 && kept <= 17 && Math.abs(Number(bad.slice(0, kept)) - Number(good.slice(0, kept))) <= 2;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `03-Apr` or `2026-04-03` of `3-4` and `3/4`. */
function isSheetDate(bad: string, good: string): boolean {
  const parts = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})$/.exec(good);
  if (parts === null) return false;
  const pair = [Number(parts[1]), Number(parts[2])];
  const word = /^(\d{1,2})[-. ]([a-z]{3})(?:[-. ]\d{2,4})?$/i.exec(bad);
  const month = word === null ? -1 : MONTHS.indexOf(word[2]!.toLowerCase()) + 1;
  const day = /^\d{4}-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(bad);
  const made =
    word !== null ? [Number(word[1]), month] : day === null ? null : [Number(day[1]), Number(day[2])];
  return made !== null && pair.includes(made[0]!) && pair.includes(made[1]!);
}

/** `Bj?rn` of `Bjørn`, `Bjrn` of it is not told from a slip. */
function lostLetters(bad: string, good: string): boolean {
  if (!bad.includes('?') || bad.length > good.length + 8) return false;
  let at = 0;
  let lost = 0;
  for (const letter of good) {
    if (bad.startsWith(letter, at)) {
      at += letter.length;
      continue;
    }
    if (letter.charCodeAt(0) < 128 || bad.charCodeAt(at) !== 63) return false;
    while (bad.charCodeAt(at) === 63) at++;
    lost++;
  }
  return lost > 0 && at === bad.length;
}
