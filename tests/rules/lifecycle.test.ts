import { describe, expect, test } from 'vitest';
import { checkDesign } from '../../src/lib/engine/design/check/check-design.ts';
import { readDesign } from '../../src/lib/engine/index.ts';
import { EDITS } from '../../src/lib/engine/design/edit/edits.ts';
import { designJson } from '../engine/design/design-of.ts';
import { lineOf, tell, type Story } from './story.ts';

const OWN = { field: 'stage', stages: ['Customer', 'Partner'], default: 'Customer' };
const LEADS = { field: 'stage', stages: ['Lead'], default: 'Lead' };

/** Contacts limited on the left; `stage` has no column on the right. */
const limited = (left: string, right: string, more: Partial<Story> & { limit?: object } = {}): Story => ({
  left: `id,email,stage\n${left}\n`,
  right: `id,email\n${right}\n`,
  ...more,
  sync: {
    mappings: [{ left: 'email', right: 'email' }],
    lifecycle: { left: more.limit ?? OWN, right: null },
    ...more.sync,
  },
});
const outcomeOf = async (story: Story, id = '1') => lineOf(await tell(story), id);

describe('[ST5] contacts are limited to chosen lifecycle stages', () => {
  test.each([
    ['Customer', 'create'],
    [' partner ', 'create'],
    ['Lead', 'excluded'],
    ['', 'excluded'],
  ])('a record at %j without a counterpart: %s', async (stage, outcome) => {
    const line = await outcomeOf(limited(`1,a@fjell.no,${stage}`, 'B,b@fjell.no'));
    expect(line.outcome).toBe(outcome);
    const reason = { code: 'lifecycle-not-in-sync', side: 'left', field: 'stage', value: stage };
    expect(line.reasons).toEqual(outcome === 'excluded' ? [reason] : []);
  });

  test('[S123] an option is the stage by its value and its label', async () => {
    const options = [{ value: 'c', label: 'Customer' }];
    const schema = { left: { stage: { type: 'single-select', options } } };
    expect((await outcomeOf(limited('1,a@fjell.no,c', 'B,b@fjell.no', { schema }))).outcome).toBe('create');
  });

  test('[S123] of a pair one in another stage is out, linked or not; one without a stage is not', async () => {
    const links = [{ sync: 's', left: '1', right: 'A', by: 'key', values: { left: {}, right: {} } }];
    for (const more of [{}, { links }]) {
      const at = (stage: string) => outcomeOf(limited(`1,a@fjell.no,${stage}`, 'A,a@fjell.no', more));
      expect((await at('Lead')).outcome).toBe('excluded');
      expect((await at('Partner')).outcome).toBe('in-sync');
      expect((await at('')).outcome).toBe('update');
    }
  });
});

describe('[ST5] [S123] the default stage is written only where there is none', () => {
  test('into a blank and into a create, over no other stage', async () => {
    const told = await tell(
      limited('1,a@fjell.no,\n2,b@fjell.no,Partner', 'A,a@fjell.no\nB,b@fjell.no\nC,c@fjell.no'),
    );
    const write = { side: 'left', field: 'stage', to: 'Customer' };
    expect(lineOf(told, '1').writes).toEqual([{ ...write, from: '', because: 'fill-blank' }].map(inOrder));
    expect(lineOf(told, '2')).toMatchObject({ outcome: 'in-sync', writes: [], conflicts: [] });
    const create = told.lines.find(({ outcome }) => outcome === 'create');
    expect(create?.writes).toContainEqual(inOrder({ ...write, from: null, because: 'create' }));
  });

  test('not where the direction forbids it, nor without one', async () => {
    const oneWay = limited('1,a@fjell.no,', 'A,a@fjell.no', { sync: { direction: 'left-to-right' } });
    expect((await outcomeOf(oneWay)).writes).toEqual([]);
    const none = limited('1,a@fjell.no,', 'A,a@fjell.no', { limit: { ...OWN, default: null } });
    expect((await outcomeOf(none)).writes).toEqual([]);
  });
});

const inOrder = ({ side, field, from, to, because }: Record<string, unknown>) => ({
  side,
  field,
  from,
  to,
  because,
});

