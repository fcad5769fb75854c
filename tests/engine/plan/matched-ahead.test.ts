import { expect, test } from 'vitest';
import { compareOffers, drain, matchInput, Memo, planSyncs, runTask } from '../../../src/lib/engine/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import type { Phase } from '../../../src/lib/engine/run/phases.ts';
import { engineInput } from '../../reference/engine-plan.ts';
import { randomWorld } from '../../reference/random-world.ts';

const tools = createTools();

/** Notes the names of what is kept. */
class WatchedMemo extends Memo {
  names: string[] = [];

  override keep(phase: Phase, value: unknown): void {
    const { kind, sync, of } = phase;
    this.names.push(`${kind}|${sync}|${JSON.stringify(of)}`);
    super.keep(phase, value);
  }
}

test('[MA16] what was matched and compared ahead of a plan is found by it: nothing of it is done twice', () => {
  let compared = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const input = engineInput(randomWorld(seed));
    const memo = new WatchedMemo();
    for (const sync of input.design.syncs) {
      for (const { task, keep } of drain(compareOffers(matchInput(input, sync), tools, memo)))
        keep(drain(runTask(task, tools)));
    }
    const ahead = memo.names;
    memo.names = [];
    drain(planSyncs(input, tools, memo));
    compared += ahead.length;
    expect(memo.names.filter((name) => ahead.includes(name))).toEqual([]);
    const linked = memo.names.filter((name) => /^(prior|links|typed|codes)\|/.test(name));
    expect(linked).toEqual([]);
  }
  expect(compared).toBeGreaterThan(500);
});
