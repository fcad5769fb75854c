import type { AppRecord } from '../../connectors/app/app-connector.ts';
import type { ReadBack } from '../journal/entry.ts';
import { sentTexts, type ItemStanding } from '../journal/standing.ts';
import { areEqual, fieldsThatDiffer, shared } from '../same-text.ts';
import type { RunContext } from './context.ts';
import { forEachPiece } from './lanes.ts';
import { readTargets } from './look.ts';
import { alike } from './settle.ts';

/** Reads back every written record of these that was not read back yet, and says how it reads (push protocol 6). */
export async function verify(context: RunContext, keys: Iterable<string>): Promise<void> {
  const written = [...keys]
    .map((key) => context.standing.of(key))
    .filter(({ is, readBack }) => is === 'written' && readBack === null);
  const idOf = ({ item }: ItemStanding): string | null => context.standing.idOf(item.key);
  await forEachPiece(context, alike(written), async (batch) => {
    const records = await readTargets(context, batch, idOf);
    await context.readBack(batch.map((one) => readBackOf(one, records.get(idOf(one) ?? ''))));
  });
}

function readBackOf(one: ItemStanding, record: AppRecord | undefined): ReadBack {
  const { key, act } = one.item;
  const found = record?.values ?? null;
  if (act === 'remove') return { key, verdict: found === null ? 'as-planned' : 'different', found };
  if (found === null) return { key, verdict: 'gone', found };
  const texts = sentTexts(one);
  if (areEqual(texts, found)) return { key, verdict: 'as-planned', found: shared(found, texts) };
  return { key, verdict: fieldsThatDiffer(texts, found).length === 0 ? 'normalised' : 'different', found };
}
