import { byteByByte, holdsUtf8 } from './bad-bytes.ts';
import { Lines, type LineList } from '../table/noted-lines.ts';
import { windows1252 } from './windows-1252.ts';

/** Bytes that are none of the chosen encoding, found on this line of the file. */
export class DecodeFailure extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`not in the encoding, line ${String(line)}`);
    this.line = line;
  }
}

/** Bytes in chunks to text in chunks, strictly; a byte order mark goes. Throws `DecodeFailure`. */
export class StrictDecoder {
  readonly #encoding: string;
  readonly #wide: boolean;
  readonly #decode: (bytes: Uint8Array) => string;
  #rest: Uint8Array[] = [];
  #started = false;
  #lines = 0;
  readonly #other = new Lines();
  readonly #mended = new Lines();

  constructor(encoding: string) {
    this.#encoding = encoding;
    this.#wide = encoding === 'utf-16le' || encoding === 'utf-16be';
    this.#decode = decoderOf(encoding);
  }

  push(chunk: Uint8Array): string {
    // UTF-16 keeps at most three bytes back, the others an unfinished line, joined once when its end comes.
    const bytes = this.#wide ? concat([...this.#rest, chunk]) : chunk;
    const cut = this.#wide ? wholePairs(bytes, this.#encoding === 'utf-16le') : lastLineEnd(bytes) + 1;
    if (this.#wide) this.#rest = [];
    if (cut <= 0) {
      this.#rest.push(bytes.slice());
      return '';
    }
    const head = concat([...this.#rest, bytes.subarray(0, cut)]);
    this.#rest = cut < bytes.length ? [bytes.slice(cut)] : [];
    return this.#text(head);
  }

  end(): string {
    const rest = concat(this.#rest);
    this.#rest = [];
    return rest.length === 0 ? '' : this.#text(rest);
  }

  /** Bytes of an unfinished line. */
  get waiting(): number {
    return this.#rest.reduce((sum, part) => sum + part.length, 0);
  }

  /** Hands back the bytes of an unfinished line that wait for their end. */
  takeRest(): Uint8Array {
    const rest = concat(this.#rest);
    this.#rest = [];
    return rest;
  }

  /** Lines of a `mixed` file read as windows-1252. */
  get otherLines(): LineList {
    return this.#other.list();
  }

  /** Lines of a `mixed` file in which single bytes were read as windows-1252 (RD6). */
  get mendedLines(): LineList {
    return this.#mended.list();
  }

  #text(bytes: Uint8Array): string {
    let text = this.#encoding === 'mixed' ? this.#lineByLine(bytes) : this.#strict(bytes);
    if (!this.#started) {
      this.#started = true;
      // Where marked files were put together there are several.
      if (MARKED.has(this.#encoding)) text = text.replace(/^\ufeff+/, '');
    }
    return text;
  }

  #strict(bytes: Uint8Array): string {
    try {
      const text = this.#decode(bytes);
      if (!PROVED.has(this.#encoding)) this.#lines += this.#wide ? lineEnds(text) : byteLineEnds(bytes);
      return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new DecodeFailure(this.#failingLine(bytes));
    }
  }

  /** Each line strictly as UTF-8, else as windows-1252, or only its bad bytes where others are UTF-8 beyond ASCII (RD6). */
  #lineByLine(bytes: Uint8Array): string {
    let text = '';
    let at = 0;
    while (at < bytes.length) {
      const to = lineAfter(bytes, at);
      const line = bytes.subarray(at, to);
      try {
        text += UTF8.decode(line);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        const mended = holdsUtf8(line);
        (mended ? this.#mended : this.#other).add(this.#lines + 1);
        text += mended ? byteByByte(line) : windows1252(line);
      }
      this.#lines++;
      at = to;
    }
    return text;
  }

  #failingLine(bytes: Uint8Array): number {
    let line = this.#lines + 1;
    const decode = decoderOf(this.#encoding);
    for (let at = 0; at < bytes.length; line++) {
      const to = this.#wide ? wideLineAfter(bytes, at, this.#encoding === 'utf-16le') : lineAfter(bytes, at);
      try {
        decode(bytes.subarray(at, to));
      } catch {
        return line;
      }
      at = to;
    }
    return line;
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const MARKED = new Set(['utf-8', 'utf-16le', 'utf-16be', 'mixed']);
/** Cannot fail, or was proved before: nobody asks for the line. */
const PROVED = new Set(['windows-1252', 'utf-8']);

function decoderOf(encoding: string): (bytes: Uint8Array) => string {
  if (encoding === 'windows-1252') return windows1252;
  if (encoding === 'mixed') return (bytes) => UTF8.decode(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Bytes up to the last whole unit, never between the halves of a pair. */
function wholePairs(bytes: Uint8Array, little: boolean): number {
  const cut = bytes.length & ~1;
  if (cut < 2) return 0;
  const high = little ? bytes[cut - 1]! : bytes[cut - 2]!;
  return high >= 0xd8 && high <= 0xdb ? cut - 2 : cut;
}

function lastLineEnd(bytes: Uint8Array): number {
  // A CR in the last place may have its LF in the next chunk: the line is cut after the pair.
  let i = bytes.length - 1;
  if (bytes[i] === 0x0d) i--;
  while (i >= 0 && bytes[i] !== 0x0a && bytes[i] !== 0x0d) i--;
  return i;
}

/** Position after the line end that follows `at`, or the end. */
function lineAfter(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) at++;
  return Math.min(at + 1, bytes.length);
}

function wideLineAfter(bytes: Uint8Array, at: number, little: boolean): number {
  const unit = (i: number): number =>
    little ? bytes[i]! | (bytes[i + 1]! << 8) : (bytes[i]! << 8) | bytes[i + 1]!;
  while (at + 1 < bytes.length && unit(at) !== 10 && unit(at) !== 13) at += 2;
  if (at + 3 < bytes.length && unit(at) === 13 && unit(at + 2) === 10) at += 2;
  return Math.min(at + 2, bytes.length);
}

const lineEnds = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0;

function byteLineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let i = bytes.indexOf(10); i !== -1; i = bytes.indexOf(10, i + 1)) count++;
  for (let i = bytes.indexOf(13); i !== -1; i = bytes.indexOf(13, i + 1)) if (bytes[i + 1] !== 10) count++;
  return count;
}
