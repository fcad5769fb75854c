import { expect, it } from 'vitest';
import { UNWATCHED } from '../../workers/common/work.ts';
import { bytesOf, DeskWorld, planned, value } from './desk-world.ts';

const DESIGN = {
  format: 'drysync/design@1',
  name: 'why not',
  apps: { left: { kind: 'csv', name: 'Shop' }, right: { kind: 'csv', name: 'Books' } },
  syncs: [
    {
      id: 'people',
      kind: 'contacts',
      left: { object: 'l', idField: 'Id' },
      right: { object: 'r', idField: 'Id' },
      direction: 'both',
      winner: 'left',
      matching: { identifiers: { email: { left: 'Email', right: 'Email' } } },
      mappings: [{ left: 'Email', right: 'Email' }],
    },
  ],
  guards: { maxMissing: 1 },
};

it('[S162] [DE5] a price is that of the files as they are called: what was deleted stays so', async () => {
  const world = await DeskWorld.open();
  const files = {
    left: bytesOf('l.csv', 'Id,Email\n1,a@x.no\n2,b@x.no\n'),
    right: bytesOf('r.csv', 'Id,Email\nA,other@x.no\n'),
  };
  const baseline =
    `{"format":"drysync/baseline@1","design":"${'0'.repeat(64)}","rows":{"people":{"left":2,"right":2}}}\n` +
    '{"sync":"people","left":"2","right":"B","by":"key","values":{"left":{},"right":{}}}\n';
  const context = await world.context({
    design: DESIGN,
    tables: { people: files },
    baseline,
    complete: ['right'],
  });
  const desk = await world.desk(context);
  const head = await planned(desk);
  expect(head.syncs[0]!.subjects.failing).toBe(1);
  const told = value(await desk.whatWould('people', { left: '1', right: 'A' }, UNWATCHED));
  expect(told.changes?.linking[0]).toMatchObject({ change: { kind: 'by-hand' }, price: { moved: 0 } });
});
