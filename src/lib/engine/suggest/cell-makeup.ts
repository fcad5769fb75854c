import { readDatetime } from '../read/date.ts';
import { readNumber } from '../read/number.ts';
import type { ColumnGuess } from '../profile/profile.ts';
import { sketchOfHashes, type Sketch } from './sketch.ts';

/** What cells are made of, so that columns are known by it whose cells are mistyped or written in another form. Of the rows looked at. */
export interface CellMakeup {
  /** Of the values, whatever their form: numbers and days as such, texts without case, marks, blanks and signs. */
  readonly values: Sketch;
  /** Of the words of the cells, and how many a cell has. */
  readonly words: Sketch;
  readonly wordsPerCell: number;
  /** Values that come again, the most frequent ones: hashes in order, and how often each, as a vector of length 1. */
  readonly frequent: { readonly hashes: readonly number[]; readonly shares: readonly number[] };
  /** How often which two letters follow each other, in buckets, as a vector of length 1; every digit is one letter. */
  readonly twos: readonly number[];
  /** Of numbers and days: the sorted amounts at every twentieth. Null where they are neither, or can be read two ways. */
  readonly amounts: readonly number[] | null;
  /** Of some rows, the same ones for every column of a file: a hash of the cell's words in any order, such that those of two cells add up to that of both in one. 0 where blank. */
  readonly cells: readonly number[];
}

/** Hashes kept of values and of words, and rows kept. */
const KEPT = 1024;
const ROWS = 2048;
const FREQUENT = 48;
const TWOS = 128;
const STEPS = 20;

/** `places`: where each text stands among the `count` rows looked at. */
export function cellMakeup(
  texts: readonly string[],
  places: readonly number[],
  count: number,
  guess: ColumnGuess,
): CellMakeup {
  const amountOf = amountReader(guess);
  const counts = new Map<number, number>();
  const taken = new Taken();
  const amounts: number[] = [];
  const cells = new Array<number>(Math.min(count, ROWS)).fill(0);
  const step = count <= ROWS ? 1 : count / ROWS;
  for (const [i, text] of texts.entries()) {
    const amount = amountOf?.(text) ?? null;
    taken.take(text);
    if (amount !== null) amounts.push(Number(amount));
    const cell = Math.floor(places[i]! / step);
    if (Math.ceil(cell * step) === places[i]) cells[cell] = taken.sum || 1;
    const hash = amount === null ? taken.whole : hashOfText(amount);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  amounts.sort((a, b) => a - b);
  const often = [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, FREQUENT)
    .sort((a, b) => a[0] - b[0]);
  return {
    values: sketchOfHashes(counts.keys(), KEPT),
    words: sketchOfHashes(taken.words, KEPT),
    wordsPerCell: texts.length === 0 ? 0 : taken.count / texts.length,
    frequent: { hashes: often.map(([hash]) => hash), shares: ofLengthOne(often.map(([, count]) => count)) },
    twos: taken.twos(),
    cells,
    amounts:
      amounts.length === 0
        ? null
        : Array.from(
            { length: STEPS + 1 },
            (_, i) => amounts[Math.round((i / STEPS) * (amounts.length - 1))]!,
          ),
  };
}

/** The amount of a text as text that is the same whatever its form. */
function amountReader({ type, decimal, dateOrder }: ColumnGuess): ((text: string) => string | null) | null {
  switch (type) {
    case 'number':
      return decimal === null ? null : (text) => readNumber(text, decimal);
    case 'date':
    case 'datetime':
      return dateOrder === null
        ? null
        : (text) => {
            const ms = readDatetime(text, dateOrder);
            return ms === null ? null : String(ms / 86_400_000);
          };
    case 'boolean':
    case 'text':
      return null;
    default:
      return type satisfies never;
  }
}

function ofLengthOne(counts: readonly number[]): number[] {
  const length = Math.sqrt(counts.reduce((sum, count) => sum + count * count, 0));
  return counts.map((count) => (length === 0 ? 0 : Math.round((count / length) * 10_000) / 10_000));
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const mixed = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

function hashOfText(text: string): number {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return mixed(hash);
}

/** Letters of a long text say no more. */
const LETTERS = 200;
const BEYOND_ASCII = /[^\x20-\x7e]/;

/** Takes texts apart, letter by letter. */
class Taken {
  readonly words = new Set<number>();
  readonly #twos = new Float64Array(TWOS);
  count = 0;
  /** Of the last text: hash of its letters and digits, and the sum of those of its words. */
  whole = 0;
  sum = 0;

  take(given: string): void {
    const cut = given.length > LETTERS ? given.slice(0, LETTERS) : given;
    const text = BEYOND_ASCII.test(cut) ? cut.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : cut;
    let whole = OFFSET;
    let word = OFFSET;
    let before = 0;
    this.sum = 0;
    for (let i = 0; i <= text.length; i++) {
      const code = i === text.length ? 32 : text.charCodeAt(i);
      const letter = code >= 65 && code <= 90 ? code + 32 : code;
      const now = letter >= 48 && letter <= 57 ? 48 : letter;
      if (i < text.length || before !== 32) this.#twos[(before * 31 + now) % TWOS]!++;
      before = now;
      if (now === 48 || (letter >= 97 && letter <= 122) || letter > 191) {
        whole = Math.imul(whole ^ letter, PRIME);
        word = Math.imul(word ^ letter, PRIME);
      } else if (word !== OFFSET) {
        const hash = mixed(word);
        this.words.add(hash);
        this.sum = (this.sum + hash) >>> 0;
        this.count++;
        word = OFFSET;
      }
    }
    this.whole = mixed(whole);
  }

  twos(): number[] {
    return ofLengthOne(Array.from(this.#twos));
  }
}
