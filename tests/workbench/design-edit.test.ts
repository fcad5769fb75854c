import { describe, expect, it } from 'vitest';
import { checkDesign, readDesign, type SyncDesign } from '../../src/lib/engine/index.ts';
import * as edits from '../../src/lib/workbench/design/design-edit.ts';
import { valueAt, withValue } from '../../src/lib/workbench/design/design-json.ts';

const DESIGN = {
  format: 'drysync/design@1',
  name: 'Acme',
  apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
  ours: { kept: [1, null] },
  syncs: [
    {
      id: 'contacts',
      kind: 'contacts',
      left: { object: 'contacts', idField: 'Record ID' },
      right: { object: 'Contact', idField: 'Id', note: 'kept' },
      direction: 'both',
      winner: 'left',
      matching: {
        method: 'default',
        identifiers: { email: { left: 'Email', right: 'Email' } },
        strange: true,
      },
      requireValidEmail: { left: 'Email', right: 'Email' },
      mappings: [
        { left: 'Email', right: 'Email' },
        { left: 'Number of Employees', right: 'NumberOfEmployees', conflict: 'ask', hint: 'kept' },
      ],
    },
  ],
};

/** The edit leaves its input alone, keeps unknown members, and the result is a design that reads. */
function after(edit: edits.DesignEdit): SyncDesign {
  expect(valueAt(edit.json, ['ours'])).toEqual(DESIGN.ours);
  expect(valueAt(edit.json, ['syncs', 0, 'right', 'note'])).toBe('kept');
  expect(valueAt(edit.json, ['syncs', 0, 'matching', 'strange'])).toBe(true);
  const reading = readDesign(edit.json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  expect(checkDesign(reading.design, new Map()).errors).toEqual([]);
  return reading.design;
}
const frozen = Object.freeze(DESIGN);

describe('a place in a design', () => {
  it('a path that is not there is undefined, inherited names are not members', () => {
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
    expect(valueAt({ a: 1 }, ['a', 'b', 0])).toBeUndefined();
    expect(valueAt({}, ['constructor'])).toBeUndefined();
  });
  it('a member named __proto__ is a member like any other', () => {
    const json: unknown = JSON.parse('{"__proto__":{"x":1},"a":1}');
    const made = withValue(json, ['a'], 2);
    expect(JSON.stringify(made)).toBe('{"__proto__":{"x":1},"a":2}');
    expect(JSON.stringify(withValue(made, ['__proto__', 'x'], 2))).toBe('{"__proto__":{"x":2},"a":2}');
  });
  it('undefined takes out, and what is missing on the way is made', () => {
    expect(withValue({ a: [1, 2, 3] }, ['a', 1], undefined)).toEqual({ a: [1, 3] });
    expect(withValue({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 });
    expect(withValue(null, ['a', 'b'], 1)).toEqual({ a: { b: 1 } });
  });
});

describe('direction, winner, blanks, e-mail', () => {
  it('[DI1] the direction, in the words of the apps', () => {
    const edit = edits.setDirection(frozen, 0, 'left-to-right');
    expect(edit.label).toBe('Contacts, direction: two-way → only to Salesforce');
    expect(after(edit).syncs[0]?.direction).toBe('left-to-right');
  });
  it('[CO1] the winner', () => {
    const edit = edits.setWinner(frozen, 0, 'right');
    expect(edit.label).toBe('Contacts, winner: HubSpot → Salesforce');
    expect(after(edit).syncs[0]?.winner).toBe('right');
  });
  it('[CO3] [CO4] fill winner’s blanks and clears, where the design names neither', () => {
    expect(after(edits.setFillWinner(frozen, 0, false)).syncs[0]?.blanks.fillWinner).toBe(false);
    const clears = edits.setClears(frozen, 0, 'ask');
    expect(clears.label).toBe('Contacts, clears travel: never → ask');
    expect(after(clears).syncs[0]?.blanks.propagateClears).toBe('ask');
  });
  it('[EM2] without the rule records without an e-mail are created; with it they are left out', () => {
    const off = edits.setEmailRule(frozen, 0, null);
    expect(after(off).syncs[0]).toMatchObject({ requireValidEmail: null, matching: { noKey: 'create' } });
    const on = edits.setEmailRule(off.json, 0, { left: 'Email', right: null });
    expect(after(on).syncs[0]).toMatchObject({
      requireValidEmail: { left: 'Email', right: null },
      matching: { noKey: 'exclude' },
    });
  });
});

describe('matching', () => {
  const usual = [{ left: 'Email', right: 'Email', normalize: ['email'] as const, country: null }];
  const own = edits.setMethod(frozen, 0, 'keys', usual).json;
  const name = { left: 'Name', right: 'Name', normalize: ['name'] as const, country: null };

  it('[MA10] own keys begin with the usual ones, and what was set before is not lost', () => {
    expect(after({ json: own, label: '' }).syncs[0]?.matching.keys).toHaveLength(1);
    const there = edits.setMethod(edits.setMethod(own, 0, 'none', usual).json, 0, 'keys', []);
    expect(after(there).syncs[0]?.matching.keys).toHaveLength(1);
  });
  it('[MA10] keys are added, moved, made composite and removed', () => {
    const two = edits.addKey(own, 0, name);
    expect(two.label).toBe('Added key 2: Name with Name');
    const first = edits.moveKey(two.json, 0, 1, 0);
    expect(first.label).toBe('Name: key 2 → key 1');
    expect(after(first).syncs[0]?.matching.keys.map((key) => key.fields[0]?.left)).toEqual(['Name', 'Email']);
    const both = edits.addKeyField(first.json, 0, 0, { ...name, left: 'City', right: 'City' });
    expect(after(both).syncs[0]?.matching.keys[0]?.fields).toHaveLength(2);
    const less = edits.removeKeyField(both.json, 0, 0, 0);
    expect(after(less).syncs[0]?.matching.keys[0]?.fields.map(({ left }) => left)).toEqual(['City']);
    const removed = edits.removeKey(less.json, 0, 0);
    expect(removed.label).toBe('Removed key 1: City');
    expect(after(removed).syncs[0]?.matching.keys).toHaveLength(1);
  });
  it('[MA12] normalisers and the country of numbers; none is as written', () => {
    const edit = edits.setNormalisers(own, 0, 0, 0, ['name', 'name-no-legal-form']);
    expect(edit.label).toBe('Key 1, Email: e-mail form → spaces, case, legal form');
    const none = edits.setNormalisers(edit.json, 0, 0, 0, []);
    expect(after(none).syncs[0]?.matching.keys[0]?.fields[0]?.normalize).toEqual(['text']);
    const phone = edits.setCountry(own, 0, 0, 0, 'NO');
    expect(after(phone).syncs[0]?.matching.keys[0]?.fields[0]?.country).toBe('NO');
  });
  it('[MA8] [MA11] several keys, and records without a key', () => {
    expect(edits.setAmbiguous(own, 0, 'first-key').label).toContain('the first key that hits decides');
    expect(after(edits.setNoKey(own, 0, 'create')).syncs[0]?.matching.noKey).toBe('create');
  });
  it('[MA1] [MA4] the columns of an identifier', () => {
    const edit = edits.setIdentifier(frozen, 0, 'email', { left: 'Mail', right: 'Email' });
    expect(edit.label).toBe('Contacts, identifier email: Email with Email → Mail with Email');
    expect(after(edit).syncs[0]?.matching.identifiers.email?.left).toBe('Mail');
    const without = edits.setIdentifier(frozen, 0, 'email', null);
    expect(valueAt(without.json, ['syncs', 0, 'matching', 'identifiers'])).toEqual({});
  });
});

describe('mappings', () => {
  it('[CO1] a rule in words; the default is not written down', () => {
    const edit = edits.setRule(frozen, 0, 1, 'most-recent');
    expect(edit.label).toBe('Number of Employees: ask me → most recent');
    expect(after(edit).syncs[0]?.mappings[1]?.conflict).toBe('most-recent');
    const back = edits.setRule(edit.json, 0, 1, 'winner');
    expect(valueAt(back.json, ['syncs', 0, 'mappings', 1])).toEqual({
      left: 'Number of Employees',
      right: 'NumberOfEmployees',
      hint: 'kept',
    });
  });
  it('[FM1] off and on', () => {
    const off = edits.setMappingOn(frozen, 0, 0, false);
    expect(off.label).toBe('Email: on → off');
    expect(after(off).syncs[0]?.mappings[0]?.enabled).toBe(false);
    expect(after(edits.setMappingOn(off.json, 0, 0, true)).syncs[0]?.mappings[0]?.enabled).toBe(true);
  });
  it('[DI1] a direction of its own, and the sync’s again', () => {
    const edit = edits.setMappingDirection(frozen, 0, 0, 'right-to-left');
    expect(edit.label).toBe('Email: two-way → only to HubSpot');
    expect(after(edit).syncs[0]?.mappings[0]?.direction).toBe('right-to-left');
    expect(after(edits.setMappingDirection(edit.json, 0, 0, null)).syncs[0]?.mappings[0]?.direction).toBe(
      null,
    );
  });
  it('[FM2] added at the end, confirmed; a pair that is there, off, comes on again', () => {
    const added = edits.addMapping(frozen, 0, 'City', 'MailingCity');
    expect(after(added).syncs[0]?.mappings).toHaveLength(3);
    expect(edits.isConfirmed(added.json, 0, 2)).toBe(true);
    const off = edits.setMappingOn(added.json, 0, 2, false).json;
    expect(after(edits.addMapping(off, 0, 'City', 'MailingCity')).syncs[0]?.mappings).toHaveLength(3);
    expect(after(edits.removeMapping(added.json, 0, 2)).syncs[0]?.mappings).toHaveLength(2);
  });
  it('a confirmed mapping says so in the file, and counts as before', () => {
    const edit = edits.confirmMappings(frozen, 0, [0, 1]);
    expect(edit.label).toBe('Confirmed: 2 mappings');
    expect(edits.isConfirmed(edit.json, 0, 1)).toBe(true);
    expect(after(edit).syncs).toEqual(after({ json: frozen, label: '' }).syncs);
  });
});

describe('schema and guards', () => {
  const draft = {
    name: 'Email',
    type: 'text' as const,
    required: true,
    unique: false,
    readOnly: false,
    maxLength: 80,
    options: null,
    dateOrder: null,
    decimal: null,
  };
  it('a field is declared, changed without losing what the file says of it, and taken back', () => {
    const edit = edits.setField(frozen, 0, 'right', draft);
    expect(edit.label).toBe('Email in Salesforce: not declared → text');
    expect(after(edit).syncs[0]?.schema.right?.fields[0]).toMatchObject({ required: true, maxLength: 80 });
    const labelled = withValue(edit.json, ['syncs', 0, 'schema', 'right', 'fields', 0, 'label'], 'E-mail');
    const again = edits.setField(labelled, 0, 'right', { ...draft, required: false, maxLength: null });
    expect(valueAt(again.json, ['syncs', 0, 'schema', 'right', 'fields', 0])).toEqual({
      name: 'Email',
      type: 'text',
      label: 'E-mail',
    });
    expect(after(edits.dropField(again.json, 0, 'right', 'Email')).syncs[0]?.schema.right?.fields).toEqual(
      [],
    );
  });
  it('a guard is set, and switched off by null', () => {
    const before = after({ json: frozen, label: '' }).guards;
    const off = edits.setGuard(frozen, 'maxCleared', null, before);
    expect(off.label).toBe('Guard, records cleared: 10 % or 100 → off');
    expect(after(off).guards.maxCleared).toBe(null);
    expect(after(edits.setGuard(off.json, 'maxChanged', 0.75, before)).guards.maxChanged).toBe(0.75);
  });
});
