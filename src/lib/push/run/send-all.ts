import type { JobSizes } from '../../connectors/app/jobs.ts';
import type { Side } from '../../engine/index.ts';
import type { Batch } from '../plan/batches.ts';
import { Cutting, type Readiness } from '../plan/cutting.ts';
import type { RunContext } from './context.ts';
import { onEachSide, type Lanes } from './lanes.ts';
import { sendJob } from './send-job.ts';
import { send } from './send.ts';

/**
 * Sends what is to be sent of these, in their order; what waits for a parent comes again once that is written. Of a side several batches
 * are in flight together (S337): of one object and act, and no record in two of them. A job goes alone (S440).
 */
export async function sendAll(context: RunContext, keys: readonly string[]): Promise<void> {
  await onEachSide(context, async (side, lanes) => {
    const isOpen = (key: string): boolean => readinessOf(context, key) !== 'over';
    let left = keys.filter((key) => context.standing.of(key).item.side === side).filter(isOpen);
    while (left.length > 0) {
      const round = await sendRound(context, side, lanes, left);
      left = round.later.filter(isOpen);
      if (round.batches === 0) return;
    }
  });
}

/** Sends what is ready of these, each once; which keys may have to come again. */
async function sendRound(
  context: RunContext,
  side: Side,
  lanes: Lanes,
  keys: readonly string[],
): Promise<{ readonly batches: number; readonly later: readonly string[] }> {
  const { standing, calls } = context;
  const again = new Set<string>();
  const open = new Set<string>();
  let batches = 0;
  const cutting = new Cutting(
    keys.map((key) => standing.of(key).item),
    { call: calls[side].connector.can.batchSize, job: jobOf(context, side) },
    ({ key }) => readinessOf(context, key),
    // What a job did not come to goes in calls: they say what is wrong with which record (S443).
    ({ key, inJob }) => inJob === true && standing.of(key).doubts === 0,
  );
  while (!cutting.isAtEnd) {
    if (cutting.needsAllOver) {
      await lanes.empty();
      cutting.allOver();
    }
    const batch = cutting.next();
    if (batch.items.length === 0) continue;
    if (batch.isJob || [...batch.records].some((record) => open.has(record))) await lanes.empty();
    batches++;
    for (const record of batch.records) open.add(record);
    await lanes.begin(async () => {
      await sendBatch(context, batch);
      for (const record of batch.records) open.delete(record);
    });
    if (batch.isJob) await lanes.empty();
    for (const { key } of batch.items) again.add(key);
  }
  await lanes.empty();
  for (const { key } of cutting.waiting) again.add(key);
  return { batches, later: keys.filter((key) => again.has(key)) };
}

/** What goes first is no job's, since a person looks at it. */
const jobOf = ({ calls, standing }: RunContext, side: Side): JobSizes | null =>
  standing.canaryIsDone && calls[side].connector.jobs !== undefined
    ? (standing.plan.jobs?.[side] ?? null)
    : null;

async function sendBatch(context: RunContext, { isJob, items }: Batch): Promise<void> {
  context.oneError.mayGoOn();
  const standings = items.map(({ key }) => context.standing.of(key));
  await (isJob ? sendJob(context, standings) : send(context, standings));
}

function readinessOf({ standing }: RunContext, key: string): Readiness {
  const { item, is } = standing.of(key);
  if (is !== 'planned' && is !== 'not-done') return 'over';
  const parents = [...item.refs.values()].map((parent) => standing.of(parent).is);
  if (parents.every((one) => one === 'written')) return 'ready';
  return parents.some((one) => one === 'refused' || one === 'stale' || one === 'unknown') ? 'over' : 'waits';
}
