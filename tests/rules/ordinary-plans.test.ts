import { expect, test } from 'vitest';
import { Random } from '../reference/random.ts';
import { checkPlan, drain, planSyncs } from '../../src/lib/engine/index.ts';
import { CHANGES, CHECK_SCOPES } from '../../src/lib/engine/model/check.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { engineInput } from '../reference/engine-plan.ts';
import { AS_OF, type Table, type World, type WorldLink } from '../reference/world.ts';

/** A contact of one side: what checks of everyday are about. */
interface Contact {
  phone: string;
  stage: string;
  out: string;
  owner: string;
  segment: string;
}

const FIELDS = ['phone', 'stage', 'out', 'owner', 'segment'] as const;
const ORDER = ['lead', 'mql', 'customer'];
const STAGES = { fields: [{ name: 'stage', type: 'single-select', options: ORDER }] };

const CHECKS = [
  {
    id: 'flips',
    name: 'No opt-out flips',
    count: { sync: 's', writes: [{ field: 'out', change: 'values', from: 'yes', to: 'no' }] },
  },
  {
    id: 'back',
    name: 'Lifecycle stages back',
    count: { sync: 's', writes: [{ field: 'stage', change: 'backwards' }] },
    allowed: { atMost: 1 },
  },
  {
    id: 'owner',
    name: 'Every create has an owner',
    count: { sync: 's', writes: [{ field: 'owner', change: 'created-blank' }] },
  },
  {
    id: 'vip',
    name: 'VIP is never overwritten',
    count: {
      sync: 's',
      writes: [{ change: 'overwrites' }],
      where: [{ side: 'right', field: 'segment', op: 'eq', value: 'VIP' }],
    },
  },
  { id: 'clears', name: 'Nothing is cleared', count: { writes: [{ change: 'clears' }] } },
  {
    id: 'fills',
    name: 'No segment is filled in',
    count: { sync: 's', writes: [{ field: 'segment', change: 'fills' }] },
  },
  {
    id: 'frozen',
    name: 'Frozen contacts are left alone',
    count: {
      sync: 's',
      writes: [{ change: 'any' }],
      where: [{ side: 'right', field: 'segment', op: 'eq', value: 'Frozen' }],
    },
  },
  {
    id: 'owners',
    name: 'At most one owner in five is another',
    count: { sync: 's', writes: [{ field: 'owner', change: 'overwrites' }] },
    allowed: { atMost: 20, unit: 'percent' },
  },
  {
    id: 'written',
    name: 'Few records are written',
    count: { sync: 's', scope: 'written' },
    allowed: { atMost: 20 },
  },
  { id: 'person', name: 'Nothing waits for a person', count: { sync: 's', scope: 'needs-person' } },
  {
    id: 'creates',
    name: 'Creates in R',
    count: { sync: 's', outcomes: ['create'], directions: ['to-right'] },
    allowed: { atLeast: 1, atMost: 4 },
  },
];

type Pair = { left: Contact | null; right: Contact | null; linked?: boolean };

/** Pairs and creates as any day has them: other phones, stages that go on, blanks that are filled, new contacts with an owner. */
function ordinary(random: Random): Pair[] {
  const contact = (): Contact => ({
    phone: String(100 + random.int(900)),
    stage: random.pick(ORDER),
    out: random.pick(['yes', 'no']),
    owner: random.pick(['Kari', 'Ola']),
    segment: random.pick(['', 'VIP', 'SMB']),
  });
  const pairs = Array.from({ length: 1 + random.int(5) }, (): Pair => {
    const left = contact();
    const right = { ...left };
    if (random.chance(0.3)) right.owner = '';
    if (left.segment !== 'VIP' && random.chance(0.5)) right.phone = String(random.int(100));
    if (left.segment !== 'VIP' && left.stage !== 'lead' && random.chance(0.4)) right.stage = 'lead';
    if (left.segment !== 'VIP' && left.out === 'yes' && random.chance(0.3)) right.out = 'no';
    return { left, right };
  });
  const made = Array.from({ length: 1 + random.int(4) }, (): Pair => ({ left: contact(), right: null }));
  const there = Array.from({ length: random.int(3) }, (): Pair => ({ left: null, right: contact() }));
  return [...pairs, ...made, ...there];
}

