import type { Guards, GuardWarning, Side } from '../../engine/index.ts';
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

/** A guard that stops a push: what it measured, its limit, and the words that let exactly this through. */
export interface GuardStop {
  readonly code: GuardWarning['code'] | 'maxAge' | 'account' | 'canaryPairs' | 'sideEmpty' | 'everyRecord';
  readonly sync: string | null;
  readonly side: Side | null;
  readonly measured: number;
  readonly limit: number;
  /** To be typed by a person; with another number it is another text. */
  readonly confirm: string;
}

/** The guards that stopped the plan, which the engine looked at, and those that need the apps as they are now (push protocol 2). */
export function guardStops(
  planned: readonly GuardWarning[],
  guards: Guards,
  items: readonly PushItem[],
  live: LiveFacts,
): readonly GuardStop[] {
  const stops = [
    ...planned.map(ofPlan),
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
  const byPlace = new Map(stops.map((stop) => [JSON.stringify([stop.code, stop.sync, stop.side]), stop]));
  return [...byPlace.values()];
}

/** Those that nobody let through yet. */
export const openStops = (stops: readonly GuardStop[], confirmed: readonly string[]): readonly GuardStop[] =>
  stops.filter(({ confirm }) => !confirmed.includes(confirm));

function stop(about: Omit<GuardStop, 'confirm'>, says: string = String(about.measured)): GuardStop {
  const words = [about.code, about.sync, about.side, says].filter((word) => word !== null);
  return { ...about, confirm: words.join(' ') };
}

function ofPlan(warning: GuardWarning): GuardStop {
  const limit = typeof warning.limit === 'number' ? warning.limit : warning.limit.count;
  const side = 'side' in warning ? warning.side : null;
  return stop({ code: warning.code, sync: warning.sync, side, measured: warning.count, limit });
}

const DAY = 86_400_000;

/** S409: whole days since the oldest of the records were read. */
function aged({ maxAge: limit }: Guards, { reads, now }: LiveFacts): readonly GuardStop[] {
  const [oldest] = reads
    .map((read) => ({ ...read, days: Math.floor((now - Date.parse(read.at)) / DAY) }))
    .filter(({ days }) => !Number.isNaN(days))
    .sort((a, b) => b.days - a.days);
  if (limit === null || oldest === undefined || oldest.days <= limit) return [];
  const { sync, side, days } = oldest;
  return [stop({ code: 'maxAge', sync, side, measured: days, limit })];
}

/** The wrong account is let through by its own name only. */
const accounts = ({ accounts: both }: LiveFacts): readonly GuardStop[] =>
  SIDES.filter((side) => both[side].expected !== both[side].found).map((side) =>
    stop({ code: 'account', sync: null, side, measured: 1, limit: 0 }, both[side].found),
  );

function canaryPairs({ canaries }: LiveFacts): readonly GuardStop[] {
  return SIDES.flatMap((side) => {
    const { recorded, asRecorded } = canaries[side];
    const measured = recorded - asRecorded;
    const limit = Math.floor(recorded * CANARIES_CHANGED);
    return measured > limit ? [stop({ code: 'canaryPairs', sync: null, side, measured, limit })] : [];
  });
}

const sideEmpty = ({ sync, side, now, planned }: LiveCount): readonly GuardStop[] =>
  now === 0 && planned > 0 ? [stop({ code: 'sideEmpty', sync, side, measured: 0, limit: planned })] : [];

const isLookedAt = (guards: Guards, name: Guards['named'][number], records: number): boolean =>
  records >= FROM_RECORDS || guards.named.includes(name);

function shrunk(guards: Guards, { sync, side, now, planned }: LiveCount): readonly GuardStop[] {
  const { maxShrunk: limit } = guards;
  if (limit === null || now === null || now === 0 || !isLookedAt(guards, 'maxShrunk', planned)) return [];
  if (planned - now <= limit * planned) return [];
  return [stop({ code: 'maxShrunk', sync, side, measured: planned - now, limit })];
}

/** Whatever was linked before: a push that changes all there is may be made of the wrong file. */
function everyRecord(items: readonly PushItem[], { sync, side, planned }: LiveCount): readonly GuardStop[] {
  if (planned < FROM_RECORDS) return [];
  const measured = items.filter(
    (item) => item.sync === sync && item.side === side && item.act === 'update',
  ).length;
  return measured >= planned ? [stop({ code: 'everyRecord', sync, side, measured, limit: planned - 1 })] : [];
}

/** The bound of `maxCleared` is for what is cleared and what is taken away together. */
function removed(
  { maxCleared: limit }: Guards,
  items: readonly PushItem[],
  { pairs }: LiveFacts,
): readonly GuardStop[] {
  if (limit === null) return [];
  return [...pairs].flatMap(([sync, linked]) => {
    const own = items.filter((item) => item.sync === sync);
    const taken = own.filter(({ act }) => act === 'remove').length;
    const measured = taken + own.filter(({ values }) => [...values.values()].includes('')).length;
    if (taken === 0 || (measured <= limit.count && measured <= limit.share * linked * 2)) return [];
    return [stop({ code: 'maxCleared', sync, side: null, measured, limit: limit.count })];
  });
}
