import { strToU8 } from 'fflate';
import type { PackedBytes } from './packed-part.ts';

/** What no archive of the usual kind can say: sizes and places have four bytes. */
const MOST = 0xffffffff;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** The first day an archive can say, so that the same parts are always the same bytes. */
const DAY = 0x21;

type Bytes = Uint8Array<ArrayBuffer>;

/** An archive of these parts, in pieces one after the other. Sizes stand before each part, so it can be read as it comes. */
export function archived<S>(parts: readonly PackedBytes<S>[]): (Bytes | S)[] {
  const pieces: (Bytes | S)[] = [];
  const directory: Bytes[] = [];
  let at = 0;
  for (const part of parts) {
    const name = strToU8(part.name);
    const facts = fields([
      [VERSION, 2],
      [FLAGS, 2],
      [DEFLATED, 2],
      [0, 2],
      [DAY, 2],
      [part.crc, 4],
      [part.packed, 4],
      [part.size, 4],
      [name.length, 2],
      [0, 2],
    ]);
    const local = joined(fields([[0x04034b50, 4]]), facts, name);
    const end = fields([
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    ]);
    directory.push(joined(fields([[0x02014b50, 4], [VERSION, 2]]), facts, end, name)); // prettier-ignore
    pieces.push(local, ...part.pieces);
    at += local.length + part.packed;
    if (at > MOST || part.size > MOST) throw new RangeError('an archive of more than 4 GiB');
  }
  const listed = joined(...directory);
  const end = fields([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [parts.length, 2],
    [parts.length, 2],
    [listed.length, 4],
    [at, 4],
    [0, 2],
  ]);
  return [...pieces, listed, end];
}

/** Numbers of so many bytes each, the lowest first. */
const fields = (numbers: readonly (readonly [value: number, bytes: number])[]): Bytes =>
  Uint8Array.from(
    numbers.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => (value / 256 ** at) & 0xff)),
  );

function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
