import { expect } from 'vitest';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { enginePlanner, type EnginePlanned } from './engine-plan.ts';
import { referencePlanner, type IdGiven } from './planner.ts';
import type { World, WorldLink } from './world.ts';

/** MA16: of a world, engine and reference give the same lines, byte for byte, the same counts, the same causes of failures and the same next baseline. */
export function agree(world: World, engine: EnginePlanned = enginePlanner(world)): void {
  const reference = referencePlanner(world);
  const lines = reference.lines.map((line) => JSON.stringify(line));
  expect(engine.lines.map(engine.text).join('\n')).toBe(lines.join('\n'));
  const half = (line: PlanLine): boolean => (line.left?.row ?? 0) % 2 === 0;
  // A push knows the ids of what it created (S381), of every parent or of some.
  const every: IdGiven = ({ id }) => `new ${id}`;
  const some: IdGiven = ({ id }) =>
    (id.length + id.charCodeAt(id.length - 1)) % 2 === 0 ? `new ${id}` : null;
  for (const [hands, idOf] of [
    ...([[undefined], [null], [half]] as const),
    ...([
      [undefined, every],
      [half, some],
    ] as const),
  ]) {
    const [next, expected] = [engine.next(hands, idOf), reference.next(hands, idOf)];
    expect(next.links.map(inOneOrder)).toEqual(expected.links.map(inOneOrder));
    expect(next.there).toEqual(expected.there);
  }
  expect(engine.counts()).toEqual(reference.counts());
  expect(engine.failures()).toEqual(reference.failures());
}

/** A link without hand-overs may say so or not. */
const inOneOrder = (link: WorldLink): unknown => ({
  ...link,
  sent: { left: link.sent?.left ?? {}, right: link.sent?.right ?? {} },
});
