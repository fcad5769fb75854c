import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../src/lib/engine/model/choices.ts';
import { drain, hubspotSubject, subjectsOfClass, type HubSpotClass } from '../../../src/lib/engine/index.ts';
import type { World } from '../../reference/world.ts';
import { Compared, classesByRecord } from './compared.ts';
import { worldOf } from './story.ts';

const NAME = { left: 'Company name', right: 'Account Name' };

/** `left 1`: class. */
const classes = (world: World): Record<string, HubSpotClass> =>
  Object.fromEntries(
    [...classesByRecord(Compared.of(world).made)].map(([name, is]) => {
      const [, side, id] = JSON.parse(name) as [string, string, string];
      return [`${side} ${id}`, is];
    }),
  );

const codes = (world: World): string[] =>
  Compared.of(world).made.otherwise.map(({ code, rule }) => `${code} ${rule}`);

describe('[SA2] [S194] what HubSpot would make of the same records', () => {
  it('links by name although the domains differ, where the design knows the numbers', () => {
    const world = worldOf(['1|Fjell AS|fjell.no|100|||'], ['A|fjell as|fjell-drift.no|900|||']);
    expect(classes(world)).toEqual({ 'left 1': 'name-alone', 'right A': 'name-alone' });
    const { made } = Compared.of(world);
    expect(made.syncs[0]!.delta).toMatchObject({ made: 1, parted: 0, creates: -2 });
    expect(hubspotSubject(made.syncs[0]!, drain(subjectsOfClass(made.syncs[0]!, 'name-alone'))[0]!)).toEqual({
      ...{ left: '1', right: 'A' },
      own: { left: 'create', right: 'create' },
      hubspot: 'update',
    });
  });

  it('the same name without a second domain, or with the same, is a link like any other', () => {
    expect(classes(worldOf(['1|Fjell AS||100|||'], ['A|Fjell AS|fjell.no|900|||']))).toEqual({
      'left 1': 'linked',
      'right A': 'linked',
    });
    expect(classes(worldOf(['1|Fjell AS|fjell.no|100|||'], ['A|Fjell AS|fjell.no|900|||']))).toEqual({
      'left 1': 'linked',
      'right A': 'linked',
    });
  });

  it('creates twice what the design links, and links with another', () => {
    expect(classes(worldOf(['1|Dal|dal.no|200|||'], ['A|Dal Gruppen|dg.no|200|||']))).toEqual({
      'left 1': 'doubled',
      'right A': 'doubled',
    });
    expect(
      classes(worldOf(['1|Aas|aas.no|600|||'], ['A|Aas 2|aas2.no|600|||', 'B|Aas|aas.no|700|||'])),
    ).toEqual({ 'left 1': 'other-partner', 'right A': 'doubled', 'right B': 'other-partner' });
  });

  it('sets aside what the design links: two of one name', () => {
    expect(
      classes(
        worldOf(
          ['1|Vik|vik.no|300|||', '2|Vik|vik.no|301|||'],
          ['A|Vik|vik.no|300|||', 'B|Vik|vik.no|301|||'],
        ),
      ),
    ).toEqual({ 'left 1': 'same', 'left 2': 'unlinked', 'right A': 'same', 'right B': 'unlinked' });
  });

  it('creates what has a name, and not what has a number alone', () => {
    expect(classes(worldOf(['1|Vik|vik.no||||', '2|||400|||'], []))).toEqual({
      'left 1': 'created',
      'left 2': 'not-created',
    });
  });

  const pair = (left: string, right: string): HubSpotClass =>
    classes(worldOf([`1|Vik|vik.no|300|${left}`], [`A|Vik|vik.no|300|${right}`]))['left 1']!;

  it('writes over another side, over what the design leaves, over the form alone', () => {
    expect(pair('||', '||')).toBe('same');
    expect(pair('|Oslo|', '|Bergen|')).toBe('overwritten');
    expect(pair('||new', '||old')).toBe('overwritten');
    expect(pair('22334455||', '22 33 44 55||')).toBe('form');
    expect(pair('22334455|Oslo|', '22 33 44 55|Bergen|')).toBe('overwritten');
    expect(pair('22334455||', '22334456||')).toBe('same');
  });

  it('counts every value by its own class', () => {
    const world = worldOf(['1|Vik|vik.no|300|22334455|Oslo|'], ['A|Vik|vik.no|300|22 33 44 55|Bergen|']);
    expect(Compared.of(world).made.syncs[0]!.values).toEqual([
      { is: 'overwritten', side: 'right', field: 'City', count: 1 },
      { is: 'kept', side: 'left', field: 'City', count: 1 },
      { is: 'form', side: 'right', field: 'Phone', count: 1 },
    ]);
  });

  it('keeps, fills and asks otherwise', () => {
    const of = (left: string, right: string, sync: object): HubSpotClass | undefined =>
      classes(worldOf([`1|Vik|vik.no|300|${left}`], [`A|Vik|vik.no|300|${right}`], { ...sync }))['left 1'];
    const city = (more: object): object => ({ mappings: [NAME, { left: 'City', right: 'City', ...more }] });
    expect(of('|Oslo|', '|oslo|', city({ conflict: 'ask' }))).toBe('overwritten');
    expect(of('|Oslo|', '|oslo|', { direction: 'right-to-left', ...city({ conflict: 'ask' }) })).toBe(
      'asked',
    );
    expect(of('||', '|Oslo|', { blanks: { fillWinner: false }, ...city({}) })).toBe('filled');
    expect(of('|Oslo|', '||', city({ transform: { kind: 'case', to: 'upper' } }))).toBe('filled');
    const right = { direction: 'right-to-left', ...city({ conflict: 'right' }) };
    expect(of('|Oslo|', '|Bergen|', right)).toBe('kept');
    expect(of('|1,5|', '|1.5|', city({ conflict: 'most-recent' }))).toBe('overwritten');
  });

  it('[CO5] rewriteForm writes what HubSpot leaves', () => {
    const mappings = [NAME, { left: 'City', right: 'City', rewriteForm: true }];
    const world = worldOf(['1|Vik|vik.no|300|| Oslo|'], ['A|Vik|vik.no|300||Oslo |'], { mappings });
    expect(classes(world)['left 1']).toBe('form');
  });
});

