import type { Choices, ConflictChoice, LinkVerdict } from '../../src/lib/engine/model/choices.ts';
import type { LinkBy } from '../../src/lib/engine/model/line.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import { Random } from './random.ts';
import { ATTRIBUTES, junk, meanings, render, type Attribute } from './random-cells.ts';
import { fieldName, randomSync, type DesignKnobs, type RandomSync } from './random-design.ts';
import { cell, readRecords, shown, type Rec, type Table, type World, type WorldLink } from './world.ts';

export interface Knobs extends DesignKnobs {
  readonly maxRecords: number;
  /** Chance of a side of up to 40 records. */
  readonly large: number;
  /** Chances that a sync has a baseline, and choices. */
  readonly baseline: number;
  readonly choices: number;
  /** May a person have said `different`? */
  readonly different: boolean;
  readonly twoSyncs: number;
}

export const KNOBS: Knobs = {
  crossMapped: true,
  unique: 0.1,
  allDeclared: false,
  rewriteForm: true,
  maxRecords: 14,
  large: 0.03,
  baseline: 0.5,
  choices: 0.35,
  different: true,
  twoSyncs: 0.15,
};

/** Two sides that come from one base world, each told in its own way; the same seed gives the same world. */
export function randomWorld(seed: number, knobs: Knobs = KNOBS): World {
  const random = new Random(seed);
  const syncs = ['alpha', ...(random.chance(knobs.twoSyncs) ? ['beta'] : [])].map((id) =>
    randomSync(id, random, knobs),
  );
  const salesforce = random.chance(0.15);
  return fillWorld(syncs, salesforce, random, knobs, '');
}

/** Two worlds of one design whose ids and keys have nothing in common, for L16. */
export function randomStrangers(seed: number, knobs: Knobs): [World, World] {
  const random = new Random(seed);
  const syncs = [randomSync('alpha', random, knobs)].map((sync) => ({
    ...sync,
    idFields: { left: 'id', right: 'Id' },
    json: {
      ...sync.json,
      left: { ...(sync.json['left'] as object), idField: 'id' },
      right: { ...(sync.json['right'] as object), idField: 'Id' },
    },
  }));
  return [fillWorld(syncs, false, random, knobs, ''), fillWorld(syncs, false, random, knobs, 'q')];
}

function fillWorld(
  syncs: readonly RandomSync[],
  salesforce: boolean,
  random: Random,
  knobs: Knobs,
  tag: string,
): World {
  const design = {
    format: 'drysync/design@1',
    name: 'random',
    apps: {
      left: { name: 'L', kind: 'hubspot' },
      right: { name: 'R', kind: salesforce ? 'salesforce' : 'csv' },
    },
    syncs: syncs.map((sync) => sync.json),
  };
  const tables: Record<string, Both<Table>> = {};
  const links: WorldLink[] = [];
  const choices: ConflictChoice[] = [];
  const verdicts: LinkVerdict[] = [];
  for (const sync of syncs) {
    const made = randomTables(sync, salesforce, random, knobs, tag);
    tables[sync.id] = made;
    const records = {
      left: readRecords(made.left, 'left', sync.idFields.left, false),
      right: readRecords(made.right, 'right', sync.idFields.right, salesforce),
    };
    const pairs = samePeople(records, random);
    if (random.chance(knobs.baseline)) links.push(...randomLinks(sync, records, pairs, salesforce, random, tag));
    if (random.chance(knobs.choices)) {
      choices.push(...randomChoices(sync, pairs, random));
      verdicts.push(...randomVerdicts(sync, records, pairs, random, knobs));
    }
  }
  const chosen: Choices | null =
    choices.length + verdicts.length === 0
      ? null
      : { format: 'drysync/choices@1', planHash: null, choices, links: verdicts, decisions: [] };
  return { design, tables, baseline: links.length > 0 ? { links } : null, choices: chosen };
}

