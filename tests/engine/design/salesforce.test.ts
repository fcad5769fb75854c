import { expect, it } from 'vitest';
import { checkDesign, EDITS, readDesign } from '../../../src/lib/engine/index.ts';
import { unconfirmedReference } from '../../../src/lib/engine/show.ts';
import { said } from '../../support/english.ts';

/** A design of custom objects matched by a code; `more` of them, each over `matching`. */
function designOf(many: number, matching: object = {}, profile = 'salesforce') {
  const syncs = Array.from({ length: many }, (_, at) => ({
    id: `object ${String(at + 1)}`,
    kind: 'custom',
    left: { object: 'cars', idField: 'id' },
    right: { object: 'Car__c', idField: 'Id' },
    direction: 'both',
    winner: 'left',
    matching: {
      method: 'keys',
      keys: [{ fields: [{ left: 'Code', right: 'Code__c' }] }],
      ...matching,
    },
    mappings: [{ left: 'Name', right: 'Name' }],
  }));
  const apps = {
    left: { name: 'HubSpot', kind: 'hubspot' },
    right: { name: 'Acme org', kind: 'salesforce' },
  };
  return { format: 'drysync/design@1', name: 'custom', profile, apps, syncs };
}

function errorsOf(json: unknown): string[] {
  const reading = readDesign(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return checkDesign(reading.design, new Map()).errors.map((error) => `${error.at} ${error.code}`);
}

const CONFIRMED = { reference: { left: 'Code', right: 'Code__c' } };

it('[FM11] [S146] the key of a custom object is confirmed before anything is planned, and anew once it is another one', () => {
  const json = designOf(1);
  expect(errorsOf(json)).toEqual(['syncs[0].matching.reference identifier-missing']);
  const reading = readDesign(json);
  const asked = reading.ok ? unconfirmedReference(reading.design.syncs[0]!) : null;
  expect(asked).toEqual({ left: 'Code', right: 'Code__c' });
  const edit = EDITS.reference(json, 0, asked!);
  expect(said('design').step(edit.step)).toBe('Reference field: Code / Code__c confirmed');
  expect(errorsOf(edit.json)).toEqual([]);
  const other = EDITS.keyField(edit.json, 0, 0, 0, { left: 'Plate', right: 'Plate__c' }).json;
  expect(errorsOf(other)).toEqual(['syncs[0].matching.reference identifier-missing']);
  expect(errorsOf(designOf(1, {}, 'data-sync'))).toEqual([]);
});

it('[LI4] [S147] the eleventh custom object is one too many under the profile salesforce', () => {
  expect(errorsOf(designOf(10, CONFIRMED))).toEqual([]);
  expect(errorsOf(designOf(11, CONFIRMED))).toEqual(['syncs[10].kind bad-value']);
  expect(errorsOf(designOf(11, CONFIRMED, 'data-sync'))).toEqual([]);
});

it('[SF2] [DI1] always leaves a mapping into Salesforce no direction', () => {
  const json = designOf(1, CONFIRMED);
  const syncs = json.syncs.map((sync) => ({
    ...sync,
    mappings: [{ left: 'Name', right: 'Name', direction: 'left-to-right', sfRule: 'always' }],
  }));
  expect(errorsOf({ ...json, syncs })).toEqual(['syncs[0].mappings[0] direction-empty']);
  expect(errorsOf({ ...json, syncs, profile: 'data-sync' })).toEqual([]);
});

it('[SF3] dates are asked for by two-way alone', () => {
  const json = designOf(1, CONFIRMED);
  const headers = new Map([['object 1', { left: ['id', 'Code', 'Name'], right: ['Id', 'Code__c', 'Name'] }]]);
  const withRule = (sfRule: string) => {
    const syncs = json.syncs.map((sync) => ({
      ...sync,
      left: { ...sync.left, modifiedField: 'Changed' },
      mappings: [{ left: 'Name', right: 'Name', sfRule, conflict: 'most-recent' }],
    }));
    const reading = readDesign({ ...json, syncs });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    return checkDesign(reading.design, headers).errors.map((error) => `${error.at} ${error.code}`);
  };
  expect(withRule('two-way')).toEqual(['syncs[0].left.modifiedField unknown-field']);
  expect(withRule('always')).toEqual([]);
});
