import { CodeTable } from './code-table.ts';
import { writeUtf8 } from '../bytes/utf8.ts';

/** Bytes of a buffer; a longer text gets one of its own. */
const BUFFER = 1 << 20;

/** Texts to integer codes in the order first seen, one text after the other: nothing needs to be known beforehand. */
export class TextCodes {
  readonly #table = new CodeTable(1024);
  #bytes = new Uint8Array(0);
  #buffer = this.#table.addBuffer(this.#bytes);
  #at = 0;

  get count(): number {
    return this.#table.count;
  }

  code(text: string): number {
    if (this.#at + text.length * 3 > this.#bytes.length) {
      this.#bytes = new Uint8Array(Math.max(BUFFER, text.length * 3));
      this.#buffer = this.#table.addBuffer(this.#bytes);
      this.#at = 0;
    }
    const before = this.#table.count;
    const end = writeUtf8(text, this.#bytes, this.#at);
    const code = this.#table.code(this.#buffer, this.#at, end);
    if (this.#table.count > before) this.#at = end;
    return code;
  }
}
