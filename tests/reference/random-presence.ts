import { SIDES, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import { readWorldDesign } from './read-world-design.ts';
import type { Table, World } from './world.ts';

type Json = Record<string, unknown>;

/** How a side of a sync says who is archived and who was merged into whom. */
interface Says {
  readonly archived: boolean;
  readonly into: boolean;
  readonly from: boolean;
}

const COLUMNS = ['gone', 'merged into', 'merged from'] as const;

/** Apps that say who is archived, and who was merged into whom (S430, S432). Drawn apart, so that other worlds stay what they were. */
export function withPresence(world: World, random: Random, chance: number): World {
  if (!random.chance(chance)) return world;
  const json = world.design as { readonly syncs: readonly (Json & { readonly id: string })[] };
  const designs = readWorldDesign(world.design).syncs;
  const tables = { ...world.tables };
  const syncs = json.syncs.map((sync) => {
    const own = designs.find(({ id }) => id === sync.id)!;
    const made: Record<string, unknown> = { ...sync };
    for (const side of SIDES) {
      const { idField } = own[side];
      const says = { archived: random.chance(0.7), into: random.chance(0.4), from: random.chance(0.4) };
      if (idField === null || !random.chance(0.75)) continue;
      made[side] = { ...(sync[side] as Json), ...membersOf(says, random) };
      const ids = (world.baseline?.links ?? []).flatMap((link) =>
        link.sync === sync.id ? [link[side] ?? []].flat() : [],
      );
      const before = tables[sync.id]!;
      const table = withColumns(before[side], idField, says, ids, random);
      tables[sync.id] = { ...before, [side]: table } as Both<Table>;
    }
    return made;
  });
  return { ...world, design: { ...json, syncs }, tables };
}

function membersOf({ archived, into, from }: Says, random: Random): Json {
  const is = random.pick([['true'], ['TRUE', 'x'], ['yes']]);
  return {
    ...(archived ? { archived: { field: COLUMNS[0], is } } : {}),
    ...(into ? { mergedInto: COLUMNS[1] } : {}),
    ...(from ? { mergedFrom: COLUMNS[2] } : {}),
  };
}

/** Every id is said to be merged at most once; who goes is mostly in a link. */
function withColumns(
  { header, rows }: Table,
  idField: string,
  says: Says,
  linked: readonly string[],
  random: Random,
): Table {
  const at = header.indexOf(idField);
  const idOf = (row: readonly string[]): string => (row[at] ?? '').trim();
  const known = [...new Set(rows.map(idOf))].filter((id) => id !== '');
  const losers = random.some([...new Set([...known, ...linked])], random.pick([0.1, 0.3]));
  const into = new Map<string, string>();
  const from = new Map<string, string[]>();
  for (const loser of losers) {
    const heir = known.length === 0 || random.chance(0.1) ? 'R404' : random.pick(known);
    if (says.into && (!says.from || random.chance(0.5))) into.set(loser, heir);
    else if (says.from) from.set(heir, [...(from.get(heir) ?? []), loser]);
  }
  const listed = new Set([...from.values()].flat());
  // Who is listed is mostly in no row any more.
  const left = rows.filter((row) => !listed.has(idOf(row)) || random.chance(0.2));
  const flag = random.pick([0.05, 0.2]);
  return {
    header: [...header, ...COLUMNS],
    rows: left.map((row) => {
      const id = idOf(row);
      const gone = random.chance(into.has(id) ? 0.8 : flag);
      const word = gone ? random.pick(['true', ' True', 'yes', 'x']) : random.pick(['', 'false', 'no']);
      const isBlank = row.every((cell) => cell.trim() === '');
      return isBlank
        ? [...row, '', '', '']
        : [...row, word, into.get(id) ?? '', (from.get(id) ?? []).join(random.pick([';', '; ']))];
    }),
  };
}

/** A record of a side is archived, or merged into another: what its app says of it from now on. Null where it says neither. */
export function archiveOrMerge(world: World, sync: string, side: Side, random: Random): World | null {
  const own = readWorldDesign(world.design).syncs.find(({ id }) => id === sync);
  const tables = world.tables[sync];
  if (own === undefined || tables === undefined) return null;
  const { idField, archived, mergedInto, mergedFrom } = own[side];
  const { header, rows } = tables[side];
  if (idField === null || rows.length < 2) return null;
  const at = header.indexOf(idField);
  const [loser, heir] = random.shuffle(rows.filter((row) => (row[at] ?? '').trim() !== ''));
  if (loser === undefined || heir === undefined) return null;
  const ways = [
    ...(archived === undefined ? [] : ['archive' as const]),
    ...(mergedInto === undefined ? [] : ['into' as const]),
    ...(mergedFrom === undefined ? [] : ['from' as const]),
  ];
  if (ways.length === 0) return null;
  const way = random.pick(ways);
  const put = (row: readonly string[], field: string, text: string): string[] =>
    row.map((cell, column) => (column === header.indexOf(field) ? text : cell));
  const [lost, kept] = [(loser[at] ?? '').trim(), (heir[at] ?? '').trim()];
  if (lost === kept) return null;
  const next = rows.flatMap((row) => {
    if (way === 'archive') return [row === loser ? put(row, archived!.field, archived!.is[0] ?? '') : row];
    if (way === 'into') return [row === loser ? put(row, mergedInto!, kept) : row];
    if (row === loser) return [];
    if (row !== heir) return [row];
    const before = row[header.indexOf(mergedFrom!)] ?? '';
    return [put(row, mergedFrom!, before.trim() === '' ? lost : `${before};${lost}`)];
  });
  const table: Table = { header, rows: next };
  return { ...world, tables: { ...world.tables, [sync]: { ...tables, [side]: table } } };
}
