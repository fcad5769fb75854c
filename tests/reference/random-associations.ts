import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import type { ConflictChoice } from '../../src/lib/engine/model/choices.ts';
import { SIDES, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import { fieldName } from './random-design.ts';
import { cell, readRecords, shown, type Rec, type Table, type World, type WorldLink } from './world.ts';

type Json = Record<string, unknown>;

export const PARENT_FIELD: Both<string> = { left: 'parent', right: 'Parent__ø' };

/** Gives some syncs of a world an association: to another one, or to itself. */
export function withRandomAssociations(world: World, random: Random): World {
  const design = world.design as Json;
  const syncs = design['syncs'] as Json[];
  const tables: Record<string, Both<Table>> = { ...world.tables };
  const links = [...(world.baseline?.links ?? [])];
  const choices: ConflictChoice[] = [];
  const changed = syncs.map((sync): Json => {
    if (!random.chance(0.8)) return sync;
    const others = syncs.filter((one) => one !== sync);
    const to = random.chance(0.75) && others.length > 0 ? random.pick(others) : sync;
    const association = randomAssociation(to, random);
    const id = sync['id'] as string;
    const own = world.tables[id];
    if (own === undefined) throw new Error(`no tables of ${id}`);
    const recs = (side: Side): readonly Rec[] => {
      const { idField = null } = to[side] as { idField?: string | null };
      return readRecords(tables[to['id'] as string]![side], side, idField, false);
    };
    const parents = { left: recs('left'), right: recs('right') };
    tables[id] = {
      left: withParents(own.left, 'left', parents, association, random),
      right: withParents(own.right, 'right', parents, association, random),
    };
    links.forEach((link, at) => {
      if (link.sync === id && link.left !== null && link.right !== null && random.chance(0.6))
        links[at] = remembered(link, tables[id]!, sync, random);
    });
    choices.push(...randomChoices(id, links, tables[id], sync, random));
    return { ...sync, associations: [association] };
  });
  const chosen = world.choices ?? {
    format: 'drysync/choices@1',
    planHash: null,
    choices: [],
    links: [],
    decisions: [],
  };
  return {
    design: { ...design, syncs: changed },
    tables,
    baseline: world.baseline === null ? null : { ...world.baseline, links },
    choices: choices.length === 0 ? world.choices : { ...chosen, choices: [...chosen.choices, ...choices] },
  };
}

function randomAssociation(parents: Json, random: Random): Json & Both<Json> {
  const isNameless = (side: Side): boolean =>
    ((parents[side] as { idField?: string | null }).idField ?? null) === null;
  const end = (side: Side): Json => ({
    field: PARENT_FIELD[side],
    // Without an id field there is no other name (S112).
    ...(random.chance(0.3) || isNameless(side)
      ? { by: fieldName(side, random.pick(['name', 'code', 'email', 'company'])) }
      : {}),
    ...(random.chance(0.25) ? { primaryOnly: true } : {}),
  });
  return {
    to: parents['id'],
    ...(random.chance(0.4) ? { required: random.chance(0.75) } : {}),
    left: end('left'),
    right: end('right'),
  };
}

/** Both sides mostly mean the same parent: who a record is says whose child it is. */
function withParents(
  table: Table,
  side: Side,
  parents: Both<readonly Rec[]>,
  association: Json & Both<Json>,
  random: Random,
): Table {
  const by = association[side]['by'] as string | undefined;
  const named = (record: Rec | undefined): string =>
    record === undefined ? '' : by === undefined ? record.id : (record.cells.get(by) ?? '');
  const cellOf = (row: readonly string[]): string => {
    const roll = random.next();
    if (roll < 0.1) return random.pick(['', ' ']);
    if (roll < 0.18) return random.pick(['GTXPro', 'R99', '1099', ';', 'new-1001']);
    const own = parents[side];
    const who = whoOf(row[0] ?? '');
    const meant = own.filter((record) => whoOf(record.id) === who % Math.max(1, own.length));
    const record = roll < 0.75 && meant.length > 0 ? meant[0] : own[random.int(Math.max(1, own.length))];
    const text = named(record);
    if (roll > 0.95) return ` ${text} `;
    return roll > 0.87 ? `${text}; ${named(own[random.int(Math.max(1, own.length))])}` : text;
  };
  return {
    header: [...table.header, PARENT_FIELD[side]],
    rows: table.rows.map((row) => {
      if (row.every((cell) => cell.trim() === '')) return row;
      const cells = [...row];
      while (cells.length < table.header.length) cells.push('');
      return [...cells, cellOf(row)];
    }),
  };
}

/** The number in an id, as `idOf` puts it there. */
function whoOf(id: string): number {
  const digits = Number(/\d+(?=\D*$)/.exec(id.split('-')[0] ?? '')?.[0] ?? '0');
  return id.startsWith('R') ? digits : id.startsWith('003') ? digits - 100 : digits - 1001;
}

function textOf(table: Table, sync: Json, side: Side, id: string | null): string {
  const { idField = null } = sync[side] as { idField?: string | null };
  const at = idField === null ? -1 : table.header.indexOf(idField);
  const row = table.rows.find((cells) => (cells[at] ?? '').trim() === id);
  return shown(row?.at(-1) ?? '');
}

/** A link that knows the field: as it is now, or otherwise; or handed over and not read back. */
function remembered(link: WorldLink, own: Both<Table>, sync: Json, random: Random): WorldLink {
  const now = (side: Side): string => textOf(own[side], sync, side, link[side]);
  const then = (side: Side): string => (random.chance(0.7) ? now(side) : random.pick(['', 'R1', '1002']));
  const values = {
    left: { ...link.values.left, [PARENT_FIELD.left]: then('left') },
    right: { ...link.values.right, [PARENT_FIELD.right]: then('right') },
  };
  if (!random.chance(0.15)) return { ...link, values };
  const side = random.pick(SIDES);
  const handed = {
    from: random.chance(0.3) ? now(side) : then(side),
    to: random.chance(0.5) ? now(side) : then(side),
    other: now(side === 'left' ? 'right' : 'left'),
    because: 'winner' as const,
    tries: 1,
    missed: random.chance(0.2),
  };
  const sent = { ...link.sent, [side]: { ...link.sent?.[side], [PARENT_FIELD[side]]: handed } };
  return { ...link, values, sent };
}

function randomChoices(
  id: string,
  links: readonly WorldLink[],
  own: Both<Table> | undefined,
  sync: Json,
  random: Random,
): ConflictChoice[] {
  if (own === undefined || !random.chance(0.3)) return [];
  return links.flatMap((link): ConflictChoice[] => {
    if (link.sync !== id || link.left === null || link.right === null || !random.chance(0.4)) return [];
    const on = [
      textOf(own.left, sync, 'left', link.left),
      textOf(own.right, sync, 'right', link.right),
    ] as const;
    const take = random.pick(['left', 'right', 'none', 'again', 'accept'] as const);
    return [
      { sync: id, left: link.left, right: link.right, field: PARENT_FIELD.left, on, take, at: '2024-03-01' },
    ];
  });
}

/** Do two parents of a side have one name by which an association finds them? They are one on the side parents are compared on. */
export const sharesNames = ({ design, tables }: World): boolean =>
  associationsIn(design).some((association) =>
    SIDES.some((side) => {
      const { by } = association[side] as { by?: string };
      const parents = tables[association['to'] as string];
      if (by === undefined || parents === undefined) return false;
      const names = readRecords(parents[side], side, null, false)
        .map((record) => cell(record, by).trim())
        .filter((name) => name !== '');
      return new Set(names).size < names.length;
    }),
  );

/** A parent that is a duplicate stands for another while it is one (AS6): keys written to that one may change it. */
export const hasDoubtfulParents = ({ design }: World, lines: readonly PlanLine[]): boolean =>
  associationsIn(design).some(({ to }) =>
    lines.some(({ sync, outcome }) => sync === to && (outcome === 'duplicate' || outcome === 'ambiguous')),
  );

const associationsIn = (design: unknown): (Json & Both<Json>)[] =>
  ((design as Json)['syncs'] as Json[]).flatMap(
    ({ associations }) => (associations ?? []) as (Json & Both<Json>)[],
  );
