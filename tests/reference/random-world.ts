// Over 300 lines: a world is put together here from its first number drawn to its last, so that old seeds stay what they were.
import type { Choices, ConflictChoice, LinkVerdict } from '../../src/lib/engine/model/choices.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import {
  randomChoices,
  randomLinks,
  withAnswers,
  withSeen,
  randomOpens,
  randomVerdicts,
  samePeople,
} from './random-history.ts';
import { Random } from './random.ts';
import { withRandomAssociations } from './random-associations.ts';
import { ATTRIBUTES, junk, meanings, render, type Attribute } from './random-cells.ts';
import { withMappedLater } from './random-later.ts';
import { randomRequiredWhen } from './random-filters.ts';
import { withDeletes } from './random-deletes.ts';
import { withPresence } from './random-presence.ts';
import { withJoins } from './random-joins.ts';
import { withFormats } from './random-formats.ts';
import { withLifecycles } from './random-lifecycle.ts';
import { withSeveral } from './random-several.ts';
import { withSalesforceRules } from './random-salesforce.ts';
import { withSince } from './random-since.ts';
import { withStages } from './random-stages.ts';
import { withAbsentDifferent } from './random-verdicts.ts';
import { fieldName, randomSync, type Declared, type DesignKnobs, type RandomSync } from './random-design.ts';
import { withZones } from './random-zones.ts';
import { readRecords, type Table, type World, type WorldLink } from './world.ts';

export interface Knobs extends DesignKnobs {
  readonly maxRecords: number;
  /** Chance that fields say what their texts are (BL4). */
  readonly formats: number;
  /** Chance that fields have time zones of their own (TZ1). */
  readonly zones: number;
  /** Chance that a field may be required by conditions. */
  readonly conditional: number;
  /** Chance of a side of up to 40 records. */
  readonly large: number;
  /** Chances that a sync has a baseline, and choices. */
  readonly baseline: number;
  readonly choices: number;
  /** Chance that a sync with a baseline has creates that were handed over. */
  readonly opens: number;
  /** May a person have said `different`? */
  readonly different: boolean;
  readonly twoSyncs: number;
  /** Chance that a sync has a stage map. */
  readonly stages: number;
  /** Chance that a sync of contacts or leads is limited to lifecycle stages. */
  readonly lifecycles: number;
  /** May the leads of such a sync be the same records again? What a plan writes there it then reads in one of two tables only. */
  readonly sameLeads: boolean;
  /** Chance that syncs are associated with each other or themselves. */
  readonly associations: number;
  /** Chance of the profile `salesforce`. */
  readonly salesforceRules: number;
  /** Chance that files are called complete and records created again. */
  readonly deletes: number;
  /** May a guard stop that (DE5)? What it stops moves once a plan has made more links. */
  readonly guarded: boolean;
  /** Chance that apps say who is archived and who was merged into whom. */
  readonly presence: number;
  /** Chance that a push saw what it wrote (S462). */
  readonly seen: number;
  /** Chance that e-mail cells hold several addresses (KW13). */
  readonly several: number;
}

export const KNOBS: Knobs = {
  crossMapped: true,
  unique: 0.1,
  allDeclared: false,
  rewriteForm: true,
  cameBack: true,
  typedKeys: true,
  transforms: 0.15,
  formats: 0.3,
  zones: 0.2,
  madeKeys: true,
  filters: 0.35,
  conditional: 0.15,
  maxRecords: 14,
  large: 0.03,
  baseline: 0.5,
  choices: 0.35,
  opens: 0.4,
  different: true,
  twoSyncs: 0.15,
  stages: 0.2,
  lifecycles: 0.25,
  sameLeads: false,
  associations: 0.15,
  salesforceRules: 0.15,
  deletes: 0.4,
  guarded: true,
  presence: 0.3,
  seen: 0.4,
  several: 0.08,
};

/** Two sides that come from one base world, each told in its own way; the same seed gives the same world. */
export function randomWorld(seed: number, knobs: Knobs = KNOBS): World {
  // A stream of their own: worlds without associations are what they were before there were any.
  const associating = new Random(seed ^ 0x5eed);
  const associated = associating.chance(knobs.associations);
  const world = plainWorld(seed, associated && knobs.twoSyncs > 0 ? { ...knobs, twoSyncs: 0.7 } : knobs);
  const made = associated ? withRandomAssociations(world, associating) : world;
  const ruled = withSalesforceRules(made, new Random(seed + 140), knobs.salesforceRules);
  const joined = knobs.transforms > 0 && knobs.madeKeys ? withJoins(ruled, new Random(seed + 222)) : ruled;
  const formed = withFormats(joined, new Random(seed + 220), knobs.formats);
  const zoned = withZones(formed, new Random(seed + 380), knobs.zones);
  const later = withMappedLater(zoned, new Random(seed + 113));
  const lived = withPresence(later, new Random(seed + 430), knobs.presence);
  const told = withDeletes(lived, new Random(seed + 130), knobs, new Random(seed + 135));
  const seen = withSeen(told, new Random(seed + 462), knobs.seen);
  const since = withSince(seen, new Random(seed + 490), knobs.salesforceRules > 0 ? 0.6 : 0);
  return withSeveral(since, new Random(seed + 483), knobs.several);
}

