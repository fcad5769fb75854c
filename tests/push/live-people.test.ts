import { expect, it } from 'vitest';
import type { PushItem } from '../../src/lib/push/index.ts';
import { resultsOf, runPush } from '../../src/lib/push/index.ts';
import { Random } from '../reference/random.ts';
import { FreeLock } from './free-lock.ts';
import { HandControl } from './hand-control.ts';
import { accountsOf } from './as-planned.ts';
import { LivePair } from './live-pair.ts';
import { appOf, begin, itemOf, planOf, texts, toolsOf, worldOf } from './push-world.ts';

it('HubSpot and Salesforce: 200 targets deleted or merged and 100 edited between plan and push are left alone, and none is there again', async () => {
  const pair = new LivePair(new Random(5));
  const { portal } = pair.hubspot;
  const { store } = pair.salesforce;
  const accounts = await accountsOf(pair);
  const items: PushItem[] = [];
  for (let n = 0; n < 200; n++) {
    const was = `Old ${String(n)}`;
    const { id } = portal.add('contacts', { email: `p${String(n)}@example.com`, firstname: was });
    const row = store.insert('Contact', {
      Email: `p${String(n)}@example.com`,
      FirstName: was,
      LastName: 'L',
    });
    const change = { act: 'update', from: texts({ [NAME.left]: was }) } as const;
    items.push(
      itemOf({
        ...change,
        key: `left ${String(n)}`,
        side: 'left',
        object: 'contacts',
        id,
        values: texts({ [NAME.left]: 'New' }),
      }),
      itemOf({
        ...change,
        key: `right ${String(n)}`,
        object: 'Contact',
        id: row.Id,
        from: texts({ [NAME.right]: was }),
        values: texts({ [NAME.right]: 'New' }),
      }),
    );
  }
  const ids = (side: PushItem['side']): readonly string[] =>
    items.filter((item) => item.side === side).map(({ id }) => id!);
  const [left, right] = [ids('left'), ids('right')];
  for (let n = 0; n < 50; n++) {
    portal.remove('contacts', left[n]!);
    portal.merge('contacts', left[n + 100]!, left[n + 50]!);
    store.remove('Contact', right[n]!);
    store.merge('Contact', right[n + 100]!, right[n + 50]!);
    portal.edit('contacts', left[n + 150]!, { firstname: 'by hand' });
    store.update('Contact', right[n + 150]!, { FirstName: 'by hand' });
  }
  const counts = (): readonly number[] => [
    [...portal.must('contacts').records.values()].filter(
      (one) => one.archivedAt === null && one.mergedInto === null,
    ).length,
    store.all('Contact').filter((row) => row['IsDeleted'] !== true).length,
  ];
  const there = counts();
  const world = worldOf({ left: appOf(), right: appOf() }, items);
  const journal = await begin(world, planOf(items, { accounts }));
  await runPush({
    journal,
    connectors: pair.connectors,
    lock: new FreeLock(),
    owner: 'test',
    tools: toolsOf(world),
    control: new HandControl(),
  });
  const results = new Map(resultsOf(journal.standing).map((one) => [one.item.key, one]));
  for (let n = 0; n < 200; n++) {
    for (const side of ['left', 'right'] as const) {
      const isWritten = n >= 100 && n < 150;
      expect([side, n, results.get(`${side} ${String(n)}`)?.is]).toEqual([
        side,
        n,
        isWritten ? 'written' : 'stale',
      ]);
    }
  }
  expect(counts()).toEqual(there);
  for (let n = 150; n < 200; n++) {
    expect(portal.must('contacts').records.get(left[n]!)?.properties['firstname']).toBe('by hand');
    expect(store.row('Contact', right[n]!)?.['FirstName']).toBe('by hand');
  }
});

const NAME = { left: 'firstname', right: 'FirstName' } as const;
