import { hasCheckLetters } from '../model/salesforce-id.ts';
import { plainOfHtml } from '../read/html-text.ts';
import { standsForNothing } from '../read/nothing-words.ts';
import { isUnderPublicDomain } from '../read/public-domains.ts';
import type { ColumnGuess } from '../profile/profile.ts';
import { readNumbers, type NumberReadings } from './number-marks.ts';

/** What the texts of a column have in common, beyond their type. */
export interface CellFacts {
  /** Nearly all are Salesforce ids with fitting check letters and one key prefix: this. Null else (RD11). */
  readonly salesforce: string | null;
  /** Lengths at a tenth, the half and nine tenths of the sorted cells. */
  readonly lengths: readonly number[];
  /** Shares of digits, capital letters, small letters, blanks and other signs, of all signs. */
  readonly signs: readonly number[];
  /** Values as numbers, under each decimal sign that is possible; null where they are no numbers. */
  readonly numbers: NumberReadings | null;
  /** Sign at which cells are lists of words of a small vocabulary (RD14). */
  readonly listSign: ';' | ',' | '|' | null;
  /** The first cell that stands for nothing, and the first under a public mail domain (KW3, KW4). */
  readonly nothing: string | null;
  readonly publicDomain: string | null;
}

const MOSTLY = 0.95;

export function cellFacts(texts: readonly string[], guess: ColumnGuess): CellFacts {
  const lengths = texts.map((text) => text.length).sort((a, b) => a - b);
  return {
    salesforce: salesforcePrefix(texts),
    lengths:
      lengths.length === 0
        ? []
        : [0.1, 0.5, 0.9].map((at) => lengths[Math.floor(at * (lengths.length - 1))]!),
    signs: signsOf(texts),
    numbers: guess.type === 'number' ? readNumbers(texts, guess) : null,
    // The `;` of `R&amp;D` parts no words.
    listSign: listSignOf(texts.map((text) => (text.includes('&') ? plainOfHtml(text) : text))),
    nothing: texts.find(standsForNothing) ?? null,
    publicDomain: texts.find(isUnderPublicDomain) ?? null,
  };
}

function salesforcePrefix(texts: readonly string[]): string | null {
  const prefixes = new Map<string, number>();
  let long = 0;
  for (const text of texts) {
    if (hasCheckLetters(text)) long++;
    else if (!/^[A-Za-z0-9]{15}$/.test(text)) continue;
    const prefix = text.slice(0, 3);
    prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const most = [...prefixes].sort((a, b) => b[1] - a[1])[0];
  // Of 15 characters nothing can be checked: at least half must have check letters.
  return most !== undefined && most[1] >= texts.length * MOSTLY && long * 2 >= texts.length ? most[0] : null;
}

const KINDS_OF_SIGN = 5;
const SIGNS_LOOKED_AT = 500;

function signsOf(texts: readonly string[]): number[] {
  const counts = new Array<number>(KINDS_OF_SIGN).fill(0);
  let all = 0;
  for (const text of texts.slice(0, SIGNS_LOOKED_AT)) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const kind =
        code >= 48 && code <= 57
          ? 0
          : code >= 65 && code <= 90
            ? 1
            : code >= 97 && code <= 122
              ? 2
              : code === 32
                ? 3
                : 4;
      counts[kind]!++;
      all++;
    }
  }
  return counts.map((count) => (all === 0 ? 0 : Math.round((count / all) * 1000) / 1000));
}

const LIST_SIGNS = [';', '|', ','] as const;
/** The comma of `1,200` parts no words. */
const THOUSANDS = /\d,\d{3}(?!\d)/;
const LONGEST_WORD = 40;
const VOCABULARY = 60;

/** Several cells are lists, their words come again and again, and are also met alone or in other lists. */
function listSignOf(texts: readonly string[]): CellFacts['listSign'] {
  for (const sign of LIST_SIGNS) {
    const lists = texts.filter((text) => text.includes(sign) && !THOUSANDS.test(text));
    if (lists.length < Math.max(3, texts.length * 0.05)) continue;
    const words = new Map<string, number>();
    let all = 0;
    for (const text of texts) {
      for (const part of text.split(sign)) {
        const word = part.trim().toLowerCase();
        if (word === '') continue;
        words.set(word, (words.get(word) ?? 0) + 1);
        all++;
      }
    }
    const fits =
      words.size >= 2 &&
      words.size <= VOCABULARY &&
      all >= words.size * 2 &&
      [...words.keys()].every((word) => word.length <= LONGEST_WORD && /\p{L}/u.test(word));
    if (fits && [...words.values()].filter((times) => times > 1).length >= words.size * 0.6) return sign;
  }
  return null;
}
