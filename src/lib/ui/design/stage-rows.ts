import type { Both, Side, StageFact, StageMap, StageValue } from '../../engine/index.ts';
import { equalStages, onBoth, otherSide } from '../../engine/show.ts';

/** A line of the table: a pair of the map, or a place nobody mapped. */
export interface StageRow {
  readonly key: string;
  readonly place: Both<StageValue | null>;
  /** Records that stand there; null on the side of a place nobody mapped where nothing stands against it. */
  readonly records: Both<number | null>;
  /** Position in the map; null of a place nobody mapped. */
  readonly pair: number | null;
}

export type StageFacts = Both<readonly StageFact[]>;

/** Places shown of those nobody mapped: a field that is no stage can have as many as records. */
export const MOST_STAGES = 100;

/** The pairs in the order of the map, then what is not mapped on either side, the most frequent first. */
export function stageRowsOf(stages: StageMap, facts: StageFacts | null): readonly StageRow[] {
  const pairs = stages.pairs.map((place, pair): StageRow => {
    const records = onBoth((side) =>
      (facts?.[side] ?? []).reduce((sum, fact) => (fact.pair === pair ? sum + fact.count : sum), 0),
    );
    return { key: `pair ${String(pair)}`, place, records, pair };
  });
  const open = (side: Side): StageRow[] =>
    unmapped(facts, side)
      .slice(0, MOST_STAGES)
      .map(({ place, count }) => ({
        key: `${side} ${placeKey(place)}`,
        place: { left: null, right: null, [side]: place },
        records: { left: null, right: null, [side]: count },
        pair: null,
      }));
  return [...pairs, ...open('left'), ...open('right')];
}

/** What a place without a pair may stand against: places of the other side that have none first, and every stage of a status. */
export function choicesFor(stages: StageMap, facts: StageFacts | null, side: Side): readonly StageValue[] {
  const far = otherSide(side);
  const places = (facts?.[far] ?? []).filter(({ place }) => (place.stage ?? '') !== '');
  const free = places.filter(({ pair }) => pair < 0).map(({ place }) => place);
  const rest = places.filter(({ pair }) => pair >= 0).map(({ place }) => place);
  const wild = stages[far].status === null ? [] : statusesOf(places.map(({ place }) => place));
  const named = stages.pairs.map((pair) => pair[far]);
  const seen = new Set<string>();
  return [...free, ...rest, ...wild, ...named]
    .filter((place) => !seen.has(placeKey(place)) && seen.add(placeKey(place)))
    .slice(0, MOST_STAGES * 2);
}

/** ST4: a status that stands for every stage. */
const statusesOf = (places: readonly StageValue[]): StageValue[] =>
  [...new Set(places.map(({ status }) => status ?? ''))]
    .filter((status) => status !== '')
    .map((status) => ({ pipeline: null, stage: null, status }));

/** Pairs of equal names nobody made yet (ST2). */
export const equalPairs = (facts: StageFacts | null): readonly Both<StageValue>[] =>
  facts === null ? [] : equalStages(onBoth((side) => unmapped(facts, side).map(({ place }) => place)));

const unmapped = (facts: StageFacts | null, side: Side): readonly StageFact[] =>
  (facts?.[side] ?? []).filter(({ pair }) => pair === -1);

/** How many records stand in how many stages nobody mapped. */
export function leftOutOf(facts: StageFacts | null): { readonly records: number; readonly stages: number } {
  const open = [...unmapped(facts, 'left'), ...unmapped(facts, 'right')];
  return { records: open.reduce((sum, { count }) => sum + count, 0), stages: open.length };
}

export const placeKey = ({ pipeline, stage, status }: StageValue): string =>
  JSON.stringify([pipeline, stage, status]);
