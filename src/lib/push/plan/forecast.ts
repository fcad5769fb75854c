import type { Allowance, Capabilities } from '../../connectors/app/app-connector.ts';
import { onBoth, type Both } from '../../engine/index.ts';
import type { PushPlan } from '../item.ts';
import { batchesOf } from './batches-of.ts';
import { goingOf } from './first-records.ts';

/** What a push will ask of one side, when nothing goes wrong. */
export interface SideForecast {
  readonly records: number;
  readonly calls: number;
  /** Jobs among what is sent (S440). */
  readonly jobs: number;
  /** Of calls that the account allows; null where that is not known. */
  readonly allowance: Allowance | null;
  readonly isWithinAllowance: boolean;
}

export interface Forecast {
  readonly sides: Both<SideForecast>;
  readonly minutes: number;
}

/** Milliseconds of one call, where nothing better is known. */
const CALL = 400;
/** Records read back by one call. */
const READ = 100;
/** Calls of a job: it is opened, filled, started, looked at twice, and its three results read. */
const JOB_CALLS = 8;
/** Milliseconds that an app takes over one record of a job, about. */
const JOB_RECORD = 10;

/** Calls and minutes before it begins: each batch is read, looked for by key or sent, and read back at the end; a job is looked at in pieces of a call. */
export function forecast(
  plan: Pick<PushPlan, 'items' | 'canary' | 'first' | 'jobs'>,
  can: Both<Capabilities>,
  allowance: Both<Allowance | null>,
  callTakes: number = CALL,
): Forecast {
  const items = goingOf(plan);
  const batches = { left: 0, right: 0 };
  const jobs = { left: 0, right: 0 };
  let inJobs = 0;
  for (const { items: own, isJob } of batchesOf(
    plan,
    onBoth((side) => can[side].batchSize),
  )) {
    const [first] = own;
    const looks =
      first.act !== 'create' || own.some(({ unique, sought }) => unique !== null || sought !== undefined);
    const pieces = Math.ceil(own.length / Math.max(1, can[first.side].batchSize));
    batches[first.side] += (looks ? pieces : 0) + (isJob ? JOB_CALLS : 1);
    if (!isJob) continue;
    jobs[first.side]++;
    inJobs += own.length;
  }
  const sides = onBoth((side): SideForecast => {
    const records = items.filter((item) => item.side === side).length;
    const calls = records === 0 ? 0 : 1 + batches[side] + Math.ceil(records / READ);
    const allowed = allowance[side];
    return {
      records,
      calls,
      jobs: jobs[side],
      allowance: allowed,
      isWithinAllowance: allowed === null || calls <= allowed.left,
    };
  });
  const takes = onBoth((side) => sides[side].calls * Math.max(callTakes, pace(can[side])));
  return { sides, minutes: (takes.left + takes.right + inJobs * JOB_RECORD) / 60_000 };
}

const pace = ({ rate }: Capabilities): number =>
  rate === null ? 0 : rate.milliseconds / Math.max(1, rate.calls);
