import type { Receipt } from '../../connectors/app/write.ts';
import type { Intent, Outcome } from '../journal/entry.ts';
import type { RunContext } from './context.ts';
import { judgeCreate } from './judge-doubt.ts';
import { findByKeys } from './look.ts';
import { settle } from './settle.ts';

/** One receipt an item, whatever the order; an item without one, or with two that say different things, is in doubt. */
export async function takeReceipts(
  context: RunContext,
  intents: readonly Intent[],
  receipts: readonly Receipt[],
): Promise<void> {
  const byKey = new Map<string, Receipt | null>();
  for (const receipt of receipts) byKey.set(receipt.key, byKey.has(receipt.key) ? null : receipt);
  const outcomes = intents.map((intent) => outcomeOf(context, intent, byKey.get(intent.key) ?? null));
  const known = await ownDuplicates(context, outcomes);
  await context.outcomes(known);
  context.oneError.take(known);
  const doubtful = known.filter(({ is }) => is === 'doubt').map(({ key }) => context.standing.of(key));
  await settle(context, doubtful);
}

function outcomeOf({ standing }: RunContext, { key, id }: Intent, receipt: Receipt | null): Outcome {
  if (receipt === null) return { key, is: 'doubt', because: 'no-receipt' };
  switch (receipt.kind) {
    case 'written': {
      const { item, doubts } = standing.of(key);
      // A change whose receipt names another record is none of it.
      if (id !== null && receipt.id !== id) return { key, is: 'doubt', because: 'another-id' };
      const isNew = item.act === 'create' && (receipt.created !== false || doubts > 0);
      return { key, is: 'written', id: receipt.id, created: isNew };
    }
    case 'refused':
      return { key, is: 'refused', refusal: receipt.refusal };
    case 'unknown':
      return { key, is: 'doubt', because: receipt.because };
    default:
      return receipt satisfies never;
  }
}

/** A create that was in doubt before and is refused now as a duplicate may be its own: then it was written the first time. */
async function ownDuplicates(context: RunContext, outcomes: readonly Outcome[]): Promise<readonly Outcome[]> {
  const suspects = outcomes
    .filter((one) => one.is === 'refused' && one.refusal.category === 'duplicate')
    .map(({ key }) => context.standing.of(key))
    .filter(({ item, doubts }) => item.act === 'create' && item.unique !== null && doubts > 0);
  if (suspects.length === 0) return outcomes;
  const found = await findByKeys(context, suspects);
  const own = new Map(
    suspects
      .map((one) => judgeCreate(context.standing, one, found(one.item)))
      .filter(({ is }) => is === 'written')
      .map((outcome) => [outcome.key, outcome]),
  );
  return outcomes.map((outcome) => own.get(outcome.key) ?? outcome);
}
