import { expect, it } from 'vitest';
import { collectionsIn } from '../../src/lib/connectors/app/pocketbase/collection.ts';

it('[S459] a collection shows a superuser every record, a view what its query finds', () => {
  const fields = [{ name: 'id', type: 'text' }];
  const items = ['base', 'auth', 'view'].map((type) => ({ name: type, type, fields, indexes: [] }));
  const found = collectionsIn({ items });
  expect(found?.map(({ name, object }) => [name, object.missingIsDeleted ?? false])).toEqual([
    ['base', true],
    ['auth', true],
    ['view', false],
  ]);
});
