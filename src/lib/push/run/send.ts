import type { AppFault } from '../../connectors/app/fault.ts';
import type { Receipt, WriteAnswer } from '../../connectors/app/write.ts';
import type { Intent, Outcome } from '../journal/entry.ts';
import type { ItemStanding } from '../journal/standing.ts';
import type { RunContext } from './context.ts';
import { judgeCreate } from './judge-doubt.ts';
import { findByKeys } from './look.ts';
import { prepare } from './prepare.ts';
import { settle } from './settle.ts';

/** Sends one batch: looks at its targets, writes down what it is about to do, does it once, writes down what came of it. */
export async function send(context: RunContext, batch: readonly ItemStanding[]): Promise<void> {
  const { intents, outcomes } = await prepare(context, batch);
  await context.outcomes(outcomes);
  const [first] = batch;
  if (first === undefined || intents.length === 0) return;
  const { side, object, act } = first.item;
  // Nothing may come between the intent and the call: what is only intended counts as sent.
  await context.calls[side].turn();
  await context.intend(intents);
  const items = intents.map(({ key, id, values }) => {
    const { unique } = context.standing.of(key).item;
    return { key, id, unique, values };
  });
  const answer = await context.calls[side].write({ object, act, items });
  await take(context, intents, answer);
}

async function take(context: RunContext, intents: readonly Intent[], answer: WriteAnswer): Promise<void> {
  switch (answer.kind) {
    case 'receipts':
      return takeReceipts(context, intents, answer.receipts);
    case 'not-done':
      await context.outcomes(intents.map(notDone));
      return waitFor(context, intents, answer.fault);
    case 'refused':
      return takeRefusal(context, intents, answer.fault);
    case 'unknown':
      await context.outcomes(intents.map(({ key }) => ({ key, is: 'doubt', because: answer.fault.code })));
      await waitFor(context, intents, answer.fault);
      return settle(context, standingsOf(context, intents));
    default:
      return answer satisfies never;
  }
}

/** One receipt an item, whatever the order; an item without one, or with two that say different things, is in doubt. */
async function takeReceipts(
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

/** None of it was done, and nobody says for which item's sake: halves are tried until only the poison is left (push protocol 5). */
async function takeRefusal(context: RunContext, intents: readonly Intent[], fault: AppFault): Promise<void> {
  const [first] = intents;
  if (first !== undefined && intents.length === 1) {
    const refusal = {
      category: fault.category,
      code: fault.status === null ? fault.code : String(fault.status),
      field: null,
      said: fault.said,
      existing: null,
    };
    const outcomes: readonly Outcome[] = [{ key: first.key, is: 'refused', refusal }];
    await context.outcomes(outcomes);
    context.oneError.take(outcomes);
    return;
  }
  await context.outcomes(intents.map(notDone));
  const half = Math.ceil(intents.length / 2);
  for (const part of [intents.slice(0, half), intents.slice(half)]) {
    context.oneError.mayGoOn();
    await send(context, standingsOf(context, part));
  }
}

const notDone = ({ key }: Intent): Outcome => ({ key, is: 'not-done' });

const standingsOf = ({ standing }: RunContext, intents: readonly Intent[]): readonly ItemStanding[] =>
  intents.map(({ key }) => standing.of(key));

async function waitFor(
  { calls, standing }: RunContext,
  intents: readonly Intent[],
  fault: AppFault,
): Promise<void> {
  const [first] = intents;
  if (first !== undefined) await calls[standing.of(first.key).item.side].afterWrite(fault);
}
