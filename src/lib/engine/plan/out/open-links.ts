import { cellText } from '../../columns/cell.ts';
import { textAt } from '../../columns/records.ts';
import { linkAt } from '../../columns/link-table.ts';
import type { BaselineLink, ThereIds } from '../../model/baseline.ts';
import type { HandOver } from '../../model/hand-over.ts';
import { ofFields, type PlanLine } from '../../model/line.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../model/side.ts';
import { isOff } from '../../model/turned-off.ts';
import { isUnlinked } from '../../match/links/partners.ts';
import { createTries } from '../create-notes.ts';
import { PlanReader } from '../lines/plan-reader.ts';
import { firstLone, subjectOf, type Plan, type SyncPlan } from '../sync-plan.ts';
import { handedText, type HandsOver } from './hands-over.ts';
import type { RowNumbers } from './row-numbers.ts';

/** Creates that were handed over before and whose lines stand or fall with their record: positions by the row of their source (BL6). */
export const openByRow = (plan: SyncPlan): Both<ReadonlyMap<number, number>> =>
  onBoth(
    (side) =>
      new Map(
        plan.matching.prior.open.flatMap(({ source, row, position }) =>
          source === side && row >= 0 && !isPairKept(plan, side, row) ? [[row, position] as const] : [],
        ),
      ),
  );

/** The line of a lone record whose create is handed over now, or was; null where it never was. */
export function openLink(
  reader: PlanReader,
  subject: number,
  position: number,
  handsOver: HandsOver,
  numbers: RowNumbers,
): BaselineLink | null {
  const { plan } = reader;
  const handed = handedNow(reader, subject, handsOver);
  if (handed !== null) return { ...handed, rows: numbers.create(handed.left === null ? 'left' : 'right') };
  return position < 0 ? null : linkAt(plan.matching.prior.links, position);
}

function handedNow(reader: PlanReader, subject: number, handsOver: HandsOver): BaselineLink | null {
  const { plan } = reader;
  if (handsOver === null || plan.acts[subject] === 0) return null;
  const line = reader.line(subject);
  const isSaid = handsOver(line, subject);
  const said = ofFields(line.writes).flatMap((write) => {
    const to = handedText(write.to, isSaid(write));
    return to === null ? [] : [{ field: write.field, to }];
  });
  if (said.length === 0) return null;
  return createdLink(plan, line, said);
}

function createdLink(
  plan: SyncPlan,
  line: PlanLine,
  said: readonly { readonly field: string; readonly to: string }[],
): BaselineLink {
  const source: Side = line.left === null ? 'right' : 'left';
  const target = otherSide(source);
  const row = rowOf(plan, line, source);
  const tries = createTries(plan, source, row) + 1;
  const sent = new Map(
    said.map(({ field, to }): [string, HandOver] => {
      const on = plan.mappings.find(({ fields }) => fields[target].includes(field))!;
      const other = cellText(on.cells[source], row);
      return [field, { from: null, to, other, because: 'create', tries, missed: false }];
    }),
  );
  const none = new Map<string, never>();
  return {
    sync: plan.sync.id,
    left: line.left?.id ?? null,
    right: line.right?.id ?? null,
    by: 'created',
    values: { left: none, right: none },
    sent: source === 'left' ? { left: none, right: sent } : { left: sent, right: none },
  };
}

const rowOf = ({ records }: SyncPlan, line: PlanLine, side: Side): number =>
  records[side].rowOf(line[side]!.id);

/** How often the create of a line was handed over before. */
export function triesOfCreates({ syncs }: Plan): (line: PlanLine) => number {
  const plans = new Map(syncs.map((plan) => [plan.sync.id, plan]));
  return (line) => {
    const plan = plans.get(line.sync);
    const source: Side = line.left === null ? 'right' : 'left';
    return plan === undefined ? 0 : createTries(plan, source, rowOf(plan, line, source));
  };
}

/** Ids a line holds at most. */
const MOST = 1000;

/** The unlinked records of each side creates are open towards, when the oldest of them was handed over (BL6). */
export function* nextThere(plan: Plan, handsOver: HandsOver): Generator<ThereIds, void, void> {
  for (const sync of plan.syncs) {
    const reader = new PlanReader(sync);
    for (const side of SIDES) {
      const ids = thereIds(reader, side, handsOver);
      let part: string[] = [];
      for (const id of ids) {
        part.push(id);
        if (part.length < MOST) continue;
        yield { sync: sync.sync.id, there: side, ids: part };
        part = [];
      }
      if (part.length > 0) yield { sync: sync.sync.id, there: side, ids: part };
    }
  }
}

function* thereIds(reader: PlanReader, side: Side, handsOver: HandsOver): Generator<string, void, void> {
  const { plan } = reader;
  const source = otherSide(side);
  const kept = plan.matching.prior.thereIds[side];
  if (isOff(plan.sync)) {
    for (let at = 0; at < (kept?.rows ?? 0); at++) yield textAt(kept!, at);
    return;
  }
  const stays = plan.matching.prior.open.filter(
    (one) => one.source === source && one.answer !== 'refused' && staysOpen(plan, one.source, one.row),
  );
  const isOld = stays.some(
    ({ row }) => row < 0 || handedNow(reader, subjectOf(plan, source, row), handsOver) === null,
  );
  if (isOld) {
    for (let at = 0; at < (kept?.rows ?? 0); at++) yield textAt(kept!, at);
  } else if (stays.length > 0 || handsOne(reader, source, handsOver)) {
    for (const row of plan.lone[side]) {
      if (isUnlinked(plan.matching.matches.partner[side][row]!)) yield plan.records[side].id(row);
    }
  }
}

/** Excluded and failing pairs get no link: the create's line stays (BL8). */
function staysOpen(plan: SyncPlan, source: Side, row: number): boolean {
  if (row < 0 || isUnlinked(plan.matching.matches.partner[source][row]!)) return true;
  return isPairKept(plan, source, row);
}

/** Is it in a pair whose links stay as they were? */
function isPairKept(plan: SyncPlan, side: Side, row: number): boolean {
  if (plan.matching.matches.partner[side][row]! < 0) return false;
  const outcome = OUTCOMES[plan.outcomes[subjectOf(plan, side, row)]!]!;
  return outcome === 'excluded' || outcome === 'failing';
}

function handsOne(reader: PlanReader, source: Side, handsOver: HandsOver): boolean {
  const { plan } = reader;
  const first = firstLone(plan, source);
  for (let at = 0; at < plan.lone[source].length; at++) {
    if (handedNow(reader, first + at, handsOver) !== null) return true;
  }
  return false;
}
