import { expect, test } from 'vitest';
import { drain, planTraits, Memo } from '../../../src/lib/engine/index.ts';
import { withheldWrites, withoutWithheld } from '../../../src/lib/engine/approve/withheld.ts';
import type { ApprovalRule } from '../../../src/lib/engine/model/approval-rule.ts';
import type { Counted, WriteAsked } from '../../../src/lib/engine/model/check.ts';
import { enginePlanner } from '../../reference/engine-plan.ts';
import type { World } from '../../reference/world.ts';

const side = { object: 's', idField: 'id' };
/** A deal that moves to another pipeline, and whose name is another: a place and a field are written on the right. */
const WORLD: World = {
  design: {
    format: 'drysync/design@1',
    name: 'x',
    apps: { left: { kind: 'csv', label: 'L' }, right: { kind: 'csv', label: 'R' } },
    syncs: [
      {
        ...{ id: 's', kind: 'deals', direction: 'both', winner: 'left', matching: { method: 'none' } },
        ...{ left: side, right: side, mappings: [{ left: 'name', right: 'name' }] },
        stages: {
          left: { pipeline: 'pipe', stage: 'stage' },
          right: { pipeline: 'pipe', stage: 'stage' },
          pairs: [
            { left: ['Sales', 'Lost'], right: ['Sales', 'Lost'] },
            { left: ['Renewal', 'New'], right: ['Renewal', 'New'] },
          ],
        },
      },
    ],
  },
  tables: {
    s: {
      left: { header: ['id', 'name', 'pipe', 'stage'], rows: [['1', 'Big', 'Renewal', 'New']] },
      right: { header: ['id', 'name', 'pipe', 'stage'], rows: [['A', 'Small', 'Sales', 'Lost']] },
    },
  },
  ...{ choices: null, readAfter: {} },
  baseline: { links: [{ sync: 's', left: '1', right: 'A', by: 'key', values: { left: {}, right: {} } }] },
};

const ALL: Omit<Counted, 'writes'> = {
  ...{ sync: null, scope: 'all', outcomes: [], reasons: [] },
  ...{ fields: [], linkedBy: [], directions: [], where: [] },
};
const ANY = { side: null, change: 'any', from: null, to: null, order: [] } as const;

/** The fields that go where these rules withhold: by rule, the fields it names. */
function going(...rules: readonly (readonly (string | null)[])[]): readonly (string | null)[] {
  const { plan, lines } = enginePlanner(WORLD);
  const sync = plan.syncs[0]!;
  const asked = rules.map((fields, at): ApprovalRule => {
    const counts = { ...ALL, writes: fields.map((field): WriteAsked => ({ ...ANY, field })) };
    return { id: String(at), name: String(at), decision: 'held', of: 'writes', counts };
  });
  const traits = drain(planTraits(sync));
  const withheld = drain(withheldWrites(sync, asked, traits, '2026-01-01', new Memo()));
  return withoutWithheld(sync, withheld, lines[0]!, 0).writes.map(({ field }) => field);
}

test('[S463] [S465] what a rule names is withheld; of a place every part, once one is', () => {
  expect(going()).toEqual(['name', 'pipe', 'stage']);
  expect(going(['name'])).toEqual(['pipe', 'stage']);
  expect(going(['stage'])).toEqual(['name']);
  expect(going(['pipe'])).toEqual(['name']);
  expect(going([null])).toEqual([]);
  expect(going(['pipe'], ['name'])).toEqual([]);
});
