import type { AppFault } from '../fault.ts';
import type { WriteAnswer, WriteItem } from '../write.ts';
import type { Reply } from './answers.ts';

type No = Extract<Reply, { ok: false }>;

/** Said before anything was done: it may be sent again once the cause is gone. */
const BEFORE: ReadonlySet<AppFault['code']> = new Set([
  'signed-out',
  'forbidden',
  'rate-limit',
  'daily-limit',
  'locked',
  'no-relay',
  'relay-refused',
]);

/**
 * What a batch that was not answered with receipts came to. 5xx may come after the commit: anything may have been done. A no of
 * HubSpot's to the whole batch did nothing (F8); of a batch of one it is that record's.
 */
export function notReceived({ fault, refusal }: No, items: readonly WriteItem[]): WriteAnswer {
  if (BEFORE.has(fault.code) || fault.status === 477) return { kind: 'not-done', fault };
  if (fault.code !== 'refused' && fault.code !== 'not-found') return { kind: 'unknown', fault };
  const [only, ...more] = items;
  if (refusal === null || only === undefined || more.length > 0) return { kind: 'refused', fault };
  return { kind: 'receipts', receipts: [{ key: only.key, kind: 'refused', refusal }] };
}
