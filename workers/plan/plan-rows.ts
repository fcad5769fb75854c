import {
  type ApprovalRule,
  CLASS_BITS,
  DIFFER_CLASSES,
  OUTCOMES,
  SIDES,
  TRAIT,
  fieldRows,
  pairCount,
  payloadsOf,
  subjectRows,
  traceSubject,
  writeCount,
  LINK_WORDS,
  type ConflictChoice,
  type Differences,
  type MappingRow,
  type PlanLine,
  type Side,
} from '../../src/lib/engine/index.ts';
import type { DecisionState } from '../../src/lib/store/index.ts';
import type { FieldRow, Row, SubjectDetail } from '../../src/lib/conversation/index.ts';
import { wordOf } from './sync-decisions.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

/** What is decided of each subject, and by which rule. */
interface DecidedBy {
  /** Per subject 0, or 1 + a position in `DECISION_WORDS`. */
  readonly column: Uint8Array;
  readonly ruleOf: (subject: number) => ApprovalRule | null;
  readonly withheldBy: (side: Side, field: string, subject: number) => FieldRow['withheld'];
  readonly going: (line: PlanLine, subject: number) => PlanLine;
}

/** One line of the list. */
export function rowOf(subjects: PlannedSubjects, decided: DecidedBy, subject: number): Row {
  const { plan, reader, names } = subjects;
  const rows = subjectRows(plan, subject);
  const traits = subjects.traits.traits[subject]!;
  const side = (at: Side): Row['left'] =>
    rows[at] < 0 ? null : { id: plan.records[at].id(rows[at]), name: names[at].name(rows[at]) };
  const evidence = subject < pairCount(plan) ? reader.evidence(rows) : null;
  return {
    subject,
    outcome: OUTCOMES[plan.outcomes[subject]!]!,
    writes: writeCount(subjects.traits, subject),
    toward: TOWARD[traits & (TRAIT.toLeft | TRAIT.toRight)]!,
    left: side('left'),
    right: side('right'),
    match: {
      by: evidence?.by ?? 'none',
      key: evidence?.key ?? null,
      onlyName: LINK_WORDS[subjects.traits.links[subject]!] === 'name-only',
    },
    decision: wordOf(decided.column[subject]!),
    rule: decided.ruleOf(subject)?.name ?? null,
    openConflicts: openConflicts(subjects, subject),
    byRule: (traits & TRAIT.byRule) !== 0,
  };
}

const TOWARD: readonly Row['toward'][] = [null, 'left', 'right', 'both'];

/** Conflicts of a subject that nobody has decided. */
export function openConflicts({ plan }: PlannedSubjects, subject: number): number {
  if (OUTCOMES[plan.outcomes[subject]!] !== 'conflict') return 0;
  return plan.verdicts.reduce((sum, verdicts) => {
    return plan.verdictList[verdicts[subject]!]!.kind === 'open' ? sum + 1 : sum;
  }, 0);
}

/** Everything shown of one subject. */
export function detailOf(
  subjects: PlannedSubjects,
  state: DecisionState | null,
  decided: DecidedBy,
  subject: number,
  why: Differences | null,
): Omit<SubjectDetail, 'position'> {
  const { plan, reader, names } = subjects;
  const line = reader.line(subject);
  const rows = subjectRows(plan, subject);
  const named = SIDES.find((side) => rows[side] >= 0) ?? 'left';
  const choices = (state?.choices ?? []).filter(
    (each) => each.left === line.left?.id && each.right === line.right?.id,
  );
  return {
    subject,
    sync: plan.sync.id,
    title: names[named].name(rows[named]),
    line,
    fields: fieldRows(reader, subject).map((row, position): FieldRow => ({
      ...row,
      chosen: chosenOf(row, choices),
      withheld: withheldOf(row, decided, subject),
      // A place is compared as a whole: its parts are called by other words on each side.
      differs: why === null || row.besideStage !== null ? null : classOf(why, position, subject),
    })),
    trace: traceSubject(reader, subject),
    sent: payloadsOf(decided.going(line, subject)),
    decision: wordOf(decided.column[subject]!),
    rule: decided.ruleOf(subject)?.name ?? null,
    link: linkOf(line.left?.id ?? null, line.right?.id ?? null, state),
  };
}

function withheldOf(
  { write, left, right }: MappingRow,
  decided: DecidedBy,
  subject: number,
): FieldRow['withheld'] {
  if (write === null) return null;
  return decided.withheldBy(write.side, write.side === 'left' ? left : right, subject);
}

/** DX1 of one mapping of a subject; lone records have no pair to differ. */
function classOf({ fields }: Differences, position: number, subject: number): FieldRow['differs'] {
  const code = (fields[position]?.of[subject] ?? 0) & CLASS_BITS;
  return code === 0 ? null : DIFFER_CLASSES[code - 1]!;
}

/** The last choice on a listed conflict, if it is on the values that stand there. */
function chosenOf(row: MappingRow, choices: readonly ConflictChoice[]): FieldRow['chosen'] {
  if (row.conflict === null) return null;
  const own = choices.flatMap(({ field, on, take }) => {
    const isOn =
      field === null ||
      (field === row.left && (on === null || (on[0] === row.leftValue && on[1] === row.rightValue)));
    return isOn && take !== 'hold' ? [take] : [];
  });
  return own.at(-1) ?? null;
}

/** The pair and what a person said of it; of a lone record the last verdict that names it. */
function linkOf(
  left: string | null,
  right: string | null,
  state: DecisionState | null,
): SubjectDetail['link'] {
  const own = (state?.verdicts ?? []).filter(
    (each) =>
      each.verdict !== 'unsure' &&
      (left === null || each.left === left) &&
      (right === null || each.right === right),
  );
  const said = own.at(-1);
  const verdict = said === undefined || said.verdict === 'unsure' ? null : said.verdict;
  if (left !== null && right !== null) return { left, right, verdict };
  return said === undefined ? null : { left: said.left, right: said.right, verdict };
}
