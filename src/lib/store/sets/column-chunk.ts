import { Spare, type Column, type Segment } from '../../engine/index.ts';
import { pack, unpack, type Packed } from '../packed.ts';

/** What a chunk says of itself, so that one at another's place is noticed without its hash. */
interface ChunkMeta {
  readonly part: number;
  readonly piece: number;
  readonly rows: number;
  readonly kinds: number;
}

/** One column of one segment as one value, in memory that may have been used before. Lengths of values take a quarter of what their offsets would. */
export function columnBytes(
  part: number,
  piece: number,
  column: Column,
  spare = new Spare(),
): Uint8Array<ArrayBuffer> {
  const { rows, kinds, codes, bytes, blank } = column;
  const lengths = lengthsOf(column.offsets, spare);
  const meta: ChunkMeta = { part, piece, rows, kinds };
  const arrays = codes === null ? { lengths, blank, bytes } : { lengths, codes, blank, bytes };
  const packed = pack(meta, arrays, spare);
  spare.give(lengths);
  return packed;
}

function lengthsOf(offsets: Uint32Array, spare: Spare): Uint8Array | Uint32Array {
  const values = offsets.length - 1;
  const lengths = new Uint8Array(spare.take(values), 0, values);
  let from = 0;
  let longest = 0;
  for (let i = 0; i < values; i++) {
    const to = offsets[i + 1]!;
    const length = to - from;
    lengths[i] = length;
    longest |= length;
    from = to;
  }
  return longest < 256 ? lengths : Uint32Array.from(lengths, (_, i) => offsets[i + 1]! - offsets[i]!);
}

function offsetsOf(lengths: Uint8Array | Uint32Array): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1);
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    at += lengths[i]!;
    offsets[i + 1] = at;
  }
  return offsets;
}

/** The column of a chunk, its values and codes as views on its bytes; null where it is not this column's. */
export function readColumn(chunk: Uint8Array, part: number, piece: number, rows: number): Column | null {
  const packed = unpack(chunk);
  if (packed === null || !isMeta(packed.meta, part, piece, rows)) return null;
  const { kinds } = packed.meta;
  const offsets = offsetsIn(packed);
  const bytes = packed.arrays.get('bytes');
  const blank = packed.arrays.get('blank');
  const codes = packed.arrays.get('codes') ?? null;
  if (offsets === null || !(bytes instanceof Uint8Array) || !(blank instanceof Uint8Array)) return null;
  if (codes instanceof Int32Array) return null;
  const values = offsets.length - 1;
  const fits =
    (codes === null ? values === rows : codes.length === rows) &&
    offsets.at(-1) === bytes.length &&
    blank.length === (values + 7) >> 3;
  return fits ? { rows, codes, offsets, bytes, blank, kinds } : null;
}

/** Older versions stored the offsets themselves. */
function offsetsIn({ arrays }: Packed): Uint32Array | null {
  const offsets = arrays.get('offsets');
  if (offsets instanceof Uint32Array) return offsets;
  const lengths = arrays.get('lengths');
  return lengths instanceof Uint8Array || lengths instanceof Uint32Array ? offsetsOf(lengths) : null;
}

export function fileRowsBytes(
  part: number,
  piece: number,
  segment: Segment,
  spare = new Spare(),
): Uint8Array<ArrayBuffer> {
  const meta: ChunkMeta = { part, piece, rows: segment.rows, kinds: 0 };
  return pack(meta, { fileRows: segment.fileRows }, spare);
}

export function readFileRows(
  chunk: Uint8Array,
  part: number,
  piece: number,
  rows: number,
): Uint32Array | null {
  const packed = unpack(chunk);
  if (packed === null || !isMeta(packed.meta, part, piece, rows)) return null;
  const fileRows = packed.arrays.get('fileRows');
  return fileRows instanceof Uint32Array && fileRows.length === rows ? fileRows : null;
}

function isMeta(meta: unknown, part: number, piece: number, rows: number): meta is ChunkMeta {
  if (typeof meta !== 'object' || meta === null) return false;
  const said = meta as Partial<ChunkMeta>;
  return said.part === part && said.piece === piece && said.rows === rows && typeof said.kinds === 'number';
}
