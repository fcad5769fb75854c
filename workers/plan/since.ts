import {
  reasonBit,
  SIDES,
  sinceLastTime,
  SINCE_WORDS,
  subjectRows,
  type Side,
  type SinceWord,
  type Steps,
} from '../../src/lib/engine/index.ts';
import type { ListedRecord, ListedValue, Refusal, Since } from '../../src/lib/conversation/index.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

/** Subjects between two looks at the port. */
const AT_ONCE = 4096;

/** What a plan knows since its baseline, beside its summary (S116). */
export function* sinceOf(subjects: PlannedSubjects, hasBaseline: boolean): Steps<Since> {
  const { plan } = subjects;
  const told = yield* sinceLastTime(plan);
  const values = SINCE_WORDS.map((word) => [
    word,
    told.values[word].map(({ subject, ...value }): ListedValue => ({
      ...recordOf(subjects, subject, value.side),
      ...value,
    })),
  ]);
  return {
    sync: plan.sync.id,
    records: hasBaseline ? told.records : null,
    counts: told.counts,
    values: Object.fromEntries(values) as Record<SinceWord, ListedValue[]>,
    unlinked: hasBaseline ? told.unlinked.map(({ subject, side }) => recordOf(subjects, subject, side)) : [],
    refusals: yield* refusalsOf(subjects),
  };
}

/** A subject as a list names it, by the record of one side. */
export function recordOf({ plan, names }: PlannedSubjects, subject: number, side: Side): ListedRecord {
  const rows = subjectRows(plan, subject);
  const id = (at: Side): string | null => (rows[at] < 0 ? null : plan.records[at].id(rows[at]));
  return { left: id('left'), right: id('right'), side, name: names[side].name(rows[side]) };
}

function* refusalsOf({ plan, reader }: PlannedSubjects): Steps<Refusal[]> {
  const bit = reasonBit('refused-by-app');
  const counts: Record<Side, Map<string, number>> = { left: new Map(), right: new Map() };
  const total = plan.reasons.length;
  for (let subject = 0; subject < total; subject++) {
    if (subject % AT_ONCE === 0) yield { what: 'impact', done: subject, total };
    if ((plan.reasons[subject]! & bit) === 0) continue;
    const refused = reader.line(subject).reasons.find(({ code }) => code === 'refused-by-app');
    if (refused === undefined) continue;
    const own = counts[refused.side];
    const words = String(refused.value ?? '');
    own.set(words, (own.get(words) ?? 0) + 1);
  }
  const refusals = SIDES.flatMap((side): Refusal[] =>
    [...counts[side]].map(([words, count]) => ({ side, words, count })),
  );
  return refusals.sort((a, b) => b.count - a.count);
}
