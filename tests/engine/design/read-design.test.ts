import { describe, expect, it } from 'vitest';
import { readDesign } from '../../../src/lib/engine/design/read/read-design.ts';
import { said } from '../../support/english.ts';
import { NO_FILTERS } from '../../../src/lib/engine/model/filter.ts';
import { NOT_CARRIED_OUT } from '../../../src/lib/engine/design/not-carried-out.ts';
import { designJson, designOf, errorsIn as errorsOf } from './design-of.ts';

describe('readDesign', () => {
  it('fills every default', () => {
    expect(designOf()).toEqual({
      format: 'drysync/design@1',
      name: 'Test',
      profile: 'data-sync',
      apps: { left: { name: 'L', kind: 'file' }, right: { name: 'R', kind: 'file' } },
      syncs: [
        {
          id: 'contacts',
          kind: 'contacts',
          left: { object: 'contacts', idField: 'Id', modifiedField: null },
          right: { object: 'Contact', idField: 'Id', modifiedField: null },
          direction: 'both',
          winner: 'left',
          matching: {
            method: 'default',
            ambiguous: 'report',
            noKey: 'exclude',
            placeholders: 'keep',
            publicDomains: 'keep',
            contested: 'first',
            identifiers: { email: { left: 'Email', right: 'Mail' } },
            keys: [],
            idPair: null,
          },
          requireValidEmail: null,
          associations: [],
          mappings: [],
          filters: NO_FILTERS,
          blanks: { fillWinner: true, propagateClears: 'never' },
          deletes: { left: 'report', right: 'report' },
          stages: null,
          schema: { left: null, right: null },
        },
      ],
      guards: {
        maxMissing: 0.05,
        createsPerMatch: 2,
        maxCleared: { share: 0.1, count: 100 },
        maxChanged: 0.5,
        minMatched: 0.2,
        maxShrunk: 0.2,
        maxRejected: 0.02,
        maxOverwritten: 0.5,
        maxAge: 7,
        named: [],
      },
    });
  });

  it('reads everything the example of FORMATS.md names', () => {
    const { syncs, guards } = designOf(
      {
        matching: {
          method: 'keys',
          keys: [
            {
              fields: [
                { left: 'Email', right: 'Email', normalize: ['email'] },
                { left: 'P', right: 'Q' },
              ],
            },
          ],
          idPair: { right: 'HubSpot ID' },
        },
        requireValidEmail: { left: 'Email', right: null },
        mappings: [
          { left: 'Phone Number', right: 'Phone', conflict: 'fill-blank', direction: 'left-to-right' },
          { left: 'A', right: 'B', enabled: false, rewriteForm: true, transform: null },
        ],
        filters: {
          mode: 'initial-only',
          left: null,
          right: null,
          allow: { left: [], right: [] },
          deny: { left: [], right: [] },
        },
        blanks: { fillWinner: false, propagateClears: 'ask' },
        stages: null,
        associations: [],
        deletes: { left: 'report', right: 'report' },
        schema: {
          left: null,
          right: {
            fields: [{ name: 'T', type: 'single-select', options: ['a', { value: 'b', label: 'B' }] }],
          },
        },
      },
      { guards: { maxChanged: null, maxCleared: { share: 0.2 } } },
    );
    const [sync] = syncs;
    expect(sync?.matching.keys[0]?.fields).toEqual([
      { left: 'Email', right: 'Email', normalize: ['email'], country: null },
      { left: 'P', right: 'Q', normalize: ['text'], country: null },
    ]);
    expect(sync?.matching.idPair).toEqual({ side: 'right', field: 'HubSpot ID' });
    expect(sync?.requireValidEmail).toEqual({ left: 'Email', right: null });
    expect(sync?.mappings.map((mapping) => mapping.direction)).toEqual(['left-to-right', null]);
    expect(sync?.schema.right?.fields[0]?.options).toEqual([
      { value: 'a', label: 'a' },
      { value: 'b', label: 'B' },
    ]);
    expect(guards).toMatchObject({
      maxChanged: null,
      maxCleared: { share: 0.2, count: 100 },
      named: ['maxCleared', 'maxChanged'],
    });
  });

  it('ignores unknown members', () => {
    expect(errorsOf(designJson({ mine: { a: 1 } }, { note: 'x' }))).toEqual([]);
  });

  it.each([
    ['a list', [], ' bad-format'],
    ['null', null, ' bad-format'],
    ['another format', { format: 'drysync/plan@1' }, 'format bad-format'],
    ['a newer format', { format: 'drysync/design@2' }, 'format bad-format'],
    ['no format', {}, 'format bad-value'],
  ])('[bad-format] refuses %s', (_, json, error) => {
    expect(errorsOf(json)).toEqual([error]);
  });

  it('[bad-format] says what to do about a newer format', () => {
    const reading = readDesign({ format: 'drysync/design@2' });
    expect(reading.ok ? '' : said('errors').designError(reading.errors[0]!)).toBe(
      'This design has the format drysync/design@2 and this version reads drysync/design@1: use the version of Drysync that wrote it, or a newer one.',
    );
  });

  it.each(['name', 'apps'])('[bad-value] misses %s', (name) => {
    expect(errorsOf(designJson({}, { [name]: undefined }))).toContain(`${name} bad-value`);
  });

  it.each(['id', 'kind', 'direction', 'winner'])('[bad-value] misses %s of a sync', (name) => {
    expect(errorsOf(designJson({ [name]: undefined }))).toEqual([`syncs[0].${name} bad-value`]);
  });

  it.each([
    ['left.object', { left: {} }],
    ['right.object', { right: undefined }],
    ['kind', { kind: 'people' }],
    ['mappings', { mappings: {} }],
    ['mappings[0].left', { mappings: [{ right: 'B' }] }],
    ['mappings[0].conflict', { mappings: [{ left: 'A', right: 'B', conflict: 'newest' }] }],
    ['mappings[0].enabled', { mappings: [{ left: 'A', right: 'B', enabled: 'yes' }] }],
    ['matching.method', { matching: { method: 'fuzzy' } }],
    ['matching.keys[0].fields', { matching: { method: 'keys', keys: [{ fields: [] }] } }],
    [
      'matching.keys[0].fields[0].normalize[1]',
      {
        matching: {
          method: 'keys',
          keys: [{ fields: [{ left: 'A', right: 'B', normalize: ['text', 'x'] }] }],
        },
      },
    ],
    ['matching.idPair', { matching: { method: 'none', idPair: { left: 'A', right: 'B' } } }],
    ['schema.left.fields[0].type', { schema: { left: { fields: [{ name: 'A', type: 'money' }] } } }],
    [
      'schema.left.fields[0].maxLength',
      { schema: { left: { fields: [{ name: 'A', type: 'text', maxLength: -1 }] } } },
    ],
    ['blanks.propagateClears', { blanks: { propagateClears: true } }],
  ])('[bad-value] is at %s', (at, sync) => {
    expect(errorsOf(designJson(sync))).toEqual([`syncs[0].${at} bad-value`]);
  });

  it('[bad-value] [MA8] takes at most 8 keys', () => {
    const keys = Array.from({ length: 9 }, (_, i) => ({ fields: [{ left: `A${String(i)}`, right: 'B' }] }));
    expect(errorsOf(designJson({ matching: { method: 'keys', keys } }))).toEqual([
      'syncs[0].matching.keys bad-value',
    ]);
  });

  it('[bad-value] refuses two syncs with one id, a guard out of range and half a character', () => {
    const [sync] = designJson()['syncs'] as unknown[];
    expect(errorsOf(designJson({}, { syncs: [sync, sync] }))).toEqual(['syncs[1].id bad-value']);
    expect(errorsOf(designJson({}, { guards: { maxChanged: 2 } }))).toEqual(['guards.maxChanged bad-value']);
    expect(errorsOf(designJson({ extra: ['\ud800'] }))).toEqual(['syncs[0].extra[0] bad-value']);
  });

  it.each([
    ['format', 'url'],
    ['format', 7],
    ['country', 'no'],
    ['country', 47],
  ])('[BL4] [bad-value] refuses a field whose %s is %j', (member, value) => {
    const fields = [{ name: 'A', type: 'text', [member]: value }];
    expect(errorsOf(designJson({ schema: { right: { fields } } }))).toEqual([
      `syncs[0].schema.right.fields[0].${member} bad-value`,
    ]);
  });

  it.each([
    ['DE', 'syncs[0].deletes.left', { deletes: { left: 'delete' } }, {}],
    ['DE', 'syncs[0].deletes.right', { deletes: { left: 'report', right: 'delete' } }, {}],
  ])('[not-carried-out] [%s] refuses %s', (_, at, sync, design) => {
    expect(errorsOf(designJson(sync, design))).toContain(`${at} not-carried-out`);
  });

  it('[S63] [not-carried-out] leaves alone a mode of filters without a filter', () => {
    expect(errorsOf(designJson({ filters: { mode: 'continuous' } }))).toEqual([]);
  });

  it('[not-carried-out] has every place once', () => {
    expect(new Set(NOT_CARRIED_OUT.map(({ place }) => place)).size).toBe(NOT_CARRIED_OUT.length);
  });

  it('[not-carried-out] gives the design all the same, so that other errors can be said at once', () => {
    const reading = readDesign(designJson({ deletes: { left: 'delete' } }));
    expect(reading.ok).toBe(false);
    expect(reading.design?.name).toBe('Test');
  });

  it('[salesforce-side] needs exactly one Salesforce app', () => {
    const app = { name: 'S', kind: 'salesforce' };
    const none = designJson({}, { profile: 'salesforce' });
    const two = designJson({}, { profile: 'salesforce', apps: { left: app, right: app } });
    const one = designJson(
      {},
      { profile: 'salesforce', apps: { left: { name: 'H', kind: 'hubspot' }, right: app } },
    );
    expect(errorsOf(none)).toContain('profile salesforce-side');
    expect(errorsOf(two)).toContain('profile salesforce-side');
    expect(errorsOf(one)).toEqual([]);
  });

  it('[unknown-sync] is at the association', () => {
    expect(
      errorsOf(
        designJson({ associations: [{ to: 'companies', left: { field: 'a' }, right: { field: 'b' } }] }),
      ),
    ).toContain('syncs[0].associations[0].to unknown-sync');
  });

  it('[stage-map-not-one-to-one] [ST3] is at the later pair, in two-way syncs only', () => {
    const pairs = [
      { left: ['Sales', 'Won'], right: [null, 'Closed'] },
      { left: ['sales ', 'WON'], right: [null, 'Other'] },
    ];
    const at = 'syncs[0].stages.pairs[1] stage-map-not-one-to-one';
    expect(errorsOf(designJson({ stages: { pairs } }))).toContain(at);
    expect(errorsOf(designJson({ stages: { pairs }, direction: 'left-to-right' }))).not.toContain(at);
  });
});

