import type { ApprovalRule, PlanLine } from '../../src/lib/engine/index.ts';
import type { PushItem } from '../../src/lib/push/index.ts';
import type { WaitsForPerson } from '../../src/lib/conversation/index.ts';
import type { ApprovedPlan } from '../plan/approved-plan.ts';
import type { FrozenPush } from './frozen-push.ts';

/** Of what is approved, what is pushed by itself, and what waits for a person all the same (S447). */
export interface ByItself {
  readonly frozen: FrozenPush;
  readonly approved: ApprovedPlan;
  readonly waits: ReadonlyMap<WaitsForPerson, number>;
  /** The rule behind each record that goes. */
  readonly ruleOf: (item: PushItem) => ApprovalRule | null;
}

/**
 * Takes from the approved lines those that rules alone let go. `syncs`: of which both sides are signed in to; `freeze` makes lines a push.
 * What cannot be found again after a lost answer is known only once it is a push, and taken out then.
 */
export function byItself(
  approved: ApprovedPlan,
  syncs: ReadonlySet<string>,
  freeze: (part: ApprovedPlan) => FrozenPush,
): ByItself {
  const waits = new Map<WaitsForPerson, number>();
  const wait = (because: WaitsForPerson): void => void waits.set(because, (waits.get(because) ?? 0) + 1);
  const goes = approved.lines.map((line, at) => {
    const because = waitsBecause(line, approved.rules[at] ?? null, syncs);
    if (because !== null) wait(because);
    return because === null;
  });
  const first = freeze(partOf(approved, goes));
  const keyless = new Set(first.keyless.map(subjectOfItem));
  const found = approved.lines.map((line, at) => {
    if (!goes[at]! || !keyless.has(subjectOf(line))) return goes[at]!;
    wait('keyless');
    return false;
  });
  const part = partOf(approved, found);
  const frozen = keyless.size === 0 ? first : freeze(part);
  const behind = new Set(frozen.leftOut.map(({ item }) => subjectOfItem(item))).size;
  if (behind > 0) waits.set('parent', behind);
  const rules = new Map(part.lines.map((line, at) => [subjectOf(line), part.rules[at] ?? null]));
  return { frozen, approved: part, waits, ruleOf: (item) => rules.get(subjectOfItem(item)) ?? null };
}

/** Records of a push: a pair that is written on both sides is one. */
export const recordsOf = (items: readonly PushItem[]): number => new Set(items.map(subjectOfItem)).size;

function waitsBecause(
  line: PlanLine,
  rule: ApprovalRule | null,
  syncs: ReadonlySet<string>,
): WaitsForPerson | null {
  if (rule === null) return 'person';
  if (!syncs.has(line.sync)) return 'file';
  if (line.outcome === 'conflict' || line.conflicts.some(({ decidedBy }) => decidedBy === null))
    return 'conflict';
  if (line.outcome === 'delete' && !rule.counts.outcomes.includes('delete')) return 'delete';
  return null;
}

function partOf(approved: ApprovedPlan, goes: readonly boolean[]): ApprovedPlan {
  const of = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => goes[at]);
  return { ...approved, lines: of(approved.lines), names: of(approved.names), rules: of(approved.rules) };
}

const key = (sync: string, left: string | null, right: string | null): string =>
  JSON.stringify([sync, left, right]);
const subjectOf = ({ sync, left, right }: PlanLine): string => key(sync, left?.id ?? null, right?.id ?? null);
const subjectOfItem = ({ sync, subject }: Pick<PushItem, 'sync' | 'subject'>): string =>
  key(sync, subject.left, subject.right);
