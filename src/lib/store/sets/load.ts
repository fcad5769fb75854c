import type { Column, RecordSet, Segment } from '../../engine/index.ts';
import { done, failed, type Result } from '../problem.ts';
import { readColumn, readFileRows } from './column-chunk.ts';
import { FILE_ROWS, partOf, type SetManifest } from './manifest.ts';
import type { PartReader } from './part-reader.ts';
import { damaged } from './place.ts';

/** Parts read in one transaction: enough to keep the browser busy, few enough to bound the memory while hashing. */
const PARTS_AT_ONCE = 8;

/** The rows of the file behind a set's rows, segment by segment. */
export type FileRows = readonly { readonly fileRows: Uint32Array }[];

/** Some columns of a set, in the file's order. `known`: its rows of the file, where they were read before. */
export async function loadColumns(
  reader: PartReader,
  manifest: SetManifest,
  columns: readonly string[],
  known: FileRows | null = null,
): Promise<Result<RecordSet>> {
  const { header, segments, rows } = manifest;
  const unknown = columns.find((name) => !header.includes(name));
  if (unknown !== undefined) {
    return failed({ code: 'missing', what: 'record-set', where: `${manifest.id}, column ${unknown}` });
  }
  const wanted = new Set(columns);
  const names = header.filter((name) => wanted.has(name));
  const wantedParts = names.map((name) => partOf(header.indexOf(name)));
  const parts = known === null ? [FILE_ROWS, ...wantedParts] : wantedParts;
  const fileRows = known?.map((segment) => segment.fileRows) ?? [];
  const read: Column[][] = segments.map(() => []);
  for (let at = 0; at < parts.length; at += PARTS_AT_ONCE) {
    const batch = await reader.read(parts.slice(at, at + PARTS_AT_ONCE));
    if (!batch.ok) return batch;
    for (const { part, pieces } of batch.value) {
      for (const [piece, bytes] of pieces.entries()) {
        const count = segments[piece] ?? 0;
        const place = [part, piece, count] as const;
        const found = part === FILE_ROWS ? readFileRows(bytes, ...place) : readColumn(bytes, ...place);
        if (found === null) return damaged(manifest, part, piece);
        if (found instanceof Uint32Array) fileRows.push(found);
        else read[piece]?.push(found);
      }
    }
  }
  const loaded = segments.map((count, piece): Segment => ({
    rows: count,
    fileRows: fileRows[piece] ?? new Uint32Array(count),
    columns: read[piece] ?? [],
  }));
  return done({ header: names, segments: loaded, rows });
}
