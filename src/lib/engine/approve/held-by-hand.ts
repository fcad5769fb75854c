import { cellText } from '../columns/cell.ts';
import type { ConflictChoice } from '../model/choices.ts';
import type { SyncPlan } from '../plan/sync-plan.ts';
import { inSlices, type Steps } from '../run/steps.ts';

/** Stands where a rule's number would: a person withholds the write. */
export const BY_HAND = 0xffff;

/** S480: marks, by the left field of a mapping and by subject, the single writes a person holds; on other values than were seen none. */
export function* markHeldByHand(
  plan: SyncPlan,
  choices: readonly ConflictChoice[],
  fields: Map<string, Uint16Array>,
): Steps<void> {
  const { sync, records, pairs, mappings } = plan;
  const held = new Map<number, ConflictChoice[]>();
  for (const choice of choices) {
    if (choice.take !== 'hold' || choice.sync !== sync.id) continue;
    const row = records.left.rowOf(choice.left);
    if (row >= 0) held.set(row, [...(held.get(row) ?? []), choice]);
  }
  if (held.size === 0) return;
  yield* inSlices('impact', pairs.left.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      const rows = { left: pairs.left[pair]!, right: pairs.right[pair]! };
      for (const choice of held.get(rows.left) ?? []) {
        const on = mappings.find(({ mapping }) => mapping.left === choice.field);
        if (on === undefined || records.right.rowOf(choice.right) !== rows.right) continue;
        const isSeen =
          cellText(on.cells.left, rows.left) === choice.on?.[0] &&
          cellText(on.cells.right, rows.right) === choice.on[1];
        if (!isSeen) continue;
        const own = fields.get(on.mapping.left) ?? new Uint16Array(plan.outcomes.length);
        fields.set(on.mapping.left, own);
        own[pair] = BY_HAND;
      }
    }
  });
}