function randomTables(
  sync: RandomSync,
  salesforce: boolean,
  random: Random,
  knobs: Knobs,
  tag: string,
): Both<Table> {
  const most = random.chance(knobs.large) ? 40 : knobs.maxRecords;
  const size = 1 + random.int(most);
  const noise = random.pick([0.03, 0.1, 0.3]);
  const people = Array.from({ length: size }, () => randomPerson(random, size));
  const table = (side: Side): Table => {
    const share = random.pick([0.3, 0.7, 0.9, 0.9, 1, 1]);
    const chosen = people.flatMap((person, who) =>
      random.chance(share) ? (random.chance(0.12) ? [{ person, who }, { person, who }] : [{ person, who }]) : [],
    );
    const ordered = random.chance(0.5) ? random.shuffle(chosen) : chosen;
    const rows = ordered.slice(0, most).map(({ person, who }, index) => {
      const cells = ATTRIBUTES.map((attribute) => randomCell(attribute, person, side, sync, random, noise, tag, size));
      const other = side === 'left' ? 'right' : 'left';
      const elsewhere = random.chance(0.25) ? idOf(other, random.chance(0.8) ? who : random.int(size), salesforce, tag) : '';
      const modified = random.chance(0.12)
        ? random.pick(['', 'soon'])
        : random.pick(['2024-01-01', '2024-01-02', '2024-01-02T10:00:00Z', '2024-01-01 00:00', '2025-06-01T12:00+02:00']);
      const id = random.chance(0.015) ? random.pick(['', idOf(side, 0, salesforce, tag)]) : idOf(side, who, salesforce, tag);
      const copy = ordered.slice(0, index).some((earlier) => earlier.who === who);
      const unique = copy && id !== '' && random.chance(0.97) ? `${id}-${String(index)}` : id;
      return [unique, modified, elsewhere, ...cells];
    });
    if (random.chance(0.04)) rows.splice(random.int(rows.length + 1), 0, ['', ' ', '']);
    const own = side === 'left' ? ['id', 'modified', 'other id'] : ['Id', 'Modified', 'Other Id'];
    return { header: [...own, ...ATTRIBUTES.map((attribute) => fieldName(side, attribute))], rows };
  };
  return { left: table('left'), right: table('right') };
}

type Person = Readonly<Record<Attribute, number | null>>;

const randomPerson = (random: Random, size: number): Person =>
  Object.fromEntries(
    ATTRIBUTES.map((attribute) => [
      attribute,
      random.chance(0.1) ? null : random.int(meanings(attribute, size)),
    ]),
  ) as Person;

function randomCell(
  attribute: Attribute,
  person: Person,
  side: Side,
  sync: RandomSync,
  random: Random,
  noise: number,
  tag: string,
  size: number,
): string {
  let meaning = person[attribute];
  if (random.chance(noise)) {
    const roll = random.next();
    if (roll < 0.3) meaning = null;
    else if (roll < 0.9) meaning = random.int(meanings(attribute, size));
    else return junk(tag, random);
  }
  if (meaning === null) return random.chance(0.2) ? random.pick([' ', '\u00a0', '\t']) : '';
  return render(attribute, meaning, sync.styles[side], random.chance(0.7), tag, random);
}

/** Ids say who is meant; a Salesforce id also has an 18-character form. */
function idOf(side: Side, who: number, salesforce: boolean, tag: string): string {
  if (side === 'right' && salesforce && who % 2 === 0) return `003Aa${tag === '' ? '0' : '9'}BcDeFg${String(100 + who)}`;
  return side === 'left' ? `${tag}${String(1001 + who)}` : `R${tag}${String(who)}`;
}

/** Pairs of records that mean the same person, and some that do not; each record at most once. */
function samePeople(records: Both<readonly Rec[]>, random: Random): { left: Rec; right: Rec }[] {
  const free = new Set(records.right);
  return records.left.flatMap((left) => {
    const email = cell(left, fieldName('left', 'email')).trim().toLowerCase();
    const alike = [...free].find(
      (right) => email !== '' && cell(right, fieldName('right', 'email')).trim().toLowerCase() === email,
    );
    const right = alike ?? (random.chance(0.15) ? [...free][random.int(free.size)] : undefined);
    if (right === undefined) return [];
    free.delete(right);
    return [{ left, right }];
  });
}

const MADE_BY: readonly LinkBy[] = ['key', 'key', 'person', 'id-pair'];

