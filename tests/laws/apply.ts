import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import { ofFields, type FieldWrite, type PlanLine } from '../../src/lib/engine/model/line.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import { unasked } from '../reference/planner.ts';
import { shown, type Table, type World, type WorldBaseline } from '../reference/world.ts';

/** What a side makes of a text it is given for a field; as it stands where nothing is said. */
export type AppForm = (sync: ObjectSync, side: Side, field: string, text: string) => string;

export interface Applied {
  readonly world: World;
  /** Writes that found another value than they expected and were left out (L8). */
  readonly refused: number;
}

/** Does an app take what a line does on a side? */
export type Takes = (line: PlanLine, side: Side) => boolean;

/**
 * Carries out the lines `takes` says yes to on copies of both sides. The next plan tells by itself what of the hand-over was taken,
 * and which new record is whose (BL3, BL6).
 */
export function apply(
  world: World,
  lines: readonly PlanLine[],
  next: WorldBaseline,
  takes: Takes = unasked,
  appForm: AppForm = (_sync, _side, _field, text) => text,
): Applied {
  const design = readWorldDesign(world.design);
  // What nothing is written to stays the same table, which a planner may know.
  const tables: Record<string, Both<Table>> = { ...world.tables };
  const rowsOf = (sync: string, side: Side): string[][] => {
    const own = tables[sync];
    if (own === undefined) throw new Error(`no sync ${sync}`);
    if (own[side] === world.tables[sync]?.[side])
      tables[sync] = { ...own, [side]: { ...own[side], rows: own[side].rows.map((row) => [...row]) } };
    return (tables[sync] ?? own)[side].rows as string[][];
  };
  const headerOf = (sync: string, side: Side): readonly string[] => tables[sync]?.[side].header ?? [];
  let refused = 0;
  const created = new Map<string, string>();
  const gone: { readonly sync: string; readonly side: Side; readonly row: readonly string[] }[] = [];
  const refs: { readonly write: FieldWrite; readonly row: string[]; readonly column: number }[] = [];
  for (const line of lines) {
    const sync = design.syncs.find((one) => one.id === line.sync);
    if (sync === undefined) throw new Error(`no sync ${line.sync}`);
    // S69: what has nothing to say goes nowhere.
    if (line.writes.length === 0) continue;
    if (line.outcome === 'create' && line.writes.every(({ to }) => to === null)) continue;
    if (line.outcome === 'create') {
      const source = line.left === null ? 'right' : 'left';
      const target = otherSide(source);
      const from = line[source];
      if (from === null) throw new Error('a create without a record');
      const header = headerOf(line.sync, target);
      if (!takes(line, target)) continue;
      const { idField } = sync[target];
      const id = idField === null ? '' : newId(rowsOf(line.sync, target), header.indexOf(idField), from.id);
      const cells = header.map((column) => {
        if (column === idField) return id;
        const write = line.writes.find((one) => one.field === column);
        return write === undefined || write.to === null ? '' : appForm(sync, target, column, write.to);
      });
      // A blank row of a file that knows its records by their rows is none.
      if (idField === null && cells.every((text) => text.trim() === '')) continue;
      const rows = rowsOf(line.sync, target);
      rows.push(cells);
      created.set(
        JSON.stringify({ sync: line.sync, side: source, id: from.id }),
        idField === null ? `row-${String(rows.length - 1)}` : id,
      );
      for (const write of line.writes)
        if (write.ref !== undefined && write.field !== null)
          refs.push({ write, row: cells, column: header.indexOf(write.field) });
      continue;
    }
    if (line.outcome === 'delete') {
      const side = line.left === null ? 'right' : 'left';
      const { idField } = sync[side];
      if (idField === null || !takes(line, side)) continue;
      const rows = rowsOf(line.sync, side);
      const column = headerOf(line.sync, side).indexOf(idField);
      const at = rows.findIndex((row) => (row[column] ?? '').trim() === line[side]?.id);
      if (at < 0) throw new Error('a delete of nothing');
      // Rows of the others stay where they are until all is done: lines name them by their place.
      gone.push({ sync: line.sync, side, row: rows[at] ?? [] });
      continue;
    }
    for (const write of ofFields(line.writes)) {
      if (!takes(line, write.side)) continue;
      const row = rowsOf(line.sync, write.side)[line[write.side]?.row ?? -1];
      const column = headerOf(line.sync, write.side).indexOf(write.field);
      if (row === undefined || column < 0) throw new Error('a write to nothing');
      if (shown(row[column] ?? '') !== write.from) refused++;
      else if (write.to === null) refs.push({ write, row, column });
      else row[column] = appForm(sync, write.side, write.field, write.to);
    }
  }
  // AS1: "parents come first, cycles are cut and finished in a second write".
  for (const { write, row, column } of refs)
    row[column] = created.get(JSON.stringify(write.ref)) ?? row[column] ?? '';
  for (const { sync, side, row } of gone) {
    const own = tables[sync];
    if (own !== undefined)
      tables[sync] = { ...own, [side]: { ...own[side], rows: own[side].rows.filter((one) => one !== row) } };
  }
  return { world: { ...world, tables, baseline: next }, refused };
}

/** The id of a record that is made of another one, which nobody has yet (S151). */
function newId(rows: readonly (readonly string[])[], column: number, source: string): string {
  const taken = rows.map((row) => (row[column] ?? '').trim());
  let id = `new-${source}`;
  for (let n = 2; taken.includes(id); n++) id = `new-${source}-${String(n)}`;
  return id;
}

const nameOf = ({ sync, left, right }: PlanLine): string => JSON.stringify([sync, left?.row, right?.row]);

/** Is a line one of these? By its records: planners make their lines anew when asked for a baseline. */
export function isOneOf(lines: readonly PlanLine[]): (line: PlanLine) => boolean {
  const names = new Set(lines.map(nameOf));
  return (line) => names.has(nameOf(line));
}

/** The records of every side as text by id, for comparing where two ways of pushing end. */
export function stateOf(world: World): string {
  const design = readWorldDesign(world.design);
  return design.syncs
    .flatMap((sync) =>
      SIDES.map((side) => {
        const table = world.tables[sync.id]?.[side];
        const rows = (table?.rows ?? []).map((row) => JSON.stringify(row));
        return `${sync.id} ${side}\n${rows.sort().join('\n')}`;
      }),
    )
    .join('\n');
}
