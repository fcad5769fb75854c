// Over 300 lines: one story for each verb of the edits.
import { describe, expect, it } from 'vitest';
import {
  checkDesign,
  EDITS as edits,
  isConfirmed,
  readDesign,
  type DesignEdit,
  type SyncDesign,
} from '../../../src/lib/engine/index.ts';
import { valueAt, withValue } from '../../../src/lib/engine/design/edit/design-json.ts';
import { said } from '../../support/english.ts';

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
function after(edit: Pick<DesignEdit, 'json'>): SyncDesign {
  expect(valueAt(edit.json, ['ours'])).toEqual(DESIGN.ours);
  expect(valueAt(edit.json, ['syncs', 0, 'right', 'note'])).toBe('kept');
  expect(valueAt(edit.json, ['syncs', 0, 'matching', 'strange'])).toBe(true);
  const reading = readDesign(edit.json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  expect(checkDesign(reading.design, new Map()).errors).toEqual([]);
  return reading.design;
}
const frozen = Object.freeze(DESIGN);
const says = ({ step }: DesignEdit): string => said('design').step(step);

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
    const edit = edits.direction(frozen, 0, 'left-to-right');
    expect(says(edit)).toBe('Contacts, direction: two-way → only to Salesforce');
    expect(after(edit).syncs[0]?.direction).toBe('left-to-right');
  });
  it('[CO1] the winner', () => {
    const edit = edits.winner(frozen, 0, 'right');
    expect(says(edit)).toBe('Contacts, winner: HubSpot → Salesforce');
    expect(after(edit).syncs[0]?.winner).toBe('right');
  });
  it('[CO3] [CO4] fill winner’s blanks and clears, where the design names neither', () => {
    expect(after(edits.fillWinner(frozen, 0, false)).syncs[0]?.blanks.fillWinner).toBe(false);
    const clears = edits.clears(frozen, 0, 'ask');
    expect(says(clears)).toBe('Contacts, clears travel: never → ask me');
    expect(after(clears).syncs[0]?.blanks.propagateClears).toBe('ask');
  });
  it('[EM2] without the rule records without an e-mail are created; with it they are left out', () => {
    const off = edits.email(frozen, 0, null);
    expect(after(off).syncs[0]).toMatchObject({ requireValidEmail: null, matching: { noKey: 'create' } });
    const on = edits.email(off.json, 0, { left: 'Email', right: null });
    expect(after(on).syncs[0]).toMatchObject({
      requireValidEmail: { left: 'Email', right: null },
      matching: { noKey: 'exclude' },
    });
  });
});

