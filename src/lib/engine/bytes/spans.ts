/** Values whose memory is asked for ahead of their use (`CodeTable`). */
export const BLOCK = 256;

/** Stretches of a buffer, a block of them, gathered to be coded together. */
export class Spans {
  readonly starts = new Uint32Array(BLOCK);
  readonly ends = new Uint32Array(BLOCK);
  /** `hashOf` each. */
  readonly hashes = new Int32Array(BLOCK);
  count = 0;

  get full(): boolean {
    return this.count === BLOCK;
  }

  /** Takes one more; the answer is its place. */
  add(start: number, end: number, hash: number): number {
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.hashes[this.count] = hash;
    return this.count++;
  }
}
