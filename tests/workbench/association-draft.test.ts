import { expect, it } from 'vitest';
import type { ObjectSync } from '../../src/lib/engine/index.ts';
import { guessed } from '../../src/lib/ui/design/association-draft.ts';
import { designOf } from '../engine/design/design-of.ts';

const sync = (id: string, kind: ObjectSync['kind']) => ({
  id,
  kind,
  title: id,
  names: { left: [], right: [] },
});
const parents = [sync('people', 'contacts'), sync('deals', 'deals'), sync('companies', 'companies')];
const names = {
  left: ['Record ID', 'Associated Company', 'Associated Contact IDs'],
  right: ['Id', 'Account_Ids', 'AccountId', 'ContactId'],
};

it('[AS1][AS3] a new association leads to the first sync without one, by columns called so', () => {
  const own = designOf({ id: 'deals', kind: 'deals', matching: { method: 'none' } }).syncs[0]!;
  const first = guessed(own, parents, names);
  expect(first).toEqual({
    to: 'companies',
    required: false,
    left: { field: 'Associated Company', by: null, primaryOnly: true },
    right: { field: 'Account_Ids', by: null, primaryOnly: true },
  });
  const second = guessed({ ...own, associations: [first] }, parents, names);
  expect([second.to, second.left.field, second.right.field]).toEqual([
    'people',
    'Associated Contact IDs',
    'ContactId',
  ]);
  expect(second.left.primaryOnly).toBe(false);
  // Nothing is called so, and there is no other sync: the fields are to be chosen.
  const alone = guessed(own, [sync('deals', 'deals')], { left: ['Name'], right: [] });
  expect([alone.to, alone.left.field, alone.right.field]).toEqual(['deals', '', '']);
});
