import type { HandOver } from '../../src/lib/engine/model/hand-over.ts';
import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import { shown, type World, type WorldLink } from '../reference/world.ts';

/** What a side makes of a text it is given for a field; as it stands where nothing is said. */
export type AppForm = (sync: ObjectSync, side: Side, field: string, text: string) => string;

export interface Applied {
  readonly world: World;
  /** Writes that found another value than they expected and were left out (L8). */
  readonly refused: number;
}

/**
 * Carries out the lines `takes` says yes to on copies of both sides. All pairs of the plan are linked (CO4); the next plan tells by
 * itself what of the hand-over was taken (BL3).
 */
export function apply(
  world: World,
  lines: readonly PlanLine[],
  next: readonly WorldLink[],
  takes: (line: PlanLine) => boolean = () => true,
  appForm: AppForm = (_sync, _side, _field, text) => text,
): Applied {
  const design = readWorldDesign(world.design);
  const tables = Object.fromEntries(
    Object.entries(world.tables).map(([sync, both]) => [
      sync,
      {
        left: { header: both.left.header, rows: both.left.rows.map((row) => [...row]) },
        right: { header: both.right.header, rows: both.right.rows.map((row) => [...row]) },
      },
    ]),
  );
  let refused = 0;
  const created: WorldLink[] = [];
  for (const line of lines) {
    const sync = design.syncs.find((one) => one.id === line.sync);
    const own = tables[line.sync];
    if (sync === undefined || own === undefined) throw new Error(`no sync ${line.sync}`);
    if (!takes(line)) continue;
    if (line.outcome === 'create') {
      const source = line.left === null ? 'right' : 'left';
      const target = otherSide(source);
      const from = line[source];
      if (from === null) throw new Error('a create without a record');
      const { header, rows } = own[target];
      const { idField } = sync[target];
      const cells = header.map((column) => {
        if (column === idField) return `new-${from.id}`;
        const write = line.writes.find((one) => one.field === column);
        return write === undefined ? '' : appForm(sync, target, column, write.to);
      });
      // A blank row of a file that knows its records by their rows is none.
      if (idField === null && cells.every((text) => text.trim() === '')) continue;
      rows.push(cells);
      const id = idField === null ? `row-${String(rows.length - 1)}` : `new-${from.id}`;
      created.push(createdLink(sync, line, source, id, own[source].header, own[source].rows[from.row] ?? []));
      continue;
    }
    for (const write of line.writes) {
      const row = own[write.side].rows[line[write.side]?.row ?? -1];
      const column = own[write.side].header.indexOf(write.field);
      if (row === undefined || column < 0) throw new Error('a write to nothing');
      if (shown(row[column] ?? '') !== write.from) refused++;
      else row[column] = appForm(sync, write.side, write.field, write.to);
    }
  }
  return { world: { ...world, tables, baseline: { links: [...next, ...created] } }, refused };
}

const nameOf = ({ sync, left, right }: PlanLine): string => JSON.stringify([sync, left?.row, right?.row]);

/** Is a line one of these? By its records: planners make their lines anew when asked for a baseline. */
export function isOneOf(lines: readonly PlanLine[]): (line: PlanLine) => boolean {
  const names = new Set(lines.map(nameOf));
  return (line) => names.has(nameOf(line));
}

/** The link of an acknowledged create, with what was handed over. */
function createdLink(
  sync: ObjectSync,
  line: PlanLine,
  source: Side,
  id: string,
  header: readonly string[],
  row: readonly string[],
): WorldLink {
  const target = otherSide(source);
  const sent: Record<string, HandOver> = {};
  for (const mapping of sync.mappings.filter((one) => one.enabled)) {
    const to = line.writes.find((write) => write.field === mapping[target])?.to;
    if (to === undefined) continue;
    const other = shown(row[header.indexOf(mapping[source])] ?? '');
    sent[mapping[target]] = { from: '', to, other, because: 'create', tries: 1, missed: false };
  }
  const ids = { [source]: line[source]?.id ?? '', [target]: id } as { left: string; right: string };
  return { sync: sync.id, ...ids, by: 'key', values: { left: {}, right: {} }, sent: { [target]: sent } };
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
