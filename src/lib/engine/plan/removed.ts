import { cellText } from '../columns/cell.ts';
import { handOverAt } from '../columns/hand-overs.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { entryOf, hasEntry } from '../merge/history.ts';
import { mayWrite } from '../model/direction.ts';
import type { Side } from '../model/side.ts';
import { noteBit } from '../model/reason.ts';
import type { LinkedSync } from './link-sync.ts';
import { outcomeCode, type SyncPlan } from './sync-plan.ts';

/**
 * DE4: is a record, of which a complete file says that its counterpart was deleted, deleted too? Only where the design has it so and lets
 * that side be written, where an id names it, no person wants it back, and where it is what it was when it was last seen (S136). What
 * others were merged into stays (S434).
 */
export const isRemoved = (plan: LinkedSync, side: Side, row: number): boolean =>
  plan.sync.deletes[side] === 'delete' &&
  mayWrite(plan.sync.direction, side) &&
  plan.sync[side].idField !== null &&
  !plan.matching.prior.restored.refused[side].has(row) &&
  !plan.matching.prior.moved.has(plan.matching.prior.baselineOf[side][row]!) &&
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