function plainWorld(seed: number, knobs: Knobs): World {
  const random = new Random(seed);
  const syncs = ['alpha', ...(random.chance(knobs.twoSyncs) ? ['beta'] : [])].map((id) =>
    randomSync(id, random, knobs),
  );
  const salesforce = random.chance(0.15);
  const contested = withContested(fillWorld(syncs, salesforce, random, knobs, ''), random);
  const world = conditional(contested, new Random(seed + 110), knobs);
  const staged = withStages(world, new Random(seed ^ 0x57a6e5), knobs.stages);
  const limited = withLifecycles(staged, new Random(seed + 123), knobs);
  return knobs.different ? withAbsentDifferent(limited, new Random(seed + 2022)) : limited;
}

/** Adds fields that conditions require; drawn apart, so that the rest of a world does not move. */
function conditional(world: World, random: Random, knobs: Knobs): World {
  if (!random.chance(knobs.conditional)) return world;
  const design = world.design as { readonly syncs: readonly RandomSync['json'][] };
  const syncs = design.syncs.map((sync) => {
    const schema = sync['schema'] as Both<{ readonly fields: readonly Declared[] } | null>;
    const of = (side: Side): object | null =>
      schema[side] === null
        ? null
        : { ...schema[side], fields: randomRequiredWhen(side, random, schema[side].fields) };
    return { ...sync, schema: { left: of('left'), right: of('right') } };
  });
  return { ...world, design: { ...design, syncs } };
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
  const world = (tag: string): World => withNothingHanded(fillWorld(syncs, false, random, knobs, tag));
  const [one, other] = [world(''), world('q')];
  const { design } = withContested(one, random);
  return [
    { ...one, design },
    { ...other, design },
  ];
}

/** The form a text came back in is told from whole columns (BL4): of strangers' cells too. */
const withNothingHanded = (world: World): World => ({
  ...world,
  baseline: world.baseline && { links: world.baseline.links.map(({ sent: _, ...link }) => link) },
});

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
  const there: Record<string, Both<string[]>> = {};
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
    if (random.chance(knobs.baseline)) {
      const own = randomLinks(sync, records, pairs, salesforce, random, tag);
      links.push(...own);
      if (random.chance(knobs.opens)) {
        const opens = randomOpens(sync, records, own, random);
        links.push(...opens.links);
        there[sync.id] = opens.there;
      }
    }
    if (random.chance(knobs.choices)) {
      choices.push(...randomChoices(sync, pairs, random));
      verdicts.push(...randomVerdicts(sync, records, pairs, random, knobs.different));
    }
  }
  const chosen: Choices | null =
    choices.length + verdicts.length === 0
      ? null
      : { format: 'drysync/choices@1', planHash: null, choices, links: verdicts, decisions: [] };
  const told = random.chance(0.4) ? withAnswers(links, new Random(links.length * 7919 + 17)) : links;
  return { design, tables, baseline: links.length > 0 ? { links: told, there } : null, choices: chosen };
}

/** KW10. Drawn last, so that every seed keeps the records and the other rules it had. */
function withContested(world: World, random: Random): World {
  const design = world.design as { readonly syncs: readonly { readonly matching: object }[] };
  const syncs = design.syncs.map((sync) =>
    random.chance(0.3) ? { ...sync, matching: { ...sync.matching, contested: 'closest' } } : sync,
  );
  return { ...world, design: { ...design, syncs } };
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
      random.chance(share)
        ? random.chance(0.12)
          ? [
              { person, who },
              { person, who },
            ]
          : [{ person, who }]
        : [],
    );
    const ordered = random.chance(0.5) ? random.shuffle(chosen) : chosen;
    const rows = ordered.slice(0, most).map(({ person, who }, index) => {
      const cells = ATTRIBUTES.map((attribute) =>
        randomCell(attribute, person, side, sync, random, noise, tag, size),
      );
      const other = side === 'left' ? 'right' : 'left';
      const elsewhere = random.chance(0.25)
        ? idOf(other, random.chance(0.8) ? who : random.int(size), salesforce, tag)
        : '';
      const modified = random.chance(0.12)
        ? random.pick(['', 'soon'])
        : random.pick([
            '2024-01-01',
            '2024-01-02',
            '2024-01-02T10:00:00Z',
            '2024-01-01 00:00',
            '2025-06-01T12:00+02:00',
          ]);
      const id = random.chance(0.015)
        ? random.pick(['', idOf(side, 0, salesforce, tag)])
        : idOf(side, who, salesforce, tag);
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
  if (side === 'right' && salesforce && who % 2 === 0)
    return `003Aa${tag === '' ? '0' : '9'}BcDeFg${String(100 + who)}`;
  return side === 'left' ? `${tag}${String(1001 + who)}` : `R${tag}${String(who)}`;
}