describe('matching', () => {
  const own = edits.method(frozen, 0, 'keys').json;
  const name = { left: 'Name', right: 'Name', normalize: ['name'] as const, country: null };

  it('[MA10] own keys begin with the usual ones, and what was set before is not lost', () => {
    expect(after({ json: own }).syncs[0]?.matching.keys).toEqual([
      { fields: [{ left: 'Email', right: 'Email', normalize: ['email'], country: null }] },
    ]);
    const there = edits.method(edits.method(own, 0, 'none').json, 0, 'keys');
    expect(after(there).syncs[0]?.matching.keys).toHaveLength(1);
  });
  it('[MA10] keys are added, moved, made composite and removed', () => {
    const two = edits.addKey(own, 0, name);
    expect(says(two)).toBe('Added key 2: Name with Name');
    const first = edits.moveKey(two.json, 0, 1, 0);
    expect(says(first)).toBe('Name: key 2 → key 1');
    expect(after(first).syncs[0]?.matching.keys.map((key) => key.fields[0]?.left)).toEqual(['Name', 'Email']);
    const both = edits.addKeyField(first.json, 0, 0, { ...name, left: 'City', right: 'City' });
    expect(after(both).syncs[0]?.matching.keys[0]?.fields).toHaveLength(2);
    const less = edits.removeKeyField(both.json, 0, 0, 0);
    expect(after(less).syncs[0]?.matching.keys[0]?.fields.map(({ left }) => left)).toEqual(['City']);
    const removed = edits.removeKey(less.json, 0, 0);
    expect(says(removed)).toBe('Removed key 1: City');
    expect(after(removed).syncs[0]?.matching.keys).toHaveLength(1);
  });
  it('[MA12] normalisers and the country of numbers; none is as written', () => {
    const edit = edits.normalisers(own, 0, 0, 0, ['name', 'name-no-legal-form']);
    expect(says(edit)).toBe('Key 1, Email: e-mail form → spaces, case, legal form');
    const none = edits.normalisers(edit.json, 0, 0, 0, []);
    expect(after(none).syncs[0]?.matching.keys[0]?.fields[0]?.normalize).toEqual(['text']);
    const phone = edits.country(own, 0, 0, 0, 'NO');
    expect(after(phone).syncs[0]?.matching.keys[0]?.fields[0]?.country).toBe('NO');
  });
  it('[MA8] [MA11] [KW9] [KW10] several keys, records without a key, and values that are none', () => {
    expect(says(edits.ambiguous(own, 0, 'first-key'))).toContain('the first that hits decides');
    const closest = edits.contested(own, 0, 'closest');
    expect(after(closest).syncs[0]?.matching.contested).toBe('closest');
    expect(says(closest)).toContain('the first of each side are linked → those that agree most are linked');
    expect(after(edits.noKey(own, 0, 'create')).syncs[0]?.matching.noKey).toBe('create');
    const blank = edits.misleading(own, 0, 'placeholders', 'blank');
    expect(after(blank).syncs[0]?.matching).toMatchObject({ placeholders: 'blank', publicDomains: 'keep' });
    expect(blank.step).toMatchObject({ values: { what: 'placeholders', from: 'keep', to: 'blank' } });
  });
  it('[MA1] [MA4] the columns of an identifier', () => {
    const edit = edits.identifier(frozen, 0, 'email', { left: 'Mail', right: 'Email' });
    expect(says(edit)).toBe('Contacts, E-mail: Email with Email → Mail with Email');
    expect(after(edit).syncs[0]?.matching.identifiers.email?.left).toBe('Mail');
    const without = edits.identifier(frozen, 0, 'email', null);
    expect(valueAt(without.json, ['syncs', 0, 'matching', 'identifiers'])).toEqual({});
  });
});

