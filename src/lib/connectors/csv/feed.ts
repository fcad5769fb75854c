import { concat, type StrictDecoder } from './decode.ts';
import type { PlainLines } from './plain-lines.ts';
import type { RowReader } from './rows.ts';
import type { Table } from '../table/table.ts';

const LF = 10;
/** Bytes handed to the text way at once, where lines that are not plain stand close together. */
const MOST = 256 * 1024;

/** The two ways of a file's bytes into its table. */
export interface Ways {
  readonly plain: PlainLines;
  readonly decoder: StrictDecoder;
  readonly rows: RowReader;
  readonly table: Table;
  /** Takes what the decoder gives on to `rows`; deals with what goes wrong. */
  readonly text: (decode: () => string) => void;
}

/**
 * Hands the bytes of a file whose table is open to `PlainLines`, and what is not plain, line by line or in larger pieces
 * where there is more of it, to the decoder and PapaParse. Both give the same rows (tested).
 */
export class Feed {
  readonly #ways: Ways;
  #way: 'plain' | 'text' = 'text';
  /** The start of a line that waits for its end, on the plain way. */
  #carry: Uint8Array = NOTHING;
  #patch = 1;

  constructor(ways: Ways) {
    this.#ways = ways;
    this.#choose();
  }

  push(chunk: Uint8Array): void {
    const { decoder, text } = this.#ways;
    let rest = chunk;
    if (this.#way === 'plain' && this.#carry.length > 0) {
      // The line that was begun is joined, not the whole chunk.
      const end = chunk.indexOf(LF) + 1 || chunk.length;
      rest = chunk.subarray(end);
      this.#lines(concat([this.#carry, chunk.subarray(0, end)]));
    }
    if (rest.length === 0) return;
    if (this.#way === 'plain') {
      this.#lines(rest);
      return;
    }
    text(() => decoder.push(rest));
    this.#choose();
  }

  /** No more bytes follow: the decoder has what is left. */
  end(): void {
    if (this.#way === 'plain') this.#leave();
  }

  /** Takes the plain way between two data rows. */
  #choose(): void {
    const { decoder } = this.#ways;
    this.#way = this.#between() && decoder.waiting <= MOST ? 'plain' : 'text';
    if (this.#way === 'plain') this.#carry = decoder.takeRest();
  }

  #between(): boolean {
    return this.#ways.rows.idle && this.#ways.table.open;
  }

  #lines(bytes: Uint8Array): void {
    const { plain, rows } = this.#ways;
    const complete = bytes.lastIndexOf(LF) + 1;
    let at = 0;
    while (at < complete) {
      const odd = plain.push(bytes, at, complete);
      rows.passed(plain.lf, plain.crlf);
      plain.lf = plain.crlf = 0;
      this.#patch = odd - at < 4 * this.#patch ? Math.min(this.#patch * 2, MOST) : 1;
      at = odd < complete ? this.#asText(bytes, odd, complete) : odd;
      if (!this.#between()) break;
    }
    this.#carry = bytes.slice(at);
    if (this.#between() && this.#carry.length <= MOST) return;
    this.#leave();
  }

  /** Reads lines from `from` on as text, until the next row can be plain; where that is. */
  #asText(bytes: Uint8Array, from: number, complete: number): number {
    const { decoder, rows, text } = this.#ways;
    let at = from;
    for (let size = this.#patch; at < complete; size = Math.min(size * 2, MOST)) {
      const start = at;
      at = bytes.indexOf(LF, Math.min(start + size, complete) - 1) + 1;
      text(() => decoder.push(bytes.subarray(start, at)));
      rows.flush();
      if (this.#between()) break;
    }
    return at;
  }

  #leave(): void {
    const { decoder, text } = this.#ways;
    const carry = this.#carry;
    this.#carry = NOTHING;
    this.#way = 'text';
    text(() => decoder.push(carry));
  }
}

const NOTHING = new Uint8Array(0);