describe('[S190] what is taken away', () => {
  it('the story has keys of its own, a form, a side that wins and blanks only', () => {
    expect(codes(worldOf([], []))).toEqual(['keys MA1', 'same SA2', 'conflict CO1', 'conflict CO1']);
    expect(Compared.of(worldOf([], [])).made.otherwise[0]).toMatchObject({
      own: [[{ left: 'Org number', right: 'OrgNumber' }]],
      keys: [
        [{ left: 'Company name', right: 'Account Name' }],
        [{ left: 'Company Domain Name', right: 'Domain' }],
      ],
    });
  });

  it('every rule of our own, with its id; what HubSpot lets one choose stays', () => {
    const matching = {
      method: 'default',
      identifiers: { name: { left: 'Company name', right: 'Account Name' } },
      ...{ ambiguous: 'first-key', noKey: 'create', placeholders: 'blank', publicDomains: 'blank' },
      ...{ contested: 'closest', idPair: { left: 'Note' } },
    };
    const world = worldOf([], [], {
      matching,
      direction: 'left-to-right',
      mappings: [
        { left: 'City', right: 'City', rewriteForm: true, transform: { kind: 'trim' } },
        { left: 'Phone', right: 'Phone', transform: { kind: 'constant', value: '1' }, conflict: 'ask' },
      ],
      blanks: { fillWinner: false, propagateClears: 'ask' },
      deletes: { left: 'recreate', right: 'report' },
      associations: [
        {
          ...{ to: 's', required: true },
          left: { field: 'Note', primaryOnly: false },
          right: { field: 'Note', primaryOnly: true },
        },
      ],
      filters: {
        left: { any: [{ all: [{ field: 'City', op: 'known' }] }] },
        deny: { left: ['9'], right: [] },
      },
    });
    expect(codes(world)).toEqual([
      ...['id-pair MA1', 'first-key MA8', 'no-key MA11', 'placeholders KW9', 'public-domains KW9'],
      ...['closest KW10', 'rewrite-form CO5', 'transform FM10', 'conflict CO1', 'mapping-off FM10'],
      ...['fill-winner CO3', 'clears CO4', 'required-parent AS6', 'all-parents AS3', 'recreate DE1'],
    ]);
    const compared = Compared.of(world);
    const [own, theirs] = [compared.plan.design.syncs[0]!, compared.made.design.syncs[0]!];
    expect(theirs.direction).toBe('left-to-right');
    expect(theirs.filters).toEqual(own.filters);
    expect(theirs.mappings.map(({ enabled }) => enabled)).toEqual([true, false]);
  });

  it('[EM1] contacts take part by their e-mail, unless a person let all of them in [EM2]', () => {
    const email = { left: 'Note', right: 'Note' };
    const contacts = { kind: 'contacts', mappings: [email] };
    const matching = { method: 'default', identifiers: { email } };
    expect(codes(worldOf([], [], { ...contacts, matching }))).toEqual(['valid-email EM1']);
    const open = { ...contacts, matching: { ...matching, noKey: 'create' } };
    expect(codes(worldOf([], [], open))).toEqual([]);
    const one = { ...contacts, matching, requireValidEmail: { left: 'Note', right: null } };
    expect(codes(worldOf([], [], one))).toEqual(['valid-email EM1']);
  });

  it('nothing of a design that has the defaults, and all its records are the same', () => {
    const matching = {
      identifiers: {
        name: { left: 'Company name', right: 'Account Name' },
        domain: { left: 'Company Domain Name', right: 'Domain' },
      },
    };
    const mappings = [{ left: 'City', right: 'City' }];
    const world = worldOf(['1|Vik|vik.no|300||Oslo|', '2|Dal|||||'], ['A|Vik|||||'], { matching, mappings });
    expect(codes(world)).toEqual([]);
    expect(new Set(Object.values(classes(world)))).toEqual(new Set(['same']));
  });
});

