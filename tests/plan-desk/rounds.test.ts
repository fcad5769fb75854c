import { expect, it } from 'vitest';
import { AS_GIVEN } from '../../src/lib/engine/index.ts';
import type { RoundsAsked } from '../../src/lib/conversation/index.ts';
import { UNWATCHED } from '../../workers/common/work.ts';
import { ALL, allRows, bytesOf, DeskWorld, planned, value } from './desk-world.ts';

const DESIGN = {
  format: 'drysync/design@1',
  name: 'rounds',
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
      mappings: [
        { left: 'Email', right: 'Email' },
        { left: 'Name', right: 'Name', cameBack: 'take' },
      ],
    },
  ],
};

async function opened() {
  const world = await DeskWorld.open();
  const left = 'Id,Email,Name\n1,a@x.no,Anna Larsen\n2,b@x.no,Bo\n3,c@x.no,Carl Theodor\n';
  const right = 'Id,Email,Name\nA,a@x.no,\nB,b@x.no,Bo\n';
  const tables = { people: { left: bytesOf('l.csv', left), right: bytesOf('r.csv', right) } };
  const desk = await world.desk(await world.context({ design: DESIGN, tables }));
  await planned(desk);
  return desk;
}

const asked: RoundsAsked = { rounds: 3, forms: { left: AS_GIVEN, right: { ...AS_GIVEN, cut: 6 } } };

it('[L6] [S153] the desk tells the rounds with records as its list names them, and its plan stands as it was', async () => {
  const desk = await opened();
  const before = await allRows(desk, 'people', ALL);
  const told = value(await desk.rounds(asked, UNWATCHED));
  expect(told).toMatchObject({ asked, settled: 2 });
  expect(told.rounds.map(({ creates, updates }) => [creates.right, updates.right, updates.left])).toEqual([
    [1, 1, 0],
    [0, 0, 1],
    [0, 0, 0],
  ]);
  const [name] = told.fields;
  expect(name).toMatchObject({ left: 'Name', back: 1, lost: { left: 1, right: 0 }, asked: 1 });
  expect(name?.records.map(({ left, right, name: called }) => [left, right, called])).toEqual([
    ['1', 'A', 'Anna Larsen'],
    ['3', null, 'Carl Theodor'],
  ]);
  expect(await allRows(desk, 'people', ALL)).toEqual(before);
});

it('cancelled, a rehearsal tells nothing', async () => {
  const desk = await opened();
  let looks = 0;
  const answer = await desk.rounds(
    { ...asked, rounds: 100, forms: { ...asked.forms, right: { ...AS_GIVEN, refuse: 1 } } },
    { onProgress: () => undefined, cancelled: () => ++looks > 0 },
  );
  expect(answer).toEqual({ ok: false, problem: { code: 'cancelled' } });
});
