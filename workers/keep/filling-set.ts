import type { Column, RecordSet } from '../../src/lib/engine/index.ts';
import type { SetManifest } from '../../src/lib/store/index.ts';

/** A record set whose columns come by and by; those that are not there yet are holes. */
export interface FillingSet extends RecordSet {
  readonly segments: readonly {
    readonly rows: number;
    readonly fileRows: Uint32Array;
    readonly columns: Column[];
  }[];
}

/** All columns of a kept set, of which some were read. */
export function fillingSet({ header, rows }: SetManifest, loaded: RecordSet): FillingSet {
  const segments = loaded.segments.map((own) => ({ rows: own.rows, fileRows: own.fileRows, columns: [] }));
  const set: FillingSet = { header, rows, segments };
  fill(set, loaded);
  return set;
}

export function fill(set: FillingSet, loaded: RecordSet): void {
  for (const [i, name] of loaded.header.entries()) {
    const index = set.header.indexOf(name);
    set.segments.forEach(({ columns }, piece) => {
      columns[index] = loaded.segments[piece]!.columns[i]!;
    });
  }
}
