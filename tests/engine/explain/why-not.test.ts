import { describe, expect, test } from 'vitest';
import type { Both, Standing } from '../../../src/lib/engine/index.ts';
import type { World } from '../../reference/world.ts';
import { Asked } from './asked-worlds.ts';

const KEYS = [
  { fields: [{ left: 'Domain', right: 'Web', normalize: ['domain'] }] },
  { fields: [{ left: 'Name', right: 'Name', normalize: ['name'] }] },
];

/** Companies with these rows; `matching` and `more` go over the usual design. */
function worldOf(
  rows: Both<readonly (readonly string[])[]>,
  matching: object = {},
  more: object = {},
): World {
  return {
    design: {
      format: 'drysync/design@1',
      name: 'Why not',
      apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Odoo', kind: 'odoo' } },
      syncs: [
        {
          id: 'companies',
          kind: 'companies',
          left: { object: 'companies', idField: 'Id' },
          right: { object: 'res.partner', idField: 'Id' },
          direction: 'both',
          winner: 'left',
          matching: { method: 'keys', keys: KEYS, ...matching },
          mappings: [
            { left: 'Name', right: 'Name' },
            { left: 'Phone', right: 'Phone' },
            { left: 'City', right: 'City' },
          ],
          ...more,
        },
      ],
    },
    tables: {
      companies: {
        left: { header: ['Id', 'Name', 'Domain', 'Phone', 'City'], rows: rows.left },
        right: { header: ['Id', 'Name', 'Web', 'Phone', 'City'], rows: rows.right },
      },
    },
    baseline: null,
    choices: null,
  };
}

const BRATTNES = {
  left: [['1', 'Brattnes Maritim', 'brattnes.no', '+4770114200', 'Oslo']],
  right: [
    ['A', 'Brattnes Maritim', 'www.brattnes-maritim.no', '+4770114200', 'Bergen'],
    ['B', 'Brattnes Shipping', 'https://brattnes.no/', '', ''],
  ],
};

const first = { left: 0, right: 0 };
const standing = (steps: readonly Standing[]): string[] =>
  steps.filter(({ stands }) => stands).map(({ code }) => code);

describe('why two records are not linked', () => {
  test('[S160] both normalised values stand side by side, with what each finds', () => {
    const why = new Asked(worldOf(BRATTNES)).why('companies', first);
    expect(why.linked).toBe(null);
    expect(
      why.keys.map(({ is, parts, finds }) => ({ is, parts, finds: [finds.left.ids, finds.right.ids] })),
    ).toEqual([
      {
        is: 'missed',
        parts: { left: ['brattnes.no'], right: ['brattnes-maritim.no'] },
        finds: [['B'], []],
      },
      {
        is: 'shared',
        parts: { left: ['brattnes maritim'], right: ['brattnes maritim'] },
        finds: [['A'], ['1']],
      },
    ]);
    expect(why.fields.map(({ field, is }) => [field.left, is])).toEqual([
      ['Phone', 'same'],
      ['City', 'differs'],
    ]);
    const step = why.steps.find(({ code }) => code === 'finds-another');
    expect(step).toMatchObject({
      rule: 'MA8',
      side: 'left',
      key: 0,
      value: 'brattnes.no',
      found: { ids: ['B'], total: 1 },
    });
    expect(standing(why.steps)).toEqual(['finds-another']);
  });

  test('[S160] a link to another, a person’s word and a filter each say so', () => {
    const rows = { left: BRATTNES.left, right: BRATTNES.right.slice(0, 1) };
    const linked = new Asked(worldOf(rows));
    expect(linked.why('companies', first)).toMatchObject({ linked: { by: 'key', key: 1 }, steps: [] });

    const verdict = { sync: 'companies', left: '1', right: 'A', verdict: 'different' as const, at: '' };
    const choices = {
      format: 'drysync/choices@1' as const,
      planHash: null,
      choices: [],
      links: [verdict],
      decisions: [],
    };
    const parted = new Asked({ ...worldOf(rows), choices });
    expect(standing(parted.why('companies', first).steps)).toContain('verdict');

    const filters = {
      left: { any: [{ all: [{ field: 'City', op: 'eq', value: 'Bergen' }] }] },
      right: { any: [{ all: [{ field: 'City', op: 'eq', value: 'Oslo' }] }] },
    };
    const out = new Asked(worldOf(BRATTNES, {}, { filters })).why('companies', first);
    expect(standing(out.steps)).toEqual(['finds-another', 'kept-out', 'kept-out']);
  });

  test('[S160] of several records with the same keys those that are linked are named', () => {
    const twice = {
      left: [BRATTNES.left[0]!, ['2', 'Brattnes Maritim', '', '', '']],
      right: BRATTNES.right.slice(0, 1),
    };
    const why = new Asked(worldOf(twice)).why('companies', { left: 1, right: 0 });
    expect(why.steps.filter(({ stands }) => stands)).toMatchObject([
      { code: 'bound', side: 'right', id: '1' },
      { code: 'taken', side: 'left', ids: ['1'], rule: 'MA6' },
    ]);
  });

  test('[S160] a key in a row that was rejected is told and stands between nobody', () => {
    const rows = { left: BRATTNES.left, right: [...BRATTNES.right, ['', 'Brattnes Maritim', '', '', '']] };
    const why = new Asked(worldOf(rows)).why('companies', first);
    expect(why.steps).toContainEqual(
      expect.objectContaining({
        code: 'rejected-row',
        side: 'left',
        value: 'Brattnes Maritim'.toLowerCase(),
        stands: false,
      }),
    );
  });
});

