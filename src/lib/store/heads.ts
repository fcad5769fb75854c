import { Refusal, failed, done, type Place, type Result } from './problem.ts';
import type { HeadRow } from './rows.ts';
import type { Sealing } from './sealing.ts';

/** A head's row, or `damaged`: whoever asks knows from elsewhere that it must be there. Inside a transaction. */
export function mustBe(head: HeadRow | undefined, place: Place): HeadRow {
  if (head === undefined) throw new Refusal({ code: 'damaged', ...place });
  return head;
}

/** A head's text as JSON, once its hash was checked. */
export async function openHead<T>(sealing: Sealing, head: HeadRow, place: Place): Promise<Result<T>> {
  const holds = await sealing.holdsText(head.text, head.sha256);
  return holds ? done(JSON.parse(head.text) as T) : failed({ code: 'damaged', ...place });
}
