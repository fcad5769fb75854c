import { expect, it } from 'vitest';
import type { ObjectKind } from '../../../src/lib/engine/index.ts';
import { associationsByHand, withoutByHand } from '../../../src/lib/engine/model/by-hand.ts';
import { designJson, designOf } from './design-of.ts';

type Json = Record<string, unknown>;

/** A design whose first sync has an association to its second one. */
function between(child: ObjectKind, parents: ObjectKind) {
  const none = { matching: { method: 'none' } };
  const associations = [{ to: 'parents', left: { field: 'P' }, right: { field: 'P' } }];
  const [own] = designJson({ ...none, kind: child, associations })['syncs'] as Json[];
  const [other] = designJson({ ...none, id: 'parents', kind: parents })['syncs'] as Json[];
  return designOf({}, { syncs: [own, other] });
}

it('[AS5] an association with a custom object on either end is set by hand', () => {
  const byHand = (child: ObjectKind, parents: ObjectKind): number => {
    const design = between(child, parents);
    const found = associationsByHand(design, design.syncs[0]!).length;
    expect(withoutByHand(design)[0]!.associations).toHaveLength(1 - found);
    return found;
  };
  expect([byHand('custom', 'companies'), byHand('deals', 'custom'), byHand('custom', 'custom')]).toEqual([
    1, 1, 1,
  ]);
  expect(byHand('deals', 'companies')).toBe(0);
  const plain = between('deals', 'companies');
  expect(withoutByHand(plain)[0]).toBe(plain.syncs[0]);
  const salesforce = { ...between('custom', 'companies'), profile: 'salesforce' as const };
  expect(associationsByHand(salesforce, salesforce.syncs[0]!)).toEqual([]);
});
