import type { Side } from '../../src/lib/engine/model/side.ts';
import { BENCH_DESIGN } from '../bench/generate.ts';
import { EXPORT_HEADERS, exportRows } from '../generators/exports.ts';
import type { Table, World } from './world.ts';

/** Generated exports of `n` records a side: large enough for dictionaries that differ from segment to segment. */
export function exportsWorld(n: number, seed: number): World {
  const table = (side: Side): Table => ({
    header: EXPORT_HEADERS[side],
    // The generator uses one array for all rows.
    rows: Array.from(exportRows(side, n, seed), (cells) => [...cells]),
  });
  return {
    design: BENCH_DESIGN,
    tables: { contacts: { left: table('left'), right: table('right') } },
    baseline: null,
    choices: null,
  };
}