/** What breaks exactly one of them. */
const BREAKS: Readonly<Record<string, (pairs: Pair[], random: Random) => void>> = {
  flips: (pairs) => void pairs.push(differing({ out: 'no' }, { out: 'yes' })),
  back: (pairs) =>
    void pairs.push(
      differing({ stage: 'lead' }, { stage: 'mql' }),
      differing({ stage: 'mql' }, { stage: 'customer' }),
    ),
  owner: (pairs) => {
    pairs.find(({ right }) => right === null)!.left!.owner = '';
  },
  vip: (pairs) => void pairs.push(differing({ segment: 'VIP', phone: '1' }, { segment: 'vip', phone: '2' })),
  clears: (pairs) => void pairs.push({ ...differing({ phone: '' }, { phone: '1' }), linked: true }),
  fills: (pairs) => void pairs.push(differing({ segment: 'SMB' }, { segment: '' })),
  frozen: (pairs) => void pairs.push(differing({ segment: 'Frozen' }, { segment: 'Frozen', phone: '' })),
  owners: (pairs) => {
    for (let n = 0; n < 4; n++) pairs.push(differing({ owner: 'Kari' }, { owner: 'Ola' }));
  },
  written: (pairs) => {
    for (let n = 0; n < 21; n++) pairs.push(differing({ phone: '1' }, { phone: '2' }));
  },
  // No option of the field it goes to.
  person: (pairs) => void pairs.push(differing({ stage: 'nowhere' }, { stage: 'lead' })),
  creates: (pairs, random) => {
    const creates = pairs.filter(isCreate);
    if (random.chance(0.5)) for (const one of creates) pairs.splice(pairs.indexOf(one), 1);
    else while (pairs.filter(isCreate).length <= 4) pairs.push({ left: { ...USUAL }, right: null });
  },
};

/** As many as are allowed. */
const AT_BOUND: Readonly<Record<string, (pairs: Pair[]) => void>> = {
  back: (pairs) => void pairs.push(differing({ stage: 'lead' }, { stage: 'mql' })),
  most: (pairs) => {
    while (pairs.filter(isCreate).length < 4) pairs.push({ left: { ...USUAL }, right: null });
  },
  least: (pairs) => {
    for (const one of pairs.filter(isCreate).slice(1)) pairs.splice(pairs.indexOf(one), 1);
  },
};

const isCreate = ({ right }: Pair): boolean => right === null;

const USUAL: Contact = { phone: '1', stage: 'lead', out: 'no', owner: 'Kari', segment: '' };
const differing = (left: Partial<Contact>, right: Partial<Contact>): Pair => ({
  left: { ...USUAL, ...left },
  right: { ...USUAL, ...right },
});

const DESIGN = {
  format: 'drysync/design@1',
  name: 'everyday',
  apps: { left: { name: 'L', kind: 'hubspot' }, right: { name: 'R', kind: 'salesforce' } },
  syncs: [
    {
      id: 's',
      kind: 'contacts',
      left: { object: 'contacts', idField: 'id' },
      right: { object: 'Contact', idField: 'id' },
      direction: 'both',
      winner: 'left',
      matching: { identifiers: { email: { left: 'email', right: 'email' } } },
      mappings: FIELDS.map((name) => ({ left: name, right: name })),
      blanks: { propagateClears: 'always' },
      schema: { left: STAGES, right: STAGES },
    },
  ],
  checks: CHECKS,
};

function world(pairs: readonly Pair[]): World {
  const table = (side: 'left' | 'right'): Table => ({
    header: ['id', 'email', ...FIELDS],
    rows: pairs.flatMap((pair, n) => {
      const own = pair[side];
      if (own === null) return [];
      return [[`${side[0]!}${String(n)}`, `p${String(n)}@a.no`, ...FIELDS.map((name) => own[name])]];
    }),
  });
  const links = pairs.flatMap(({ right, linked }, n): WorldLink[] => {
    if (linked !== true) return [];
    const values = { left: { ...right }, right: { ...right } };
    return [{ sync: 's', left: `l${String(n)}`, right: `r${String(n)}`, by: 'key', values }];
  });
  return {
    design: DESIGN,
    tables: { s: { left: table('left'), right: table('right') } },
    baseline: { links },
    choices: null,
  };
}

const tools = createTools();

function broken(pairs: readonly Pair[]): string[] {
  const input = engineInput(world(pairs));
  const checks = input.design.checks ?? [];
  const results = drain(checkPlan(drain(planSyncs(input, tools)), { checks, asOf: AS_OF, tools }));
  return results.filter(({ state }) => state === 'broken').map(({ id }) => id);
}

test('[S400] [S401] these checks are of every change and every scope there is', () => {
  const asked = engineInput(world([])).design.checks ?? [];
  expect(new Set(asked.flatMap(({ counts }) => counts.writes.map(({ change }) => change)))).toEqual(
    new Set(CHANGES),
  );
  expect(new Set(asked.map(({ counts }) => counts.scope))).toEqual(new Set(CHECK_SCOPES));
  expect(asked.map(({ blocks }) => blocks)).toEqual(CHECKS.map(() => true));
});

test('[S400] each check fires in all its constructed cases and in none of 1,000 ordinary plans', () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const random = new Random(seed);
    const pairs = ordinary(random);
    expect(broken(pairs), `seed ${String(seed)}`).toEqual([]);
    if (seed > 50) continue;
    for (const [name, add] of Object.entries(AT_BOUND)) {
      const own = structuredClone(pairs);
      add(own);
      expect(broken(own), `seed ${String(seed)}, ${name}`).toEqual([]);
    }
    for (const { id } of CHECKS) {
      const own = structuredClone(pairs);
      BREAKS[id]!(own, random);
      expect(broken(own), `seed ${String(seed)}, ${id}`).toEqual([id]);
    }
  }
});
