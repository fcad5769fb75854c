/** Smaller pieces are soon made and are not kept (bytes). */
const WORTH = 32 * 1024;

/**
 * Memory that is used again instead of made anew: the first touch of a page costs more than all that is done with it. Whoever takes a
 * piece gives it back when nothing looks at it any more; what is never given back is the garbage collector's, as ever.
 */
export class Spare {
  /** By their size. */
  readonly #free = new Map<number, ArrayBuffer[]>();

  /** At least so many bytes, holding anything. A piece much too large is left to whoever needs it. */
  take(bytes: number): ArrayBuffer {
    if (bytes < WORTH) return new ArrayBuffer(bytes);
    const fitting = sizeFor(bytes);
    for (let size = fitting; size <= 4 * fitting; size = next(size)) {
      const found = this.#free.get(size)?.pop();
      if (found !== undefined) return found;
    }
    return new ArrayBuffer(fitting);
  }

  /** Exactly so many bytes, for what is copied whole wherever it goes; holding anything. */
  exactly(bytes: number): ArrayBuffer {
    return this.#free.get(bytes)?.pop() ?? new ArrayBuffer(bytes);
  }

  /** Nothing may look at `array` or another view of its buffer from now on. */
  give({ buffer }: { readonly buffer: ArrayBufferLike }): void {
    if (!(buffer instanceof ArrayBuffer) || buffer.byteLength < WORTH) return;
    const same = this.#free.get(buffer.byteLength);
    if (same === undefined) this.#free.set(buffer.byteLength, [buffer]);
    else same.push(buffer);
  }

  /** Leaves everything to the garbage collector. */
  clear(): void {
    this.#free.clear();
  }
}

type Numbers = typeof Uint8Array | typeof Uint32Array;

/** So many noughts, in memory that is used again where there is some. */
export function noughts<K extends Numbers>(kind: K, length: number, spare: Spare | null): InstanceType<K> {
  if (spare === null) return new kind(length) as InstanceType<K>;
  const array = new kind(spare.take(length * kind.BYTES_PER_ELEMENT), 0, length);
  return array.fill(0) as InstanceType<K>;
}

/** A power of two, or one and a half of one, so that needs that differ a little fit the same piece. */
function sizeFor(bytes: number): number {
  let size = WORTH;
  while (size < bytes) size = next(size);
  return size;
}

const next = (size: number): number => ((size & (size - 1)) === 0 ? (size / 2) * 3 : (size / 3) * 4);
