import { handOverAt } from '../columns/hand-overs.ts';
import { RETURNED, RETURNED_CODE, handedTo } from '../merge/returned.ts';
import { noteBit, type Reason, type NoteCode } from '../model/reason.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { LinkedSync } from './link-sync.ts';
import { outcomeCode, type SyncPlan } from './sync-plan.ts';

/** What is said of a pair by what came back of a field; null where nothing is. */
function saidOf(returned: number): NoteCode | null {
  switch (returned & RETURNED_CODE) {
    case RETURNED.notTaken:
    case RETURNED.overtaken:
      return 'not-taken';
    case RETURNED.asked:
      return 'came-back-different';
    case RETURNED.unread:
      return 'not-read-back';
    default:
      return null;
  }
}

const BITS: Uint32Array = Uint32Array.from({ length: RETURNED_CODE + 1 }, (_, code) => {
  const said = saidOf(code);
  return said === null ? 0 : noteBit(said);
});

/** All that is said by what came back. */
const SAID = BITS.reduce((all, bits) => all | bits, 0);

/** BL3: marks the pairs of which a field was not taken, or came back different. Excluded and failing ones are left alone (BL8). */
export function* noteReturned(
  { returned }: LinkedSync,
  outcomes: Uint8Array,
  notes: Uint32Array,
): Steps<void> {
  const aside = [outcomeCode('excluded'), outcomeCode('failing')];
  for (const column of returned) {
    if (column === null) continue;
    yield* inSlices('judge', column.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        const bits = BITS[column[pair]! & RETURNED_CODE]!;
        if (bits !== 0 && !aside.includes(outcomes[pair]!)) notes[pair]! |= bits;
      }
    });
  }
}

/** The same of one pair, field by field, with the text that was handed over. */
export function returnReasons(plan: SyncPlan, bits: number, pair: number): Reason[] {
  if ((bits & SAID) === 0) return [];
  return plan.mappings.flatMap((on, position): Reason[] => {
    const returned = plan.returned[position]?.[pair] ?? RETURNED.none;
    const code = saidOf(returned);
    if (code === null) return [];
    const side = handedTo(returned);
    const { links, baselineOf } = plan.matching.prior;
    const field = on.mapping[side];
    const one = handOverAt(links.sent[side].fields.get(field)!, baselineOf.left[plan.pairs.left[pair]!]!)!;
    return [{ code, side, field, value: one.to }];
  });
}
