import type { HandOver } from '../../src/lib/engine/model/hand-over.ts';
import { otherSide, SIDES, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import type { StagePart } from '../../src/lib/engine/model/stages.ts';
import { fieldName } from './random-design.ts';
import type { Random } from './random.ts';
import { shown, type Table, type World, type WorldLink } from './world.ts';

type Json = Record<string, unknown>;
type Texts = Record<StagePart, string>;

const PARTS = ['pipeline', 'stage', 'status'] as const;
const ATTRIBUTE = { pipeline: 'flag', stage: 'stage', status: 'note' } as const;

/** What places are made of on either side. */
const WORDS: Both<Readonly<Record<StagePart, readonly string[]>>> = {
  left: {
    pipeline: ['Sales', 'Renewal'],
    stage: ['New', 'Open', 'Won', 'Lost'],
    status: ['open', 'won', 'lost'],
  },
  right: {
    pipeline: ['Default', 'Øst'],
    stage: ['Open', 'Offer', 'Closed Won', 'Closed Lost'],
    status: ['0', '1'],
  },
};

interface Staged {
  readonly fields: Both<Partial<Record<StagePart, string>>>;
  readonly places: Both<readonly Texts[]>;
}

/** The world with stage maps in some of its syncs (ST1, ST4): fields of places instead of what stood there. */
export function withStages(world: World, random: Random, chance: number): World {
  const design = world.design as Json;
  const tables = { ...world.tables };
  let { baseline, choices } = world;
  const syncs = (design['syncs'] as Json[]).map((sync) => {
    if (!random.chance(chance)) return sync;
    const { staged, json } = stagedSync(sync, random);
    const id = sync['id'] as string;
    const own = tables[id]!;
    const filled = {
      left: fill(own.left, 'left', staged, random),
      right: fill(own.right, 'right', staged, random),
    };
    tables[id] = filled;
    if (baseline !== null) {
      const links = baseline.links.map((link) =>
        link.sync === id ? withPlaces(link, filled, staged, random) : link,
      );
      baseline = { ...baseline, links };
    }
    const made = random.chance(0.5) ? randomChoices(id, filled, staged, random) : [];
    if (made.length > 0) {
      choices ??= { format: 'drysync/choices@1', planHash: null, choices: [], links: [], decisions: [] };
      choices = { ...choices, choices: [...choices.choices, ...made] };
    }
    return json;
  });
  return { design: { ...design, syncs }, tables, baseline, choices };
}

function stagedSync(sync: Json, random: Random): { readonly staged: Staged; readonly json: Json } {
  const keyed = JSON.stringify(sync['matching']);
  const fields = (side: Side): Partial<Record<StagePart, string>> => {
    const own: Partial<Record<StagePart, string>> = { stage: fieldName(side, ATTRIBUTE.stage) };
    for (const [part, likely] of [
      ['pipeline', 0.6],
      ['status', 0.35],
    ] as const) {
      const name = fieldName(side, ATTRIBUTE[part]);
      if (random.chance(likely) && !keyed.includes(`"${name}"`)) own[part] = name;
    }
    return own;
  };
  const used = { left: fields('left'), right: fields('right') };
  const isTwoWay = sync['direction'] === 'both';
  const source: Side = sync['direction'] === 'right-to-left' ? 'right' : 'left';
  const every = (side: Side): Texts[] => allPlaces(side, used[side], random);
  const places = { left: every('left'), right: every('right') };
  const pairs = Array.from({ length: Math.min(5, places.left.length, places.right.length) }, (_, at) => {
    const far = otherSide(source);
    const other = isTwoWay ? places[far][at]! : random.pick(places[far]);
    const one = { [source]: places[source][at]!, [far]: other } as unknown as Both<Texts>;
    return { left: inDesign('left', one.left, used), right: inDesign('right', one.right, used) };
  });
  const isUsed = (side: Side, name: unknown): boolean => Object.values(used[side]).includes(name as string);
  const schema = sync['schema'] as Both<{ fields: Json[] } | null>;
  const readOnly = random.chance(0.04) ? random.pick(SIDES) : null;
  const declared = (side: Side) => {
    const own = schema[side];
    if (own === null) return null;
    const kept = own.fields.filter((field) => !isUsed(side, field['name']));
    const added = PARTS.flatMap((part): Json[] => {
      const name = used[side][part];
      if (name === undefined || random.chance(0.4)) return [];
      const stays = isTwoWay && readOnly === side ? { readOnly: true } : {};
      const more = { ...(random.chance(0.1) ? { required: true } : {}), ...stays };
      if (random.chance(0.4)) return [{ name, type: 'text', ...more }];
      const words = WORDS[side][part].slice(random.chance(0.3) ? 1 : 0);
      return [
        {
          name,
          type: 'single-select',
          options: words.map((label, at) => ({ value: `v${String(at)}`, label })),
          ...more,
        },
      ];
    });
    return { fields: [...kept, ...added] };
  };
  const mappings = (sync['mappings'] as Json[]).filter((mapping) =>
    SIDES.every((side) => !isUsed(side, mapping[side])),
  );
  const stages = {
    left: {
      pipeline: used.left.pipeline ?? null,
      stage: used.left.stage,
      ...(used.left.status === undefined ? {} : { status: used.left.status }),
    },
    right: {
      pipeline: used.right.pipeline ?? null,
      stage: used.right.stage,
      ...(used.right.status === undefined ? {} : { status: used.right.status }),
    },
    pairs,
  };
  const json = { ...sync, mappings, stages, schema: { left: declared('left'), right: declared('right') } };
  return { staged: { fields: used, places }, json };
}

/** Different places of a side, in any order; where there is a status some of them stand for every stage (ST4). */
function allPlaces(side: Side, used: Partial<Record<StagePart, string>>, random: Random): Texts[] {
  const words = WORDS[side];
  const of = (part: StagePart): readonly string[] => (used[part] === undefined ? [''] : words[part]);
  const wild = used.status !== undefined && random.chance(0.6) ? random.pick(words.status) : null;
  const all = of('pipeline').flatMap((pipeline) =>
    of('stage').flatMap((stage) => of('status').map((status) => ({ pipeline, stage, status }))),
  );
  const plain = random.shuffle(all.filter(({ status }) => status !== wild));
  if (wild === null) return plain;
  const any = random.chance(0.5)
    ? [{ pipeline: '', stage: '', status: wild }]
    : of('pipeline').map((pipeline) => ({ pipeline, stage: '', status: wild }));
  return random.shuffle([...any, ...plain.slice(0, 4)]);
}

const inDesign = (
  side: Side,
  place: Texts,
  used: Both<Partial<Record<StagePart, string>>>,
): (string | null)[] => [
  place.pipeline === '' ? null : place.pipeline,
  place.stage === '' ? null : place.stage,
  ...(used[side].status === undefined ? [] : [place.status]),
];

/** Records of one person mostly stand at the places of one pair. */
function fill(table: Table, side: Side, { fields, places }: Staged, random: Random): Table {
  const at = (name: string): number => table.header.indexOf(name);
  const rows = table.rows.map((row) => {
    if (row.every((cell) => cell.trim() === '')) return row;
    const who = Number(/\d+/.exec(row[0] ?? '')?.[0] ?? 0) - (side === 'left' ? 1001 : 0);
    const own = places[side];
    const wanted = Math.abs(who) % Math.min(5, own.length);
    const place = random.chance(0.75)
      ? own[wanted]!
      : random.pick(random.chance(0.8) ? own.slice(0, 5) : own);
    const cells = [...row];
    for (const part of PARTS) {
      const name = fields[side][part];
      if (name === undefined) continue;
      cells[at(name)] = wordOf(side, part, place[part], random);
    }
    return cells;
  });
  return { header: table.header, rows };
}

function wordOf(side: Side, part: StagePart, text: string, random: Random): string {
  const roll = random.next();
  if (roll < (part === 'stage' ? 0.08 : 0.02)) return random.pick(['', ' ']);
  if (roll < 0.1) return 'Elsewhere';
  const word = text === '' || roll < 0.14 ? random.pick(WORDS[side][part]) : text;
  const value = `v${String(WORDS[side][part].indexOf(word))}`;
  return random.pick([word, word, word, ` ${word.toUpperCase()}`, value]);
}

const cellsOf = (table: Table, id: string | null): readonly string[] | undefined =>
  id === null ? undefined : table.rows.find((row) => row[0]?.trim() === id.trim());

/** Every part as the two fields it stands in. */
const partsOf = ({ fields }: Staged): Both<{ readonly name: string; readonly owned: boolean }>[] =>
  PARTS.filter((part) => SIDES.some((side) => fields[side][part] !== undefined)).map((part) => {
    const of = (side: Side) => {
      const name = fields[side][part];
      return { name: name ?? fields[side].stage!, owned: name !== undefined };
    };
    return { left: of('left'), right: of('right') };
  });

function withPlaces(link: WorldLink, tables: Both<Table>, staged: Staged, random: Random): WorldLink {
  const rows = { left: cellsOf(tables.left, link.left), right: cellsOf(tables.right, link.right) };
  if (rows.left === undefined || rows.right === undefined) return link;
  const values = { left: { ...link.values.left }, right: { ...link.values.right } };
  const sent: Both<Record<string, HandOver>> = {
    left: { ...link.sent?.left },
    right: { ...link.sent?.right },
  };
  const whole = random.chance(0.85);
  const elsewhere = (side: Side, name: string): string =>
    shown(random.pick(tables[side].rows)[tables[side].header.indexOf(name)] ?? '');
  for (const part of partsOf(staged)) {
    for (const side of SIDES) {
      const { name, owned } = part[side];
      if (!owned) continue;
      Reflect.deleteProperty(values[side], name);
      Reflect.deleteProperty(sent[side], name);
      const now = shown(rows[side]![tables[side].header.indexOf(name)] ?? '');
      if (whole || random.chance(0.6)) values[side][name] = random.chance(0.8) ? now : elsewhere(side, name);
    }
    const side = random.pick(SIDES);
    if (!part[side].owned || !random.chance(0.2)) continue;
    const far = otherSide(side);
    const text = (of: Side): string => shown(rows[of]![tables[of].header.indexOf(part[of].name)] ?? '');
    sent[side][part[side].name] = {
      from: random.pick([values[side][part[side].name] ?? '', text(side), elsewhere(side, part[side].name)]),
      to: random.pick([text(side), elsewhere(side, part[side].name)]),
      other: random.pick([text(far), text(far), elsewhere(far, part[far].name)]),
      because: random.pick(['winner', 'left-changed', 'right-changed', 'fill-blank', 'person']),
      tries: 1 + random.int(3),
      missed: random.chance(0.2),
    };
  }
  return { ...link, values, sent };
}

function randomChoices(sync: string, tables: Both<Table>, staged: Staged, random: Random) {
  const parts = partsOf(staged).filter(({ left }) => left.owned);
  return tables.left.rows.flatMap((row) => {
    const other = random.chance(0.5) ? random.pick([...tables.right.rows, null]) : null;
    const part = random.pick(parts);
    if (other === null) return [];
    const text = (side: Side, cells: readonly string[]): string =>
      shown(cells[tables[side].header.indexOf(part[side].name)] ?? '');
    return [
      {
        sync,
        left: row[0]!,
        right: other[0]!,
        field: part.left.name,
        on: [text('left', row), text('right', other)] as [string, string],
        take: random.pick(['left', 'right', 'none', 'accept', 'again'] as const),
        at: '2024-06-01T00:00:00Z',
      },
    ];
  });
}
