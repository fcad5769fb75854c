import * as Comlink from 'comlink';
import {
  compareOffers,
  drain,
  matchInput,
  planSyncs,
  processingOrder,
  runTask,
  typedOffers,
  type Memo,
  type NormalColumn,
  type Offer,
  type Plan,
  type PlanInput,
  type Progress,
  type Task,
  type Tools,
} from '../../src/lib/engine/index.ts';
import { handedOver } from './handed-over.ts';
import { runSteps } from './run-steps.ts';

type Result = NormalColumn | Uint8Array;

/** A second engine worker, as the one that plans sees it. */
export interface Helper {
  runTask(task: Task): Promise<Result>;
}

/** Where a plan runs. `helper`: null where one worker does it all. */
export interface PlanDrive {
  readonly tools: Tools;
  readonly memo: Memo;
  readonly helper: Helper | null;
  /** Which work is worth another worker; what is heavy where nothing is said. */
  readonly worth?: (offer: Offer) => boolean;
  /** How long the helper's last answers are waited for; a second where nothing is said. */
  readonly patience?: () => Promise<void>;
  readonly onProgress: (progress: Progress) => void;
  readonly stale: () => boolean;
}

/** Tasks the helper has at a time, so that it need not wait for the next one. */
const AHEAD = 2;

/** How long the helper's last answers are waited for before this worker does the work itself as well (milliseconds). */
const PATIENCE = 1_000;

/**
 * Plans alone or with a helper, which does every second one of what is heavy and can be done apart: key columns, then
 * mappings. Results go into the memo under their names, so the plan is the same either way (MA16), also
 * where the helper fails. Null where `stale` says the plan is no longer wanted.
 */
export async function planShared(input: PlanInput, drive: PlanDrive): Promise<Plan | null> {
  const { tools, memo, helper, onProgress, stale } = drive;
  if (helper !== null) {
    const other = new Other(helper);
    for (const sync of processingOrder(input.design.syncs)) {
      const own = matchInput(input, sync);
      if (!(await share(typedOffers(own, memo), other, drive))) return null;
      const offers = await runSteps(compareOffers(own, tools, memo), onProgress, stale);
      if (offers === null || !(await share(offers, other, drive))) return null;
    }
  }
  return runSteps(planSyncs(input, tools, memo), onProgress, stale);
}

/** The helper's side: runs a task and hands the result over. */
export function runForOther(task: Task, tools: Tools): Result {
  const result = drain(runTask(task, tools));
  if (result instanceof Uint8Array) return Comlink.transfer(result, [result.buffer]);
  const { offsets, bytes } = result;
  return Comlink.transfer({ offsets, bytes }, [offsets.buffer, bytes.buffer]);
}

/** The helper during one plan. One that was waited for in vain is not asked again until the next plan. */
class Other {
  readonly #helper: Helper;
  #hasAnswered = false;
  isSilent = false;

  constructor(helper: Helper) {
    this.#helper = helper;
  }

  async runTask(task: Task): Promise<Result> {
    const result = await this.#helper.runTask(handedOver(task));
    this.#hasAnswered = true;
    return result;
  }

  /** It was waited for, and this much is missing. */
  waited(missing: number): void {
    this.isSilent = missing > 0 && !this.#hasAnswered;
  }
}

/** Every offer gets its result; false where the plan is no longer wanted. */
async function share(offers: readonly Offer[], other: Other, drive: PlanDrive): Promise<boolean> {
  const worth = drive.worth ?? ((offer) => offer.heavy);
  const theirs = other.isSilent ? [] : offers.filter(worth).filter((_, i) => i % 2 === 1);
  const mine = offers.filter((offer) => !theirs.includes(offer));
  const missing = new Set(theirs);
  const settle = (offer: Offer, result: Result): void => {
    if (missing.delete(offer)) offer.keep(result);
  };
  const lane = async (): Promise<void> => {
    for (let offer = theirs.shift(); offer !== undefined; offer = theirs.shift()) {
      settle(offer, await other.runTask(offer.task));
    }
  };
  // A helper that fails leaves its offers missing: they are done here.
  const lanes = Promise.allSettled(Array.from({ length: AHEAD }, lane));

  for (const offer of mine) {
    const result = await runHere(offer, drive, () => false);
    if (result === null) return false;
    offer.keep(result);
  }
  const patience = drive.patience ?? ((): Promise<void> => after(PATIENCE));
  await Promise.race([lanes, patience()]);
  other.waited(missing.size);
  theirs.length = 0;
  for (const offer of [...missing]) {
    const result = await runHere(offer, drive, () => !missing.has(offer));
    if (result !== null) settle(offer, result);
    else if (drive.stale()) return false;
  }
  return true;
}

/** Null where the plan is stale or the result came from elsewhere. */
const runHere = (
  { task }: Offer,
  { tools, onProgress, stale }: PlanDrive,
  isDone: () => boolean,
): Promise<Result | null> => runSteps(runTask(task, tools), onProgress, () => stale() || isDone());

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
