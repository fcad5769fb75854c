import type { AppConnector } from '../../connectors/app/app-connector.ts';
import type { Answer } from '../../connectors/app/fault.ts';

/** A linked record as it was written down last time: the text of its key then. */
export interface RecordedPair {
  readonly object: string;
  readonly id: string;
  readonly field: string;
  readonly text: string;
}

/** How many of the recorded ones stand in this account as they did: in another account hardly any does. */
export async function lookAtPairs(
  app: AppConnector,
  recorded: readonly RecordedPair[],
): Promise<Answer<{ readonly recorded: number; readonly asRecorded: number }>> {
  let asRecorded = 0;
  for (const object of new Set(recorded.map((one) => one.object))) {
    const own = recorded.filter((one) => one.object === object);
    const fields = [...new Set(own.map(({ field }) => field))];
    const answer = await app.readByIds(object, [...new Set(own.map(({ id }) => id))], fields);
    if (!answer.ok) return answer;
    const texts = new Map(
      answer.value.filter(({ deleted }) => !deleted).map(({ id, values }) => [id, values]),
    );
    asRecorded += own.filter(({ id, field, text }) => texts.get(id)?.get(field) === text).length;
  }
  return { ok: true, value: { recorded: recorded.length, asRecorded } };
}
