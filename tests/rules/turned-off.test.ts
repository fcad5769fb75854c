import { describe, expect, it } from 'vitest';
import { checkDesign, checkPlan, Memo, drain, readDesign } from '../../src/lib/engine/index.ts';
import { enginePlanner } from '../reference/engine-plan.ts';
import type { World } from '../reference/world.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { designOf, sync } from './off-designs.ts';
import { tell, type Story } from './story.ts';

const OFF = { enabled: false };
const HEAD = 'id,email,phone\n';
/** Linked and changed, unlinked with an equal key, unlinked alone; a linked record that is gone; a create on its way. */
const WORLD: Story = {
  left: `${HEAD}1,a@x.no,11\n2,b@x.no,22\n3,c@x.no,33\n5,e@x.no,55\n`,
  right: `${HEAD}A,a@x.no,12\nB,b@x.no,23\nD,d@x.no,\n`,
  links: [
    {
      sync: 's',
      left: '1',
      right: 'A',
      by: 'key',
      values: { left: { phone: '10' }, right: { phone: '12' } },
    },
    {
      ...{
        sync: 's',
        left: '9',
        right: 'D',
        by: 'key',
        values: { left: { phone: '1' }, right: { phone: '' } },
      },
      sent: { right: { phone: { from: '', to: '1', other: '1', because: 'fill-blank', tries: 2 } } },
    },
    {
      ...{ sync: 's', left: '5', right: null, by: 'created', values: { left: {}, right: {} } },
      sent: { right: { phone: { from: null, to: '55', other: '55', because: 'create', tries: 1 } } },
    },
  ],
};

describe('a sync that is off', () => {
  it('[LI2] [S410] writes nothing on either side, and every record read is said to be of a sync that is off', async () => {
    const on = await tell(WORLD);
    expect(on.lines.flatMap(({ writes }) => writes).length).toBeGreaterThan(2);
    const { lines, summary, ends } = await tell({ ...WORLD, sync: OFF });
    expect(ends).toEqual([
      '1=A: excluded',
      '2: excluded',
      '3: excluded',
      '5: excluded',
      'B: excluded',
      'D: excluded',
    ]);
    expect(lines.flatMap(({ writes, conflicts }) => [...writes, ...conflicts])).toEqual([]);
    for (const { left, right, reasons } of lines) {
      for (const [side, record] of Object.entries({ left, right }))
        expect(reasons.some((one) => one.code === 'sync-off' && one.side === side)).toBe(record !== null);
    }
    const counts = summary.counts['s']!;
    expect(counts).toMatchObject({
      left: { read: 4, excluded: 4 },
      right: { read: 3, excluded: 3 },
      writes: { left: { create: 0, update: 0, delete: 0 }, right: { create: 0, update: 0, delete: 0 } },
      reasons: { 'sync-off': 6 },
      off: true,
    });
    expect(summary.warnings).toEqual([{ code: 'sync-off', sync: 's', count: 7 }]);
  });

  it('[LI2] [S410] stops both directions, whatever its guards and checks say of records that are left out', async () => {
    const check = { id: 'c', name: 'none left out', count: { sync: null, outcomes: ['excluded'] } };
    const design = {
      ...{ format: 'drysync/design@1', name: 'x', checks: [check], guards: { minMatched: 0.9 } },
      apps: { left: { name: 'L', kind: 'file' }, right: { name: 'R', kind: 'file' } },
      syncs: [sync('contacts', OFF)],
    };
    const rows = (ids: string) => ({
      header: ['id', 'email', 'phone'],
      rows: [...ids].map((id) => [id, `${id}@x.no`, '']),
    });
    const world: World = {
      design,
      tables: { contacts: { left: rows('123'), right: rows('ABC') } },
      baseline: null,
      choices: null,
    };
    const { plan } = enginePlanner(world);
    const tools = createTools();
    const read = readDesign(design);
    const [result] = drain(
      checkPlan(plan, { checks: read.design!.checks!, asOf: '2026-11-21', tools }, new Memo()),
    );
    expect(result).toMatchObject({ state: 'holds', number: 0, looked: 0, syncs: [] });
    const { summary } = await tell({
      ...WORLD,
      sync: OFF,
      guards: { minMatched: 0.9, maxMissing: 0 },
      complete: ['left'],
    });
    expect(summary.warnings.map(({ code }) => code)).toEqual(['sync-off']);
  });

  it('[LI2] [S412] undoes nothing: its baseline goes on line by line, hand-overs, rows and mappings too', async () => {
    const { links } = await tell({ ...WORLD, sync: OFF, mapped: [['email', 'email']] });
    expect(links).toEqual(WORLD.links);
    const complete = await tell({ ...WORLD, sync: OFF, complete: ['left', 'right'] });
    expect(complete.links).toEqual(WORLD.links);
    expect(complete.ends).toContain('D: excluded');
    // Turned on again it goes on from there, as if it had never been off.
    const again = await tell({ ...WORLD, links });
    expect(again.lines).toEqual((await tell(WORLD)).lines);
  });

  it('[LI2] [S412] what a person linked and chose waits: nothing of it counts, and none of it is void', async () => {
    const choices = {
      choices: [
        { sync: 's', left: '1', right: 'A', field: 'phone', on: ['11', '12'], take: 'right', at: '' },
      ],
      links: [{ sync: 's', left: '3', right: 'B', verdict: 'same', at: '' }],
    };
    const { ends, summary } = await tell({ ...WORLD, sync: OFF, choices });
    expect(ends).toContain('3: excluded');
    expect(summary.warnings.map(({ code }) => code)).toEqual(['sync-off']);
  });

  it('[LI2] [S412] one that has errors keeps no other from being planned; turned on they are there', () => {
    const broken = {
      ...sync('contacts', {
        matching: { method: 'keys', keys: [] },
        mappings: [{ left: 'nowhere', right: 'phone' }],
      }),
    };
    const header = ['id', 'email', 'phone'];
    const errorsOf = (enabled: boolean, headers: readonly string[] = header) => {
      const read = readDesign(designOf([{ ...broken, enabled }]));
      return checkDesign(read.design!, new Map([['contacts', { left: headers, right: header }]])).errors.map(
        ({ code }) => code,
      );
    };
    expect(errorsOf(true)).toEqual(['identifier-missing', 'unknown-field']);
    expect(errorsOf(false)).toEqual([]);
    expect(errorsOf(false, ['email'])).toEqual(['unknown-field']);
  });
});

