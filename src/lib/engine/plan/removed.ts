import { cellText } from '../columns/cell.ts';
import { handOverAt } from '../columns/hand-overs.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { entryOf, hasEntry } from '../merge/history.ts';
import { DELETED } from '../match/links/partners.ts';
import type { PriorLinks } from '../match/links/prior-links.ts';
import { mayWrite } from '../model/direction.ts';
import type { Removal } from '../model/hand-over.ts';
import { noteBit, reasonBit, type Reason } from '../model/reason.ts';
import { SIDES, otherSide, type Side } from '../model/side.ts';
import type { LinkedSync } from './link-sync.ts';
import { firstLone, outcomeCode, type SyncPlan } from './sync-plan.ts';

/**
 * DE4: is a record, of which a complete file says that its counterpart was deleted, deleted too? Only where the design has it so and lets
 * that side be written, where an id names it, no person wants it back, and where it is what it was when it was last seen (S136). What
 * others were merged into stays (S434), and what is back while its counterpart was deleted after it (S469).
 */
export const isRemoved = (plan: LinkedSync, side: Side, row: number): boolean =>
  plan.sync.deletes[side] === 'delete' &&
  mayWrite(plan.sync.direction, side) &&
  plan.sync[side].idField !== null &&
  !plan.matching.prior.restored.refused[side].has(row) &&
  !plan.matching.prior.moved.has(plan.matching.prior.baselineOf[side][row]!) &&
  removalOf(plan, side, row)?.side !== otherSide(side) &&
  plan.mappings.some((on) => isSeen(plan, on, side, row)) &&
  changedSince(plan, side, row) === null;

/** The first field that is another, letter for letter, than was last seen or handed over; null where none is (S136). */
export function changedSince(plan: LinkedSync, side: Side, row: number): string | null {
  const { prior } = plan.matching;
  const position = prior.baselineOf[side][row]!;
  const changed = plan.mappings.find(
    (on) =>
      isSeen(plan, on, side, row) &&
      !isAsSeen(cellText(on.cells[side], row), entryOf(on, prior, position, side)) &&
      !isOwnWrite(plan, on, side, row),
  );
  return changed?.mapping[side] ?? null;
}

const isAsSeen = (now: string, then: string): boolean => now === then || (now === '' && then.trim() === '');

/** Does the baseline say what stood in the field? */
const isSeen = (plan: LinkedSync, on: CompiledMapping, side: Side, row: number): boolean =>
  on.fields[side].length > 0 && hasEntry(on, plan.matching.prior, plan.matching.prior.baselineOf[side][row]!);

/** Does it hold what was handed over to it? */
function isOwnWrite(plan: LinkedSync, on: CompiledMapping, side: Side, row: number): boolean {
  const { baselineOf, links } = plan.matching.prior;
  const sent = links.sent[side].fields.get(on.mapping[side]);
  const handed = sent === undefined ? null : handOverAt(sent, baselineOf[side][row]!);
  return handed !== null && handed.to === cellText(on.cells[side], row);
}

/** KW7, S136: where the other side holds a record with the same key, it was made anew there perhaps: this one stays, for a person. */
export function keepRecreated(
  into: Pick<SyncPlan, 'outcomes' | 'acts'>,
  notes: Uint32Array,
  own: Uint8Array,
  first: number,
): void {
  const [deleted, failing] = [outcomeCode('delete'), outcomeCode('failing')];
  const bit = noteBit('maybe-recreated');
  for (let subject = first; subject < notes.length; subject++) {
    if (into.outcomes[subject] !== deleted || (notes[subject]! & bit) === 0) continue;
    into.outcomes[subject] = failing;
    into.acts[subject] = 0;
    own[subject - first] = 0;
  }
}

/** The delete that was handed over of a lone record's link. */
export const removalOf = (
  { matching }: Pick<LinkedSync, 'matching'>,
  side: Side,
  row: number,
): Removal | null => matching.prior.links.removals.get(matching.prior.baselineOf[side][row]!) ?? null;

/** Is the record gone that was handed over to be deleted? Asked of links whose record is away. */
export function isTaken({ links, isDeleted }: PriorLinks, position: number): boolean {
  const removal = links.removals.get(position);
  return removal !== undefined && (removal.written === true || isDeleted(removal.side, position));
}

/** Is it there still though its app refused to delete it (S469)? */
export const isRefusedDelete = ({ outcomes, reasons }: SyncPlan, subject: number): boolean =>
  outcomes[subject] === outcomeCode('failing') &&
  (reasons[subject]! & reasonBit('counterpart-deleted')) !== 0 &&
  (reasons[subject]! & reasonBit('refused-by-app')) !== 0;

/** S469: notes beside deletes that were handed over and whose records are there still. */
export function noteRemovals(plan: LinkedSync, outcomes: Uint8Array, notes: Uint32Array): void {
  if (plan.matching.prior.links.removals.size === 0) return;
  const deleted = outcomeCode('delete');
  for (const side of SIDES) {
    const first = firstLone(plan, side);
    for (const [at, row] of plan.lone[side].entries()) {
      const removal = removalOf(plan, side, row);
      if (removal?.side !== side) continue;
      if (outcomes[first + at] === deleted) notes[first + at]! |= noteBit('not-taken');
      else if (
        removal.written === true &&
        plan.matching.matches.partner[side][row] === DELETED &&
        isRemoved(plan, side, row)
      )
        notes[first + at]! |= noteBit('not-read-back');
    }
  }
}

/** What is said of such a record, with the app's words where it refused. `ids`: the counterpart it follows. */
export function removalReasons(
  plan: SyncPlan,
  subject: number,
  { side, ids = [] }: Reason,
  row: number,
): Reason[] {
  const said = (['not-taken', 'not-read-back'] as const).filter(
    (code) => (plan.notes[subject]! & noteBit(code)) !== 0,
  );
  const notes = said.map((code): Reason => ({ code, side, ids }));
  if (!isRefusedDelete(plan, subject)) return notes;
  return [{ code: 'refused-by-app', side, value: removalOf(plan, side, row)?.refused ?? '', ids }, ...notes];
}
