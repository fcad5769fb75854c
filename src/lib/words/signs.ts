/**
 * Texts of files, letter for letter: characters nobody can see, or that reorder what stands beside them, become signs.
 * Pure; a text without any costs one search.
 */

/** A character that is shown as a mark: `TAB`, `NBSP`, `U+200B`. */
export interface Sign {
  readonly sign: string;
  readonly code: SignCode;
  /** The code point; the first of two at a line end `CRLF`. */
  readonly point: number;
  /** As it stands in the value. */
  readonly raw: string;
}

/** What the catalogue has a name for; the others are said by their number. */
export type SignCode = keyof typeof LETTERS | 'control' | 'invisible' | 'space' | 'selector' | 'tag' | 'none';

/** What a value is made of, in its order; joined (`raw` for signs) it gives the value. */
export type Piece = string | Sign | Isolated;
/** A value inside a sentence: it stands alone, whatever its direction. */
export interface Isolated {
  readonly inside: string;
}

const LETTERS = {
  NUL: 0x00,
  TAB: 0x09,
  LF: 0x0a,
  CR: 0x0d,
  CRLF: -1,
  SP: 0x20,
  DEL: 0x7f,
  NEL: 0x85,
  NBSP: 0xa0,
  SHY: 0xad,
  CGJ: 0x034f,
  ALM: 0x061c,
  ZWSP: 0x200b,
  ZWNJ: 0x200c,
  ZWJ: 0x200d,
  LRM: 0x200e,
  RLM: 0x200f,
  LS: 0x2028,
  PS: 0x2029,
  LRE: 0x202a,
  RLE: 0x202b,
  PDF: 0x202c,
  LRO: 0x202d,
  RLO: 0x202e,
  NNBSP: 0x202f,
  WJ: 0x2060,
  LRI: 0x2066,
  RLI: 0x2067,
  FSI: 0x2068,
  PDI: 0x2069,
  IDSP: 0x3000,
  BOM: 0xfeff,
  'U+FFFD': 0xfffd,
} as const;
const BY_POINT: ReadonlyMap<number, SignCode> = new Map(
  Object.entries(LETTERS).map(([code, point]) => [point, code as SignCode]),
);

/** Controls, line ends, ignorable characters, spaces that are no space, and what stands for a lost or no character. */
const HIDDEN =
  '\\p{Cc}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u2800\\u3000\\ufff9-\\ufffd';
const ANY = new RegExp(`[${HIDDEN}]|^ | $`, 'u');
const EACH = new RegExp(`\\r\\n|[${HIDDEN}]|^ +| +$`, 'gu');

/** Letters that a joiner or non-joiner between two of them is spelling, not a stray. */
const JOINS =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}]/u;
const PICTURE_BEFORE =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}](?:[\ufe0e\ufe0f]|\p{Emoji_Modifier})?$/u;
const PICTURE_AFTER = /^\p{Extended_Pictographic}/u;
const TAKES_SELECTOR = /[\p{Emoji}\p{Ideographic}\p{sc=Mong}\p{Sm}]$/u;
const FLAG_BEFORE = /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u;

/** Has the text a character that cannot be seen, or that reorders text? */
export const hasSigns = (text: string): boolean => ANY.test(text);

/** Where a text is a part of a longer one, its blanks at that end are not the value's. */
export interface Ends {
  readonly start: boolean;
  readonly end: boolean;
}
const BOTH: Ends = { start: true, end: true };
export const NO_ENDS: Ends = { start: false, end: false };

/** A value in pieces; one piece, the value itself, where there is nothing to mark. */
export function signsOf(text: string, ends: Ends = BOTH): readonly (string | Sign)[] {
  if (!hasSigns(text)) return text === '' ? [] : [text];
  const pieces: (string | Sign)[] = [];
  let from = 0;
  for (const { 0: raw, index } of text.matchAll(EACH)) {
    if (raw.startsWith(' ') && !(index === 0 ? ends.start : ends.end)) continue;
    if (isPartOfItsNeighbour(raw, text.slice(Math.max(0, index - 24), index), text.slice(index + raw.length)))
      continue;
    if (index > from) pieces.push(text.slice(from, index));
    if (raw.startsWith(' ')) for (const blank of raw) pieces.push(signOf(blank));
    else pieces.push(signOf(raw));
    from = index + raw.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** An emoji's joiner and selector, a flag's tags, a joiner of a script that spells with it. */
function isPartOfItsNeighbour(raw: string, before: string, after: string): boolean {
  const point = raw.codePointAt(0)!;
  if (point === 0x200d || point === 0x200c) {
    if (point === 0x200d && PICTURE_BEFORE.test(before) && PICTURE_AFTER.test(after)) return true;
    return JOINS.test([...before].at(-1) ?? '') && JOINS.test([...after.slice(0, 2)][0] ?? '');
  }
  if (isSelector(point)) return TAKES_SELECTOR.test(before);
  return isTag(point) && FLAG_BEFORE.test(before);
}

const isSelector = (point: number): boolean =>
  (point >= 0xfe00 && point <= 0xfe0f) ||
  (point >= 0xe0100 && point <= 0xe01ef) ||
  (point >= 0x180b && point <= 0x180f && point !== 0x180e);
const isTag = (point: number): boolean => point >= 0xe0000 && point <= 0xe007f;

/** The mark of one character. */
export function signOf(raw: string): Sign {
  const point = raw.codePointAt(0)!;
  const named = raw === '\r\n' ? 'CRLF' : BY_POINT.get(point);
  return named === undefined
    ? { sign: numberOf(point), code: kindOf(raw, point), point, raw }
    : { sign: named, code: named, point, raw };
}

/** `U+200B`. */
export const numberOf = (point: number): string => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;

function kindOf(raw: string, point: number): SignCode {
  if (isSelector(point)) return 'selector';
  if (isTag(point)) return 'tag';
  if (/\p{Cc}/u.test(raw)) return 'control';
  if (/\p{Zs}/u.test(raw)) return 'space';
  return /\p{Noncharacter_Code_Point}/u.test(raw) ? 'none' : 'invisible';
}

// Two characters that are none, for programs' own use: around a value in a sentence.
const OPEN = '\ufdd0';
const SHUT = '\ufdd1';
const TURNS =
  /[\p{Bidi_Control}\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Samr}\p{sc=Mand}\p{sc=Rohg}]/u;

/** A value for a sentence that `piecesOf` is asked for: it cannot reorder what stands beside it. */
export const isolated = (value: string): string => (TURNS.test(value) ? `${OPEN}${value}${SHUT}` : value);

/** A sentence with its values, in pieces. */
export function piecesOf(sentence: string): readonly Piece[] {
  if (!sentence.includes(OPEN)) return signsOf(sentence, NO_ENDS);
  return sentence
    .split(new RegExp(`${OPEN}([^${SHUT}]*)${SHUT}`, 'u'))
    .flatMap((part, at): readonly Piece[] => (at % 2 === 0 ? signsOf(part, NO_ENDS) : [{ inside: part }]));
}

/** The sentence for a place that takes plain text: a tip, a name for ears. */
export const plain = (sentence: string): string => sentence.replaceAll(OPEN, '').replaceAll(SHUT, '');
