import type { Outcome } from '../journal/entry.ts';
import type { ItemStanding } from '../journal/standing.ts';
import type { RunContext } from './context.ts';
import { judgeChange, judgeCreate } from './judge-doubt.ts';
import { forEachPiece } from './lanes.ts';
import { findByKeys, readTargets } from './look.ts';

/** Records that are asked for at once. */
const AT_ONCE = 100;

/** Looks for what is in doubt, and writes down what is known of it then: done, to be sent again, or unknown. */
export async function settle(context: RunContext, doubtful: readonly ItemStanding[]): Promise<void> {
  for (const batch of alike(doubtful)) await settleAlike(context, batch);
}

/** The same of all that a run finds in doubt when it begins. */
export const settleAll = (context: RunContext, doubtful: readonly ItemStanding[]): Promise<void> =>
  forEachPiece(context, alike(doubtful), (batch) => settleAlike(context, batch));

async function settleAlike(context: RunContext, batch: readonly ItemStanding[]): Promise<void> {
  const outcomes =
    batch[0]!.item.act === 'create' ? await ofCreates(context, batch) : await ofChanges(context, batch);
  await context.outcomes(outcomes);
}

async function ofCreates(context: RunContext, batch: readonly ItemStanding[]): Promise<readonly Outcome[]> {
  const found = await findByKeys(context, batch);
  return batch.map((one) => judgeCreate(context.standing, one, found(one.item)));
}

async function ofChanges(context: RunContext, batch: readonly ItemStanding[]): Promise<readonly Outcome[]> {
  const records = await readTargets(context, batch);
  return batch.map((one) => judgeChange(one, records.get(one.item.id ?? '')));
}

/** In pieces of one side, object and act. */
export function alike(
  all: readonly ItemStanding[],
  size: number = AT_ONCE,
): readonly (readonly ItemStanding[])[] {
  const pieces = new Map<string, ItemStanding[][]>();
  for (const one of all) {
    const { side, object, act } = one.item;
    const place = JSON.stringify([side, object, act]);
    const own = pieces.get(place) ?? [[]];
    pieces.set(place, own);
    const last = own.at(-1)!;
    if (last.length < size) last.push(one);
    else own.push([one]);
  }
  return [...pieces.values()].flat().filter(({ length }) => length > 0);
}
