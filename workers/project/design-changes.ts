import type { Tools } from '../../src/lib/engine/index.ts';
import { BESIDE_PLANS, isObject } from '../../src/lib/formats/index.ts';
import type { DesignStep, Store } from '../../src/lib/store/index.ts';
import type { DesignChanges, DoneStep } from '../../src/lib/conversation/index.ts';
import { stepOf } from '../common/step-label.ts';
import { readNote } from '../plan/kept-plan.ts';

/** A sync that was suggested is no change a person made; checks, to-dos and rules change nothing of a plan (S403, S232, S408). */
const PLAIN_STEPS: ReadonlySet<DoneStep['code']> = new Set([
  'suggested',
  'check-added',
  'check',
  'check-removed',
  'check-waived',
  'to-do-added',
  'to-do-noted',
  'to-do-done',
  'to-do-open',
  'to-do-removed',
  'approval-rule-added',
  'approval-rule',
  'approval-rule-removed',
  'approval-rule-moved',
]);

export const NO_CHANGES: DesignChanges = { made: [], takenBack: [] };

/** The plan that was kept last, as far as the design is measured by it. */
export interface KeptMark {
  readonly when: string;
  /** Its design file as JSON; null where an older version kept the plan. */
  readonly design: string | null;
}

/** Null where no plan was kept. */
export async function keptMark(store: Store, project: string): Promise<KeptMark | null> {
  const plans = await store.plans.list(project);
  const kept = plans.ok ? plans.value.at(-1) : undefined;
  return kept === undefined ? null : { when: kept.when, design: readNote(kept.summary)?.design ?? null };
}

/**
 * The steps between the design of the kept plan and the one where we are; without such a plan there is nothing they would be
 * changes of.
 */
export function changesBetween(
  steps: readonly DesignStep[],
  at: number,
  mark: KeptMark | null,
  tools: Pick<Tools, 'sha256' | 'encode'>,
): DesignChanges {
  if (mark === null) return NO_CHANGES;
  const isKept = keptTest(mark, tools);
  const before = steps.filter(({ step }) => step <= at);
  const after = steps.filter(({ step }) => step > at);
  const done = (of: readonly DesignStep[]): DoneStep[] =>
    of.map(({ label }) => stepOf(label)).filter(({ code }) => !PLAIN_STEPS.has(code));
  const last = before.findLastIndex(isKept);
  if (last >= 0) return { made: done(before.slice(last + 1)), takenBack: [] };
  const next = after.findIndex(isKept);
  if (next >= 0) return { made: [], takenBack: done(after.slice(0, next + 1)) };
  return { made: done(before.filter(({ when }) => when > mark.when)), takenBack: [] };
}

/** Is a step the design of the kept plan? Where that is not noted, nothing says so but the time. */
function keptTest(
  { design, when }: KeptMark,
  tools: Pick<Tools, 'sha256' | 'encode'>,
): (step: DesignStep) => boolean {
  if (design === null) return (step) => step.when <= when;
  const sha256 = tools.sha256(tools.encode(design));
  // Gone back to since, it may have checks, to-dos and rules of its own (S404).
  const isBack = ({ when: then, label }: DesignStep): boolean =>
    then > when && stepOf(label).code === 'reverted';
  return (step) => step.sha256 === sha256 || isBack(step);
}

/** A design as JSON with the checks, to-dos and rules of another: going back to a plan takes none away (S404, S232, S408). */
export function withChecksOf(text: string, other: unknown): string {
  const [design, own] = [JSON.parse(text) as unknown, other];
  if (!isObject(design) || !isObject(own)) return text;
  const others = BESIDE_PLANS.filter((name) => JSON.stringify(design[name]) !== JSON.stringify(own[name]));
  if (others.length === 0) return text;
  const plain = Object.entries(design).filter(([name]) => !others.includes(name));
  const kept = others.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]]));
  return JSON.stringify(Object.fromEntries([...plain, ...kept]));
}

/** The design file of the kept plan as JSON; null where it is not known any more, or no plan was kept. */
export async function keptDesign(
  store: Store,
  project: string,
  steps: readonly DesignStep[],
  mark: KeptMark | null,
): Promise<string | null> {
  if (mark === null || mark.design !== null) return mark?.design ?? null;
  const last = steps.findLast(({ when }) => when <= mark.when);
  const read = last === undefined ? null : await store.designs.read(project, last.step);
  return read?.ok === true ? read.value : null;
}