describe('parents in a sync that is off', () => {
  const parentOf = { to: 'companies', left: { field: 'parent' }, right: { field: 'parent' } };
  const child = (required: boolean) => sync('contacts', { associations: [{ ...parentOf, required }] });
  /** Companies 1 and A are linked, 2 and B share a key alone, 3 would be created. */
  const world = (required: boolean, enabled: boolean): World => ({
    design: designOf([
      sync('companies', {
        enabled,
        matching: { method: 'keys', keys: [{ fields: [{ left: 'email', right: 'email' }] }] },
      }),
      child(required),
    ]),
    tables: {
      companies: {
        left: {
          header: ['id', 'email', 'phone'],
          rows: [
            ['1', 'a@x.no', ''],
            ['2', 'b@x.no', ''],
            ['3', 'c@x.no', ''],
          ],
        },
        right: {
          header: ['id', 'email', 'phone'],
          rows: [
            ['A', 'a@x.no', ''],
            ['B', 'b@x.no', ''],
          ],
        },
      },
      contacts: {
        left: {
          header: ['id', 'email', 'phone', 'parent'],
          rows: [
            ['7', 'x@x.no', '', '1'],
            ['8', 'y@x.no', '', '2'],
            ['9', 'z@x.no', '', '3'],
          ],
        },
        right: { header: ['id', 'email', 'phone', 'parent'], rows: [['X', 'x@x.no', '', '']] },
      },
    },
    baseline: {
      links: [{ sync: 'companies', left: '1', right: 'A', by: 'key', values: { left: {}, right: {} } }],
    },
    choices: null,
  });
  const ends = (required: boolean, enabled: boolean) =>
    enginePlanner(world(required, enabled))
      .lines.filter((line) => line.sync === 'contacts')
      .map(({ outcome, writes, reasons }) => [
        outcome,
        writes.find(({ field }) => field === 'parent')?.to,
        reasons.map(({ code }) => code),
      ]);

  it('[LI2] [S411] a linked parent stays bound; one that only a key would find, or that would be created, is missing', () => {
    expect(ends(false, true)).toEqual([
      ['update', 'A', []],
      ['create', 'B', []],
      ['create', null, []],
    ]);
    expect(ends(false, false)).toEqual([
      ['update', 'A', []],
      ['create', undefined, ['parent-missing']],
      ['create', undefined, ['parent-missing']],
    ]);
  });

  it('[LI2] [S411] and where the association is required, the record fails', () => {
    expect(ends(true, false).map(([outcome]) => outcome)).toEqual(['update', 'failing', 'failing']);
  });
});
