import { expect, test } from 'vitest';
import { design, LEFT, RIGHT } from '../cli/playground.ts';
import { allRows, AS_OF, bytesOf, DeskWorld, each, planned, value } from './desk-world.ts';

const opened = async () => {
  const world = await DeskWorld.open();
  const context = await world.context({
    design: JSON.parse(design()) as unknown,
    tables: { contacts: each((side) => bytesOf(`${side}.csv`, side === 'left' ? LEFT : RIGHT)) },
  });
  const desk = await world.desk(context);
  return { world, context, desk, head: await planned(desk) };
};

test('every subject is found by the ids of its records, and no other', async () => {
  const { desk } = await opened();
  const rows = await allRows(desk, 'contacts');
  expect(rows.length).toBeGreaterThan(3);
  for (const { subject, left, right } of rows) {
    const ids = { left: left?.id ?? null, right: right?.id ?? null };
    expect(value(await desk.find('contacts', ids))).toBe(subject);
  }
  const pair = rows.find(({ left, right }) => left !== null && right !== null)!;
  expect(value(await desk.find('contacts', { left: pair.left!.id, right: null }))).toBe(-1);
  expect(value(await desk.find('contacts', { left: pair.left!.id, right: 'nobody' }))).toBe(-1);
  expect(value(await desk.find('contacts', { left: null, right: null }))).toBe(-1);
});

test('a plan that counts its subjects otherwise says so; another one does not', async () => {
  const { desk, head } = await opened();
  const [first] = head.syncs;
  const [again] = (await planned(desk)).syncs;
  expect(again!.numbering).toBe(first!.numbering);
  const rows = await allRows(desk, 'contacts');
  const { left, right } = rows.find((row) => row.left !== null && row.right !== null)!;
  const parted = await desk.choose(
    'contacts',
    { kind: 'link', left: left!.id, right: right!.id, verdict: 'different' },
    AS_OF,
  );
  const [after] = value(parted).syncs;
  expect(after!.total).toBe(first!.total + 1);
  expect(after!.numbering).not.toBe(first!.numbering);
});
