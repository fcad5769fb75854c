import { expect, it } from 'vitest';
import type { ResultRow, ResultTable } from '../../src/lib/engine/index.ts';
import { answersOfPush, type PushItem, type Result } from '../../src/lib/push/index.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import { itemOf, texts } from './push-world.ts';
import { DESIGN } from './two-apps.ts';

type Written = Result & { readonly is: 'written' };

/** A written record, read back with these texts. */
const written = (item: PushItem, more: Partial<Written>): Written => ({
  ...{
    item,
    is: 'written',
    id: '7',
    created: item.act === 'create',
    reads: 'as-planned',
    found: item.values,
  },
  ...more,
});

/** What is said to have been seen of the name. */
function seen(result: Result): string | null | undefined {
  const tables: readonly ResultTable[] = answersOfPush([result], readWorldDesign(DESIGN));
  return tables[0]?.seen?.(tables[0].rows[0] as ResultRow, 'name');
}

it('[S462] a push tells what it saw of what it wrote: as it was sent or in the app`s form, and of no record that was there before', () => {
  const own = { sync: 'people', object: 'people', values: texts({ name: 'Ada' }) };
  const update = itemOf({ ...own, key: 'k', act: 'update', id: '7' });
  const create = itemOf({ ...own, key: 'k', act: 'create', id: null });
  expect(seen(written(update, {}))).toBe('Ada');
  expect(seen(written(update, { reads: 'normalised', found: texts({ name: 'ADA' }) }))).toBe('ADA');
  expect(seen(written(create, {}))).toBe('Ada');
  expect(seen(written(create, { created: false }))).toBeNull();
  expect(seen(written(update, { reads: 'different', found: texts({ name: 'Bo' }) }))).toBeNull();
  expect(seen(written(update, { reads: 'gone', found: null }))).toBeNull();
  expect(seen(written(update, { reads: null, found: null }))).toBeNull();
  const beside = itemOf({ ...own, key: 'k', act: 'update', id: '7', values: texts({ note: 'x' }) });
  expect(seen(written(beside, { found: texts({ note: 'x', name: 'Ada' }) }))).toBeNull();
});
