import type { Difference, Pair } from '../alike.ts';
import { numberOf, type Sign, type SignCode } from '../signs.ts';
import type { Speech } from '../speech.ts';

/** Characters nobody can see, by their names, and how values that look alike differ. */
export const signs = ({ list }: Speech) => {
  const name = ({ code, point }: Sign): string =>
    code === 'CRLF' ? NAMES.CRLF : `${NAMES[code]} (${numberOf(point)})`;
  const difference = (one: Difference): string => {
    switch (one.by) {
      case 'invisible':
        return one.signs.length === 0 ? 'where invisible characters stand' : list(one.signs.map(name));
      case 'blanks':
        return one.signs.length === 0 ? 'blanks' : list(one.signs.map(name));
      case 'script':
        return one.letters.length === 0
          ? 'letters of another script'
          : list(one.letters.slice(0, MOST_LETTERS).map(letters));
      default:
        return BY[one.by];
    }
  };
  return {
    name,
    /** Two values that look alike: `They differ in blanks and a no-break space.` */
    alike: (differences: readonly Difference[]): string =>
      `They look alike and differ in ${list(differences.map(difference))}.`,
  };
};

const MOST_LETTERS = 3;

const letters = ({ left, right }: Pair): string => `${letter(left)} for ${letter(right)}`;
const letter = (one: string): string => {
  const script = SCRIPTS.find(([, is]) => is.test(one))?.[0];
  const number = numberOf(one.codePointAt(0) ?? 0);
  return script === undefined ? `${one} (${number})` : `${script} ${one} (${number})`;
};

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Cyrillic', /\p{sc=Cyrl}/u],
  ['Greek', /\p{sc=Grek}/u],
  ['Armenian', /\p{sc=Armn}/u],
  ['Latin', /\p{sc=Latn}/u],
];

const BY = {
  form: 'how accents are written (one character or two)',
  width: 'the form of letters or figures (full-width, joined, raised)',
  punctuation: 'dashes or quotation marks',
  case: 'capital and small letters',
  accents: 'accents',
} satisfies Record<Exclude<Difference['by'], 'invisible' | 'blanks' | 'script'>, string>;

const NAMES = {
  NUL: 'NUL',
  TAB: 'tab',
  LF: 'line end',
  CR: 'carriage return',
  CRLF: 'line end (CR LF)',
  SP: 'space at the edge',
  DEL: 'delete',
  NEL: 'next line',
  NBSP: 'no-break space',
  SHY: 'soft hyphen',
  CGJ: 'grapheme joiner',
  ALM: 'Arabic letter mark',
  ZWSP: 'zero-width space',
  ZWNJ: 'zero-width non-joiner',
  ZWJ: 'zero-width joiner',
  LRM: 'left-to-right mark',
  RLM: 'right-to-left mark',
  LS: 'line separator',
  PS: 'paragraph separator',
  LRE: 'left-to-right embedding',
  RLE: 'right-to-left embedding',
  PDF: 'end of a direction',
  LRO: 'left-to-right override',
  RLO: 'right-to-left override',
  NNBSP: 'narrow no-break space',
  WJ: 'word joiner',
  LRI: 'left-to-right isolate',
  RLI: 'right-to-left isolate',
  FSI: 'first strong isolate',
  PDI: 'end of an isolate',
  IDSP: 'ideographic space',
  BOM: 'byte order mark',
  'U+FFFD': 'a character that was lost before this file',
  control: 'control character',
  invisible: 'invisible character',
  space: 'other space',
  selector: 'variation selector',
  tag: 'tag character',
  none: 'no character',
} satisfies Record<SignCode, string>;
