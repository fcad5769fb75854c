import { expect, it } from 'vitest';
import type { Result } from '../../src/lib/push/index.ts';
import { enginePlanner } from '../reference/engine-plan.ts';
import type { World, WorldLink } from '../reference/world.ts';
import { baselineAfter } from './baseline-after.ts';
import { itemOf } from './push-world.ts';

const HEADER = ['id', 'name'];
const link = (n: string): WorldLink => ({
  ...{ sync: 'people', left: n, right: `R${n}`, by: 'key' },
  values: { left: { name: n }, right: { name: n } },
});

/** Three people whose counterparts on the left are archived, as of a complete reading. */
const world = (rights: readonly string[], baseline: World['baseline']): World => ({
  design: {
    format: 'drysync/design@1',
    name: 'deletes',
    profile: 'salesforce',
    apps: { left: { name: 'H', kind: 'hubspot' }, right: { name: 'S', kind: 'salesforce' } },
    guards: { maxMissing: null },
    syncs: [
      {
        id: 'people',
        kind: 'contacts',
        left: { object: 'contacts', idField: 'id' },
        right: { object: 'Contact', idField: 'id' },
        direction: 'both',
        winner: 'left',
        matching: { method: 'none' },
        deletes: { left: 'report', right: 'delete' },
        mappings: [{ left: 'name', right: 'name' }],
      },
    ],
  },
  tables: {
    people: {
      left: { header: HEADER, rows: [] },
      right: { header: HEADER, rows: rights.map((n) => [`R${n}`, n]) },
    },
  },
  baseline,
  choices: null,
  complete: { people: { left: true, right: false } },
});

const removal = (n: string) =>
  itemOf({
    ...{ key: n, sync: 'people', side: 'right', object: 'Contact', act: 'remove', id: `R${n}` },
    ...{ values: new Map(), subject: { left: null, right: `R${n}` } },
  });

it('[S468] [S469] [S325] what a push deleted is not deleted again from an older reading, what an app refused fails with its words, what is unknown is offered again', () => {
  const all = ['1', '2', '3', '4'];
  const before = enginePlanner(world(all, { links: all.map(link) }));
  expect(before.lines.map(({ outcome }) => outcome)).toEqual(['delete', 'delete', 'delete', 'delete']);
  const refusal = { category: null, code: 'NO', field: null, said: 'not this one', existing: null };
  const results: readonly Result[] = [
    {
      ...{ item: removal('1'), is: 'written', id: 'R1', created: false, reads: null, found: null },
    },
    { item: removal('2'), is: 'refused', refusal },
    { item: removal('3'), is: 'unknown', because: 'in-doubt', lookedFor: null },
    { item: removal('4'), is: 'not-sent', because: 'stopped' },
  ];
  const baseline = baselineAfter(before, results);
  expect(baseline.links.map(({ removal }) => removal)).toEqual([
    { side: 'right', tries: 1, written: true },
    { side: 'right', tries: 1, refused: 'NO: not this one' },
    { side: 'right', tries: 1 },
    undefined,
  ]);
  const older = enginePlanner(world(all, baseline));
  expect(
    older.lines.map(({ outcome, reasons }) => [outcome, reasons.slice(1).map(({ code }) => code)]),
  ).toEqual([
    ['failing', ['not-read-back']],
    ['failing', ['refused-by-app']],
    ['delete', ['not-taken']],
    ['delete', []],
  ]);
  const newer = enginePlanner(world(['2', '3', '4'], baseline));
  expect(newer.counts()['people']?.deleted).toMatchObject({ taken: 1, refused: 1, notTaken: 1 });
  expect(newer.next(null).links.map(({ right }) => right)).toEqual(['R2', 'R3', 'R4']);
});
