import type { HashStream, Tools } from '../../src/lib/engine/index.ts';
import type { OutFile } from '../../src/lib/conversation/index.ts';

/** Characters put together before they become bytes, and bytes before they are handed to the browser. */
const PIECE = 64 * 1024;
const PART = 8 * 1024 * 1024;

/** A text file that grows piece by piece: never a giant string, and what is written need not stay in this worker's memory. */
export class TextFile {
  readonly name: string;
  readonly #tools: Pick<Tools, 'encode'>;
  readonly #hash: HashStream;
  #text = '';
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;
  #parts: Blob[] = [];

  constructor(name: string, tools: Pick<Tools, 'encode' | 'sha256Stream'>) {
    this.name = name;
    this.#tools = tools;
    this.#hash = tools.sha256Stream();
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= PIECE) this.#flush();
  }

  /** The file, and the SHA-256 of its bytes. Ends it. */
  close(rows: number, type: string): { readonly file: OutFile; readonly sha256: string } {
    this.#flush();
    const blob = new Blob([...this.#parts, ...this.#pieces], { type });
    return { file: { name: this.name, blob, rows }, sha256: this.#hash.digest() };
  }

  #flush(): void {
    const bytes = Uint8Array.from(this.#tools.encode(this.#text));
    this.#text = '';
    this.#hash.update(bytes);
    this.#pieces.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes < PART) return;
    this.#parts.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#bytes = 0;
  }
}
