import { expect } from 'vitest';
import {
  answerHandOvers,
  BaselineBuilder,
  mappedAfter,
  nextBaseline,
  nextThere,
} from '../../src/lib/engine/index.ts';
import { answersOfPush, handedByPush, type Result } from '../../src/lib/push/index.ts';
import { worldBaseline, type EnginePlanned } from '../reference/engine-plan.ts';
import type { WorldBaseline } from '../reference/world.ts';

/** The baseline after a push: handed over as by files, answered by its receipts. */
export function baselineAfter({ plan }: EnginePlanned, results: readonly Result[]): WorldBaseline {
  const builder = new BaselineBuilder();
  const handed = handedByPush(results);
  for (const link of nextBaseline(plan, handed)) builder.add(link);
  for (const there of nextThere(plan, handed)) builder.addThere(there);
  const baseline = builder.finish({
    design: '',
    rows: new Map(),
    mapped: new Map([...mappedAfter(plan.syncs)].map(([sync, names]) => [sync, new Set(names)])),
  });
  const tables = answersOfPush(results, plan.design);
  const answered = answerHandOvers(baseline, plan.design, tables);
  expect(answered.told.flatMap(({ unclear }) => unclear)).toEqual([]);
  return worldBaseline(answered.baseline);
}
