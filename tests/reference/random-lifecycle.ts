import { otherSide, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import { shown, type Table, type World, type WorldLink } from './world.ts';

type Json = Record<string, unknown>;

const FIELD: Both<string> = { left: 'lifecycle', right: 'lifecycle__ø' };
const STAGES = ['Lead', 'MQL', 'Customer'] as const;
const WORDS = [...STAGES, 'lead ', ' CUSTOMER', 'v1', 'Other', '', ' '] as const;

/** The world with syncs of contacts and leads limited to lifecycle stages (ST5), in a column of their own. */
export function withLifecycles(
  world: World,
  random: Random,
  { lifecycles: chance, sameLeads }: { readonly lifecycles: number; readonly sameLeads: boolean },
): World {
  const design = world.design as Json;
  const tables: Record<string, Both<Table>> = { ...world.tables };
  let { baseline } = world;
  // One sync of a world: a stage two of them have is an error.
  let isLimited = false;
  const syncs = (design['syncs'] as Json[]).flatMap((sync): Json[] => {
    const { kind } = sync;
    if (isLimited || (kind !== 'contacts' && kind !== 'leads') || !random.chance(chance)) return [sync];
    isLimited = true;
    const side: Side = random.pick(['left', 'right']);
    const stages = random.shuffle([...STAGES]).slice(0, 1 + random.int(2));
    const limit = {
      field: FIELD[side],
      stages,
      ...(random.chance(0.7) ? { default: random.pick(stages) } : {}),
    };
    const id = sync['id'] as string;
    const own = tables[id]!;
    const filled = { ...own, [side]: withColumn(own[side], FIELD[side], random) };
    tables[id] = filled;
    if (baseline !== null) {
      const links = baseline.links.map((link) =>
        link.sync === id ? withStage(link, sync, filled, side, random) : link,
      );
      baseline = { ...baseline, links };
    }
    const json = { ...sync, lifecycle: { [side]: limit }, schema: declaredIn(sync, side, random) };
    if (kind !== 'contacts' || !random.chance(0.6)) return [json];
    // Leads of the same object, whose stages are promoted.
    const others = { field: FIELD[side], stages: STAGES.filter((stage) => !stages.includes(stage)) };
    const leads = { ...json, id: `${id}-leads`, kind: 'leads', lifecycle: { [side]: others } };
    const empty = (of: Side): Table => ({ header: filled[of].header, rows: [] });
    tables[leads.id] = sameLeads ? filled : { left: empty('left'), right: empty('right') };
    return [json, leads];
  });
  return { ...world, design: { ...design, syncs }, tables, baseline };
}

const withColumn = ({ header, rows }: Table, name: string, random: Random): Table => ({
  header: [...header, name],
  rows: rows.map((row) =>
    row.every((cell) => cell.trim() === '') ? [...row, ''] : [...row, random.pick(WORDS)],
  ),
});

/** Where its side is declared, perhaps with options; then its cells are those of the file still. */
function declaredIn(sync: Json, side: Side, random: Random): Json {
  const schema = sync['schema'] as Record<Side, { fields: Json[] } | null>;
  const own = schema[side];
  if (own === null || random.chance(0.5)) return schema;
  const options = STAGES.map((label, at) => ({ value: `v${String(at)}`, label }));
  return {
    ...schema,
    [side]: { fields: [...own.fields, { name: FIELD[side], type: 'single-select', options }] },
  };
}

/** What the two said when they were last read equal; the default stands against what its constant reads. */
function withStage(link: WorldLink, sync: Json, tables: Both<Table>, side: Side, random: Random): WorldLink {
  if (!random.chance(0.5)) return link;
  const far = otherSide(side);
  const mappings = (sync['mappings'] ?? []) as Json[];
  const source = ((sync[far] as Json)['idField'] ?? mappings[0]?.[far]) as string | undefined;
  if (source === undefined) return link;
  const cellIn = (of: Side, name: string): string | null => {
    const row = tables[of].rows.find((one) => one[0]?.trim() === link[of]?.trim());
    return row === undefined ? null : shown(row[tables[of].header.indexOf(name)] ?? '');
  };
  const now = cellIn(side, FIELD[side]);
  const other = cellIn(far, source);
  if (now === null || other === null) return link;
  const values: Record<Side, Record<string, string>> = {
    left: { ...link.values.left },
    right: { ...link.values.right },
  };
  values[side][FIELD[side]] = random.chance(0.6) ? now : random.pick(STAGES);
  values[far][source] ??= other;
  return { ...link, values };
}
