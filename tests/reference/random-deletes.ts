import type { Choices, RestoreChoice } from '../../src/lib/engine/model/choices.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import type { Knobs } from './random-world.ts';
import { readWorldDesign } from './read-world-design.ts';
import { presenceOf } from './plan-presence.ts';
import { readRecords, type World } from './world.ts';

/** Files called complete, what is done then with what they lost, and what a person chose (DE). Drawn apart. */
export function withDeletes(world: World, random: Random, { deletes, guarded }: Knobs, apart: Random): World {
  if (!random.chance(deletes)) return world;
  const isSalesforce = (world.design as { readonly profile?: string }).profile === 'salesforce';
  const json = world.design as { readonly syncs: readonly { readonly id: string }[] };
  const rule = (): string => random.pick(['report', 'report', 'recreate']);
  const drawn = json.syncs.map((sync) => ({ ...sync, deletes: { left: rule(), right: rule() } }));
  const syncs = isSalesforce ? withRemoves(drawn, apart) : drawn;
  const guards = { maxMissing: random.pick(guarded ? [0.05, 0.3, 1, 1, null] : [1, null]) };
  const complete = Object.fromEntries(
    syncs.map(({ id }): [string, Both<boolean>] => [
      id,
      { left: random.chance(0.6), right: random.chance(0.6) },
    ]),
  );
  const told = { ...world, design: { ...json, syncs, guards }, complete };
  const restores = randomRestores(told, random);
  if (restores.length === 0) return told;
  const none: Choices = {
    format: 'drysync/choices@1',
    ...{ planHash: null, choices: [], links: [], decisions: [] },
  };
  return { ...told, choices: { ...(world.choices ?? none), restores } };
}

/** DE4: a record follows its counterpart, under the profile `salesforce`. */
const withRemoves = <S extends { readonly deletes: Both<string> }>(
  syncs: readonly S[],
  random: Random,
): S[] =>
  syncs.map((sync) => ({
    ...sync,
    deletes: onBoth((side) => (random.chance(0.4) ? 'delete' : sync.deletes[side])),
  }));

/** Links of which a record is missing, chosen to be created again; now and then on the wrong side, or a link that is none. */
function randomRestores(world: World, random: Random): RestoreChoice[] {
  const { syncs, apps } = readWorldDesign(world.design);
  const at = '2024-06-01T00:00:00Z';
  return (world.baseline?.links ?? []).flatMap(({ sync, left, right }): RestoreChoice[] => {
    const own = syncs.find((one) => one.id === sync);
    if (own === undefined || left === null || right === null) return [];
    const isIn = (side: Side, id: string): boolean => {
      const isShort = onBoth((one) => apps[one].kind === 'salesforce');
      const records = onBoth((one) =>
        readRecords(world.tables[sync]![one], one, own[one].idField, isShort[one]),
      );
      return presenceOf(own, records, isShort).endOf(side, id).is === 'there';
    };
    const lost = SIDES.find((side) => !isIn(side, side === 'left' ? left : right));
    if (lost === undefined) return random.chance(0.03) ? [{ sync, left, right, to: 'right', at }] : [];
    if (random.chance(0.5)) return [];
    if (random.chance(0.1)) return [{ sync, left, right, to: otherSide(lost), at }];
    return [{ sync, left, right: random.chance(0.1) ? `${right}?` : right, to: lost, at }];
  });
}
