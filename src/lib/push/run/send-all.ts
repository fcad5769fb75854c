import type { Side } from '../../engine/index.ts';
import type { PushItem } from '../item.ts';
import { areAlike, Batch } from '../plan/batches.ts';
import type { RunContext } from './context.ts';
import { onEachSide, type Lanes } from './lanes.ts';
import { send } from './send.ts';

/**
 * Sends what is to be sent of these, in their order; what waits for a parent comes again once that is written. Of a side several batches
 * are in flight together (S337): of one object and act, and no record in two of them.
 */
export async function sendAll(context: RunContext, keys: readonly string[]): Promise<void> {
  await onEachSide(context, async (side, lanes) => {
    let left: readonly string[] = keys.filter((key) => context.standing.of(key).item.side === side);
    while (left.length > 0) {
      const round = await sendRound(context, side, lanes, left);
      left = round.later.filter((key) => readinessOf(context, key) !== 'over');
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
  const later: string[] = [];
  const open = new Set<string>();
  let batches = 0;
  let last: PushItem | null = null;
  for (let at = 0; at < keys.length;) {
    const head = standing.of(keys[at]!).item;
    // Before the next object or act all of the one before is written: which parents there are is known then.
    if (last !== null && !areAlike(last, head)) await lanes.empty();
    last = head;
    const batch = new Batch(Math.max(1, calls[side].connector.can.batchSize));
    at = fill(context, batch, keys, at, later);
    if (batch.items.length === 0) continue;
    if ([...batch.records].some((record) => open.has(record))) await lanes.empty();
    batches++;
    for (const record of batch.records) open.add(record);
    await lanes.begin(async () => {
      await sendBatch(context, batch.items);
      for (const record of batch.records) open.delete(record);
    });
    later.push(...batch.items.map(({ key }) => key));
  }
  await lanes.empty();
  return { batches, later };
}

async function sendBatch(context: RunContext, items: readonly PushItem[]): Promise<void> {
  context.oneError.mayGoOn();
  await send(
    context,
    items.map(({ key }) => context.standing.of(key)),
  );
}

/** Fills a batch with what is ready of the keys from `from` on; where the next one begins. */
function fill(
  context: RunContext,
  batch: Batch,
  keys: readonly string[],
  from: number,
  later: string[],
): number {
  const head = context.standing.of(keys[from]!).item;
  let at = from;
  for (; at < keys.length; at++) {
    const key = keys[at]!;
    const { item } = context.standing.of(key);
    if (!areAlike(item, head)) break;
    const readiness = readinessOf(context, key);
    if (readiness === 'waits') later.push(key);
    if (readiness === 'ready' && !batch.takes(item)) break;
  }
  return at;
}

/** `waits`: for a parent that may still be written. */
function readinessOf({ standing }: RunContext, key: string): 'ready' | 'waits' | 'over' {
  const { item, is } = standing.of(key);
  if (is !== 'planned' && is !== 'not-done') return 'over';
  const parents = [...item.refs.values()].map((parent) => standing.of(parent).is);
  if (parents.every((one) => one === 'written')) return 'ready';
  return parents.some((one) => one === 'refused' || one === 'stale' || one === 'unknown') ? 'over' : 'waits';
}
