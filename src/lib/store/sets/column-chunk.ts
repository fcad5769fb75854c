import type { Column, Segment } from '../../engine/index.ts';
import { pack, unpack } from '../packed.ts';

/** What a chunk says of itself, so that one at another's place is noticed without its hash. */
interface ChunkMeta {
  readonly part: number;
  readonly piece: number;
  readonly rows: number;
  readonly kinds: number;
}

/** One column of one segment as one value. */
export function columnBytes(part: number, piece: number, column: Column): Uint8Array {
  const { rows, kinds, codes, offsets, bytes, blank } = column;
  const meta: ChunkMeta = { part, piece, rows, kinds };
  return pack(meta, codes === null ? { offsets, blank, bytes } : { offsets, codes, blank, bytes });
}

/** The column of a chunk, as views on its bytes; null where it is not this column's. */
export function readColumn(chunk: Uint8Array, part: number, piece: number, rows: number): Column | null {
  const packed = unpack(chunk);
  if (packed === null || !isMeta(packed.meta, part, piece, rows)) return null;
  const { kinds } = packed.meta;
  const offsets = packed.arrays.get('offsets');
  const bytes = packed.arrays.get('bytes');
  const blank = packed.arrays.get('blank');
  const codes = packed.arrays.get('codes') ?? null;
  if (!(offsets instanceof Uint32Array) || !(bytes instanceof Uint8Array) || !(blank instanceof Uint8Array)) {
    return null;
  }
  if (codes instanceof Int32Array) return null;
  const values = offsets.length - 1;
  const fits =
    (codes === null ? values === rows : codes.length === rows) &&
    offsets.at(-1) === bytes.length &&
    blank.length === (values + 7) >> 3;
  return fits ? { rows, codes, offsets, bytes, blank, kinds } : null;
}

export function fileRowsBytes(part: number, piece: number, segment: Segment): Uint8Array {
  const meta: ChunkMeta = { part, piece, rows: segment.rows, kinds: 0 };
  return pack(meta, { fileRows: segment.fileRows });
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
