import { describe, expect, it } from 'vitest';
import type { GuardMeasure, Guards, GuardWarning } from '../../src/lib/engine/index.ts';
import {
  beginPush,
  guardLooks,
  lookAtPairs,
  MemoryLog,
  openStops,
  type LiveFacts,
  type PushItem,
} from '../../src/lib/push/index.ts';
import { designOf } from '../engine/design/design-of.ts';
import { Random } from '../reference/random.ts';
import { MemoryConnector } from '../servers/memory/memory-connector.ts';
import { appOf, itemOf, planOf, texts } from './push-world.ts';

/** Those of a design that names none. */
const GUARDS = designOf().guards;

const live = (more: Partial<LiveFacts> = {}): LiveFacts => ({
  accounts: { left: { expected: 'a', found: 'a' }, right: { expected: 'b', found: 'b' } },
  counts: [{ sync: 'people', side: 'right', now: 1000, planned: 1000 }],
  pairs: new Map([['people', 800]]),
  canaries: { left: { recorded: 10, asRecorded: 10 }, right: { recorded: 10, asRecorded: 9 } },
  reads: [
    { sync: 'people', side: 'left', at: '2026-02-26T10:00:00Z' },
    { sync: 'people', side: 'right', at: '2026-03-02T09:00:00Z' },
  ],
  now: Date.parse('2026-03-05T10:00:00Z'),
  ...more,
});

const items = (count: number, about: Partial<PushItem> = {}): readonly PushItem[] =>
  Array.from({ length: count }, (_, n) =>
    itemOf({
      key: String(n),
      object: 'people',
      act: 'update',
      id: String(n),
      values: texts({ name: 'x' }),
      ...about,
    }),
  );

/** The guards that stop. */
const stopsOf = (
  planned: readonly GuardWarning[],
  ...[guards, own, facts]: readonly [Guards, readonly PushItem[], LiveFacts]
) => {
  const whole = planned.map((one): GuardMeasure => ({ ...one, stops: true }));
  return guardLooks({ whole, part: [] }, guards, own, facts).filter(({ stops }) => stops);
};

const counted = (now: number, planned = 1000): Partial<LiveFacts> => ({
  counts: [{ sync: 'people', side: 'right', now, planned }],
});

/** As many as the largest ordinary push takes of each. */
const ORDINARY = {
  changed: items(2000),
  cleared: items(50, { values: texts({ note: '' }) }),
  removed: items(25, { act: 'remove', values: new Map() }),
  created: items(5000, { act: 'create', id: null }),
};

const WARNINGS: readonly GuardWarning[] = [
  { code: 'createsPerMatch', sync: 'people', count: 900, of: 100, limit: 2 },
  { code: 'maxCleared', sync: 'people', count: 101, of: 1000, limit: { share: 0.1, count: 100 } },
  { code: 'maxChanged', sync: 'people', count: 700, of: 1000, limit: 0.5 },
  { code: 'minMatched', sync: 'people', count: 10, of: 100, limit: 0.2 },
  { code: 'maxShrunk', sync: 'people', count: 500, side: 'left', of: 1000, limit: 0.2 },
  { code: 'maxMissing', sync: 'people', count: 60, side: 'left', of: 1000, limit: 0.05 },
  { code: 'maxRejected', sync: 'people', count: 60, side: 'left', of: 1000, limit: 0.02 },
  { code: 'maxOverwritten', sync: 'people', count: 600, of: 1000, limit: 0.5 },
];

const CASES: readonly {
  readonly name: string;
  readonly confirm: string;
  readonly planned?: readonly GuardWarning[];
  readonly items?: readonly PushItem[];
  readonly live?: Partial<LiveFacts>;
}[] = [
  ...WARNINGS.map((one) => ({
    name: `of the plan: ${one.code}`,
    planned: [one],
    confirm: [one.code, 'people', ...('side' in one ? [one.side] : []), String(one.count)].join(' '),
  })),
  {
    name: 'another account',
    live: { accounts: { left: { expected: 'a', found: 'a' }, right: { expected: 'b', found: 'c' } } },
    confirm: 'account right c',
  },
  {
    name: 'another account on the left',
    live: { accounts: { left: { expected: 'a', found: 'c' }, right: { expected: 'b', found: 'b' } } },
    confirm: 'account left c',
  },
  {
    name: 'canary pairs that are not as recorded on the right',
    live: { canaries: { left: { recorded: 0, asRecorded: 0 }, right: { recorded: 3, asRecorded: 1 } } },
    confirm: 'canaryPairs right 2',
  },
  {
    name: 'canary pairs that are not as recorded',
    live: { canaries: { left: { recorded: 10, asRecorded: 4 }, right: { recorded: 10, asRecorded: 10 } } },
    confirm: 'canaryPairs left 6',
  },
  {
    name: '[S409] records that were read eight days ago, the oldest of all',
    live: { now: Date.parse('2026-03-06T10:00:00Z') },
    confirm: 'maxAge people left 8',
  },
  { name: 'a side that is empty now', live: counted(0), confirm: 'sideEmpty people right 0' },
  { name: 'a small side that is empty now', live: counted(0, 3), confirm: 'sideEmpty people right 0' },
  { name: 'a side that shrank since it was read', live: counted(799), confirm: 'maxShrunk people right 201' },
  { name: 'every record changed', items: items(1000), confirm: 'everyRecord people right 1000' },
  {
    name: 'records taken away',
    items: items(101, { act: 'remove', values: new Map() }),
    confirm: 'maxCleared people 101',
  },
  {
    name: 'records taken away and cleared, by share',
    items: [
      ...items(15, { act: 'remove', values: new Map() }),
      ...items(10, { values: texts({ name: '' }) }),
    ],
    live: { pairs: new Map([['people', 120]]) },
    confirm: 'maxCleared people 25',
  },
];

