import { expect, test } from 'vitest';
import { ACTS, ACT_SETS, actBits, actOn, lineAct } from '../../../src/lib/engine/model/act.ts';
import type { PlanLine } from '../../../src/lib/engine/model/line.ts';
import { OUTCOMES } from '../../../src/lib/engine/model/outcome.ts';
import { SIDES } from '../../../src/lib/engine/model/side.ts';
import { PlanReader, subjectCount } from '../../../src/lib/engine/index.ts';
import { enginePlanner } from '../../reference/engine-plan.ts';
import { randomWorld } from '../../reference/random-world.ts';

test('an act a side, each read back as it was put', () => {
  for (const left of ACTS) {
    for (const right of ACTS) {
      const set = actBits('left', left) | actBits('right', right);
      expect([actOn(set, 'left'), actOn(set, 'right')]).toEqual([left, right]);
      expect(set).toBeLessThan(ACT_SETS);
    }
  }
});

test('[PH9] a line does on either side what the plan holds for its subject', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 200; seed++) {
    for (const sync of enginePlanner(randomWorld(seed)).plan.syncs) {
      const reader = new PlanReader(sync);
      for (let subject = 0; subject < subjectCount(sync); subject++) {
        const line = reader.line(subject);
        for (const side of SIDES) {
          const act = actOn(sync.acts[subject]!, side);
          expect(lineAct(line, side)).toBe(act);
          seen.add(`${side} ${act}`);
        }
      }
    }
  }
  expect([...seen].sort()).toEqual([
    'left create',
    'left none',
    'left update',
    'right create',
    'right none',
    'right update',
  ]);
});

test('a delete is done where the record is', () => {
  const ref = { id: 'L1', row: 0 };
  const line = {
    writes: [],
    conflicts: [],
    reasons: [],
    link: null,
    sync: 's',
    left: ref,
    right: null,
  } as const;
  const acts = (outcome: PlanLine['outcome']): string[] =>
    SIDES.map((side) => lineAct({ ...line, outcome }, side));
  expect(acts('delete')).toEqual(['delete', 'none']);
  expect(acts('create')).toEqual(['none', 'create']);
  for (const outcome of OUTCOMES.filter((one) => one !== 'delete' && one !== 'create'))
    expect(acts(outcome)).toEqual(['none', 'none']);
});
