import { describe, expect, it, test } from 'vitest';
import {
  countSync,
  drain,
  SIDES,
  type Both,
  type GuardMeasure,
  type Side,
} from '../../src/lib/engine/index.ts';
import { guardMeasures } from '../../src/lib/engine/plan/totals/guards.ts';
import { baselineOf, enginePlanner } from '../reference/engine-plan.ts';
import { Random } from '../reference/random.ts';
import { CALM, ordinary, rowsOf, worldOf, type Numbers } from './ordinary-numbers.ts';

/** All but `maxAge`, which is of a push (S409). */
const OF_A_PLAN = [
  'createsPerMatch',
  'maxChanged',
  'maxCleared',
  'maxMissing',
  'maxOverwritten',
  'maxRejected',
  'maxShrunk',
  'minMatched',
];

/** What the guards of a design that names none measure. */
function measured(numbers: Numbers): readonly GuardMeasure[] {
  const world = worldOf(numbers);
  const { plan } = enginePlanner(world);
  const own = plan.syncs[0]!;
  const of = <T>(one: (side: Side) => T): Both<T> => ({ left: one('left'), right: one('right') });
  const rows = of((side) => rowsOf(numbers, side));
  const before = of((side) => numbers.before[side] ?? rows[side]);
  const input = {
    plan: own,
    counts: drain(countSync(own)),
    rows,
    baseline: { ...baselineOf(world)!, rows: new Map([['contacts', before]]) },
    read: of((side) => ({ rows: rows[side], rejected: numbers.lost[side], lost: numbers.lost[side] })),
  };
  return drain(guardMeasures(plan.design.guards, [input]));
}

const stops = (numbers: Numbers): string[] =>
  measured(numbers).flatMap((one) =>
    one.stops ? ['side' in one ? `${one.code} ${one.side}` : one.code] : [],
  );

/** Of a guard: the most that it lets through, and the least that it stops, on a side where it has one. */
type Bound = (side: Side) => readonly [within: Partial<Numbers>, beyond: Partial<Numbers>];

const on = (side: Side, count: number): Both<number> => ({ left: 0, right: 0, [side]: count });

/** A hundred pairs, ninety of them linked before. */
const BOUNDS: Readonly<Record<string, Bound>> = {
  createsPerMatch: (side) => [{ lone: on(side, 200) }, { lone: on(side, 201) }],
  // The side of which more change, not both together.
  maxChanged: (side) => [{ changed: { left: 45, right: 45 } }, { changed: on(side, 46) }],
  maxCleared: (side) => [{ cleared: on(side, 20) }, { cleared: on(side, 21) }],
  maxMissing: (side) => [
    { linked: 100, gone: on(side, 5) },
    { linked: 100, gone: on(side, 6) },
  ],
  maxOverwritten: () => [{ over: 5 }, { over: 6 }],
  // Records without an e-mail are linked with none, and created nowhere.
  minMatched: () => [{ mute: { left: 400, right: 500 } }, { mute: { left: 401, right: 500 } }],
  maxShrunk: (side) => [
    { before: { left: null, right: null, [side]: 125 } },
    { before: { left: null, right: null, [side]: 126 } },
  ],
  maxRejected: (side) => [{ mute: on(side, 47), lost: on(side, 3) }, { lost: on(side, 3) }],
};

describe('guards at their defaults', () => {
  it('[S37] are all on', () => {
    expect(Object.keys(BOUNDS).sort()).toEqual(OF_A_PLAN);
    expect([...new Set(measured(CALM).map(({ code }) => code))].sort()).toEqual(OF_A_PLAN);
    expect(stops(CALM)).toEqual([]);
  });

  for (const [code, bound] of Object.entries(BOUNDS)) {
    it(`[S37] ${code} stops nothing at its bound, and by itself what is beyond it`, () => {
      for (const side of SIDES) {
        const [within, beyond] = bound(side);
        expect(stops({ ...CALM, ...within }), side).toEqual([]);
        expect(stops({ ...CALM, ...beyond }), side).toEqual([stopOf(code, side)]);
      }
    });
  }

  it('[S37] maxCleared stops at a hundred records too, however many there are', () => {
    const many = { ...CALM, linked: 900 };
    expect(stops({ ...many, cleared: { left: 60, right: 40 } })).toEqual([]);
    expect(stops({ ...many, cleared: { left: 60, right: 41 } })).toEqual(['maxCleared']);
  });
});

const SIDED: readonly string[] = ['maxMissing', 'maxShrunk', 'maxRejected'];
const stopOf = (code: string, side: Side): string => (SIDED.includes(code) ? `${code} ${side}` : code);

const NONE: Both<number> = { left: 0, right: 0 };
const calmer = (numbers: Numbers): Numbers => ({ ...CALM, linked: numbers.linked, first: numbers.first });

/** An ordinary plan but for one thing, which goes beyond what its guard allows. */
const BREAKS: Readonly<Record<string, (of: Numbers, side: Side, random: Random) => Numbers>> = {
  createsPerMatch: (of, side, random) => ({
    ...of,
    lone: { ...of.lone, [side]: 2 * (of.linked + of.first) + 1 + random.int(100) },
  }),
  maxChanged: (of, side, random) => ({
    ...calmer(of),
    changed: on(side, Math.floor(of.linked / 2) + 1 + random.int(Math.floor(of.linked / 2))),
  }),
  maxCleared: (of, side, random) => ({
    ...calmer(of),
    cleared: on(side, Math.floor((of.linked + of.first) / 5) + 1 + random.int(5)),
  }),
  maxMissing: (of, side, random) => ({
    ...of,
    gone: on(side, Math.floor(of.linked / 20) + 1 + random.int(10)),
    before: CALM.before,
  }),
  maxOverwritten: (of, _, random) => ({
    ...of,
    changed: NONE,
    over: Math.min(of.first, Math.floor(of.first / 2) + 1 + random.int(Math.ceil(of.first / 2))),
  }),
  minMatched: (of, _, random) => {
    const mute = 4 * (of.linked + of.first) + 1 + random.int(200);
    return { ...of, lone: NONE, mute: { left: mute, right: mute } };
  },
  maxShrunk: (of, side, random) => ({
    ...of,
    before: { ...of.before, [side]: Math.ceil((rowsOf(of, side) / 0.8) * (1 + random.next())) + 1 },
  }),
  maxRejected: (of, side, random) => ({
    ...of,
    lost: { ...of.lost, [side]: Math.ceil(rowsOf(of, side) * 0.03) + random.int(20) },
  }),
};

test('[S37] [S452] each guard fires in all its constructed cases and in none of 1,000 ordinary plans', () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const random = new Random(seed);
    const numbers = ordinary(random);
    const measures = measured(numbers);
    expect([...new Set(measures.map(({ code }) => code))].sort(), `seed ${String(seed)}`).toEqual(OF_A_PLAN);
    expect(
      measures.filter((one) => one.stops),
      `seed ${String(seed)}`,
    ).toEqual([]);
    if (seed > 50) continue;
    for (const [code, breaks] of Object.entries(BREAKS)) {
      const side = random.pick(SIDES);
      expect(stops(breaks(numbers, side, random)), `seed ${String(seed)}, ${code} ${side}`).toEqual([
        stopOf(code, side),
      ]);
    }
  }
});
