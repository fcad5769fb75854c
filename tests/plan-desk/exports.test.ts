import { UNWATCHED } from '../../workers/common/work.ts';
import { expect, test } from 'vitest';
import { design } from '../cli/playground.ts';
import { EXPORT_HEADERS, exportCsv } from '../generators/exports.ts';
import { ALL, allRows, bytesOf, DeskWorld, each, planned, value } from './desk-world.ts';

const ROWS = 3000;

/** Generated exports on a desk. */
async function exportsOnDesk() {
  const world = await DeskWorld.open();
  const json = JSON.parse(
    design([
      {
        left: { object: 'contacts', idField: 'Record ID' },
        mappings: EXPORT_HEADERS.left
          .slice(1, 11)
          .map((left, at) => ({ left, right: EXPORT_HEADERS.right[at + 1]! })),
      },
    ]),
  ) as unknown;
  const tables = each((side) => bytesOf(`${side}.csv`, [...exportCsv(side, ROWS, 7)].join('')));
  const desk = await world.desk(await world.context({ design: json, tables: { contacts: tables } }));
  return { desk, head: await planned(desk) };
}

test('[HE4] counts of head, list, facets and rows add up; windows are pieces of one list', async () => {
  const { desk, head } = await exportsOnDesk();
  const sync = head.syncs[0]!;
  const rows = await allRows(desk, 'contacts');
  expect(Object.values(sync.subjects).reduce((sum, n) => sum + n, 0)).toBe(sync.total);
  expect(rows.length).toBe(sync.total);
  const view = value(await desk.view('contacts', ALL));
  for (const group of ['outcomes', 'linkedBy'] as const) {
    const own = view.facets.filter((facet) => facet.group === group);
    expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(sync.total);
  }
  for (const group of ['decisions', 'directions'] as const) {
    const own = view.facets.filter((facet) => facet.group === group);
    expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(sync.written);
  }
  for (const { group, value: word, count } of view.facets) {
    const filtered = value(await desk.view('contacts', { ...ALL, [group]: [word] }));
    expect([group, word, filtered.total]).toEqual([group, word, count]);
  }
  const updates = await allRows(desk, 'contacts', { outcomes: ['update'] });
  const part = value(await desk.rows('contacts', 10, 20));
  expect(part).toEqual(updates.slice(10, 20));
  expect(value(await desk.subject('contacts', part[3]!.subject)).position).toBe(13);
  const name = updates[5]!.left!.name;
  const found = await allRows(desk, 'contacts', { text: name.toUpperCase() });
  expect(found.map(({ subject }) => subject)).toContain(updates[5]!.subject);
});

test('facts of keys and mappings', async () => {
  const { desk, head } = await exportsOnDesk();
  const facts = value(await desk.facts('contacts', UNWATCHED));
  const [email] = facts.keys;
  const pairs = head.syncs[0]!.subjects.update + head.syncs[0]!.subjects['in-sync'];
  expect([email!.hits, email!.newHits, facts.linked]).toEqual([pairs, pairs, pairs]);
  // Some e-mails differ in case only: lost without the normaliser, and nothing else is.
  expect(email!.byNormaliser).toBeGreaterThan(0);
  expect(email!.byNormaliser).toBeLessThan(pairs);
  expect(email!.alone).toEqual([{ name: 'email', hits: email!.byNormaliser }]);
  for (const mapping of facts.mappings) {
    expect(mapping.filled.left).toBeGreaterThan(0);
    expect(mapping.filled.left).toBeLessThanOrEqual(1);
    expect(mapping.check.ok).toBe(true);
  }
  expect(new Set(facts.mappings.map(({ sample }) => sample?.id)).size).toBe(1);
});
