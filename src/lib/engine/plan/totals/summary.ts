import type { CheckResult } from '../../model/check.ts';
import type { Baseline } from '../../model/baseline.ts';
import type {
  ColumnWarning,
  DifferWarning,
  InputReport,
  PlanSummary,
  SyncCounts,
  ToldFailures,
} from '../../model/summary.ts';
import type { ResultsReport } from '../../model/results.ts';
import { onBoth } from '../../model/side.ts';
import { isOff } from '../../model/turned-off.ts';
import { countSync } from './counts.ts';
import { guardMeasures, guardWarnings } from './guards.ts';
import { Memo } from '../../run/memo.ts';
import type { Steps } from '../../run/steps.ts';
import type { Plan, SyncPlan } from '../sync-plan.ts';
import { withDifferences, type Differences } from './differences.ts';
import { columnWarnings } from './column-warnings.ts';
import { keyWarnings } from './key-warnings.ts';
import { planWarnings } from './warnings.ts';

/** What the engine cannot know of a plan: when, from which files, under which names. */
export interface PlanAbout {
  readonly asOf: string;
  readonly designHash: string;
  readonly planKey: string;
  readonly planHash: string | null;
  readonly tlds: string;
  readonly inputs: readonly InputReport[];
  readonly results?: readonly ResultsReport[];
  readonly baseline: Baseline | null;
  /** Why records fail, by sync, where it was asked. */
  readonly failures?: ReadonlyMap<string, ToldFailures>;
  /** What its checks say, where the design has some and it was asked. */
  readonly checks?: readonly CheckResult[];
}

/** `summary.json` of a plan (FORMATS.md). `memo`: what the plan was made with; `why`: by sync, why values differ, where it was asked. */
export function* summarise(
  plan: Plan,
  about: PlanAbout,
  memo: Memo = new Memo(),
  why: ReadonlyMap<string, Differences> = new Map(),
): Steps<PlanSummary> {
  const counted: { plan: SyncPlan; counts: SyncCounts }[] = [];
  const differ: DifferWarning[] = [];
  for (const sync of plan.syncs) {
    const counts = yield* countSync(sync);
    const found = why.get(sync.sync.id);
    if (found === undefined) {
      counted.push({ plan: sync, counts });
      continue;
    }
    const fields = withDifferences(sync, counts.fields, found);
    counted.push({ plan: sync, counts: { ...counts, fields, onlyForm: found.updates.form } });
    differ.push(...found.warnings);
  }
  const columns: ColumnWarning[] = [];
  const on = counted.filter(({ plan: { sync } }) => !isOff(sync));
  for (const { plan: sync } of on) columns.push(...(yield* columnWarnings(sync, memo)));
  const guarded = on.map(({ plan: sync, counts }) => {
    const read = onBoth(
      (side) => about.inputs.find((input) => input.sync === sync.sync.id && input.side === side) ?? null,
    );
    const rows = onBoth((side) => read[side]?.rows ?? 0);
    return { plan: sync, counts, rows, baseline: about.baseline, read };
  });
  const guards = yield* guardMeasures(plan.design.guards, guarded);
  return {
    format: 'drysync/plan@1',
    asOf: about.asOf,
    planKey: about.planKey,
    planHash: about.planHash,
    designHash: about.designHash,
    tlds: about.tlds,
    inputs: about.inputs,
    ...(about.results === undefined || about.results.length === 0 ? {} : { results: about.results }),
    counts: Object.fromEntries(counted.map(({ plan: { sync }, counts }) => [sync.id, counts])),
    ...(about.failures === undefined ? {} : { failures: Object.fromEntries(about.failures) }),
    warnings: [
      ...(yield* planWarnings(plan.design, counted)),
      ...on.flatMap(({ plan: { sync }, counts }) => keyWarnings(sync.id, counts)),
      ...columns,
      ...differ,
      ...guardWarnings(guards),
    ],
    guards,
    ...(about.checks === undefined || about.checks.length === 0 ? {} : { checks: about.checks }),
  };
}