type Json = Record<string, unknown>;
const both = (contacts: Json, leads: Json, object = 'contacts'): unknown => {
  const own = designJson({}) as { syncs: [Json] };
  const [sync] = own.syncs;
  const side = (of: 'left' | 'right', name: string) => ({ ...(sync[of] as Json), object: name });
  return {
    ...own,
    syncs: [
      { ...sync, id: 'c', kind: 'contacts', left: side('left', 'contacts'), lifecycle: { left: contacts } },
      { ...sync, id: 'l', kind: 'leads', left: side('left', object), lifecycle: { left: leads } },
    ],
  };
};
const errorsOf = (json: unknown): string[] => {
  const reading = readDesign(json);
  const errors = reading.ok ? checkDesign(reading.design, new Map()).errors : reading.errors;
  return errors.map(({ at, code }) => `${at} ${code}`);
};

describe('[ST5] a stage given to one sync is not available to the other', () => {
  test('of the same object and field, however it is written', () => {
    expect(errorsOf(both(OWN, LEADS))).toEqual([]);
    const taken = { ...LEADS, stages: ['Lead', ' customer'] };
    expect(errorsOf(both(OWN, taken))).toEqual(['syncs[1].lifecycle.left.stages[1] bad-value']);
    expect(errorsOf(both(OWN, taken, 'Lead'))).toEqual([]);
    expect(errorsOf(both(OWN, { ...taken, field: 'other' }))).toEqual([]);
  });

  test('limits are of contacts and leads; a default is one of the stages, and no mapping writes its field', () => {
    const kind = (json: Json) => errorsOf(designJson({ lifecycle: { left: OWN }, ...json }));
    expect(kind({ kind: 'deals', matching: { method: 'none' } })).toEqual([
      'syncs[0].lifecycle.left bad-value',
    ]);
    const lifecycle = (left: object) => errorsOf(designJson({ kind: 'contacts', lifecycle: { left } }));
    expect(lifecycle({ ...OWN, default: 'Lead' })).toEqual(['syncs[0].lifecycle.left.default bad-value']);
    expect(lifecycle({ ...OWN, stages: [] })).toContain('syncs[0].lifecycle.left.stages bad-value');
    const mappings = [{ left: 'stage', right: 'B' }];
    expect(errorsOf(designJson({ kind: 'contacts', lifecycle: { left: OWN }, mappings }))).toEqual([
      'syncs[0].lifecycle.left.default field-mapped-twice',
    ]);
  });
});

describe('[ST5] [S123] a lead that is promoted', () => {
  const promoted = (json: unknown) => {
    const reading = readDesign(json);
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    return reading.design.syncs.map(({ mappings }) => mappings.at(-1)?.defaultStage?.promotes);
  };

  test('gets the default of its contacts over the stage of leads; no contact becomes a lead, nor one of other contacts', () => {
    expect(promoted(both(OWN, LEADS))).toEqual([['Lead'], []]);
    expect(promoted(both(OWN, LEADS, 'Lead'))).toEqual([[], []]);
    const { syncs, ...rest } = both(OWN, LEADS) as { syncs: Json[] };
    expect(promoted({ ...rest, syncs: syncs.map((sync) => ({ ...sync, kind: 'contacts' })) })).toEqual([
      [],
      [],
    ]);
    expect(promoted(both({ ...OWN, default: null }, LEADS))[0]).toBeUndefined();
  });
});

test('the act of the screen sets the limit, switches off the mapping of its field, and takes it away', () => {
  const json = designJson({ kind: 'contacts', mappings: [{ left: 'stage', right: 'B' }] });
  const { json: next, step } = EDITS.lifecycle(json, 0, 'left', OWN);
  expect(next).toMatchObject({
    syncs: [{ lifecycle: { left: OWN }, mappings: [{ left: 'stage', right: 'B', enabled: false }] }],
  });
  expect(step).toMatchObject({ code: 'lifecycle', values: { ...OWN } });
  const { json: without } = EDITS.lifecycle(next, 0, 'left', null);
  expect(without).toMatchObject({ syncs: [{ lifecycle: { left: null } }] });
});
