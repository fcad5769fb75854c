import { cellText } from '../../columns/cell.ts';
import type { PartColumn, StageRows } from '../../columns/stage-rows.ts';
import { valueOf } from '../../model/column.ts';
import { onBoth, type Both, type Side } from '../../model/side.ts';
import { placeName, type StageValue } from '../../model/stages.ts';
import type { UnmappedStage } from '../../model/summary.ts';
import { UNMAPPED } from '../../read/stage-table.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** A place of a side that records have. */
export interface StageFact {
  /** As the first of them says it; null where the side has no such field. */
  readonly place: StageValue;
  readonly count: number;
  /** The pair of the stage map it belongs to, by its position; `UNMAPPED` or `NO_STAGE`. */
  readonly pair: number;
}

type Planned = Pick<SyncPlan, 'mappings' | 'records'>;

/** Every place of the records of both sides, the most frequent first (ST2); null of a sync without a stage map. */
export function* stageFacts({ mappings, records }: Planned): Steps<Both<readonly StageFact[]> | null> {
  const rows = mappings.find(({ stage }) => stage !== null)?.stage?.rows;
  if (rows === undefined) return null;
  return {
    left: yield* placesOf(rows, 'left', records.left.count),
    right: yield* placesOf(rows, 'right', records.right.count),
  };
}

/** Places a summary names at most. */
const MOST = 100;

/** ST2: those no pair names, with how many records have them. */
export function* unmappedStages(plan: Planned): Steps<Both<readonly UnmappedStage[]> | null> {
  const facts = yield* stageFacts(plan);
  if (facts === null) return null;
  return onBoth((side) =>
    facts[side]
      .filter(({ pair }) => pair === UNMAPPED)
      .slice(0, MOST)
      .map(({ place, count }) => ({ value: placeName(place), count })),
  );
}

function* placesOf({ columns, pairOf }: StageRows, side: Side, count: number): Steps<StageFact[]> {
  const own = columns[side];
  const found = new Map<number, { readonly first: number; count: number }>();
  yield* inSlices('impact', count, (from, to) => {
    for (let row = from; row < to; row++) {
      const number = numberOf(own, row);
      const known = found.get(number);
      if (known === undefined) found.set(number, { first: row, count: 1 });
      else known.count++;
    }
  });
  return [...found.values()]
    .sort((a, b) => b.count - a.count || a.first - b.first)
    .map(({ first, count: many }) => ({
      place: textsOf(own, first),
      count: many,
      pair: pairOf[side][first]!,
    }));
}

/** Different for different places. */
const numberOf = (columns: readonly PartColumn[], row: number): number =>
  columns.reduce((sum, { column, numbers, keys }) => sum * keys.length + numbers[valueOf(column, row)]!, 0);

function textsOf(columns: readonly PartColumn[], row: number): StageValue {
  const texts = { pipeline: null, stage: null, status: null };
  return {
    ...texts,
    ...Object.fromEntries(columns.map(({ part, column }) => [part, cellText(column, row)])),
  };
}
