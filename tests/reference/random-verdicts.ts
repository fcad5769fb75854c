import type { Choices, LinkVerdict } from '../../src/lib/engine/model/choices.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import { readWorldDesign } from './read-world-design.ts';
import { idKey, readRecords, type World } from './world.ts';

/** S22: pairs of a baseline said to be different though a record of them is not in the files. Drawn apart. */
export function withAbsentDifferent(world: World, random: Random): World {
  if (world.baseline === null || !random.chance(0.3)) return world;
  const { syncs, apps } = readWorldDesign(world.design);
  const known = world.choices?.links ?? [];
  const isIn = (sync: string, side: Side, id: string): boolean => {
    const { idField } = syncs.find((one) => one.id === sync)![side];
    const table = world.tables[sync]![side];
    const salesforce = apps[side].kind === 'salesforce';
    return readRecords(table, side, idField, salesforce).some(
      (record) => idKey(record.id, salesforce) === idKey(id, salesforce),
    );
  };
  const added = world.baseline.links.flatMap(({ sync, left, right }): LinkVerdict[] =>
    left === null ||
    right === null ||
    (isIn(sync, 'left', left) && isIn(sync, 'right', right)) ||
    known.some((one) => one.sync === sync && one.left === left && one.right === right) ||
    random.chance(0.4)
      ? []
      : [{ sync, left, right, verdict: 'different', at: '2024-06-01T00:00:00Z' }],
  );
  if (added.length === 0) return world;
  const none: Choices = {
    format: 'drysync/choices@1',
    ...{ planHash: null, choices: [], links: [], decisions: [] },
  };
  return { ...world, choices: { ...(world.choices ?? none), links: [...known, ...added] } };
}
