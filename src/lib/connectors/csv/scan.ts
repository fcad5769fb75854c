import type { HashStream } from '../../engine/index.ts';
import { Damage } from './damage.ts';
import { concat } from './decode.ts';
import { Lines, type LineList } from '../table/noted-lines.ts';

/** What the bytes say before a character is read. Lines end with LF, CR or CRLF. */
export interface Scan {
  readonly bytes: number;
  readonly sha256: string;
  readonly mark: 'utf-8' | 'utf-16le' | 'utf-16be' | null;
  /** UTF-16 by its zero bytes, where there is no byte order mark. */
  readonly utf16: 'utf-16le' | 'utf-16be' | null;
  /** Lines that are not UTF-8. */
  readonly bad: LineList;
  /** Those of them that hold valid UTF-8 sequences beyond ASCII too (RD6). */
  readonly half: LineList;
  /** Lines that are UTF-8 and not plain ASCII. */
  readonly beyondAscii: LineList;
  readonly nul: LineList;
  /** May a cell begin with an apostrophe? One stands behind a byte that is no letter, digit or blank. */
  readonly apostrophes: boolean;
  /** Of lines that are UTF-8. */
  readonly damage: Damage;
}

/** First pass over the bytes, in chunks: hash, and strict UTF-8 line by line. */
export class ByteScan {
  readonly #hash: HashStream;
  #bytes = 0;
  #head: Uint8Array = new Uint8Array(0);
  #line = 1;
  #afterCr = false;
  #apostrophes = false;
  #last = 0;
  #need = 0;
  #low = 0x80;
  #high = 0xbf;
  #code = 0;
  #before = 0;
  #lineBad = false;
  #lineBeyond = false;
  #lineNul = false;
  #lineMojibake = false;
  readonly #bad = new Lines();
  readonly #half = new Lines();
  readonly #beyond = new Lines();
  readonly #nul = new Lines();
  #lineLost = false;
  #lineControls: number[] = [];
  readonly #damage = new Damage();

  constructor(hash: HashStream) {
    this.#hash = hash;
  }

