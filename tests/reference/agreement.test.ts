import { expect, test } from 'vitest';
import { enginePlanner } from './engine-plan.ts';
import { referencePlanner } from './planner.ts';
import { randomWorld } from './random-world.ts';
import { onSeeds } from './replay.ts';
import type { WorldLink } from './world.ts';

test('[MA16] engine and reference give the same lines, byte for byte, the same counts and the same next baseline', () => {
  onSeeds(10_000, (seed) => {
    const world = randomWorld(seed);
    const engine = enginePlanner(world);
    const reference = referencePlanner(world);
    const lines = reference.lines.map((line) => JSON.stringify(line));
    expect(engine.lines.map(engine.text).join('\n')).toBe(lines.join('\n'));
    expect(engine.next().map(inOneOrder)).toEqual(reference.next().map(inOneOrder));
    expect(engine.counts()).toEqual(reference.counts());
    return true;
  });
});

/** The order of `sent` and of values is not part of a baseline. */
function inOneOrder(link: WorldLink): unknown {
  const sorted = (fields: readonly string[] | undefined): string[] => [...(fields ?? [])].sort();
  return { ...link, sent: { left: sorted(link.sent?.left), right: sorted(link.sent?.right) } };
}
