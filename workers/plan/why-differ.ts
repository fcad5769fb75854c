import {
  EDITS,
  checkDesign,
  countSync,
  onBoth,
  readDesign,
  OUTCOMES,
  type Both,
  type ClassOfField,
  type Differences,
  type OwnedPairs,
  type Side,
  type Steps,
  type SyncCounts,
  type SyncDesign,
  type SyncPlan,
} from '../../src/lib/engine/index.ts';
import type {
  ClassTold,
  FieldDiffer,
  OfferedAct,
  TriedAct,
  WhyDiffer,
} from '../../src/lib/conversation/index.ts';
import { zoneOf } from '../../src/lib/tools/zone.ts';
import { outcomeCounts } from './kept-plan.ts';
import { warningsOf } from './warning-filters.ts';

/** What a screen shows of why values differ (DX2). */
export function whyDiffer(plan: SyncPlan, why: Differences, planKey: string): WhyDiffer {
  const all = why.fields.map(({ filled, classes }, position): FieldDiffer => {
    const on = plan.mappings[position]!;
    return {
      mapping: on.index,
      left: on.mapping.left,
      right: on.mapping.right,
      direction: on.direction,
      pairs: filled,
      count: classes.reduce((sum, { count }) => sum + count, 0),
      classes: classes.toSorted((a, b) => b.count - a.count).map((one) => classTold(one, plan)),
      apart: why.apart[position]!,
    };
  });
  const fields = all.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const { updates, warnings } = why;
  const filters = warningsOf(plan, warnings);
  return {
    sync: plan.sync.id,
    planKey,
    mapped: all.map(({ left, right }) => ({ left, right })),
    fields,
    alike: all.length - fields.length,
    updates,
    warnings,
    filters,
  };
}

/** With what each side's owner would mend of it, by the ids of records (S231). */
function classTold(one: ClassOfField, { pairs, records }: SyncPlan): ClassTold {
  const all: OwnedPairs = { count: one.count, first: one.samples.map(({ pair }) => pair) };
  const idOf = (side: Side, pair: number): string => records[side].id(pairs[side][pair]!);
  const owned = onBoth((side) => {
    const { count, first } = one.owned?.[side] ?? all;
    return { count, samples: first.map((pair): Both<string> => onBoth((of) => idOf(of, pair))) };
  });
  return { ...one, owned };
}

interface Offering {
  readonly plan: SyncPlan;
  readonly why: Differences;
  /** The design the plan was made with, as a file. */
  readonly json: unknown;
}

/** The design with an offered act carried out; null where nothing is offered, or it could not be planned so. */
export function designWith({ mapping, is }: OfferedAct, { plan, why, json }: Offering): SyncDesign | null {
  const found = why.fields[why.indexes.indexOf(mapping)]?.classes.find((one) => one.is === is);
  if (found === undefined || found.act.kind === 'to-do') return null;
  const { id } = plan.sync;
  const before = readDesign(json);
  const sync = before.design?.syncs.findIndex((one) => one.id === id) ?? -1;
  if (sync < 0) return null;
  const reading = readDesign(EDITS.takeAway(json, sync, mapping, found.act).json);
  if (!reading.ok) return null;
  const headers = new Map([[id, onBoth((side) => plan.records[side].header)]]);
  const { errors } = checkDesign(reading.design, headers, { zone: zoneOf });
  return errors.length > 0 ? null : reading.design;
}

/** What another plan of the same records changes. `counts`: what was counted of the plan that stands. */
export function* movedBetween(now: SyncPlan, counts: SyncCounts, then: SyncPlan): Steps<TriedAct> {
  const writes = [writesOf(counts), writesOf(yield* countSync(then))] as const;
  const [before, after] = [outcomeCounts(now.outcomes), outcomeCounts(then.outcomes)];
  const moved = OUTCOMES.filter((outcome) => before[outcome] !== after[outcome]).map((outcome) => ({
    outcome,
    now: before[outcome],
    then: after[outcome],
  }));
  return { writes, moved };
}

/** Values written to linked records. */
const writesOf = ({ fields }: SyncCounts): number =>
  fields.reduce((sum, { fills, overwrites, clears }) => sum + fills + overwrites + clears, 0);