describe('mappings', () => {
  it('[CO1] a rule in words; the default is not written down', () => {
    const edit = edits.rule(frozen, 0, 1, 'most-recent');
    expect(says(edit)).toBe('Number of Employees: ask me → most recent');
    expect(after(edit).syncs[0]?.mappings[1]?.conflict).toBe('most-recent');
    const back = edits.rule(edit.json, 0, 1, 'winner');
    expect(valueAt(back.json, ['syncs', 0, 'mappings', 1])).toEqual({
      left: 'Number of Employees',
      right: 'NumberOfEmployees',
      hint: 'kept',
    });
  });
  it('[SF1] the profile and a Salesforce rule in words; the defaults are not written down', () => {
    const profile = edits.profile(frozen, 0, 'salesforce');
    expect(says(profile)).toBe('Profile: Data Sync → Salesforce');
    expect(after(profile).syncs[0]?.salesforce).toBe('right');
    const rule = edits.salesforceRule(profile.json, 0, 1, 'two-way');
    expect(says(rule)).toBe('Number of Employees: Prefer Salesforce unless blank → Two-way');
    expect(after(rule).syncs[0]?.mappings[1]).toMatchObject({ sfRule: 'two-way', enabled: true });
    const back = edits.salesforceRule(rule.json, 0, 1, 'prefer-unless-blank');
    expect(edits.profile(back.json, 0, 'data-sync').json).toEqual(frozen);
  });
  it('[SF4] [S140] what is not synced is off; switched on it has the default again, and another profile never looks at it', () => {
    const { json } = edits.profile(frozen, 0, 'salesforce');
    const off = edits.salesforceRule(json, 0, 1, 'off');
    expect(after(off).syncs[0]?.mappings[1]?.enabled).toBe(false);
    const on = edits.mappingOn(off.json, 0, 1, true);
    expect(after(on).syncs[0]?.mappings[1]).toMatchObject({ enabled: true });
    expect(valueAt(on.json, ['syncs', 0, 'mappings', 1, 'sfRule'])).toBeUndefined();
    const other = edits.profile(off.json, 0, 'data-sync');
    expect(after(other).syncs[0]?.mappings[1]?.enabled).toBe(true);
  });
  it('[FM1] off and on', () => {
    const off = edits.mappingOn(frozen, 0, 0, false);
    expect(says(off)).toBe('Email: on → off');
    expect(after(off).syncs[0]?.mappings[0]?.enabled).toBe(false);
    expect(after(edits.mappingOn(off.json, 0, 0, true)).syncs[0]?.mappings[0]?.enabled).toBe(true);
  });
  it('[DI1] a direction of its own, and the sync’s again', () => {
    const edit = edits.mappingDirection(frozen, 0, 0, 'right-to-left');
    expect(says(edit)).toBe('Email: two-way → only to HubSpot');
    expect(after(edit).syncs[0]?.mappings[0]?.direction).toBe('right-to-left');
    expect(after(edits.mappingDirection(edit.json, 0, 0, null)).syncs[0]?.mappings[0]?.direction).toBe(null);
  });
  it('[FM2] added at the end, confirmed; a pair that is there, off, comes on again', () => {
    const added = edits.addMapping(frozen, 0, { left: 'City', right: 'MailingCity' });
    expect(after(added).syncs[0]?.mappings).toHaveLength(3);
    expect(isConfirmed(added.json, 0, 2)).toBe(true);
    const off = edits.mappingOn(added.json, 0, 2, false).json;
    expect(
      after(edits.addMapping(off, 0, { left: 'City', right: 'MailingCity' })).syncs[0]?.mappings,
    ).toHaveLength(3);
    expect(after(edits.removeMapping(added.json, 0, 2)).syncs[0]?.mappings).toHaveLength(2);
  });
  it('a confirmed mapping says so in the file, and counts as before', () => {
    const edit = edits.confirm(frozen, 0, [0, 1]);
    expect(says(edit)).toBe('Confirmed: 2 mappings');
    expect(isConfirmed(edit.json, 0, 1)).toBe(true);
    expect(after(edit).syncs).toEqual(after({ json: frozen }).syncs);
  });
});

