import { expect, test } from 'vitest';
import { drain, keyFacts } from '../../../../src/lib/engine/index.ts';
import { planOf } from '../plan-of.ts';
import { tools } from '../planned-world.ts';

test('[MA12] what each key finds, what no earlier one does, and what only its normalisers do', () => {
  const plan = planOf(
    {
      kind: 'custom',
      mappings: [{ left: 'Email', right: 'Mail' }],
      matching: {
        method: 'keys',
        keys: [
          { fields: [{ left: 'Email', right: 'Mail', normalize: ['email'] }] },
          { fields: [{ left: 'Name', right: 'Called', normalize: ['name', 'name-no-diacritics'] }] },
          { fields: [{ left: 'Nr', right: 'No', normalize: ['text'] }] },
        ],
      },
    },
    {
      left: [
        'Id Email Name Nr',
        'L1 a@acme.com Anna 1',
        'L2 B@acme.com BO 2',
        'L3 c@acme.com Éva 3',
        'L4 · · ·',
        'L5 a@acme.com none 9',
      ],
      right: [
        'Id Mail Called No',
        'R1 a@acme.com anna 1',
        'R2 b@acme.com Bo 9',
        'R3 x@acme.com Eva 3',
        'R4 · · ·',
      ],
    },
  );
  const facts = drain(keyFacts(plan, tools));
  expect(facts.map(({ fields, ...fact }) => ({ key: fields[0]!.left, ...fact }))).toEqual([
    { key: 'Email', hits: 3, newHits: 3, byNormaliser: 1, alone: [{ name: 'email', hits: 1 }] },
    {
      key: 'Name',
      hits: 3,
      newHits: 1,
      byNormaliser: 3,
      alone: [
        { name: 'name', hits: 0 },
        { name: 'name-no-diacritics', hits: 1 },
      ],
    },
    { key: 'Nr', hits: 3, newHits: 0, byNormaliser: 0, alone: [] },
  ]);
});
