import { expect, test } from 'vitest';
import {
  addressable,
  drain,
  lineText,
  Memo,
  mergeChanged,
  openRecords,
  planLines,
  planSyncs,
  RecordSetBuilder,
  type PlanInput,
  type Records,
  type RecordSet,
  type Side,
} from '../../src/lib/engine/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { engineInput } from '../reference/engine-plan.ts';
import { Random } from '../reference/random.ts';
import { randomWorld } from '../reference/random-world.ts';
import { onSeeds } from '../reference/replay.ts';
import { idKey, type Table } from '../reference/world.ts';

const tools = createTools();

const setOf = (header: readonly string[], rows: Table['rows'], segmentRows?: number): RecordSet => {
  const builder = new RecordSetBuilder(addressable(header), segmentRows);
  rows.forEach((row, at) => {
    if (row.some((cell) => cell.trim() !== '')) builder.add(row, at);
  });
  return builder.finish();
};

/** What was kept of a table some time ago, and what an app would export as changed since: together the table as it is. */
function parted(table: Table, id: number, salesforce: boolean, random: Random) {
  const { header, rows } = table;
  const kept = rows.slice(0, random.int(rows.length + 1)).map((row) => [...row]);
  const seen = new Set<string>();
  const changed: (readonly string[])[] = [];
  for (const row of kept) {
    const key = idKey(row[id] ?? '', salesforce);
    // Of rows with one id the first is the record; those without one are no records.
    if ((row[id] ?? '').trim() === '' || seen.has(key)) continue;
    seen.add(key);
    if (!random.chance(0.4)) continue;
    changed.push([...row]);
    if (random.chance(0.3)) continue;
    for (let at = 0; at < row.length; at++)
      if (at !== id && random.chance(0.5)) row[at] = `old ${String(at)}`;
  }
  // A later row with the id of a kept record is none in the full export, and its newest state in an export of changes.
  if (rows.slice(kept.length).some((row) => seen.has(idKey(row[id] ?? '', salesforce)))) return null;
  // Apps export in an order of their own; what is new comes behind, in its order.
  const order = random.shuffle(header.map((_, at) => at));
  const all = [...random.shuffle(changed), ...rows.slice(kept.length)];
  return {
    kept,
    changed: {
      header: order.map((at) => addressable(header)[at]!),
      rows: all.map((row) => order.map((at) => row[at] ?? '')),
    },
  };
}

test('[L18] [PH6] what changed, merged into what is kept, is planned as everything is', () => {
  onSeeds(1_000, (seed) => {
    const world = randomWorld(seed);
    const random = new Random(seed + 181_818);
    const input = engineInput(world);
    let merges = 0;
    const records = new Map(
      input.design.syncs.map((sync) => {
        const open = (side: Side): Records => {
          const table = world.tables[sync.id]![side];
          const salesforce = input.design.apps[side].kind === 'salesforce';
          const { idField } = sync[side];
          const names = addressable(table.header);
          // A wholly blank row is none of the file's records, and nothing is exported of it.
          const blank = table.rows.some((row) => row.every((cell) => cell.trim() === ''));
          if (idField === null || blank) return input.records.get(sync.id)![side];
          const parts = parted(table, names.indexOf(idField), salesforce, random);
          if (parts === null) return input.records.get(sync.id)![side];
          const { kept, changed } = parts;
          const merged = drain(
            mergeChanged(
              setOf(table.header, kept, 1 + (seed % 7)),
              setOf(changed.header, changed.rows, 1 + (seed % 3)),
              { idField, salesforce, keptRows: kept.length },
            ),
          );
          merges++;
          return drain(openRecords(merged.set, idField, salesforce));
        };
        return [sync.id, { left: open('left'), right: open('right') }] as const;
      }),
    );
    if (merges === 0) return false;
    const lines = (of: PlanInput): string[] =>
      [...planLines(drain(planSyncs(of, tools, new Memo())))].map(lineText);
    expect(lines({ ...input, records })).toEqual(lines(input));
    return true;
  });
});
