import type { CallAnswer } from '../call.ts';
import type { AppFault } from '../fault.ts';
import type { Receipt, WriteAnswer, WriteBatch } from '../write.ts';
import { lostFault, refusedFault, saidIn, strangeFault, unaskable } from './faults.ts';
import { parsed } from './form.ts';
import type { Line } from './line.ts';
import { receiptsOf } from './receipts.ts';
import type { Schemas } from './schema.ts';
import { callsOf, type WriteCall } from './write-calls.ts';

/** Sends a batch, and says no more of it than the answer does. */
export async function writeBatch(line: Line, schemas: Schemas, batch: WriteBatch): Promise<WriteAnswer> {
  if (batch.items.length === 0) return { kind: 'receipts', receipts: [] };
  const schema = await schemas.of(batch.object);
  if (!schema.ok) return { kind: 'not-done', fault: schema.fault };
  const calls = callsOf(schema.value, batch);
  if (calls === null) return { kind: 'refused', fault: unaskable(batch.act) };
  const receipts: Receipt[] = [];
  for (const [i, one] of calls.entries()) {
    const answer = await write(line, one);
    if (answer.kind === 'receipts') receipts.push(...answer.receipts);
    // Nothing was sent before it: what is true of the call is true of the batch.
    else if (i === 0 && (calls.length === 1 || answer.kind === 'not-done')) return answer;
    else
      receipts.push(
        ...one.items.map(({ key }): Receipt => ({ key, kind: 'unknown', because: answer.fault.code })),
      );
  }
  return { kind: 'receipts', receipts };
}

async function write(line: Line, one: WriteCall): Promise<WriteAnswer> {
  const answer = await line.call(one.call);
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) {
    const receipts = receiptsOf(parsed(answer.body), one);
    return receipts === null
      ? { kind: 'unknown', fault: strangeFault(answer) }
      : { kind: 'receipts', receipts };
  }
  const fault: AppFault = answer.kind === 'lost' ? lostFault(answer) : refusedFault(answer);
  return { kind: certaintyOf(answer), fault };
}

/** What is certain of a call that was not done as asked. */
function certaintyOf(answer: CallAnswer): 'not-done' | 'refused' | 'unknown' {
  if (answer.kind === 'lost')
    return answer.because === 'no-relay' || answer.because === 'relay-refused' ? 'not-done' : 'unknown';
  const { status, body } = answer;
  // At the door, before anything was looked at.
  if (status === 401 || status === 403 || status === 429) return 'not-done';
  // The app's own words, of a call it has read; a page of HTML with the same status is somebody else's.
  return status >= 400 && status < 500 && saidIn(body) !== null ? 'refused' : 'unknown';
}
