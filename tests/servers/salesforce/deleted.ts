import { json, type FakeReply } from '../faults/index.ts';
import { AppError } from './errors.ts';
import type { FakeObject } from './schema.ts';
import type { Store } from './store.ts';

export const FIFTEEN_DAYS = 15 * 24 * 3_600_000;

/** `/sobjects/X/deleted/` and `/updated/`: ids of a span of time, of the last fifteen days. */
export function changedBetween(
  store: Store,
  object: FakeObject,
  which: 'deleted' | 'updated',
  asked: URLSearchParams,
): FakeReply {
  const [from, to] = ['start', 'end'].map((name) => Date.parse(asked.get(name) ?? ''));
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to))
    throw new AppError(400, 'INVALID_REPLICATION_DATE', 'start and end must be dates');
  if (from >= to || from < store.now - FIFTEEN_DAYS)
    throw new AppError(400, 'INVALID_REPLICATION_DATE', 'startDate cannot be more than 15 days ago');
  const rows = store.all(object.name).filter((row) => {
    const at = Date.parse(String(row['SystemModstamp']));
    return (row['IsDeleted'] === true) === (which === 'deleted') && at >= from && at < to;
  });
  const until = asked.get('end') ?? '';
  return json(
    200,
    which === 'updated'
      ? { ids: rows.map(({ Id }) => Id), latestDateCovered: until }
      : {
          deletedRecords: rows.map(({ Id, SystemModstamp }) => ({ id: Id, deletedDate: SystemModstamp })),
          earliestDateAvailable: new Date(store.now - FIFTEEN_DAYS).toISOString().replace('Z', '+0000'),
          latestDateCovered: until,
        },
  );
}
