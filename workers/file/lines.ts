/** Bytes in pieces to lines of UTF-8 text; empty ones are passed over. Throws a `TypeError` where the bytes are none. */
export class Lines {
  readonly #take: (line: string) => void;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #rest = '';

  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  push(bytes: Uint8Array): void {
    this.#text(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#text(`${this.#decoder.decode()}\n`);
  }

  #text(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') this.#take(line);
  }
}
