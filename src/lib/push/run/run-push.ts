import type { Account, AppConnector } from '../../connectors/app/app-connector.ts';
import { onBoth, SIDES, type Both } from '../../engine/index.ts';
import { isOver, type PushState } from '../journal/entry.ts';
import { JournalFailed, type Journal } from '../journal/journal.ts';
import type { ItemStanding } from '../journal/standing.ts';
import { Calls } from './calls.ts';
import { RunContext } from './context.ts';
import { Ending } from './ending.ts';
import type { PushEvent } from './events.ts';
import { settleJobs } from './follow-job.ts';
import { Halt, paused } from './halt.ts';
import { sendAll } from './send-all.ts';
import { settleAll } from './settle.ts';
import type { Control, PushLock, PushTools } from './tools.ts';
import { verify } from './verify.ts';

export interface PushJob {
  readonly journal: Journal;
  readonly connectors: Both<AppConnector>;
  readonly lock: PushLock;
  /** Who pushes, as others see it who want to. */
  readonly owner: string;
  readonly tools: PushTools;
  readonly control: Control;
  /** Batches of a side that may be in flight together; 4 where nothing is said. */
  readonly inFlight?: number;
  readonly tell?: (event: PushEvent) => void;
}

/** How a run ended. `taken`: somebody else pushes this project. `journal`: it cannot be written, and so nothing is sent. */
export type PushEnd =
  | { readonly ok: true; readonly state: PushState }
  | { readonly ok: false; readonly because: 'taken'; readonly owner: string; readonly since: string }
  | { readonly ok: false; readonly because: 'journal'; readonly said: string };

/**
 * Carries out what is left of a push, from wherever its journal says it stands: after a pause, after signing in again, after a crash. It
 * decides nothing of the sync: it sends what was approved, or does not.
 */
export async function runPush(job: PushJob): Promise<PushEnd> {
  const { journal, lock, owner } = job;
  const { state } = journal.standing;
  if (isOver(state)) return { ok: true, state };
  const taken = await lock.take(journal.standing.plan.project, owner);
  if (!taken.ok) return { ok: false, because: 'taken', owner: taken.owner, since: taken.since };
  try {
    return { ok: true, state: await run(job) };
  } catch (error) {
    if (error instanceof JournalFailed) return { ok: false, because: 'journal', said: error.because };
    throw error;
  } finally {
    await taken.release();
  }
}

/** S337 */
const IN_FLIGHT = 4;

async function run({
  journal,
  connectors,
  tools,
  control,
  inFlight = IN_FLIGHT,
  tell = () => undefined,
}: PushJob): Promise<PushState> {
  const contextWith = (by: Control): RunContext => {
    const ending = new Ending(by);
    const calls = onBoth((side) => new Calls(side, connectors[side], tools, ending, tell));
    return new RunContext(journal, calls, { ending, inFlight }, tools, tell);
  };
  const context = contextWith(control);
  await context.state({ is: 'running' });
  const end = await halted(() => carryOut(context));
  // A push that was stopped sends nothing more; what it sent is still looked at, as far as the app lets it.
  const looked = end.is === 'stopped' ? await halted(() => lookAtSent(contextWith(afterStop(control)))) : end;
  // A job may take long: who pauses meanwhile stops the push another time.
  const state = looked.is === 'paused' && looked.cause.code === 'asked' ? looked : end;
  await context.state(state);
  return state;
}

const afterStop = (control: Control): Control => ({
  get wanted() {
    return control.wanted === 'pause' ? 'pause' : 'run';
  },
  signal: new AbortController().signal,
});

async function lookAtSent(context: RunContext): Promise<PushState> {
  await settleJobs(context);
  await settleAll(context, inDoubt(context));
  await verify(context, keysOf(context));
  return { is: 'stopped' };
}

async function carryOut(context: RunContext): Promise<PushState> {
  const { standing } = context;
  const keys = keysOf(context);
  await checkAccounts(context);
  await settleJobs(context);
  await settleAll(context, inDoubt(context));
  if (!standing.canaryIsDone) await canary(context, standing.plan.canary);
  await sendAll(context, keys);
  await verify(context, keys);
  return { is: 'done' };
}

const keysOf = ({ standing }: RunContext): readonly string[] =>
  [...standing.items()].map(({ item }) => item.key).filter((key) => !standing.isLater(key));

/** What was sent, or left in doubt, by a run that did not end. */
const inDoubt = ({ standing }: RunContext): readonly ItemStanding[] =>
  [...standing.items()].filter(({ is }) => is === 'sent' || is === 'doubt');

/** A push goes to the accounts its plan was made of, and to no others (push protocol 2 and 5). */
async function checkAccounts(context: RunContext): Promise<void> {
  const { calls, standing } = context;
  const sides = new Set(keysOf(context).map((key) => standing.of(key).item.side));
  for (const side of SIDES) {
    if (!sides.has(side)) continue;
    const expected = standing.plan.accounts[side];
    const found: Account = await calls[side].read((app) => app.account());
    if (found.id !== expected) throw paused({ code: 'wrong-account', expected, found: found.id });
  }
}

/** A few records of every kind first: where they do not become what was planned a person looks before the rest goes. */
async function canary(context: RunContext, keys: readonly string[]): Promise<void> {
  await sendAll(context, keys);
  await verify(context, keys);
  await context.canaryIsDone();
  const all = keys.map((key) => context.standing.of(key));
  const count = (of: (one: ItemStanding) => boolean): number => all.filter(of).length;
  const refused = count(({ is }) => is === 'refused');
  const unknown = count(({ is }) => is === 'unknown');
  const different = count(
    ({ readBack }) => readBack?.verdict === 'different' || readBack?.verdict === 'gone',
  );
  if (refused + different + unknown > 0) throw paused({ code: 'canary', refused, different, unknown });
}

/** What a run came to when it is halted; anything else is no end of it. */
async function halted(work: () => Promise<PushState>): Promise<PushState> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Halt) return error.state;
    throw error;
  }
}
