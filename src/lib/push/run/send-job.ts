import type { AppFault } from '../../connectors/app/fault.ts';
import type { Side } from '../../engine/index.ts';
import type { Intent } from '../journal/entry.ts';
import type { ItemStanding } from '../journal/standing.ts';
import { piecesOf } from '../pieces.ts';
import { askedOf, notDone, standingsOf } from './asked.ts';
import type { RunContext } from './context.ts';
import { endJob } from './follow-job.ts';
import { forEachPiece } from './lanes.ts';
import { prepare, type Prepared } from './prepare.ts';
import { send, waitFor } from './send.ts';

/**
 * Sends one batch as a job (S440, S441): looks at its targets, writes down what it is about to do, has the job opened and writes its name down,
 * fills it, writes down that it is about to be started, starts it, and takes what came of it. A run that is to end ends between two of these;
 * what becomes of the job then is for the next one, or for the stop.
 */
export async function sendJob(context: RunContext, batch: readonly ItemStanding[]): Promise<void> {
  const { intents, outcomes } = await prepareAll(context, batch);
  await context.outcomes(outcomes);
  const [first] = batch;
  if (first === undefined || intents.length === 0) return;
  const { side } = first.item;
  const calls = context.calls[side];
  await calls.turn();
  const job = await context.intendJob(side, intents);
  const asked = askedOf(standingsOf(context, intents));
  const opened = await calls.step((jobs) => jobs.open(asked));
  if (!opened.ok) return notBegun(context, intents, opened.fault);
  const name = opened.value;
  await context.jobStep(job, { is: 'named', name });
  await calls.turn();
  const filled = await calls.step((jobs) => jobs.fill(name, asked));
  if (!filled.ok) {
    // Nobody starts it any more, so it may stay where it cannot be taken back now.
    await calls.step((jobs) => jobs.abort(name));
    return notBegun(context, intents, filled.fault);
  }
  await calls.turn();
  await context.jobStep(job, { is: 'starting' });
  await start(context, side, name);
  await endJob(context, job);
}

/** Starts it, until it is known to be started; where the app does not take that, it is left open. */
async function start({ calls }: RunContext, side: Side, name: string): Promise<void> {
  for (;;) {
    const started = await calls[side].step((jobs) => jobs.start(name));
    if (started.ok || IS_NO.has(started.fault.code)) return;
    await calls[side].afterWrite(started.fault);
    const look = await calls[side].askJob((jobs) => jobs.look(name));
    if (look?.state !== 'open') return;
  }
}

/** The app understood, and says no: then it says no the next time too. */
const IS_NO: ReadonlySet<AppFault['code']> = new Set(['refused', 'not-found']);

/** Nothing of it was done. What the app does not take as a job goes in calls, which say what is wrong with which record. */
async function notBegun(context: RunContext, intents: readonly Intent[], fault: AppFault): Promise<void> {
  await context.outcomes(intents.map(notDone));
  if (!IS_NO.has(fault.code)) return waitFor(context, intents, fault);
  const { side } = context.standing.of(intents[0]!.key).item;
  for (const piece of piecesOf(intents, context.calls[side].connector.can.batchSize)) {
    context.oneError.mayGoOn();
    await send(context, standingsOf(context, piece));
  }
}

/** Looks at the targets in pieces of a call each, several at a time. */
async function prepareAll(context: RunContext, batch: readonly ItemStanding[]): Promise<Prepared> {
  const [first] = batch;
  if (first === undefined) return { intents: [], outcomes: [] };
  const pieces = piecesOf(batch, context.calls[first.item.side].connector.can.batchSize);
  const prepared = new Map<readonly ItemStanding[], Prepared>();
  await forEachPiece(context, pieces, async (piece) => {
    prepared.set(piece, await prepare(context, piece));
  });
  const all = pieces.map((piece) => prepared.get(piece)!);
  return {
    intents: all.flatMap(({ intents }) => intents),
    outcomes: all.flatMap(({ outcomes }) => outcomes),
  };
}
