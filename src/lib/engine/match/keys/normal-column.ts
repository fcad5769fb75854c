import { viewOf } from '../../bytes/bytes-at.ts';
import { isBlankValue, valueCount, type Column } from '../../model/column.ts';
import { readUtf8, writeUtf8 } from '../../bytes/utf8.ts';
import type { NormalizerName } from '../../model/design.ts';
import { SLICE, type Steps } from '../../run/steps.ts';
import type { Tools } from '../../tools.ts';
import { asciiFast, normalizer } from './normalize.ts';
import { foldText } from '../../read/fold.ts';
import { copyPlain, isPlain } from '../../bytes/plain-bytes.ts';

/** The values of a column after the normalisers of a key; a blank value is empty. Row → value stays the column's. */
export interface NormalColumn {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Are these normalisers no more than a copy of most columns, lower-cased, block by block? */
export const copiesBlocks = (names: readonly NormalizerName[]): boolean => inBlocks(asciiFast(names));

const inBlocks = (fast: ReturnType<typeof asciiFast>): boolean => fast === 'text' || fast === 'email';

/** Values that are lower-cased in one go where none of them needs more. */
const BLOCK = 1024;

/**
 * Normalises every value of a column (MA12). Pure-ASCII cells take a byte loop where the normalisers allow it, all
 * others the string normaliser; both give the same (tested). A column that is normal already serves as it is.
 */
export function* normalColumn(
  column: Column,
  names: readonly NormalizerName[],
  country: string | null,
  tools: Tools,
): Steps<NormalColumn> {
  const fast = asciiFast(names);
  return yield* rewrittenColumn(column, fast, normalizer(names, country, tools), fast === 'email');
}

/**
 * Every value of a column as values of unique fields are compared (S32): trimmed and case-folded. `form` gives the text that a value
 * is written as; null where it is written as it stands.
 */
export const foldedColumn = (column: Column, form: ((text: string) => string) | null): Steps<NormalColumn> =>
  form === null
    ? rewrittenColumn(column, 'email', foldText)
    : rewrittenColumn(column, null, (text) => foldText(form(text)));

function* rewrittenColumn(
  column: Column,
  fast: Fast | null,
  slow: (text: string) => string,
  /** KW9: are values without `@` no e-mail, and so none at all? */
  needsAt = false,
): Steps<NormalColumn> {
  const writer = new NormalWriter(column, fast, slow, needsAt);
  const values = valueCount(column);
  const slice = inBlocks(fast) ? SLICE : BLOCK;
  for (let from = 0; from < values; from += BLOCK) {
    writer.block(from, Math.min(values, from + BLOCK));
    if (from % slice === slice - BLOCK) yield { what: 'keys', done: from, total: values };
  }
  return writer.finish();
}

/** Byte loops that give what a string normaliser gives for ASCII (`asciiFast`). */
type Fast = 'text' | 'email' | 'name';

/** Writes normal values behind each other, block by block. */
class NormalWriter {
  readonly #column: Column;
  readonly #fast: Fast | null;
  readonly #slow: (text: string) => string;
  readonly #needsAt: boolean;
  readonly #offsets: Uint32Array;
  #bytes: Uint8Array<ArrayBuffer>;
  readonly #source: DataView;
  #target: DataView;
  #at = 0;
  #changed = false;

  constructor(column: Column, fast: Fast | null, slow: (text: string) => string, needsAt: boolean) {
    this.#column = column;
    this.#fast = fast;
    this.#slow = slow;
    this.#needsAt = needsAt;
    this.#offsets = new Uint32Array(column.offsets.length);
    this.#bytes = new Uint8Array(column.bytes.length + 256);
    this.#source = viewOf(column.bytes);
    this.#target = viewOf(this.#bytes);
  }

