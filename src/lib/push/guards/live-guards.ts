import type { GuardMeasure, Guards, GuardWarning, Side } from '../../engine/index.ts';
import { SIDES, type Both } from '../../engine/index.ts';
import type { PushItem } from '../item.ts';

/** A guard at its default is looked at from this many records on a side (FORMATS.md, `guards`). */
const FROM_RECORDS = 100;
/** S321: of the canary pairs so many may have been changed by people. */
const CANARIES_CHANGED = 0.5;

/** What is known of one object of a side when a push is about to begin. */
export interface LiveCount {
  readonly sync: string;
  readonly side: Side;
  /** Records the app has now; null where it does not say. */
  readonly now: number | null;
  /** Records the plan was made from. */
  readonly planned: number;
}

export interface LiveFacts {
  readonly accounts: Both<{ readonly expected: string; readonly found: string }>;
  readonly counts: readonly LiveCount[];
  /** Linked pairs by sync. */
  readonly pairs: ReadonlyMap<string, number>;
  /** Linked records that were written down last time, by side, and how many of them stand there as they did. */
  readonly canaries: Both<{ readonly recorded: number; readonly asRecorded: number }>;
  /** When the records that are pushed from and to were read; of a way back none are. */
  readonly reads: readonly SetRead[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** When a side of a sync was read, or last brought up to date, ISO 8601. */
export interface SetRead {
  readonly sync: string;
  readonly side: Side;
  readonly at: string;
}

/** A guard of a push: what it measured and its limit (S415); where it stops, the words that let exactly this through. */
export interface GuardLook {
  readonly code: GuardWarning['code'] | 'maxAge' | 'account' | 'canaryPairs' | 'sideEmpty' | 'everyRecord';
  readonly sync: string | null;
  readonly side: Side | null;
  readonly measured: number;
  /** What that is a share of; null of a number by itself. */
  readonly of: number | null;
  readonly limit: GuardWarning['limit'];
  readonly stops: boolean;
  /** The same over the whole plan, where less than that would be written (S416); null where it is the same. */
  readonly whole: { readonly measured: number; readonly stops: boolean } | null;
  /** To be typed by a person; with another number it is another text. */
  readonly confirm: string;
}

/** What the engine measured of the plan, and of it what would be written now. */
export interface PlanGuards {
  readonly whole: readonly GuardMeasure[];
  /** Those that measure writes, over these alone (S416). */
  readonly part: readonly GuardMeasure[];
}

/** The guards of the plan, which the engine looked at, and those that need the apps as they are now (push protocol 2). */
export function guardLooks(
  planned: PlanGuards,
  guards: Guards,
  items: readonly PushItem[],
  live: LiveFacts,
): readonly GuardLook[] {
  const looks = [
    ...ofPlan(planned),
    ...aged(guards, live),
    ...accounts(live),
    ...canaryPairs(live),
    ...live.counts.flatMap((count) => [
      ...sideEmpty(count),
      ...shrunk(guards, count),
      ...everyRecord(items, count),
    ]),
    ...removed(guards, items, live),
  ];
  const byPlace = new Map<string, GuardLook>();
  for (const one of looks) {
    const place = JSON.stringify([one.code, one.sync, one.side]);
    // Looked at twice, it stops where one of them does.
    const before = byPlace.get(place);
    if (one.stops || before?.stops !== true)
      byPlace.set(place, { ...one, whole: one.whole ?? before?.whole ?? null });
  }
  return [...byPlace.values()];
}

/** Those that stop and that nobody let through yet. */
export const openStops = (looks: readonly GuardLook[], confirmed: readonly string[]): readonly GuardLook[] =>
  looks.filter(({ stops, confirm }) => stops && !confirmed.includes(confirm));

type Looked = Omit<GuardLook, 'confirm' | 'whole'> & Partial<Pick<GuardLook, 'whole'>>;

function look(about: Looked, says: string = String(about.measured)): GuardLook {
  const words = [about.code, about.sync, about.side, says].filter((word) => word !== null);
  return { whole: null, ...about, confirm: words.join(' ') };
}

function ofPlan({ whole, part }: PlanGuards): readonly GuardLook[] {
  return whole.map((all) => {
    const { code, sync, of, limit } = all;
    const now = part.find((one) => one.code === code && one.sync === sync) ?? all;
    const differs = now.count !== all.count;
    return look({
      ...{ code, sync, of, limit, stops: now.stops },
      side: 'side' in all ? all.side : null,
      measured: measuredOf(now),
      whole: differs ? { measured: measuredOf(all), stops: all.stops } : null,
    });
  });
}

/** What is gone is what counts of a side that shrank. */
const measuredOf = ({ code, count, of }: GuardMeasure): number =>
  code === 'maxShrunk' ? Math.max(0, of - count) : count;

const DAY = 86_400_000;

/** S409: whole days since the oldest of the records were read. */
function aged({ maxAge: limit }: Guards, { reads, now }: LiveFacts): readonly GuardLook[] {
  const [oldest] = reads
    .map((read) => ({ ...read, days: Math.floor((now - Date.parse(read.at)) / DAY) }))
    .filter(({ days }) => !Number.isNaN(days))
    .sort((a, b) => b.days - a.days);
  if (limit === null || oldest === undefined) return [];
  const { sync, side, days: measured } = oldest;
  return [look({ code: 'maxAge', sync, side, measured, of: null, limit, stops: measured > limit })];
}

/** The wrong account is let through by its own name only. */
const accounts = ({ accounts: both }: LiveFacts): readonly GuardLook[] =>
  SIDES.filter((side) => both[side].expected !== both[side].found).map((side) =>
    look(
      { code: 'account', sync: null, side, measured: 1, of: null, limit: 0, stops: true },
      both[side].found,
    ),
  );

function canaryPairs({ canaries }: LiveFacts): readonly GuardLook[] {
  return SIDES.flatMap((side) => {
    const { recorded: of, asRecorded } = canaries[side];
    if (of === 0) return [];
    const measured = of - asRecorded;
    const limit = Math.floor(of * CANARIES_CHANGED);
    return [look({ code: 'canaryPairs', sync: null, side, measured, of, limit, stops: measured > limit })];
  });
}

const sideEmpty = ({ sync, side, now, planned }: LiveCount): readonly GuardLook[] =>
  now === 0 && planned > 0
    ? [look({ code: 'sideEmpty', sync, side, measured: 0, of: null, limit: planned, stops: true })]
    : [];

const isLookedAt = (guards: Guards, name: Guards['named'][number], records: number): boolean =>
  records >= FROM_RECORDS || guards.named.includes(name);

function shrunk(guards: Guards, { sync, side, now, planned: of }: LiveCount): readonly GuardLook[] {
  const { maxShrunk: limit } = guards;
  if (limit === null || now === null || now === 0 || !isLookedAt(guards, 'maxShrunk', of)) return [];
  const measured = Math.max(0, of - now);
  return [look({ code: 'maxShrunk', sync, side, measured, of, limit, stops: measured > limit * of })];
}

/** Whatever was linked before: a push that changes all there is may be made of the wrong file. */
function everyRecord(
  items: readonly PushItem[],
  { sync, side, planned: of }: LiveCount,
): readonly GuardLook[] {
  if (of < FROM_RECORDS) return [];
  const measured = items.filter(
    (item) => item.sync === sync && item.side === side && item.act === 'update',
  ).length;
  return [look({ code: 'everyRecord', sync, side, measured, of, limit: of - 1, stops: measured >= of })];
}

/** The bound of `maxCleared` is for what is cleared and what is taken away together. */
function removed(
  { maxCleared: limit }: Guards,
  items: readonly PushItem[],
  { pairs }: LiveFacts,
): readonly GuardLook[] {
  if (limit === null) return [];
  return [...pairs].flatMap(([sync, linked]) => {
    const own = items.filter((item) => item.sync === sync);
    const taken = own.filter(({ act }) => act === 'remove').length;
    if (taken === 0) return [];
    const measured = taken + own.filter(({ values }) => [...values.values()].includes('')).length;
    const of = linked * 2;
    const stops = measured > limit.count || measured > limit.share * of;
    return [look({ code: 'maxCleared', sync, side: null, measured, of, limit, stops })];
  });
}
