import type { Receipt, WriteItem } from '../write.ts';
import { PATHS } from './paths.ts';
import { receiptsOf, type Written } from './receipts.ts';
import type { Talk } from './talk.ts';
import { textOf } from './form.ts';

const STAGE = 'lifecyclestage';

/**
 * S304: a lifecycle stage goes forward only; one that would go back is left without a word, and the answer has the old one. Where the
 * answer says so it is cleared, then set. What does not end there is unknown.
 */
export async function stagesTakenBack(
  talk: Talk,
  object: string,
  items: readonly WriteItem[],
  { receipts, properties }: Written,
): Promise<readonly Receipt[]> {
  const wanted = new Map(items.map((item) => [item.key, item.values.get(STAGE) ?? '']));
  const left = receipts.flatMap((receipt) => {
    const stage = wanted.get(receipt.key) ?? '';
    const now = textOf(properties.get(receipt.key)?.[STAGE]);
    return receipt.kind === 'written' && stage !== '' && now !== null && now !== stage
      ? [{ key: receipt.key, id: receipt.id, stage }]
      : [];
  });
  if (left.length === 0) return receipts;
  const cleared = await talk.post(PATHS.batch(object, 'update'), {
    inputs: left.map(({ key, id }) => ({ id, properties: { [STAGE]: '' }, objectWriteTraceId: key })),
  });
  const set = cleared.ok
    ? await talk.post(PATHS.batch(object, 'update'), {
        inputs: left.map(({ key, id, stage }) => ({
          id,
          properties: { [STAGE]: stage },
          objectWriteTraceId: key,
        })),
      })
    : cleared;
  const asked = left.map(({ key, id }): WriteItem => ({ key, id, unique: null, values: new Map() }));
  const done = set.ok ? receiptsOf(asked, set.body, 'update') : null;
  const there = new Set(
    left
      .filter(({ key, stage }) => textOf(done?.properties.get(key)?.[STAGE]) === stage)
      .map(({ key }) => key),
  );
  const doubtful = new Set(left.map(({ key }) => key).filter((key) => !there.has(key)));
  return receipts.map((one) =>
    doubtful.has(one.key) ? { key: one.key, kind: 'unknown', because: 'lifecycle-stage' } : one,
  );
}
