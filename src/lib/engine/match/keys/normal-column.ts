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

/** How values are made normal. */
export interface NormalForm {
  /** The byte loop for ASCII cells, null where there is none; `slow` is for all others, and gives the same (tested). */
  readonly fast: Fast | null;
  readonly slow: (text: string) => string;
  /** KW9: are values without `@` no e-mail, and so none at all? */
  readonly needsAt: boolean;
}

/** The normalisers of a key (MA12). */
export function keyForm(names: readonly NormalizerName[], country: string | null, tools: Tools): NormalForm {
  const fast = asciiFast(names);
  return { fast, slow: normalizer(names, country, tools), needsAt: fast === 'email' };
}

/**
 * As values of unique fields are compared (S32): trimmed and case-folded. `form` gives the text that a value is written as; null where it
 * is written as it stands.
 */
export const foldedForm = (form: ((text: string) => string) | null): NormalForm =>
  form === null
    ? { fast: 'email', slow: foldText, needsAt: false }
    : { fast: null, slow: (text) => foldText(form(text)), needsAt: false };

/** Are these normalisers no more than a copy of most columns, lower-cased, block by block? */
export const copiesBlocks = (names: readonly NormalizerName[]): boolean => inBlocks(asciiFast(names));

const inBlocks = (fast: Fast | null): boolean => fast === 'text' || fast === 'email';

/** Values that are lower-cased in one go where none of them needs more. */
export const NORMAL_BLOCK = 1024;

/** Values between two pauses. */
export const sliceOf = ({ fast }: NormalForm): number => (inBlocks(fast) ? SLICE / 2 : NORMAL_BLOCK);

/** Every value of a column in its normal form. A column that is normal already serves as it is. */
export function* normalColumn(column: Column, form: NormalForm): Steps<NormalColumn> {
  const blocks = new NormalBlocks(column, form);
  const values = valueCount(column);
  const slice = sliceOf(form);
  let made: Made | null = null;
  for (let from = 0; from < values; from += NORMAL_BLOCK) {
    const to = Math.min(values, from + NORMAL_BLOCK);
    const isMade = blocks.make(from, to);
    if (isMade) made ??= new Made(column, from);
    made?.add(isMade ? blocks : column, isMade ? 0 : from, to - from);
    if (from % slice === slice - NORMAL_BLOCK) yield { what: 'keys', done: from, total: values };
  }
  return made?.column() ?? column;
}

/** Normal values behind each other. */
class Made {
  readonly #offsets: Uint32Array;
  #bytes: Uint8Array<ArrayBuffer>;
  #values: number;
  #at: number;

  /** The values before `first` are taken over as they are. */
  constructor({ offsets, bytes }: NormalColumn, first: number) {
    this.#offsets = new Uint32Array(offsets.length);
    this.#bytes = new Uint8Array(bytes.length + 256);
    this.#values = first;
    this.#at = offsets[first]!;
    this.#offsets.set(offsets.subarray(0, first + 1));
    this.#bytes.set(bytes.subarray(0, this.#at));
  }

  add({ offsets, bytes }: NormalColumn, from: number, count: number): void {
    const [start, end] = [offsets[from]!, offsets[from + count]!];
    if (this.#at + end - start > this.#bytes.length) {
      this.#bytes = enlarged(this.#bytes, this.#at + end - start);
    }
    this.#bytes.set(bytes.subarray(start, end), this.#at);
    const shift = this.#at - start;
    for (let i = from + 1; i <= from + count; i++) this.#offsets[++this.#values] = offsets[i]! + shift;
    this.#at = end + shift;
  }

  column(): NormalColumn {
    return { offsets: this.#offsets, bytes: this.#bytes.subarray(0, this.#at) };
  }
}

/** Byte loops that give what a string normaliser gives for ASCII (`asciiFast`). */
type Fast = 'text' | 'email' | 'name';

/** Makes the values of a column normal, a block at a time. What is made stands until the next block is. */
export class NormalBlocks implements NormalColumn {
  readonly offsets: Uint32Array;
  readonly #column: Column;
  readonly #form: NormalForm;
  readonly #source: DataView;
  #bytes: Uint8Array<ArrayBuffer>;
  #target: DataView;
  #at = 0;

  constructor(column: Column, form: NormalForm) {
    this.#column = column;
    this.#form = form;
    this.#source = viewOf(column.bytes);
    this.offsets = new Uint32Array(Math.min(NORMAL_BLOCK, valueCount(column)) + 1);
    this.#bytes = new Uint8Array(Math.min(64 * NORMAL_BLOCK, column.bytes.length));
    this.#target = viewOf(this.#bytes);
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Makes the values `from … to`, no more than a block; false where all of them are normal as they stand. */
  make(from: number, to: number): boolean {
    const { fast, needsAt } = this.#form;
    const isEmail = fast === 'email';
    this.#at = 0;
    if (inBlocks(fast) && (!needsAt || this.#allHaveAt(from, to))) {
      const start = this.#column.offsets[from]!;
      const end = this.#column.offsets[to]!;
      if (isPlain(this.#source, start, end, isEmail)) return false;
      if (this.#copy(from, to, isEmail)) return true;
    }
    for (let value = from; value < to; value++) {
      this.#value(value);
      this.offsets[value - from + 1] = this.#at;
    }
    return true;
  }

  /** Copies a block, lower-cased for e-mails, four bytes at a time; false where some byte needs a closer look. */
  #copy(from: number, to: number, isEmail: boolean): boolean {
    const { offsets } = this.#column;
    const start = offsets[from]!;
    const end = offsets[to]!;
    this.#room(end - start);
    if (!copyPlain(this.#source, start, end, this.#target, -start, isEmail)) return false;
    for (let value = from; value <= to; value++) this.offsets[value - from] = offsets[value]! - start;
    return true;
  }

  /** Has every value of a block that is not empty its `@`? */
  #allHaveAt(from: number, to: number): boolean {
    const { offsets, bytes } = this.#column;
    for (let value = from; value < to; value++) {
      const start = offsets[value]!;
      const end = offsets[value + 1]!;
      let at = start;
      while (at < end && bytes[at] !== AT) at++;
      if (at === end && start < end) return false;
    }
    return true;
  }

  #value(value: number): void {
    const column = this.#column;
    if (isBlankValue(column, value)) return;
    const { fast, slow, needsAt } = this.#form;
    const from = column.offsets[value]!;
    const to = column.offsets[value + 1]!;
    this.#room(to - from);
    const end = fast === null ? -1 : asciiInto(column.bytes, from, to, this.#bytes, this.#at, fast);
    if (end >= 0) this.#at = needsAt && !hasAt(this.#bytes, this.#at, end) ? this.#at : end;
    else {
      const text = slow(readUtf8(column.bytes, from, to));
      this.#room(text.length * 3);
      this.#at = writeUtf8(text, this.#bytes, this.#at);
    }
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