  push(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    if (this.#head.length < HEAD_BYTES)
      this.#head = concat([this.#head, bytes.subarray(0, HEAD_BYTES - this.#head.length)]);
    this.#apostrophes ||= leadingApostrophe(bytes, this.#last);
    this.#last = bytes.at(-1) ?? this.#last;
    const length = bytes.length;
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    for (let i = 0; i < length; i++) {
      const byte = bytes[i]!;
      if (this.#need === 0) {
        if (byte < 0x80) {
          if (byte > 0x0d) {
            // Plain ASCII is nearly everything: stay in this loop.
            for (i++; i + 4 <= length; i += 4) {
              const others = notPlain(view.getInt32(i, true));
              if (others === 0) continue;
              i += (31 - Math.clz32(others & -others)) >> 3;
              break;
            }
            i--;
            this.#afterCr = false;
          } else this.#control(byte);
          this.#before = 0;
        } else this.#lead(byte);
      } else if (byte >= this.#low && byte <= this.#high) {
        this.#continue(byte);
      } else {
        this.#lineBad = true;
        this.#need = 0;
        i--;
      }
    }
  }

  finish(): Scan {
    if (this.#need > 0) this.#lineBad = true;
    this.#endLine();
    const head = this.#head;
    const mark =
      head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
        ? 'utf-8'
        : head[0] === 0xff && head[1] === 0xfe
          ? 'utf-16le'
          : head[0] === 0xfe && head[1] === 0xff
            ? 'utf-16be'
            : null;
    const bad = this.#bad.list();
    return {
      bytes: this.#bytes,
      sha256: this.#hash.digest(),
      mark,
      utf16: mark === null && this.#bytes % 2 === 0 ? utf16ByZeros(head, bad.count === 0) : null,
      bad,
      half: this.#half.list(),
      beyondAscii: this.#beyond.list(),
      nul: this.#nul.list(),
      apostrophes: this.#apostrophes,
      damage: this.#damage,
    };
  }

  #control(byte: number): void {
    if (byte === 0x0a) {
      if (!this.#afterCr) this.#endLine();
    } else if (byte === 0x0d) this.#endLine();
    else if (byte === 0) this.#lineNul = true;
    this.#afterCr = byte === 0x0d;
  }

  #lead(byte: number): void {
    this.#afterCr = false;
    this.#low = 0x80;
    this.#high = 0xbf;
    if (byte >= 0xc2 && byte < 0xe0) {
      this.#need = 1;
      this.#code = byte & 0x1f;
    } else if (byte >= 0xe0 && byte < 0xf0) {
      this.#need = 2;
      this.#code = byte & 0x0f;
      if (byte === 0xe0) this.#low = 0xa0;
      if (byte === 0xed) this.#high = 0x9f;
    } else if (byte >= 0xf0 && byte < 0xf5) {
      this.#need = 3;
      this.#code = byte & 0x07;
      if (byte === 0xf0) this.#low = 0x90;
      if (byte === 0xf4) this.#high = 0x8f;
    } else this.#lineBad = true;
  }

  #continue(byte: number): void {
    this.#low = 0x80;
    this.#high = 0xbf;
    this.#code = (this.#code << 6) | (byte & 0x3f);
    if (--this.#need > 0) return;
    const code = this.#code;
    const first = this.#bytes > 0 && this.#line === 1 && code === 0xfeff && !this.#lineBeyond;
    if (!first) this.#lineBeyond = true;
    // Ã or Â before a C1 or Latin-1 sign, â before a sign of windows-1252: two bytes of one letter, read one by one.
    if ((this.#before === 0xc3 || this.#before === 0xc2) && code >= 0x80 && code <= 0xbf)
      this.#lineMojibake = true;
    if (this.#before === 0xe2 && ((code >= 0x80 && code <= 0xbf) || code === 0x20ac))
      this.#lineMojibake = true;
    if (code === 0xfffd) this.#lineLost = true;
    if (code < 0xa0 && this.#lineControls.length < 64) this.#lineControls.push(code);
    this.#before = code;
  }

  #endLine(): void {
    if (this.#lineBad) {
      this.#bad.add(this.#line);
      if (this.#lineBeyond) this.#half.add(this.#line);
    } else if (this.#lineBeyond) this.#beyond.add(this.#line);
    if (this.#lineNul) this.#nul.add(this.#line);
    if (!this.#lineBad && (this.#lineMojibake || this.#lineLost || this.#lineControls.length > 0)) {
      const has = { misread: this.#lineMojibake, lost: this.#lineLost, controls: this.#lineControls };
      this.#damage.line(this.#line, has);
    }
    this.#lineBad = this.#lineBeyond = this.#lineNul = this.#lineMojibake = false;
    this.#lineLost = false;
    if (this.#lineControls.length > 0) this.#lineControls = [];
    this.#line++;
  }
}

function leadingApostrophe(bytes: Uint8Array, last: number): boolean {
  for (let at = bytes.indexOf(0x27); at !== -1; at = bytes.indexOf(0x27, at + 1)) {
    const before = at === 0 ? last : bytes[at - 1]!;
    const letter =
      before === 0x20 || before >= 0x80 || (before >= 0x30 && before < 0x3a) || (before | 0x20) >= 0x61;
    if (!letter || before === 0x7c) return true;
  }
  return false;
}

/** Marks which of four bytes are not ASCII over 0x0d; the lowest mark is right, others may not be. */
const notPlain = (word: number): number => ~((word + 0x72727272) & ~word) & TOPS;

const TOPS = 0x80808080 | 0;

const HEAD_BYTES = 64 * 1024;

/**
 * Text of Western languages in UTF-16 has a zero in every second place. Bytes that are valid UTF-8 need half of one
 * side to be zeros (a few NUL characters in a small file are no UTF-16), others (Chinese, Japanese …) a tenth.
 */
function utf16ByZeros(head: Uint8Array, validUtf8: boolean): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i & 1]!++;
  const units = head.length >> 1;
  if (units < 2) return null;
  const wanted = units * (validUtf8 ? 0.5 : 0.1);
  const stray = units * 0.02;
  if (zeros[1]! >= wanted && zeros[0]! <= stray) return 'utf-16le';
  if (zeros[0]! >= wanted && zeros[1]! <= stray) return 'utf-16be';
  return null;
}