it('[S232] an item of the to-do list that cannot be read says where; one of what is no more is kept', () => {
  const item = { sync: 'gone', left: 'A', right: 'B', class: 'cut', side: 'right', count: 3 };
  const of = (other: object): string[] => errorsOf(designJson({}, { toDos: [{ ...item, ...other }] }));
  const { class: is, ...plain } = item;
  expect(designOf({}, { toDos: [item] }).toDos).toEqual([
    { ...plain, is, samples: [], note: '', done: false },
  ]);
  expect(designOf({}, {}).toDos).toBeUndefined();
  expect(of({ class: 'worn' })).toEqual(['toDos[0].class bad-value']);
  expect(of({ side: null })).toEqual(['toDos[0].side bad-value']);
  expect(of({ count: -1 })).toEqual(['toDos[0].count bad-value']);
  expect(of({ samples: [{ left: '1' }] })).toEqual(['toDos[0].samples[0].right bad-value']);
});

it('[S400] a check that cannot be read says where', () => {
  const of = (...checks: object[]): string[] => errorsOf(designJson({}, { checks }));
  const check = { id: 'a', name: 'A' };
  expect(of(check)).toEqual([]);
  expect(designOf({}, { checks: [check] }).checks?.[0]?.allowed).toEqual({
    atLeast: null,
    atMost: 0,
    unit: 'records',
  });
  expect(of(check, check)).toEqual(['checks[1].id bad-value']);
  expect(of({ ...check, name: ' ' })).toEqual(['checks[0].name bad-value']);
  expect(of({ ...check, allowed: { atMost: -1 } })).toEqual(['checks[0].allowed.atMost bad-value']);
  expect(of({ ...check, count: { outcomes: ['made'] } })).toEqual(['checks[0].count.outcomes[0] bad-value']);
  for (const change of ['values', 'backwards', 'created-blank'])
    expect(of({ ...check, count: { writes: [{ change, to: 'x' }] } })).toEqual([
      'checks[0].count.writes[0].field bad-value',
    ]);
  expect(of({ ...check, count: { writes: [{ field: 'A', change: 'values' }] } })).toEqual([
    'checks[0].count.writes[0].to bad-value',
  ]);
  expect(of({ ...check, waivers: [{ planHash: 'ab', number: 1, by: '', reason: 'x' }] })).toEqual([
    'checks[0].waivers[0].by bad-value',
  ]);
});
