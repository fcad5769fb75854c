import { expect, it } from 'vitest';
import { checkDesign } from '../../../src/lib/engine/design/check/check-design.ts';
import { designJson, designOf } from './design-of.ts';

type Json = Record<string, unknown>;

const HERE = { left: ['Id', 'Email', 'Boss'], right: ['Id', 'Mail', 'Boss'] };

const of = (to: string): Json[] => [{ to, left: { field: 'Boss' }, right: { field: 'Boss' } }];

function errorsOf(sync: Json, headers: ReadonlyMap<string, typeof HERE>): string[] {
  const [own] = designJson(sync)['syncs'] as Json[];
  const [parents] = designJson({ id: 'parents', kind: 'companies', matching: { method: 'none' } })[
    'syncs'
  ] as Json[];
  const design = designOf({}, { syncs: [own, parents] });
  return checkDesign(design, headers).errors.map(({ at, code }) => `${at} ${code}`);
}

it('[S99] [unknown-sync] a sync whose files are there needs those of its parents', () => {
  const sync = { associations: of('parents') };
  const parents = ['parents', HERE] as const;
  const children = ['contacts', HERE] as const;
  expect(errorsOf(sync, new Map([children]))).toEqual(['syncs[0].associations[0].to unknown-sync']);
  expect(errorsOf(sync, new Map([children, parents]))).toEqual([]);
  // Nothing of it is planned yet, or it leads to itself.
  expect(errorsOf(sync, new Map([parents]))).toEqual([]);
  expect(errorsOf(sync, new Map())).toEqual([]);
  expect(errorsOf({ associations: of('contacts') }, new Map([children]))).toEqual([]);
});

it('[AS4] [incompatible] invoices belong to contacts and to nothing else, and nothing else to them', () => {
  const kinds = (own: string, to: string): string[] => {
    const none = { matching: { method: 'none' } };
    const [child] = designJson({ ...none, kind: own, associations: of('parents') })['syncs'] as Json[];
    const [parents] = designJson({ ...none, id: 'parents', kind: to })['syncs'] as Json[];
    const design = designOf({}, { syncs: [child, parents] });
    return checkDesign(design, new Map()).errors.map(({ at, code }) => `${at} ${code}`);
  };
  const refused = ['syncs[0].associations[0].to incompatible'];
  expect(kinds('invoices', 'companies')).toEqual(refused);
  expect(kinds('deals', 'invoices')).toEqual(refused);
  expect(kinds('invoices', 'contacts')).toEqual([]);
  expect(kinds('contacts', 'invoices')).toEqual([]);
  expect(kinds('deals', 'companies')).toEqual([]);
});

it('[S112] [identifier-missing] parents without an id field are named by a field of theirs', () => {
  const noId = { right: { object: 'Contact', idField: null } };
  expect(errorsOf({ associations: of('contacts'), ...noId }, new Map())).toEqual([
    'syncs[0].associations[0].right.by identifier-missing',
  ]);
  const named = [{ to: 'contacts', left: { field: 'Boss' }, right: { field: 'Boss', by: 'Mail' } }];
  expect(errorsOf({ associations: named, ...noId }, new Map())).toEqual([]);
});

it('[FM2] [field-mapped-twice] what names a parent is no field of the stage map', () => {
  const stages = { left: { stage: 'Boss' }, right: { stage: 'Mail' }, pairs: [] };
  expect(errorsOf({ associations: of('contacts'), stages }, new Map())).toEqual([
    'syncs[0].associations[0].left.field field-mapped-twice',
  ]);
});
