import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { linkAt, type Baseline, type Side } from '../../src/lib/engine/index.ts';
import { lookAtPairs, type LiveCount, type RecordedPair } from '../../src/lib/push/index.ts';

/** Linked records that are looked at on each side, at most. */
const PAIRS = 20;

/** What an app says of itself just before a push; `said`: it does not answer. */
export type SideFacts =
  | {
      readonly ok: true;
      readonly counts: readonly LiveCount[];
      readonly canaries: { readonly recorded: number; readonly asRecorded: number };
    }
  | { readonly ok: false; readonly said: string };

/** An object of a side that is written to. */
export interface WrittenObject {
  readonly sync: string;
  readonly object: string;
  /** Records the plan was made from. */
  readonly planned: number;
}

/** How many records there are, and whether linked ones stand there as they did (push protocol 2). */
export async function sideFacts(
  side: Side,
  app: AppConnector,
  objects: readonly WrittenObject[],
  baseline: Baseline | null,
): Promise<SideFacts> {
  const counts: LiveCount[] = [];
  for (const { sync, object, planned } of objects) {
    const page = await app.read({ object, fields: [], since: null, deleted: false, cursor: null });
    if (!page.ok) return { ok: false, said: page.fault.said === '' ? page.fault.code : page.fault.said };
    const { total, next, records } = page.value;
    counts.push({ sync, side, planned, now: total ?? (next === null ? records.length : null) });
  }
  const recorded = objects.flatMap((object) => recordedPairs(side, object, baseline));
  if (recorded.length === 0) return { ok: true, counts, canaries: { recorded: 0, asRecorded: 0 } };
  const looked = await lookAtPairs(app, recorded);
  return looked.ok
    ? { ok: true, counts, canaries: looked.value }
    : { ok: false, said: looked.fault.said === '' ? looked.fault.code : looked.fault.said };
}

/** Links spread over the baseline of a sync, each with the first field it has a text of. */
function recordedPairs(
  side: Side,
  { sync, object }: WrittenObject,
  baseline: Baseline | null,
): RecordedPair[] {
  const table = baseline?.links.get(sync);
  if (table === undefined) return [];
  const pairs: RecordedPair[] = [];
  const step = Math.max(1, Math.floor(table.count / PAIRS));
  for (let at = 0; at < table.count && pairs.length < PAIRS; at += step) {
    const link = linkAt(table, at);
    const id = link[side];
    // What was handed over and not seen since may be another text by now.
    const kept = [...link.values[side]].find(([field, text]) => text !== '' && !link.sent[side].has(field));
    if (id !== null && kept !== undefined) pairs.push({ object, id, field: kept[0], text: kept[1] });
  }
  return pairs;
}
