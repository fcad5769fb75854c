import type { Choices, RestoreChoice } from '../../src/lib/engine/model/choices.ts';
import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import type { Random } from '../reference/random.ts';
import type { Table, World } from '../reference/world.ts';
import { shown } from '../reference/world.ts';
import type { AppForm } from './apply.ts';

/** What an app makes of a text it takes, as apps do: nothing else than BL4 knows by itself, or another text. */
export type Habit = 'as given' | 'shouts' | 'squeezes' | 'cuts';

const HABITS: Readonly<Record<Habit, (text: string) => string>> = {
  'as given': (text) => text,
  shouts: (text) => text.toUpperCase(),
  squeezes: (text) => text.trim().replace(/\s+/g, ' '),
  cuts: (text) => text.slice(0, 6),
};

export const HABIT_NAMES = Object.keys(HABITS) as readonly Habit[];

/** The apps of a history: a habit for either side. */
export const appWith =
  (habits: Readonly<Record<Side, Habit>>): AppForm =>
  (_sync, side, _field, text) =>
    HABITS[habits[side]](text);

/** An edit a person made: the text that must not be lost unseen. */
export interface Edit {
  readonly sync: string;
  readonly side: Side;
  readonly id: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** Edits one mapped field of one record of a side; null where there is nothing to edit. */
export function edit(
  world: World,
  sync: ObjectSync,
  random: Random,
  n: number,
): { world: World; edit: Edit } | null {
  const side = random.pick(SIDES);
  const tables = world.tables[sync.id];
  const { idField } = sync[side];
  const mapped = sync.mappings.filter((mapping) => mapping.enabled);
  if (tables === undefined || idField === null || mapped.length === 0) return null;
  const { header, rows } = tables[side];
  if (rows.length === 0) return null;
  const row = random.int(rows.length);
  const field = random.pick(mapped)[side];
  const column = header.indexOf(field);
  const idOf = (cells: readonly string[] | undefined): string =>
    (cells?.[header.indexOf(idField)] ?? '').trim();
  const id = idOf(rows[row]);
  if (id === '' || column < 0) return null;
  // The first row of an id is the record, the others are rejected.
  if (rows.findIndex((cells) => idOf(cells) === id) !== row) return null;
  const to = `Edit no ${String(n)}`;
  const from = shown(rows[row]?.[column] ?? '');
  const changed = rows.map((cells, at) =>
    at === row ? cells.map((cell, own) => (own === column ? to : cell)) : [...cells],
  );
  const table: Table = { header, rows: changed };
  return {
    world: { ...world, tables: { ...world.tables, [sync.id]: { ...tables, [side]: table } } },
    edit: { sync: sync.id, side, id, field, from, to },
  };
}

/** An app deletes a record; the files are called complete then, or not. Null where nobody can tell who is gone. */
export function deleteRecord(world: World, sync: ObjectSync, random: Random): World | null {
  const side = random.pick(SIDES);
  const tables = world.tables[sync.id];
  const { idField } = sync[side];
  if (tables === undefined || idField === null || tables[side].rows.length === 0) return null;
  const { header, rows } = tables[side];
  const idOf = (cells: readonly string[]): string => (cells[header.indexOf(idField)] ?? '').trim();
  const gone = idOf(random.pick(rows));
  if (gone === '') return null;
  const table: Table = { header, rows: rows.filter((cells) => idOf(cells) !== gone) };
  const isComplete = random.chance(0.7);
  return {
    ...world,
    tables: { ...world.tables, [sync.id]: { ...tables, [side]: table } },
    complete: { [sync.id]: { left: isComplete, right: isComplete } },
  };
}

/** A person wants some of what was deleted back; null where nothing was. */
export function restoresOf(lines: readonly PlanLine[], random: Random): Choices | null {
  const gone = lines.filter(({ reasons }) => reasons.some(({ code }) => code === 'counterpart-deleted'));
  const restores = random.some(gone, 0.7).map(({ sync, left, right, reasons }): RestoreChoice => {
    const [lost = ''] = reasons.find(({ code }) => code === 'counterpart-deleted')?.ids ?? [];
    const ids = { left: left?.id ?? lost, right: right?.id ?? lost };
    return { sync, ...ids, to: left === null ? 'left' : 'right', at: '2024-06-01T00:00:00Z' };
  });
  if (restores.length === 0) return null;
  return {
    format: 'drysync/choices@1',
    ...{ planHash: null, choices: [], links: [], decisions: [] },
    restores,
  };
}

/** The line of the record that was edited. */
export const lineOfEdit = (lines: readonly PlanLine[], { sync, side, id }: Edit): PlanLine | undefined =>
  lines.find((line) => line.sync === sync && line[side]?.id === id);
