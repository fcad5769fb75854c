import { expect, test } from 'vitest';
import { createTools } from '../../src/lib/tools/index.ts';
import { referenceBaseline } from './plan-baseline.ts';
import { referenceCounts } from './plan-counts.ts';
import { referencePlan } from './plan.ts';
import { randomWorld } from './random-world.ts';
import { onSeeds } from './replay.ts';

const tools = createTools();

test('[MA16] the same seed gives the same world and the same plan', () => {
  const tally = new Map<string, number>();
  onSeeds(300, (seed) => {
    const lines = referencePlan(randomWorld(seed), tools);
    expect(JSON.stringify(referencePlan(randomWorld(seed), tools))).toBe(JSON.stringify(lines));
    referenceBaseline(randomWorld(seed), tools);
    referenceCounts(randomWorld(seed), lines);
    for (const line of lines) {
      const add = (k: string): void => void tally.set(k, (tally.get(k) ?? 0) + 1);
      add(line.outcome);
      if (line.link) add('by ' + line.link.by);
      for (const w of line.writes) add('because ' + w.because);
      for (const c of line.conflicts) add('decided ' + String(c.decidedBy));
      for (const r of line.reasons) add('reason ' + r.code);
    }
    return true;
  });
  console.log(Object.fromEntries([...tally].sort()));
});
