import { expect, it } from 'vitest';
import { EDITS as edits, readDesign, type DesignEdit } from '../../../src/lib/engine/index.ts';
import { said } from '../../support/english.ts';
import { designJson } from './design-of.ts';

type Json = Record<string, unknown>;

const json = ((): Json => {
  const contacts = designJson({
    mappings: [
      { left: 'Name', right: 'Name' },
      { left: 'Company ID', right: 'Other' },
    ],
  });
  const [companies] = designJson({ id: 'companies', kind: 'companies', matching: { method: 'none' } })[
    'syncs'
  ] as Json[];
  return { ...contacts, syncs: [...(contacts['syncs'] as Json[]), companies] };
})();

const says = ({ step }: DesignEdit): string => said('design').step(step);
const of = (edit: Pick<DesignEdit, 'json'>) => {
  const reading = readDesign(edit.json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.design.syncs[0]!;
};

const side = (field: string) => ({ field, by: null, primaryOnly: false });
const association = { to: 'companies', required: false, left: side('Company ID'), right: side('AccountId') };

it('[AS1][FM2] an association is added, which switches mappings of its fields off, changed and taken away', () => {
  const added = edits.association(json, 0, 0, association);
  expect(says(added)).toBe('Contacts, parents among Companies named by Company ID with AccountId');
  expect(of(added).associations).toEqual([association]);
  expect(of(added).mappings.map(({ enabled }) => enabled)).toEqual([true, false]);
  const next = { ...association, required: true, right: { field: 'Account', by: 'Name', primaryOnly: true } };
  const changed = edits.association(added.json, 0, 0, next);
  expect(says(changed)).toBe('Contacts, association Company ID with Account: changed');
  expect(of(changed).associations).toEqual([next]);
  const removed = edits.removeAssociation(changed.json, 0, 0);
  expect(says(removed)).toBe('Contacts, no parents among Companies any more');
  expect(of(removed).associations).toEqual([]);
});