describe('[S191] the fields HubSpot would match by', () => {
  const keysOf = (matching: object, more: object = {}): unknown =>
    Compared.of(worldOf([], [], { matching, ...more })).made.design.syncs[0]!.matching.identifiers;

  it('[MA3] [MA4] a web address is no domain: companies go by their name, and it is said', () => {
    const world = worldOf([], []);
    const tables = { s: { left: renamed(world, 'left'), right: renamed(world, 'right') } };
    const matching = {
      identifiers: {
        name: { left: 'Company name', right: 'Account Name' },
        domain: { left: 'Website', right: 'Website' },
      },
    };
    const own = { ...worldOf([], [], { matching, mappings: [] }), tables };
    expect(codes(own)).toEqual(['web-address MA4', 'keys MA1']);
    expect(Compared.of(own).made.design.syncs[0]!.matching.identifiers).toEqual({
      name: { left: 'Company name', right: 'Account Name' },
    });
  });

  it('a key’s field that is read as a name, else fields that are called so', () => {
    const key = { left: 'Note', right: 'Note', normalize: ['name-no-legal-form'] };
    expect(keysOf({ method: 'keys', keys: [{ fields: [key] }] })).toMatchObject({
      name: { left: 'Note', right: 'Note' },
      domain: { left: 'Company Domain Name', right: 'Domain' },
    });
  });

  it('of custom objects one field, as text; where no field is known nothing is compared', () => {
    const city = { left: 'City', right: 'City', normalize: ['name'] };
    const keys = [{ fields: [city, { left: 'Note', right: 'Note' }] }];
    const custom = Compared.of(worldOf([], [], { kind: 'custom', matching: { method: 'keys', keys } })).made;
    expect(custom.design.syncs[0]!.matching.keys).toEqual([
      { fields: [{ left: 'City', right: 'City', normalize: ['text'], country: null }] },
    ]);
    const noName = { mappings: [{ left: 'City', right: 'City' }], kind: 'contacts' };
    expect(Compared.of(worldOf([], [], noName)).told).toEqual({
      ok: false,
      why: { code: 'no-identifier', sync: 's', kind: 'contacts', wanted: ['email'] },
    });
  });

  it('nothing is compared under the profile salesforce', () => {
    const apps = { left: { name: 'H', kind: 'hubspot' }, right: { name: 'S', kind: 'salesforce' } };
    expect(Compared.of(worldOf([], [], {}, { profile: 'salesforce', apps })).told).toEqual({
      ok: false,
      why: { code: 'profile' },
    });
  });
});

it('[S192] a mapping flows the way its transform ran, and is off where it is no field of the other side', () => {
  const world = worldOf([], [], {
    mappings: [
      { left: 'City', right: 'City', transform: { kind: 'trim' } },
      { left: 'Note', right: 'Note', transform: { kind: 'split', take: 'first' } },
      { left: 'Note', right: 'Phone', transform: { kind: 'case', to: 'upper' } },
      { left: 'Note', right: 'Account Name', transform: { kind: 'trim' } },
    ],
  });
  const mappings = Compared.of(world).made.design.syncs[0]!.mappings;
  expect(mappings.map(({ enabled, direction, transform }) => [enabled, direction, transform])).toEqual([
    [true, 'left-to-right', null],
    [false, 'left-to-right', null],
    [true, 'left-to-right', null],
    [false, 'left-to-right', null],
  ]);
});

it('[S193] links of the baseline stand; what a person decided here is not known', () => {
  const own = worldOf(['1|Vik|vik.no|300|||'], ['A|Dal|dal.no|900|||']);
  const link = { sync: 's', left: '1', right: 'A', by: 'person', values: { left: {}, right: {} } } as const;
  expect(classes({ ...own, baseline: { links: [link] } })).toEqual({ 'left 1': 'same', 'right A': 'same' });
  const choices: Choices = {
    ...{ format: 'drysync/choices@1', planHash: null, choices: [], decisions: [] },
    links: [{ sync: 's', left: '1', right: 'A', verdict: 'same', at: '' }],
  };
  const byHand = { ...own, choices };
  expect(classes(byHand)).toEqual({ 'left 1': 'doubled', 'right A': 'doubled' });
  expect(Compared.of(byHand).made.otherwise[0]).toEqual({ code: 'by-hand', rule: 'S193', count: 1 });
});

/** The table of a side with its notes called a web address. */
const renamed = ({ tables }: World, side: 'left' | 'right') => ({
  ...tables['s']![side],
  header: tables['s']![side].header.map((name) => (name === 'Note' ? 'Website' : name)),
});
