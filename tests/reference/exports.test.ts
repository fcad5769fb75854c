import { expect, test } from 'vitest';
import { enginePlanner } from './engine-plan.ts';
import { exportsWorld } from './exports-world.ts';
import { referencePlanner } from './planner.ts';

test('[MA16] engine and reference agree on exports with dictionaries, however they are cut', () => {
  const world = exportsWorld(600, 1);
  const lines = referencePlanner(world).lines.map((line) => JSON.stringify(line));
  // 80 of 100 people are on both sides.
  expect(lines).toHaveLength(720);
  for (const segmentRows of [600, 200, 97, 60]) {
    const planned = enginePlanner(world, segmentRows).lines.map((line) => JSON.stringify(line));
    expect(planned, `segments of ${String(segmentRows)} rows`).toEqual(lines);
  }
});
