import { utf8 } from '../bytes/utf8.ts';
import type { FilterCondition } from '../model/filter.ts';
import type { FieldView } from './field-view.ts';
import { foldText } from './fold.ts';
import { numberTest, type BytesTest } from './number-bytes.ts';
import { readsAsText } from './type-pair.ts';

/** Does the folded value at `from … to`, which is ASCII, hold the word as asked? */
type Holds = (bytes: Uint8Array, from: number, to: number, word: Uint8Array) => boolean;

/** A condition on texts or numbers asked of bytes, which is many times quicker; null where a condition asks for another type or an order of texts. */
export function bytesTest(condition: FilterCondition, view: FieldView): BytesTest | null {
  switch (condition.op) {
    case 'contains':
      return asked([condition.value], contains, false);
    case 'starts-with':
      return asked([condition.value], startsWith, false);
    case 'eq':
      return readsAsText(view.type) ? asked([condition.value], isWord, false) : numberTest(condition, view);
    case 'ne':
      return readsAsText(view.type) ? asked([condition.value], isWord, true) : numberTest(condition, view);
    case 'in':
      return readsAsText(view.type) ? asked(condition.values, isWord, false) : numberTest(condition, view);
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
    case 'between':
      return numberTest(condition, view);
    case 'known':
    case 'unknown':
    case 'last-days':
      return null;
    default:
      return condition satisfies never;
  }
}

/** A word that is not ASCII when folded is in no ASCII value. */
function asked(values: readonly string[], holds: Holds, negated: boolean): BytesTest {
  const words = values.map((value) => utf8(foldText(value)));
  return (bytes, from, to) => {
    for (let i = from; i < to; i++) if (bytes[i]! > 127) return null;
    let [first, end] = [from, to];
    while (first < end && isSpace(bytes[first]!)) first++;
    while (end > first && isSpace(bytes[end - 1]!)) end--;
    for (const word of words) if (holds(bytes, first, end, word)) return !negated;
    return negated;
  };
}

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

const isWord: Holds = (bytes, from, to, word) => to - from === word.length && isAt(bytes, from, word);

const startsWith: Holds = (bytes, from, to, word) => to - from >= word.length && isAt(bytes, from, word);

const contains: Holds = (bytes, from, to, word) => {
  for (let at = from; at <= to - word.length; at++) if (isAt(bytes, at, word)) return true;
  return false;
};

function isAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (lower(bytes[at + i]!) !== word[i]) return false;
  return true;
}
