import type { AppFault } from '../../connectors/app/fault.ts';
import type { WriteAnswer } from '../../connectors/app/write.ts';
import type { Intent, Outcome } from '../journal/entry.ts';
import type { ItemStanding } from '../journal/standing.ts';
import { askedOf, notDone, standingsOf } from './asked.ts';
import type { RunContext } from './context.ts';
import { prepare } from './prepare.ts';
import { settle } from './settle.ts';
import { takeReceipts } from './take-receipts.ts';

/** Sends one batch: looks at its targets, writes down what it is about to do, does it once, writes down what came of it. */
export async function send(context: RunContext, batch: readonly ItemStanding[]): Promise<void> {
  const { intents, outcomes } = await prepare(context, batch);
  await context.outcomes(outcomes);
  const [first] = batch;
  if (first === undefined || intents.length === 0) return;
  const { side } = first.item;
  // Nothing may come between the intent and the call: what is only intended counts as sent.
  await context.calls[side].turn();
  await context.intend(intents);
  const answer = await context.calls[side].write(askedOf(standingsOf(context, intents)));
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

export async function waitFor(
  { calls, standing }: RunContext,
  intents: readonly Intent[],
  fault: AppFault,
): Promise<void> {
  const [first] = intents;
  if (first !== undefined) await calls[standing.of(first.key).item.side].afterWrite(fault);
}
