import { answerHandOvers, readDesign } from '../../src/lib/engine/index.ts';
import { ofFields, type PlanLine } from '../../src/lib/engine/model/line.ts';
import type { ChangePlace, ResultRow, ResultTable } from '../../src/lib/engine/model/results.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import { baselineOf, worldBaseline } from '../reference/engine-plan.ts';
import type { Random } from '../reference/random.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import type { World } from '../reference/world.ts';

/** What an app tells of the rows of the change files: one table a file, some rows left out, told in one way or another. */
export function resultsOf(
  world: World,
  lines: readonly PlanLine[],
  isHanded: (line: PlanLine) => boolean,
  isLoaded: (line: PlanLine) => boolean,
  random: Random,
): ResultTable[] {
  const design = readWorldDesign(world.design);
  const files = new Map<
    string,
    { place: ChangePlace; rows: { row: ResultRow; cells: Map<string, string> }[] }
  >();
  const numbers = new Map<string, number>();
  for (const line of lines) {
    if (!isHanded(line)) continue;
    for (const side of SIDES) {
      // The id of a record that the same plan creates is in no file yet (S97).
      const writes = ofFields(line.writes).flatMap(({ side: own, field, to }) =>
        own === side && to !== null ? [{ field, to }] : [],
      );
      const isDelete = line.outcome === 'delete' && line[side] !== null;
      if (writes.length === 0 && !isDelete) continue;
      const kind = isDelete ? 'deletes' : line.outcome === 'create' ? 'creates' : 'updates';
      const place = { sync: line.sync, side, kind } as const;
      const name = JSON.stringify(place);
      const number = (numbers.get(name) ?? 0) + 1;
      numbers.set(name, number);
      if (random.chance(0.25)) continue;
      const { idField } = design.syncs.find(({ id }) => id === line.sync)![side];
      const written = isLoaded(line);
      const id = line[side]?.id ?? `new-${line[otherSide(side)]?.id ?? ''}`;
      const isTold = idField !== null && (kind !== 'creates' || written);
      const file = files.get(name) ?? { place, rows: [] };
      files.set(name, file);
      const at = file.rows.length;
      file.rows.push({
        row: {
          line: at + 2,
          at,
          ids: isTold && random.chance(0.8) ? [id] : [],
          row: random.chance(0.6) ? number : null,
          says: random.chance(0.05) ? null : written ? 'written' : 'refused',
          words: written ? '' : random.pick(['Not an option.', 'Row was locked.']),
        },
        cells: new Map(writes.map(({ field, to }) => [field, random.chance(0.97) ? to : `${to}?`])),
      });
    }
  }
  return [...files.values()].map(({ place, rows }) => {
    const hasCells = random.chance(0.6);
    const columns = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
    return {
      about: random.chance(0.5) ? place : null,
      rows: rows.map(({ row }) => row),
      cell: ({ at }, field) => (hasCells && columns.has(field) ? (rows[at]?.cells.get(field) ?? '') : null),
    };
  });
}

/** The world whose baseline knows what the apps told. */
export function answered(world: World, tables: readonly ResultTable[]): World {
  const reading = readDesign(world.design);
  const baseline = baselineOf(world);
  if (!reading.ok || baseline === null) return world;
  return { ...world, baseline: worldBaseline(answerHandOvers(baseline, reading.design, tables).baseline) };
}