function randomLinks(
  sync: RandomSync,
  records: Both<readonly Rec[]>,
  pairs: readonly { left: Rec; right: Rec }[],
  salesforce: boolean,
  random: Random,
  tag: string,
): WorldLink[] {
  const links = random.some(pairs, random.pick([0.3, 0.7, 0.95])).map(({ left, right }): WorldLink => {
    const values = { left: {} as Record<string, string>, right: {} as Record<string, string> };
    const sent = { left: [] as string[], right: [] as string[] };
    for (const mapping of sync.mapped) {
      if (random.chance(0.12)) continue;
      const now = { left: shown(cell(left, mapping.left)), right: shown(cell(right, mapping.right)) };
      // Either one of the two values was agreed on, or what each side has now is what it had.
      const agreed = random.pick(SIDES);
      const stale = random.chance(0.25);
      for (const side of SIDES) {
        const own = values[side];
        own[mapping[side]] = stale ? randomOld(records[side], mapping[side], now[agreed], random) : now[side];
        if (random.chance(0.12)) own[mapping[side]] = random.chance(0.3) ? '' : now[agreed];
        if (now[side] === '' && random.chance(0.4)) own[mapping[side]] = randomOld(records[side], mapping[side], '', random);
        if (random.chance(0.1)) {
          sent[side].push(mapping[side]);
          own[mapping[side]] = random.pick([now[side].toUpperCase(), now[side].replace(/[-. ]/g, ''), now[agreed]]);
        }
      }
      if (random.chance(0.02)) {
        // Half an entry is none (CO4).
        Reflect.deleteProperty(values.right, mapping.right);
        for (const side of SIDES) sent[side] = sent[side].filter((field) => field !== mapping[side]);
      }
    }
    const hasSent = sent.left.length + sent.right.length > 0;
    const by = random.pick(MADE_BY);
    return { sync: sync.id, left: left.id, right: right.id, by, values, ...(hasSent ? { sent } : {}) };
  });
  const isTaken = (side: Side, record: Rec): boolean => links.some((link) => link[side] === record.id);
  const values = { left: {}, right: {} };
  const missing = SIDES.flatMap((side) => {
    const free = records[side].filter((record) => !isTaken(side, record) && random.chance(0.1));
    return free.map((record, index): WorldLink => {
      const gone = `gone${tag}-${side}-${String(index)}`;
      const ids = side === 'left' ? { left: record.id, right: gone } : { left: gone, right: record.id };
      return { sync: sync.id, ...ids, by: 'key', values };
    });
  });
  const gone: WorldLink[] = random.chance(0.1)
    ? [{ sync: sync.id, left: `none${tag}`, right: `none${tag}`, by: 'key', values }]
    : [];
  const all = random.shuffle([...links, ...missing, ...gone]);
  return salesforce ? all.map((link) => ({ ...link, right: longForm(link.right, random) })) : all;
}

/** The 18-character form of a 15-character id, now and then: it is the same id (S24). */
const longForm = (id: string, random: Random): string =>
  /^003Aa0BcDeFg\d{3}$/.test(id) && random.chance(0.5) ? `${id}JAA` : id;

const randomOld = (records: readonly Rec[], field: string, now: string, random: Random): string =>
  records.length > 0 && random.chance(0.6) ? shown(cell(random.pick(records), field)) : now;

function randomChoices(
  sync: RandomSync,
  pairs: readonly { left: Rec; right: Rec }[],
  random: Random,
): ConflictChoice[] {
  const takes = ['left', 'right', 'none'] as const;
  return random.some(pairs, 0.5).flatMap(({ left, right }): ConflictChoice[] => {
    const common = { sync: sync.id, left: left.id, right: right.id, at: '2024-06-01T00:00:00Z' };
    if (random.chance(0.2)) return [{ ...common, field: null, on: null, take: random.pick(takes) }];
    return random.some(sync.mapped, 0.6).map((mapping) => {
      const on = [shown(cell(left, mapping.left)), shown(cell(right, mapping.right))] as const;
      const asSeen = random.chance(0.9) ? on : ([on[0], `${on[1]}?`] as const);
      return { ...common, field: mapping.left, on: [...asSeen] as [string, string], take: random.pick(takes) };
    });
  });
}

function randomVerdicts(
  sync: RandomSync,
  records: Both<readonly Rec[]>,
  pairs: readonly { left: Rec; right: Rec }[],
  random: Random,
  knobs: Knobs,
): LinkVerdict[] {
  const verdicts: LinkVerdict[] = [];
  const add = (left: string, right: string, verdict: LinkVerdict['verdict']): void => {
    const clashes = verdicts.some(
      (one) =>
        (one.left === left && one.right === right) ||
        (verdict === 'same' && one.verdict === 'same' && (one.left === left || one.right === right)),
    );
    if (!clashes) verdicts.push({ sync: sync.id, left, right, verdict, at: '2024-06-01T00:00:00Z' });
  };
  if (records.left.length > 0 && records.right.length > 0 && random.chance(0.4)) {
    add(random.pick(records.left).id, random.pick(records.right).id, 'same');
  }
  if (random.chance(0.1)) add('nobody', `no-${records.right[0]?.id ?? 'one'}`, 'same');
  for (const { left, right } of pairs) {
    if (knobs.different && random.chance(0.12)) add(left.id, right.id, 'different');
    else if (random.chance(0.03)) add(left.id, right.id, 'unsure');
    else if (random.chance(0.05)) add(left.id, right.id, 'same');
  }
  return verdicts;
}
