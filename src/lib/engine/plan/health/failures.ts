import type { FailureCause, FailureGroup, Failures } from '../../model/failure.ts';
import { reasonBit } from '../../model/reason.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../model/side.ts';
import type { Steps } from '../../run/steps.ts';
import { deletedReasons } from '../lines/aside-reasons.ts';
import { refusals } from '../lines/refusals.ts';
import { PARENT, createParent, flowsOutOf, pairParent } from '../missing-parents.ts';
import { refusedReasons } from '../refused-rows.ts';
import {
  outcomeCode,
  pairCount,
  subjectCount,
  subjectRows,
  type SubjectRows,
  type SyncPlan,
} from '../sync-plan.ts';
import { baseOf, causeOf, isFailure, splitBy, valueText, type FailureReason } from './cause-of.ts';

/** Why the records of a plan fail, and which they are. */
export interface FailureFacts {
  readonly told: Failures;
  /** 1 for every subject of a group, by the group's id; null where there is no such group. */
  readonly members: (id: string) => Uint8Array | null;
}

/** Values and words of one cause that have a row of their own (S181). */
const APART = 20;

/** Subjects between two looks at the port. */
const AT_ONCE = 2048;

/** HE2, HE5: the failing subjects of a sync by cause. Only those are read again, one after the other; what is kept of each are numbers. */
export function* failureFacts(plan: SyncPlan): Steps<FailureFacts> {
  const names = onBoth((side) => fieldNames(plan, side));
  const causes = new Causes();
  const fails = outcomeCode('failing');
  const total = subjectCount(plan);
  let count = 0;
  for (let subject = 0; subject < total; subject++) {
    if (subject % AT_ONCE === 0) yield { what: 'impact', done: subject, total };
    if (plan.outcomes[subject] !== fails) continue;
    count++;
    for (const reason of failureReasons(plan, subject, subjectRows(plan, subject))) {
      causes.add(subject, causeOf(reason, names[reason.side]), valueText(reason));
    }
  }
  const groups = grouped(causes.found);
  const several = countGroups(plan, causes, groups);
  const list = groups.all
    .map(({ group }) => group)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return {
    told: { failing: count, several, groups: list },
    members: (id) => {
      const wanted = groups.all.findIndex(({ group }) => group.id === id);
      return wanted < 0 ? null : membersOf(total, causes, groups, wanted);
    },
  };
}

/** Why a subject fails: the reasons that make it so, without those that are only said of it. */
function* failureReasons(plan: SyncPlan, subject: number, rows: SubjectRows): Generator<FailureReason> {
  const bits = plan.reasons[subject]!;
  if ((bits & reasonBit('counterpart-deleted')) !== 0) {
    const side: Side = rows.left < 0 ? 'right' : 'left';
    yield* deletedReasons(plan, subject, side, rows[side]).filter(isFailure);
    return;
  }
  yield* refusals(plan, subject, rows)
    .map(({ reason }) => reason)
    .filter(isFailure);
  for (const { side, mapping, to } of plan.clashes.get(subject) ?? []) {
    yield { code: 'not-unique', side, field: plan.mappings[mapping]!.mapping[side], value: to };
  }
  if ((bits & reasonBit('parent-missing')) !== 0) yield* refusedParents(plan, subject, rows);
  if ((bits & reasonBit('refused-by-app')) !== 0)
    yield* refusedReasons(plan, subject, rows).filter(isFailure);
}

/** AS6: parents without which a subject is not written; others are only reported. */
function* refusedParents(plan: SyncPlan, subject: number, rows: SubjectRows): Generator<FailureReason> {
  const judged = subject < pairCount(plan) ? pairParent : createParent;
  for (const on of plan.mappings) {
    if (on.parents === null) continue;
    for (const source of flowsOutOf(on)) {
      if (rows[source] < 0 || judged(on, source, rows[source]) !== PARENT.refused) continue;
      const side = otherSide(source);
      yield { code: 'parent-missing', side, field: on.mapping[side] };
    }
  }
}

