/** The forms that exports are full of, told from a cell's bytes alone; all others are for the readers of texts. */
export const FORM = {
  /** Not told. */
  ask: 0,
  /** Surely no number, date or boolean. */
  text: 1,
  /** Digits without a leading zero, few enough for a number. */
  whole: 2,
  /** `2025-04-13`, a day every year has. */
  day: 3,
  /** Such a day with `T`, hours and minutes, perhaps seconds and `Z`. */
  moment: 4,
} as const;

/** Longer runs of digits are codes (S10). */
export const DIGITS = 15;

/** The form of the non-blank cell `bytes[from … to]`. */
export function formAt(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from]!;
  if (isDigit(first)) return digitForm(bytes, from, to);
  // A plus begins a phone number, these bytes a Latin, Greek or Cyrillic letter.
  if (first === 0x2b || (first >= 0xc3 && first <= 0xdf)) return FORM.text;
  if (!isLetter(first)) return FORM.ask;
  const letter = first | 0x20;
  if (letter !== 0x74 && letter !== 0x66 && letter !== 0x79 && letter !== 0x6e) return FORM.text;
  // `true`, `false`, `yes`, `no` have at most five letters; white space may follow them.
  const last = bytes[to - 1]!;
  return to - from > 5 && last > 0x20 && last < 0x80 ? FORM.text : FORM.ask;
}

function digitForm(bytes: Uint8Array, from: number, to: number): number {
  let at = from + 1;
  while (at < to && isDigit(bytes[at]!)) at++;
  // `003Qz…`: digits that no exponent and no time follows.
  const letter = at < to ? bytes[at]! | 0x20 : 0;
  if (isLetter(letter) && letter !== 0x65 && letter !== 0x74) return FORM.text;
  if (bytes[from] === 0x30) return FORM.ask;
  if (at === to) return to - from <= DIGITS ? FORM.whole : FORM.text;
  if (at - from !== 4 || to - from < 10 || !isDay(bytes, at)) return FORM.ask;
  if (to - from === 10) return FORM.day;
  return isTime(bytes, from + 10, to) ? FORM.moment : FORM.ask;
}

/** Of ASCII. */
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** The number two digits write, or 99. */
const pair = (bytes: Uint8Array, at: number): number =>
  isDigit(bytes[at]!) && isDigit(bytes[at + 1]!) ? (bytes[at]! - 0x30) * 10 + bytes[at + 1]! - 0x30 : 99;

/** Days every year has, by month. */
const DAYS = Uint8Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

/** `-MM-DD`, a day every year has. */
function isDay(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x2d || bytes[at + 3] !== 0x2d) return false;
  const month = pair(bytes, at + 1);
  const day = pair(bytes, at + 4);
  return day >= 1 && day <= (DAYS[month] ?? 0);
}

/** `Thh:mm`, perhaps `:ss`, perhaps `Z`. */
function isTime(bytes: Uint8Array, at: number, to: number): boolean {
  const end = bytes[to - 1] === 0x5a ? to - 1 : to;
  if (bytes[at] !== 0x54 || bytes[at + 3] !== 0x3a) return false;
  if (pair(bytes, at + 1) > 23 || pair(bytes, at + 4) > 59) return false;
  return end - at === 6 || (end - at === 9 && bytes[at + 6] === 0x3a && pair(bytes, at + 7) <= 59);
}
