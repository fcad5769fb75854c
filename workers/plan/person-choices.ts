import {
  fieldRows,
  subjectRows,
  type Choices,
  type Conflict,
  type ConflictChoice,
  type LinkVerdict,
  type RestoreChoice,
  type SubjectRows,
  type SyncPlan,
} from '../../src/lib/engine/index.ts';
import type { DecisionChange, DecisionState } from '../../src/lib/store/index.ts';
import type { Choice } from '../../src/lib/conversation/index.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

/** The choices of all syncs as the engine takes them; lists stay the same objects while nothing in them changes. */
export class PersonChoices {
  #links: { readonly of: readonly unknown[]; readonly all: readonly LinkVerdict[] } = { of: [], all: [] };
  #conflicts: { readonly of: readonly unknown[]; readonly all: readonly ConflictChoice[] } = {
    of: [],
    all: [],
  };

  #restores: { readonly of: readonly unknown[]; readonly all: readonly RestoreChoice[] } = {
    of: [],
    all: [],
  };

  of(states: readonly (DecisionState | null)[]): Choices {
    const links = states.flatMap((state) => (state === null ? [] : [state.verdicts]));
    if (!sameItems(links, this.#links.of))
      this.#links = { of: links, all: kept(this.#links.all, links.flat()) };
    const conflicts = states.flatMap((state) => (state === null ? [] : [state.choices]));
    if (!sameItems(conflicts, this.#conflicts.of)) this.#conflicts = { of: conflicts, all: conflicts.flat() };
    const restores = states.flatMap((state) => (state === null ? [] : [state.restores]));
    if (!sameItems(restores, this.#restores.of))
      this.#restores = { of: restores, all: kept(this.#restores.all, restores.flat()) };
    return {
      format: 'drysync/choices@1',
      planHash: null,
      choices: this.#conflicts.all,
      links: this.#links.all,
      decisions: [],
      restores: this.#restores.all,
    };
  }
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** The former list where both are empty: what was remembered under it stays good. */
const kept = <T>(former: readonly T[], now: readonly T[]): readonly T[] =>
  former.length === 0 && now.length === 0 ? former : now;

/** What a choice on one pair changes; null where the pair or field it is about is not there. */
export function changeOf(
  subjects: PlannedSubjects,
  state: DecisionState | null,
  choice: Extract<Choice, { kind: 'conflict' | 'hold' | 'link' }>,
  at: string,
): DecisionChange | null {
  switch (choice.kind) {
    case 'conflict':
      return conflictChange(subjects, state, choice, at);
    case 'hold':
      return holdChange(subjects, state, choice, at);
    case 'link':
      return linkChange(subjects, state, choice, at);
  }
}

/** S480. */
function holdChange(
  { plan, reader }: PlannedSubjects,
  state: DecisionState | null,
  { subject, field, held }: Extract<Choice, { kind: 'hold' }>,
  at: string,
): DecisionChange | null {
  const rows = subjectRows(plan, subject);
  const row = fieldRows(reader, subject).find(({ left }) => left === field);
  if (rows.left < 0 || rows.right < 0 || row === undefined) return null;
  const pair = pairOf(plan, rows);
  if (held) return { label: 'hold', choices: { put: [choiceOn(row, pair, 'hold', at)] } };
  const standing = (state?.choices ?? []).filter(
    (each) => each.left === pair.left && each.right === pair.right && each.take === 'hold',
  );
  return { label: 'let-go', choices: { remove: standing.filter((each) => each.field === field) } };
}

function conflictChange(
  { plan, reader }: PlannedSubjects,
  state: DecisionState | null,
  { subject, field, take }: Extract<Choice, { kind: 'conflict' }>,
  at: string,
): DecisionChange | null {
  const rows = subjectRows(plan, subject);
  if (rows.left < 0 || rows.right < 0) return null;
  const { conflicts } = reader.line(subject);
  const pair = pairOf(plan, rows);
  const standing = (state?.choices ?? []).filter(
    (each) => each.left === pair.left && each.right === pair.right && each.take !== 'hold',
  );
  const label = take === 'machine' ? 'conflict machine' : `conflict ${take}`;
  if (field === null) {
    // One choice for all conflicts takes the place of those for single fields.
    const put = take === 'machine' ? [] : [{ ...pair, field, on: null, take, at }];
    return {
      label,
      choices: { put, remove: standing.filter((each) => each.field !== null || take === 'machine') },
    };
  }
  const conflict = conflicts.find((each) => each.left === field);
  if (conflict === undefined) return null;
  if (take !== 'machine') {
    return { label, choices: { put: [choiceOn(conflict, pair, take, at)] } };
  }
  // A choice for all is told apart into the other fields, so that one of them can go back to the machine.
  const all = standing.find((each) => each.field === null);
  const named = new Set(standing.map((each) => each.field));
  const others =
    all === undefined ? [] : conflicts.filter((each) => each.left !== field && !named.has(each.left));
  return {
    label,
    choices: {
      put: all === undefined ? [] : others.map((each) => choiceOn(each, pair, all.take, at)),
      remove: standing.filter((each) => each.field === field || each.field === null),
    },
  };
}

/** The ids a choice or verdict names a linked pair by. */
export const pairOf = ({ sync, records }: SyncPlan, rows: SubjectRows): PairIds => ({
  sync: sync.id,
  left: records.left.id(rows.left),
  right: records.right.id(rows.right),
});

type PairIds = Pick<ConflictChoice, 'sync' | 'left' | 'right'>;

/** A choice on one conflict, on the values that were seen. */
export const choiceOn = (
  { left, leftValue, rightValue }: Pick<Conflict, 'left' | 'leftValue' | 'rightValue'>,
  pair: PairIds,
  take: ConflictChoice['take'],
  at: string,
): ConflictChoice => ({ ...pair, field: left, on: [leftValue, rightValue], take, at });

function linkChange(
  { plan }: PlannedSubjects,
  state: DecisionState | null,
  { left, right, verdict }: Extract<Choice, { kind: 'link' }>,
  at: string,
): DecisionChange | null {
  const { records } = plan;
  const standing = state?.verdicts ?? [];
  if (verdict === 'forget') {
    const gone = standing.filter((each) => each.left === left && each.right === right);
    return { label: 'link forget', verdicts: { remove: gone } };
  }
  const [l, r] = [records.left.rowOf(left), records.right.rowOf(right)];
  if (l < 0 || r < 0) return null;
  const pair = { left: records.left.id(l), right: records.right.id(r) };
  const touches = (each: LinkVerdict): boolean =>
    records.left.rowOf(each.left) === l || records.right.rowOf(each.right) === r;
  // A record can be the same as one other only.
  const remove =
    verdict === 'same' ? standing.filter((each) => each.verdict === 'same' && touches(each)) : [];
  return {
    label: `link ${verdict}`,
    verdicts: { put: [{ sync: plan.sync.id, ...pair, verdict, at }], remove },
  };
}
