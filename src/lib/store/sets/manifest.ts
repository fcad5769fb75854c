import type { Side } from '../../engine/index.ts';
import type { HeadRow, Seal } from '../rows.ts';

/** What a person or a guess chose for a record set before it was read. */
export interface SetBeginning {
  readonly sync: string;
  readonly side: Side;
  readonly file: string;
  /** A file whose rows were put into those of `file`, the last one; absent where all are its own. */
  readonly putIn?: string;
  /** Reading choices: plain JSON. */
  readonly choices: unknown;
}

/** What is known when the last row is read. */
export interface SetAbout {
  /** Names as a design addresses them. */
  readonly header: readonly string[];
  /** The reading report and the columns' profiles: plain JSON. */
  readonly report: unknown;
  readonly profiles: unknown;
}

/** What a record set is and must be. Written last: a set without one does not exist. */
export interface SetManifest extends SetBeginning, SetAbout {
  readonly id: string;
  readonly project: string;
  readonly when: string;
  readonly rows: number;
  /** Rows of each segment. */
  readonly segments: readonly number[];
  /** Inferred kinds of each column over all rows (`inferredType`). */
  readonly kinds: readonly number[];
  /** Part by part, segment by segment. Part 0: the rows' numbers in the file; part n + 1: column n. */
  readonly chunks: readonly (readonly Seal[])[];
}

/** Part of the chunks that holds the rows' numbers in the file. */
export const FILE_ROWS = 0;

export const partOf = (column: number): number => column + 1;

/** The manifest a head's text holds, null where its own numbers contradict each other. The hash is checked apart. */
export function readManifest(head: HeadRow): SetManifest | null {
  let manifest: SetManifest;
  try {
    manifest = JSON.parse(head.text) as SetManifest;
  } catch {
    return null;
  }
  const { header, segments, chunks, kinds, rows } = manifest;
  const addsUp =
    manifest.id === head.id &&
    manifest.project === head.project &&
    segments.reduce((sum, each) => sum + each, 0) === rows &&
    chunks.length === header.length + 1 &&
    kinds.length === header.length &&
    chunks.every((part) => part.length === segments.length);
  return addsUp ? manifest : null;
}
