import { triesAt } from '../columns/hand-overs.ts';
import type { Created } from '../merge/handed/find-created.ts';
import { noteBit } from '../model/reason.ts';
import { SIDES, otherSide, type Side } from '../model/side.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { LinkedSync } from './link-sync.ts';
import { outcomeCode, pairCount, type SyncPlan } from './sync-plan.ts';

/** BL6: marks what is created, or asked about, beside creates that wait from earlier hand-overs. */
export function* noteCreates(plan: LinkedSync, outcomes: Uint8Array, notes: Uint32Array): Steps<void> {
  const { created, lone } = plan;
  if (created === null) return;
  const [create, ambiguous] = [outcomeCode('create'), outcomeCode('ambiguous')];
  const mayBe = noteBit('handed-over');
  let first = pairCount(plan);
  for (const side of SIDES) {
    const rows = lone[side];
    yield* inSlices('judge', rows.length, (from, to) => {
      for (let at = from; at < to; at++) {
        const outcome = outcomes[first + at];
        if (outcome === create) notes[first + at]! |= createNote(created, side, rows[at]!);
        else if (outcome === ambiguous && created.ambiguous[side].has(rows[at]!)) notes[first + at]! |= mayBe;
      }
    });
    first += rows.length;
  }
}

/** What is said of a create, as bits of its notes. */
function createNote(created: Created, side: Side, row: number): number {
  if (created.fresh[side]?.[row] === 1) return noteBit('handed-over');
  const one = created.waits[side].get(row);
  if (one === undefined) return 0;
  // What the app says was written is there, found or not (BL7).
  const mayBe = created.freshRows[otherSide(side)].length > 0 || one.answer === 'written';
  return noteBit(mayBe ? 'handed-over' : 'not-taken');
}

/** Is it a create of what may be there already? Such a one is held until a person approves it. */
export const mayBeThere = ({ acts, notes }: Pick<SyncPlan, 'acts' | 'notes'>, subject: number): boolean =>
  acts[subject] !== 0 && (notes[subject]! & noteBit('handed-over')) !== 0;

/** How often the create of a record was handed over; 0 where it never was. */
export function createTries(
  { created, matching }: Pick<LinkedSync, 'created' | 'matching'>,
  side: Side,
  row: number,
): number {
  const one = created?.waits[side].get(row) ?? created?.refused[side].get(row);
  if (one === undefined) return 0;
  let most = 0;
  for (const field of matching.prior.links.sent[otherSide(side)].fields.values())
    most = Math.max(most, triesAt(field, one.position));
  return most;
}
