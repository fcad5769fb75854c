import { BaselineBuilder } from '../columns/link-table.ts';
import type { Baseline } from '../model/baseline.ts';
import type { Both } from '../model/side.ts';
import type { HandsOver } from '../plan/out/hands-over.ts';
import { mappedAfter } from '../plan/out/kept-link.ts';
import { nextBaseline } from '../plan/out/next-baseline.ts';
import { nextThere } from '../plan/out/open-links.ts';
import { planSyncs, type PlanInput } from '../plan/plan-syncs.ts';
import type { Plan } from '../plan/sync-plan.ts';
import { Memo } from '../run/memo.ts';
import { TEXT_SLICE, type Progress, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import type { AppForms } from './app-forms.ts';
import { carryOut, type Apps } from './carry-out.ts';
import { Copies } from './copies.ts';
import { fieldForms, type FieldForms } from './field-kinds.ts';
import type { Rehearsal } from './rehearsal.ts';
import { RoundsWatch } from './rounds-watch.ts';

export interface RehearsalInput extends PlanInput {
  /** Plans that are carried out at most. */
  readonly rounds: number;
  readonly forms: Both<AppForms>;
  /** What of a plan leaves: as the push by files has it. */
  readonly hand: (plan: Plan) => Steps<NonNullable<HandsOver>>;
}

/** Where a round ends: the records as they stand then, and the baseline for the next plan. */
export interface RoundEnd {
  readonly plan: Plan;
  readonly records: PlanInput['records'];
  readonly baseline: Baseline;
}

/**
 * The rehearsal: the whole plan is carried out on copies of both sides, whose apps take it in forms of their own, and planned again
 * with the baseline the hand-over leaves, until a plan writes nothing or the rounds are over (L6). Nothing is decided meanwhile:
 * everything counts as approved but creates of what may be there (BL6), and open conflicts stay open. The records that are given are
 * not touched. `ended` hears of each round.
 */
export function* rehearse(
  input: RehearsalInput,
  tools: Tools,
  ended: (end: RoundEnd) => void = () => undefined,
): Steps<Rehearsal> {
  const memo = new Memo();
  const copies = new Copies(input.design, input.records);
  let { baseline } = input;
  let fields: ReadonlyMap<string, FieldForms> | null = null;
  let watch: RoundsWatch | null = null;
  for (let round = 1; ; round++) {
    const progress: Progress = { what: 'rehearse', done: round - 1, total: input.rounds + 1 };
    const plan = yield* under(
      progress,
      planSyncs({ ...input, records: copies.records, baseline }, tools, memo),
    );
    fields ??= yield* under(progress, formsOfPlan(plan));
    watch ??= new RoundsWatch(plan);
    const apps: Apps = { forms: input.forms, fields, tools };
    const hands = butHeld(yield* under(progress, input.hand(plan)));
    const isLast = round > input.rounds;
    watch.begin(plan, round, isLast);
    yield* under(progress, carryOut(plan, hands, apps, isLast ? null : copies, watch));
    const isSettled = watch.end();
    if (isLast || isSettled) return watch.told(isSettled ? round - 1 : null);
    baseline = yield* under(progress, baselineAfter(plan, hands));
    copies.settle();
    ended({ plan, records: copies.records, baseline });
  }
}

/** Creates of what may be there already are handed over when a person says so (BL6). */
const butHeld =
  (hands: NonNullable<HandsOver>): NonNullable<HandsOver> =>
  (line, subject) =>
    line.reasons.some(({ code }) => code === 'handed-over') ? () => false : hands(line, subject);

function* formsOfPlan(plan: Plan): Steps<ReadonlyMap<string, FieldForms>> {
  const forms = new Map<string, FieldForms>();
  for (const sync of plan.syncs) forms.set(sync.sync.id, yield* fieldForms(sync));
  return forms;
}

/** The baseline of a plan whose writes were handed over, as its file would be read again. */
function* baselineAfter(plan: Plan, hands: HandsOver): Steps<Baseline> {
  const builder = new BaselineBuilder();
  let links = 0;
  for (const link of nextBaseline(plan, hands)) {
    builder.add(link);
    if (++links % TEXT_SLICE === 0) yield { what: 'baseline-lines', done: links, total: links };
  }
  for (const there of nextThere(plan, hands)) builder.addThere(there);
  return builder.finish({ design: '', rows: new Map(), mapped: mappedAfter(plan.syncs) });
}

/** The same work, told as one step of the rounds. */
function* under<T>(progress: Progress, steps: Steps<T>): Steps<T> {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    yield progress;
  }
}
