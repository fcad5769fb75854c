import type { Spare } from '../engine/index.ts';

/**
 * Typed arrays and a little JSON as one run of bytes: one value for the database, one input for a hash, and read back
 * without a copy. Layout: magic, length of the JSON (both u32), JSON, then each array at a multiple of 8.
 */
export type PackedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array;

export interface Packed {
  readonly meta: unknown;
  /** Views on the bytes that were given. */
  readonly arrays: ReadonlyMap<string, PackedArray>;
}

const MAGIC = 0x31_50_53_44; // "DSP1"; little-endian, as every platform browsers run on
const KINDS = {
  u8: { width: 1, view: (b: ArrayBufferLike, at: number, n: number) => new Uint8Array(b, at, n) },
  u16: { width: 2, view: (b: ArrayBufferLike, at: number, n: number) => new Uint16Array(b, at, n) },
  u32: { width: 4, view: (b: ArrayBufferLike, at: number, n: number) => new Uint32Array(b, at, n) },
  i32: { width: 4, view: (b: ArrayBufferLike, at: number, n: number) => new Int32Array(b, at, n) },
} as const;
type Kind = keyof typeof KINDS;
type Entry = readonly [name: string, kind: Kind, length: number];

const aligned = (at: number): number => (at + 7) & ~7;

/**
 * `meta` must be plain JSON. `spare`: where the memory is taken from, in a size that comes up again: blanks behind the JSON make
 * it up.
 */
export function pack(
  meta: unknown,
  arrays: Readonly<Record<string, PackedArray>>,
  spare: Spare | null = null,
): Uint8Array<ArrayBuffer> {
  const named = Object.entries(arrays);
  const list: Entry[] = named.map(([name, array]) => [name, kindOf(array), array.length]);
  const json = new TextEncoder().encode(JSON.stringify({ meta, arrays: list }));
  let size = aligned(8 + json.length);
  for (const [, array] of named) size = aligned(size + array.byteLength);
  const wanted = spare === null ? size : stepped(size);
  const bytes = new Uint8Array(spare === null ? new ArrayBuffer(wanted) : spare.exactly(wanted));
  const head = json.length + wanted - size;
  new Uint32Array(bytes.buffer, 0, 2).set([MAGIC, head]);
  bytes.set(json, 8);
  bytes.fill(BLANK, 8 + json.length, 8 + head);
  let at = 8 + head;
  const goTo = (next: number): void => {
    bytes.fill(0, at, next);
    at = next;
  };
  goTo(aligned(at));
  for (const [, array] of named) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
    goTo(aligned(at));
  }
  return bytes;
}

const BLANK = 0x20;

/** Up to one of 64 sizes between a power of two and the next. */
function stepped(size: number): number {
  const step = Math.max(8, 2 ** (Math.floor(Math.log2(size)) - 6));
  return Math.ceil(size / step) * step;
}

/** Null where the bytes are not what `pack` wrote, as far as their form tells. */
export function unpack(given: Uint8Array): Packed | null {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  if (bytes.length < 8 || bytes.length % 8 !== 0) return null;
  const [magic, jsonLength] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  if (magic !== MAGIC || jsonLength === undefined || 8 + jsonLength > bytes.length) return null;
  const head = readHead(bytes.subarray(8, 8 + jsonLength));
  if (head === null) return null;
  const arrays = new Map<string, PackedArray>();
  let at = aligned(8 + jsonLength);
  for (const [name, kind, length] of head.arrays) {
    const { width, view } = KINDS[kind];
    if (at + length * width > bytes.length) return null;
    arrays.set(name, view(bytes.buffer, bytes.byteOffset + at, length));
    at = aligned(at + length * width);
  }
  return at === bytes.length ? { meta: head.meta, arrays } : null;
}

function readHead(json: Uint8Array): { meta: unknown; arrays: readonly Entry[] } | null {
  try {
    const head: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
    if (typeof head !== 'object' || head === null || !('meta' in head) || !('arrays' in head)) return null;
    const { meta, arrays } = head;
    return Array.isArray(arrays) && arrays.every(isEntry) ? { meta, arrays } : null;
  } catch {
    return null;
  }
}

const isEntry = (entry: unknown): entry is Entry =>
  Array.isArray(entry) &&
  typeof entry[0] === 'string' &&
  Object.hasOwn(KINDS, String(entry[1])) &&
  Number.isSafeInteger(entry[2]) &&
  (entry[2] as number) >= 0;

function kindOf(array: PackedArray): Kind {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  return array instanceof Uint32Array ? 'u32' : 'i32';
}
