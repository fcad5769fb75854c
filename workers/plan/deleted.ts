import {
  DELETED,
  firstLone,
  linkId,
  mayWrite,
  otherSide,
  SIDES,
  subjectRows,
  type RestoreChoice,
  type Side,
  type Steps,
} from '../../src/lib/engine/index.ts';
import type { Choice, DeletedRecord, DeletedSide } from '../../src/lib/conversation/index.ts';
import type { DecisionState } from '../../src/lib/store/index.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

/** Records a review shows; a list of more is not read to its end, and the count says how many there are. */
const LISTED = 500;

/** Records between two looks at the port. */
const AT_ONCE = 4096;

/** What is deleted on either side while its linked record is there (DE1); sides without any left out. */
export function* deletedOf(subjects: PlannedSubjects, state: DecisionState | null): Steps<DeletedSide[]> {
  const { plan, names } = subjects;
  const sides: DeletedSide[] = [];
  for (const side of SIDES) {
    const to = otherSide(side);
    const listed: DeletedRecord[] = [];
    let count = 0;
    for (const [subject, row] of deletedRows(subjects, side)) {
      if (count % AT_ONCE === AT_ONCE - 1)
        yield { what: 'impact', done: count, total: plan.lone[side].length };
      count++;
      if (listed.length === LISTED) continue;
      const id = plan.records[side].id(row);
      listed.push({ subject, id, name: names[side].name(row), gone: goneOf(subjects, side, row) });
    }
    const chosen = (state?.restores ?? []).filter((one) => one.to === to).length;
    if (count + chosen === 0) continue;
    sides.push({ to, refused: !mayWrite(plan.sync.direction, to), count, listed, chosen });
  }
  return sides;
}

/** Subjects whose counterpart was deleted, with their rows. */
function* deletedRows({ plan }: PlannedSubjects, side: Side): Generator<readonly [number, number]> {
  const partner = plan.matching.matches.partner[side];
  const first = firstLone(plan, side);
  for (const [at, row] of plan.lone[side].entries()) if (partner[row] === DELETED) yield [first + at, row];
}

/** The id of the counterpart that is gone, also of a record that is to have it again; empty where none is. */
function goneOf({ plan }: PlannedSubjects, side: Side, row: number): string {
  const { links, baselineOf, restored } = plan.matching.prior;
  const position = restored.rows[side].get(row) ?? baselineOf[side][row]!;
  return position < 0 ? '' : linkId(links, otherSide(side), position);
}

/** What a choice to restore changes among the restores of a sync: one act of a person. */
export function restoresOf(
  subjects: PlannedSubjects,
  state: DecisionState | null,
  { to, subjects: named, take }: Extract<Choice, { kind: 'restore' }>,
  at: string,
): { readonly put: readonly RestoreChoice[]; readonly remove: readonly RestoreChoice[] } {
  const { plan } = subjects;
  const side = otherSide(to);
  const linkAt = (row: number): Pick<RestoreChoice, 'left' | 'right'> => {
    const [own, gone] = [plan.records[side].id(row), goneOf(subjects, side, row)];
    return side === 'left' ? { left: own, right: gone } : { left: gone, right: own };
  };
  if (take === 'restore') {
    if (!mayWrite(plan.sync.direction, to)) return { put: [], remove: [] };
    const wanted = named === null ? null : new Set(named);
    const put: RestoreChoice[] = [];
    for (const [subject, row] of deletedRows(subjects, side)) {
      if (wanted === null || wanted.has(subject)) put.push({ sync: plan.sync.id, ...linkAt(row), to, at });
    }
    return { put, remove: [] };
  }
  const standing = (state?.restores ?? []).filter((one) => one.to === to);
  if (named === null) return { put: [], remove: standing };
  const links = named.flatMap((subject) => {
    const row = subjectRows(plan, subject)[side];
    return row < 0 ? [] : [linkAt(row)];
  });
  const remove = standing.filter((one) =>
    links.some((link) => link.left === one.left && link.right === one.right),
  );
  return { put: [], remove };
}
