import {
  pairCount,
  subjectRows,
  type ConflictChoice,
  type Side,
  type Steps,
} from '../../src/lib/engine/index.ts';
import type { DecisionState } from '../../src/lib/store/index.ts';
import { choiceOn, pairOf } from './person-choices.ts';
import { openConflicts } from './plan-rows.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

export interface ChoicesChange {
  readonly put: readonly ConflictChoice[];
  readonly remove: readonly ConflictChoice[];
}

/** Subjects looked at between two turns. */
const RECORDS_A_STEP = 1_000;

/**
 * One side for every conflict of these subjects that nobody has decided, or all that was chosen on them taken back: one act
 * of a person.
 */
export function* choicesOfAll(
  subjects: PlannedSubjects,
  state: DecisionState | null,
  targets: readonly number[] | Uint32Array,
  take: Side | 'none' | 'machine',
  at: string,
): Steps<ChoicesChange> {
  const standing = byPair(state?.choices ?? []);
  const put: ConflictChoice[] = [];
  const remove: ConflictChoice[] = [];
  const pairs = pairCount(subjects.plan);
  for (let i = 0; i < targets.length; i++) {
    if (i % RECORDS_A_STEP === RECORDS_A_STEP - 1) yield { what: 'choose', done: i, total: targets.length };
    const subject = targets[i]!;
    if (subject >= pairs) continue;
    if (take === 'machine') remove.push(...(standing.get(pairName(pairAt(subjects, subject))) ?? []));
    else put.push(...sidesOf(subjects, subject, take, at));
  }
  return { put, remove };
}

function* sidesOf(
  subjects: PlannedSubjects,
  subject: number,
  take: Side | 'none',
  at: string,
): Iterable<ConflictChoice> {
  if (openConflicts(subjects, subject) === 0) return;
  const pair = pairAt(subjects, subject);
  for (const conflict of subjects.reader.line(subject).conflicts) {
    if (conflict.decidedBy === null) yield choiceOn(conflict, pair, take, at);
  }
}

const pairAt = ({ plan }: PlannedSubjects, subject: number): ReturnType<typeof pairOf> =>
  pairOf(plan, subjectRows(plan, subject));

const pairName = ({ left, right }: Pick<ConflictChoice, 'left' | 'right'>): string =>
  JSON.stringify([left, right]);

function byPair(choices: readonly ConflictChoice[]): Map<string, ConflictChoice[]> {
  const found = new Map<string, ConflictChoice[]>();
  for (const choice of choices) {
    // What waits was not chosen on a conflict (S480).
    if (choice.take === 'hold') continue;
    const name = pairName(choice);
    const list = found.get(name);
    if (list === undefined) found.set(name, [choice]);
    else list.push(choice);
  }
  return found;
}