describe('what would link them', () => {
  test('[S161] [S162] by hand comes first, then the change that moves fewest; each says its price', () => {
    // Two that only their domain links: without it they come apart.
    const rows = {
      left: [...BRATTNES.left, ['3', 'Alfa', 'alfa.no', '', '']],
      right: [...BRATTNES.right, ['C', 'Alpha Ltd', 'alfa.no', '', '']],
    };
    const { linking, tried, idle } = new Asked(worldOf(rows)).tries('companies', first);
    expect(tried).toBe(linking.length + idle.length);
    expect(linking[0]).toMatchObject({
      change: { kind: 'by-hand' },
      price: {
        outcome: 'update',
        made: 1,
        parted: 0,
        overwrites: 1,
        moved: 1,
        moves: [{ from: 'ambiguous', to: 'duplicate', count: 1 }],
      },
    });
    const codes = linking
      .slice(1)
      .map(({ change }) => (change.kind === 'design' ? change.steps.map(({ code }) => code) : []));
    expect(codes).toContainEqual(['key-removed']);
    expect(codes).toContainEqual(['key-moved', 'ambiguous']);
    // The domain still finds another where the phone is a key beside it.
    expect(codes).not.toContainEqual(['key-added']);
    // What links them with less is not offered again with more.
    expect(codes).not.toContainEqual(['key-removed', 'ambiguous']);
    const moved = linking.slice(1).map(({ price }) => price.moved);
    expect(moved).toEqual([...moved].sort((a, b) => a - b));
    expect(moved.at(-1)).toBeGreaterThan(moved[0]!);
  });

  test('[S161] other normalisers, a field of its own, values that are no key', () => {
    const form = worldOf({
      left: [['1', 'Nordvik AS', 'n/a', '+4770114200', 'Oslo']],
      right: [['A', 'Nordvik', 'nordvik.no', '004770114200', 'Oslo']],
    });
    const steps = new Asked(form)
      .tries('companies', first)
      .linking.map(({ change }) => (change.kind === 'design' ? change.steps : []));
    expect(steps).toContainEqual([
      {
        code: 'normalisers',
        values: { key: 1, fields: ['Name'], from: ['name'], to: ['name-no-legal-form'] },
      },
    ]);
    expect(steps).toContainEqual([
      { code: 'key-added', values: { key: 2, pair: { left: 'Phone', right: 'Phone' } } },
    ]);
    expect(steps).toContainEqual([
      { code: 'key-added', values: { key: 2, pair: { left: 'City', right: 'City' } } },
    ]);

    const mail = worldOf(
      { left: [['1', 'Per', 'gmail.com', '', '']], right: [['A', 'Ole', 'gmail.com', '', '']] },
      { publicDomains: 'blank' },
    );
    const asked = new Asked(mail);
    expect(asked.why('companies', first).keys[0]).toMatchObject({
      is: 'blank',
      without: { left: 'publicDomains', right: 'publicDomains' },
    });
    expect(asked.tries('companies', first).linking[1]).toMatchObject({
      change: { steps: [{ code: 'misleading', values: { from: 'blank', to: 'keep' } }] },
    });
  });
});

test('[S162] [DE2] what a person restores stays restored where two records are linked by hand', () => {
  const world = worldOf({
    left: [
      ['1', 'Brattnes Maritim', 'brattnes.no', '', ''],
      ['2', 'Fjord', 'fjord.no', '', ''],
    ],
    right: [['A', 'Brattnes', 'brattnes-maritim.no', '', '']],
  });
  const link = { sync: 'companies', left: '2', right: 'B' };
  const asked = new Asked({
    ...world,
    design: { ...(world.design as object), guards: { maxMissing: null } },
    complete: { companies: { left: false, right: true } },
    baseline: { links: [{ ...link, by: 'key', values: { left: {}, right: {} } }] },
    choices: {
      ...{ format: 'drysync/choices@1', planHash: null, choices: [], links: [], decisions: [] },
      restores: [{ ...link, to: 'right', at: '2026-01-01T00:00:00Z' }],
    },
  });
  expect(asked.lines.find(({ left }) => left?.id === '2')?.outcome).toBe('create');
  expect(asked.tries('companies', first).linking[0]).toMatchObject({
    change: { kind: 'by-hand' },
    price: { moved: 0 },
  });
});
