import { Inflate } from 'fflate';
import { BrokenWorkbook, TooLarge } from './faults.ts';

/** A file of an archive, as the archive's directory at its end says. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly locked: boolean;
  readonly crc: number;
  /** Bytes, packed and unpacked. */
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Bytes unpacked at once: a thousand times as many come out of them at most. */
const STEP = 16 * 1024;
const MOST_ENTRIES = 10_000;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const WIDE = 0xffffffff;

/** The files of an archive by their names, in small letters with `/`; null where it has no directory, as one that was cut off. */
export function zipEntries(zip: Uint8Array): ReadonlyMap<string, ZipEntry> | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const end = endOf(view);
  if (end === -1) return null;
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const wide = Number(view.getBigUint64(locator + 8, true));
    if (wide + 56 > zip.length || view.getUint32(wide, true) !== END_64) return null;
    count = Number(view.getBigUint64(wide + 32, true));
    at = Number(view.getBigUint64(wide + 48, true));
  }
  if (count > MOST_ENTRIES) throw new TooLarge('parts', MOST_ENTRIES);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== CENTRAL) return null;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > zip.length) return null;
    const name = UTF8.decode(zip.subarray(at + 46, at + 46 + nameLength));
    const key = partKey(name);
    if (!entries.has(key)) entries.set(key, entryAt(view, at, name, nameLength, extraLength));
    at = next;
  }
  return entries;
}

/** How parts are named to each other: whatever the case, with or without a slash before. */
export const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** A file of the archive, unpacked piece by piece, proved by its checksum at the end. */
export function* unpacked(zip: Uint8Array, entry: ZipEntry, most: number): Generator<Uint8Array, void, void> {
  const { name, size, packed, at, method } = entry;
  const broken = (): BrokenWorkbook => new BrokenWorkbook(name);
  if (size > most) throw new TooLarge('unpacked', most);
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  if (at + 30 > zip.length || view.getUint32(at, true) !== LOCAL) throw broken();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > zip.length || (method !== 0 && method !== 8)) throw broken();
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => void pieces.push(piece));
  const crc = new Crc32();
  let length = 0;
  for (let from = 0; from < packed || from === 0; from += STEP) {
    const step = zip.subarray(start + from, start + Math.min(from + STEP, packed));
    try {
      if (method === 0) pieces.push(step);
      else inflate.push(step, from + STEP >= packed);
    } catch {
      throw broken();
    }
    for (const piece of pieces) {
      length += piece.length;
      if (length > most) throw new TooLarge('unpacked', most);
      crc.push(piece);
      if (piece.length > 0) yield piece;
    }
    pieces = [];
  }
  if (length !== size || crc.value !== entry.crc) throw broken();
}

function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function entryAt(
  view: DataView,
  at: number,
  name: string,
  nameLength: number,
  extraLength: number,
): ZipEntry {
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (sizes.includes(WIDE)) wideSizes(view, at + 46 + nameLength, extraLength, sizes);
  return {
    name,
    method: view.getUint16(at + 10, true),
    locked: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    size: sizes[0]!,
    packed: sizes[1]!,
    at: sizes[2]!,
  };
}

/** Sizes beyond four bytes stand in a field of their own, those alone that are beyond. */
function wideSizes(view: DataView, from: number, length: number, sizes: number[]): void {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = at + 4 + view.getUint16(at + 2, true);
    let value = at + 4;
    sizes.forEach((size, i) => {
      if (size !== WIDE || value + 8 > Math.min(end, from + length)) return;
      sizes[i] = Number(view.getBigUint64(value, true));
      value += 8;
    });
    return;
  }
}

const UTF8 = new TextDecoder();
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

class Crc32 {
  #crc = -1;

  push(bytes: Uint8Array): void {
    let crc = this.#crc;
    for (let i = 0; i < bytes.length; i++) crc = CRC[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
    this.#crc = crc;
  }

  get value(): number {
    return ~this.#crc >>> 0;
  }
}