  block(from: number, to: number): void {
    if (inBlocks(this.#fast) && this.#wholeBlock(from, to, this.#fast === 'email')) return;
    this.#begin(from);
    for (let value = from; value < to; value++) this.#value(value);
  }

  finish(): NormalColumn {
    if (!this.#changed) return this.#column;
    return { offsets: this.#offsets, bytes: this.#bytes.subarray(0, this.#at) };
  }

  /** Copies a block, lower-cased for e-mails, four bytes at a time; false where some byte needs a closer look. */
  #wholeBlock(from: number, to: number, email: boolean): boolean {
    const { offsets } = this.#column;
    const start = offsets[from]!;
    const end = offsets[to]!;
    if (this.#needsAt && !this.#allHaveAt(from, to)) return false;
    if (!this.#changed) {
      if (isPlain(this.#source, start, end, email)) return true;
      this.#begin(from);
    }
    this.#room(end - start);
    const shift = this.#at - start;
    if (!copyPlain(this.#source, start, end, this.#target, shift, email)) return false;
    for (let value = from; value < to; value++) this.#offsets[value + 1] = offsets[value + 1]! + shift;
    this.#at = end + shift;
    return true;
  }

  /** Has every value of a block that is not empty its `@`? */
  #allHaveAt(from: number, to: number): boolean {
    const { offsets, bytes } = this.#column;
    let at = -1;
    for (let value = from; value < to; value++) {
      const start = offsets[value]!;
      const end = offsets[value + 1]!;
      if (start === end) continue;
      if (at < start) at = bytes.indexOf(AT, start);
      if (at < 0 || at >= end) return false;
    }
    return true;
  }

  /** The first value that may change: what stands before it is taken over as it is. */
  #begin(value: number): void {
    if (this.#changed) return;
    this.#changed = true;
    const { offsets, bytes } = this.#column;
    this.#at = offsets[value]!;
    this.#offsets.set(offsets.subarray(0, value + 1));
    this.#bytes.set(bytes.subarray(0, this.#at));
  }

  #value(value: number): void {
    const column = this.#column;
    if (!isBlankValue(column, value)) {
      const from = column.offsets[value]!;
      const to = column.offsets[value + 1]!;
      this.#room(to - from);
      const end =
        this.#fast === null ? -1 : asciiInto(column.bytes, from, to, this.#bytes, this.#at, this.#fast);
      if (end >= 0) this.#at = this.#needsAt && !hasAt(this.#bytes, this.#at, end) ? this.#at : end;
      else {
        const text = this.#slow(readUtf8(column.bytes, from, to));
        this.#room(text.length * 3);
        this.#at = writeUtf8(text, this.#bytes, this.#at);
      }
    }
    this.#offsets[value + 1] = this.#at;
  }

  #room(need: number): void {
    if (this.#at + need <= this.#bytes.length) return;
    this.#bytes = enlarged(this.#bytes, this.#at + need);
    this.#target = viewOf(this.#bytes);
  }
}

const AT = 64;

function hasAt(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] === AT) return true;
  return false;
}

/** Writes the normal form of an ASCII cell; returns the position after it, or -1 where the string normaliser must do it. */
function asciiInto(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
  fast: Fast,
): number {
  let from = start;
  let to = end;
  while (from < to && isWhite(source[from]!)) from++;
  while (to > from && isWhite(source[to - 1]!)) to--;
  let gap = false;
  for (let i = from; i < to; i++) {
    let byte = source[i]!;
    if (byte >= 128) return -1;
    if (fast !== 'text') {
      if (byte >= 65 && byte <= 90) byte |= 32;
      else if (fast === 'email') {
        if (byte === 60 || byte === 62 || byte === 58) return -1;
      } else if (isWhite(byte)) {
        gap = true;
        continue;
      }
      if (gap) {
        target[at++] = 32;
        gap = false;
      }
    }
    target[at++] = byte;
  }
  return at;
}

const isWhite = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

function enlarged(bytes: Uint8Array<ArrayBuffer>, need: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(bytes.length * 2, need));
  larger.set(bytes);
  return larger;
}
