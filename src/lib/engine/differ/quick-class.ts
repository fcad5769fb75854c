import { MARK, coreOf, endOf, hasEnd, isDigit } from './mark-flags.ts';
import {
  QUICK,
  formOf,
  isCutOf,
  isIn,
  isSameFolded,
  mayBeResult,
  mayBeRounded,
  partsOf,
  phonesOf,
  sameAddress,
  type Quick,
} from './quick-forms.ts';
import { CUT, LENGTH_BITS, OF, type ValueMarks } from './value-marks.ts';

/** DX1 of two values by their bytes: what it does not leave open is what the texts would say. */
export function quickClass(left: ValueMarks, l: number, right: ValueMarks, r: number): Quick {
  const a = left.flags(l);
  const b = right.flags(r);
  if (((a | b) & (MARK.odd | MARK.html)) !== 0) return QUICK.ask;
  if (mayBeDamage(left, l, right, r) || mayBeDamage(right, r, left, l)) return QUICK.ask;
  const both = a & b;
  const beyond = ((a | b) & MARK.beyondAscii) !== 0;
  if (left.get(l, OF.skeleton) === right.get(r, OF.skeleton) && areNear(left, l, right, r)) {
    if (beyond) return isSameFolded(left, l, right, r) ? QUICK.case : QUICK.ask;
    const form = formOf(left, l, right, r);
    if (form !== null) return form;
  }
  if ((both & MARK.at) !== 0 && (beyond || ((a | b) & MARK.wrapped) !== 0)) return QUICK.ask;
  if ((both & MARK.phone) !== 0) {
    if (((a | b) & MARK.letter) !== 0) return QUICK.ask;
    if (!endApart(left.get(l, OF.digits), right.get(r, OF.digits))) return phonesOf(left, l, right, r);
  }
  if ((both & MARK.web) !== 0 && (beyond || sameAddress(left, l, right, r))) return QUICK.ask;
  if ((both & MARK.list) !== 0 && (beyond || partsOf(left, l) === partsOf(right, r))) return QUICK.ask;
  if ((both & MARK.date) !== 0 && mayBeOneDay(left.get(l, OF.day), right.get(r, OF.day))) return QUICK.ask;
  if ((both & MARK.truth) !== 0) return QUICK.ask;
  if ((both & MARK.number) !== 0) {
    if (coreOf(left.get(l, OF.digits)) === coreOf(right.get(r, OF.digits))) return QUICK.ask;
    if (((a | b) & MARK.point) !== 0 && mayBeRounded(left, l, right, r)) return QUICK.late;
  }
  if (beyond) return mayHold(left, l, right, r) || begins(left, l, right, r) ? QUICK.late : QUICK.other;
  return left.length(l) < right.length(r)
    ? ofShorter(left, l, right, r, QUICK.cutLeft)
    : ofShorter(right, r, left, l, QUICK.cutRight);
}

/** Forms do not make a text twice as long; of texts with letters of two bytes this says yes too often. */
function areNear(left: ValueMarks, l: number, right: ValueMarks, r: number): boolean {
  const a = left.length(l);
  const b = right.length(r);
  const beyond = ((left.flags(l) | right.flags(r)) & MARK.beyondAscii) !== 0;
  return beyond || (a <= 2 * b + 8 && b <= 2 * a + 8);
}

function mayBeDamage(badly: ValueMarks, b: number, well: ValueMarks, w: number): boolean {
  const bad = badly.flags(b);
  const good = well.flags(w);
  if ((bad & MARK.question) !== 0 && (good & MARK.beyondAscii) !== 0) return true;
  if ((bad & MARK.signed) === 0 || (good & MARK.digit) === 0) return false;
  return (
    ((bad & MARK.scientific) !== 0 && (good & MARK.letter) === 0) ||
    ((bad & MARK.result) !== 0 && (good & MARK.terms) !== 0 && mayBeResult(badly, b, well, w)) ||
    ((bad & MARK.digitsOnly) !== 0 && (good & MARK.leadingZero) !== 0 && sameCore(badly, b, well, w)) ||
    ((bad & MARK.digitsOnly) === 0 && (good & MARK.shortDate) !== 0) ||
    ((bad & MARK.number) !== 0 && (bad & MARK.date) === 0 && (good & MARK.date) !== 0) ||
    ((bad & MARK.point) !== 0 &&
      (good & (MARK.phone | MARK.leadingZero)) !== 0 &&
      sameCore(badly, b, well, w)) ||
    ((bad & good & MARK.digitsOnly) !== 0 && badly.length(b) > 15 && badly.length(b) === well.length(w))
  );
}

/** Do two phone numbers end in other digits? */
const endApart = (a: number, b: number): boolean => hasEnd(a) && hasEnd(b) && endOf(a) !== endOf(b);

/** Can two texts be the same day? Of a form that `dayOf` does not read they can. */
const mayBeOneDay = (a: number, b: number): boolean => a < 0 || b < 0 || a === b;

/** Of numbers and phones, which alone have one; of others this says yes. */
const sameCore = (left: ValueMarks, l: number, right: ValueMarks, r: number): boolean =>
  (left.flags(l) & right.flags(r) & MARK.number) === 0 ||
  coreOf(left.get(l, OF.digits)) === coreOf(right.get(r, OF.digits));

/** Can one text, or some of both, be in the other: has it its letters? */
const mayHold = (left: ValueMarks, l: number, right: ValueMarks, r: number): boolean =>
  hasLettersOf(left, l, right, r) || hasLettersOf(right, r, left, l);

const hasLettersOf = (long: ValueMarks, l: number, short: ValueMarks, s: number): boolean =>
  (short.get(s, OF.letters) & ~long.get(l, OF.letters)) === 0;

/** What an ASCII text is to one that is as long or longer, when they are no numbers. */
function ofShorter(short: ValueMarks, s: number, long: ValueMarks, l: number, cut: Quick): Quick {
  if (isCutOf(short, s, long, l)) return cut;
  return short.length(s) >= 2 && hasLettersOf(long, l, short, s) && isIn(short, s, long, l)
    ? QUICK.contains
    : QUICK.other;
}

/** Do both begin with the same ten bytes? */
const begins = (left: ValueMarks, l: number, right: ValueMarks, r: number): boolean =>
  left.length(l) >= CUT &&
  right.length(r) >= CUT &&
  (left.get(l, OF.span) ^ right.get(r, OF.span)) >> LENGTH_BITS === 0;

/** Can a value be read as a moment (S5): do digits and a sign of a date begin it? */
export function mayBeMoment(marks: ValueMarks, value: number): boolean {
  if ((marks.flags(value) & MARK.odd) !== 0) return true;
  const { bytes } = marks;
  const from = marks.from(value);
  let at = from;
  while (at < from + 5 && isDigit(bytes[at]!)) at++;
  return at > from && bytes[at]! >= 45 && bytes[at]! <= 47;
}

/** Can two values be numbers some power of ten apart? */
export function mayBePower(left: ValueMarks, l: number, right: ValueMarks, r: number): boolean {
  const [a, b] = [left.flags(l), right.flags(r)];
  if (((a | b) & MARK.odd) !== 0) return true;
  if ((a & b & MARK.digit) === 0) return false;
  // With letters a number has an exponent.
  if (((a | b) & MARK.letter) !== 0 || (a & b & MARK.number) === 0) return true;
  return coreOf(left.get(l, OF.digits)) === coreOf(right.get(r, OF.digits));
}