describe('schema and guards', () => {
  const draft = {
    name: 'Email',
    type: 'text' as const,
    required: true,
    requiredWhen: [],
    unique: false,
    readOnly: false,
    maxLength: 80,
    options: null,
    dateOrder: null,
    decimal: null,
    format: null,
    country: null,
  };
  it('a field is declared, changed without losing what the file says of it, and taken back', () => {
    const edit = edits.field(frozen, 0, 'right', draft);
    expect(says(edit)).toBe('Email in Salesforce: not declared → text');
    expect(after(edit).syncs[0]?.schema.right?.fields[0]).toMatchObject({ required: true, maxLength: 80 });
    const labelled = withValue(edit.json, ['syncs', 0, 'schema', 'right', 'fields', 0, 'label'], 'E-mail');
    const again = edits.field(labelled, 0, 'right', { ...draft, required: false, maxLength: null });
    expect(valueAt(again.json, ['syncs', 0, 'schema', 'right', 'fields', 0])).toEqual({
      name: 'Email',
      type: 'text',
      label: 'E-mail',
    });
    expect(after(edits.dropField(again.json, 0, 'right', 'Email')).syncs[0]?.schema.right?.fields).toEqual(
      [],
    );
  });
  it('[BL4] it says what its texts are and of which country its phones, until that is taken back', () => {
    const path = ['syncs', 0, 'schema', 'right', 'fields', 0];
    const said = edits.field(frozen, 0, 'right', { ...draft, format: 'phone', country: 'NO' });
    expect(valueAt(said.json, path)).toMatchObject({ format: 'phone', country: 'NO' });
    expect(after(said).syncs[0]?.schema.right?.fields[0]).toMatchObject({ format: 'phone', country: 'NO' });
    const back = edits.field(said.json, 0, 'right', draft);
    expect(Object.keys(valueAt(back.json, path) as object)).toEqual([
      'name',
      'type',
      'required',
      'maxLength',
    ]);
  });
  it('[S400] a check is added, changed in its place and deleted, and keeps what it was waived for', () => {
    const draft = {
      id: 'a',
      name: 'No opt-out flips',
      reason: 'By law.',
      counts: {
        sync: 'contacts',
        scope: 'written',
        outcomes: ['update'],
        reasons: [],
        fields: ['Email'],
        linkedBy: [],
        directions: ['to-right'],
        writes: [{ field: 'Email', side: null, change: 'values', from: 'a', to: '', order: [] }],
        where: [{ side: 'right', field: 'Name', op: 'in', values: ['x', 'y'] }],
      },
      allowed: { atLeast: null, atMost: 2.5, unit: 'percent' },
      blocks: false,
    } as const;
    const added = edits.check(frozen, 0, draft);
    expect(added.step).toEqual({ code: 'check-added', values: { name: draft.name } });
    expect(after(added).checks).toEqual([{ ...draft, waivers: [] }]);
    const waiver = { planHash: 'ab', number: 3, by: 'Kari', reason: 'Agreed.', at: '2026-11-21T10:00:00Z' };
    const waived = edits.waiveCheck(added.json, 0, 'a', waiver);
    expect(waived.step.values).toEqual({ name: draft.name, by: 'Kari', number: 3 });
    const changed = edits.check(waived.json, 0, { ...draft, name: 'Flips', blocks: true });
    expect(changed.step.code).toBe('check');
    expect(after(changed).checks).toEqual([{ ...draft, name: 'Flips', blocks: true, waivers: [waiver] }]);
    const second = edits.check(changed.json, 0, { ...draft, id: 'b' });
    expect(after(edits.removeCheck(second.json, 0, 'a')).checks?.map(({ id }) => id)).toEqual(['b']);
    expect(edits.removeCheck(added.json, 0, 'a').json).toEqual(frozen);
  });

  it('[S405] a rule of approval is added, changed, moved and deleted', () => {
    const nothing = {
      outcomes: [],
      reasons: [],
      fields: [],
      linkedBy: [],
      directions: [],
      writes: [],
      where: [],
    };
    const rule = {
      id: 'a',
      name: 'Creates',
      decision: 'approved',
      counts: { sync: null, scope: 'all', ...nothing },
    } as const;
    const added = edits.approvalRule(frozen, 0, rule);
    expect(added.step).toEqual({ code: 'approval-rule-added', values: { name: 'Creates' } });
    expect(after(added).approval).toEqual([rule]);
    const held = { ...rule, decision: 'held', counts: { ...rule.counts, outcomes: ['update'] } } as const;
    const changed = edits.approvalRule(added.json, 0, held);
    expect([changed.step.code, after(changed).approval]).toEqual(['approval-rule', [held]]);
    const two = edits.approvalRule(added.json, 0, { ...rule, id: 'b' });
    const moved = edits.moveApprovalRule(two.json, 0, 'b', 0);
    expect(moved.step.values).toEqual({ name: 'Creates', from: 1, to: 0 });
    expect(after(moved).approval?.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(after(edits.removeApprovalRule(moved.json, 0, 'b')).approval).toEqual([rule]);
    expect(edits.removeApprovalRule(added.json, 0, 'a').json).toEqual(frozen);
  });

  it('a guard is set, and switched off by null', () => {
    const off = edits.guard(frozen, 0, 'maxCleared', null);
    expect(off.step.values).toEqual({ name: 'maxCleared', from: { share: 0.1, count: 100 }, to: null });
    expect(says(off)).toMatch(/^Records cleared: .* → off$/);
    expect(after(off).guards.maxCleared).toBe(null);
    expect(after(edits.guard(off.json, 0, 'maxChanged', 0.75)).guards.maxChanged).toBe(0.75);
  });
});