/** What is just within a limit. */
const WITHIN: readonly (Partial<LiveFacts> & { readonly items?: readonly PushItem[] })[] = [
  counted(800),
  { items: items(999) },
  { items: items(100, { act: 'remove', values: new Map() }) },
  { canaries: { left: { recorded: 10, asRecorded: 5 }, right: { recorded: 0, asRecorded: 0 } } },
  { ...counted(1, 99), items: items(99) },
];

describe('guards', () => {
  for (const one of CASES) {
    it(`stop a push: ${one.name}`, async () => {
      const stops = stopsOf(one.planned ?? [], GUARDS, one.items ?? [], live(one.live));
      expect(stops.map(({ confirm }) => confirm)).toEqual([one.confirm]);
      expect(openStops(stops, [one.confirm])).toEqual([]);
      expect(openStops(stops, [`${one.confirm}0`, '', 'yes']).length).toBe(1);
      const plan = planOf([]);
      const to = { plan, basis: plan.basis, stops, at: '2026-01-02T00:00:00Z' };
      expect(await beginPush({ ...to, log: new MemoryLog() })).toMatchObject({
        ok: false,
        because: 'guards',
        stops,
      });
      const confirmed = { ...plan, approval: { ...plan.approval, confirmed: [one.confirm] } };
      expect((await beginPush({ ...to, plan: confirmed, log: new MemoryLog() })).ok).toBe(true);
    });
  }

  it('let through what is just within their limits', () => {
    for (const { items: own = [], ...facts } of WITHIN) {
      expect(stopsOf([], GUARDS, own, live(facts))).toEqual([]);
    }
  });

  it('let through 1,000 ordinary pushes', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const random = new Random(seed);
      const planned = random.int(5000);
      const own = [
        ...ORDINARY.changed.slice(0, Math.floor(planned * random.next() * 0.4)),
        ...ORDINARY.cleared.slice(0, Math.floor(planned * random.next() * 0.01)),
        ...ORDINARY.removed.slice(0, random.int(Math.max(1, planned / 200))),
        ...ORDINARY.created.slice(0, random.int(planned + 1)),
      ];
      const now = planned === 0 ? 0 : Math.max(1, Math.round(planned * (0.9 + random.next() * 0.3)));
      const recorded = random.int(11);
      const facts = live({
        ...counted(now, planned),
        pairs: new Map([['people', Math.floor(planned * (0.8 + random.next() * 0.2))]]),
        canaries: {
          left: { recorded, asRecorded: recorded },
          right: { recorded, asRecorded: recorded - random.int(Math.floor(recorded / 4) + 1) },
        },
      });
      expect({ seed, stops: stopsOf([], GUARDS, own, facts) }).toEqual({ seed, stops: [] });
    }
  });

  it('that a design switches off are not looked at', () => {
    const off = { ...GUARDS, maxShrunk: null, maxCleared: null, maxAge: null };
    const facts = live({ ...counted(10), now: Date.parse('2027-03-05T10:00:00Z') });
    expect(stopsOf([], off, items(500, { act: 'remove' }), facts)).toEqual([]);
  });

  it('look at the canary pairs as they stand now', async () => {
    const app = appOf();
    const put = (email: string): string => app.put('people', texts({ email }));
    const ids = ['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com'].map(put);
    const recorded = ids.map((id, at) => ({
      object: 'people',
      id,
      field: 'email',
      text: app.get('people', ids[at]!)!.values.get('email')!,
    }));
    const look = (): ReturnType<typeof lookAtPairs> => lookAtPairs(new MemoryConnector(app), recorded);
    expect(await look()).toEqual({ ok: true, value: { recorded: 4, asRecorded: 4 } });
    app.edit('people', ids[0]!, texts({ email: 'z@x.com' }));
    app.delete('people', ids[1]!);
    expect(await look()).toEqual({ ok: true, value: { recorded: 4, asRecorded: 2 } });
  });
});

describe('a stale plan', () => {
  it('is refused with what changed since, each by itself', async () => {
    const plan = planOf([]);
    const { basis } = plan;
    const cases = [
      [{ ...basis, plan: 'p2' }, [{ what: 'plan', name: null, from: 'p', to: 'p2' }]],
      [{ ...basis, design: 'd2' }, [{ what: 'design', name: null, from: 'd', to: 'd2' }]],
      [{ ...basis, baseline: 'b' }, [{ what: 'baseline', name: null, from: null, to: 'b' }]],
      [{ ...basis, filter: 'f2' }, [{ what: 'filter', name: null, from: 'f', to: 'f2' }]],
      [
        { ...basis, inputs: new Map([['right', 'r']]) },
        [
          { what: 'input', name: 'left', from: 'l', to: null },
          { what: 'input', name: 'right', from: null, to: 'r' },
        ],
      ],
    ] as const;
    for (const [now, changed] of cases) {
      const log = new MemoryLog();
      const begun = await beginPush({ plan, basis: now, stops: [], log, at: '' });
      expect(begun).toEqual({ ok: false, because: 'stale', changed });
      expect(await log.list()).toEqual({ ok: true, value: [] });
    }
    expect((await beginPush({ plan, basis, stops: [], log: new MemoryLog(), at: '' })).ok).toBe(true);
  });
});