/** Names of fields an app may speak of. */
function fieldNames({ sync, mappings }: SyncPlan, side: Side): ReadonlySet<string> {
  const declared = (sync.schema[side]?.fields ?? []).map(({ name }) => name);
  return new Set([...declared, ...mappings.flatMap(({ fields }) => fields[side])]);
}

interface FoundCause {
  readonly cause: FailureCause;
  readonly first: string | undefined;
  count: number;
}

/** Causes by what they are, and which subjects have them: in plan order, a number of each. */
class Causes {
  readonly found: FoundCause[] = [];
  readonly subjects: number[] = [];
  readonly of: number[] = [];
  readonly #numbers = new Map<string, number>();

  add(subject: number, cause: FailureCause, value: string | undefined): void {
    const key = `${baseOf(cause)}|${splitBy(cause) ?? ''}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.found.length;
      this.#numbers.set(key, number);
      this.found.push({ cause, first: value, count: 0 });
    }
    this.found[number]!.count++;
    this.subjects.push(subject);
    this.of.push(number);
  }
}

type Counted = { -readonly [Name in keyof FailureGroup]: FailureGroup[Name] };

interface Groups {
  readonly all: readonly { readonly group: Counted }[];
  /** By cause, a position in `all`. */
  readonly of: readonly number[];
}

/** A group a cause; what is rare among many values of one cause goes together. */
function grouped(found: readonly FoundCause[]): Groups {
  const all: { group: Counted }[] = [];
  const of: number[] = [];
  const byBase = new Map<string, number[]>();
  found.forEach(({ cause }, at) => {
    const base = baseOf(cause);
    const own = byBase.get(base);
    if (own === undefined) byBase.set(base, [at]);
    else own.push(at);
  });
  for (const [base, ats] of byBase) {
    const sorted = ats.sort((a, b) => found[b]!.count - found[a]!.count || a - b);
    const rest = sorted.length > APART + 1 ? sorted.splice(APART) : [];
    for (const at of sorted) {
      const { cause, first } = found[at]!;
      of[at] = all.length;
      all.push({ group: opened(`${base}|${splitBy(cause) ?? ''}`, cause, first) });
    }
    if (rest.length === 0) continue;
    for (const at of rest) of[at] = all.length;
    const { cause, first } = found[Math.min(...rest)]!;
    const { value: _value, words: _words, ...common } = cause;
    all.push({ group: { ...opened(`${base}||`, common, first), values: rest.length } });
  }
  return { all, of };
}

const opened = (id: string, cause: FailureCause, first: string | undefined): Counted => ({
  ...cause,
  id,
  count: 0,
  only: 0,
  left: 0,
  right: 0,
  ...(first === undefined ? {} : { first }),
});

/** Counts the subjects of every group; how many are in more than one. */
function countGroups(plan: SyncPlan, causes: Causes, { all, of }: Groups): number {
  const { subjects } = causes;
  let several = 0;
  for (let at = 0; at < subjects.length;) {
    const subject = subjects[at]!;
    const own: number[] = [];
    for (; subjects[at] === subject; at++) {
      const group = of[causes.of[at]!]!;
      if (!own.includes(group)) own.push(group);
    }
    const has: Both<number> = onBoth((side) => (subjectRows(plan, subject)[side] < 0 ? 0 : 1));
    for (const position of own) {
      const { group } = all[position]!;
      group.count++;
      if (own.length === 1) group.only++;
      for (const side of SIDES) group[side] += has[side];
    }
    if (own.length > 1) several++;
  }
  return several;
}

function membersOf(total: number, causes: Causes, { of }: Groups, wanted: number): Uint8Array {
  const members = new Uint8Array(total);
  causes.subjects.forEach((subject, at) => {
    if (of[causes.of[at]!] === wanted) members[subject] = 1;
  });
  return members;
}
