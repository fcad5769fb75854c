import type { Choices, RestoreChoice } from '../../src/lib/engine/model/choices.ts';
import type { Removal } from '../../src/lib/engine/model/hand-over.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import type { Knobs } from './random-world.ts';
import { readWorldDesign } from './read-world-design.ts';
import { presenceOf } from './plan-presence.ts';
import { cell, idKey, readRecords, shown, type World, type WorldLink } from './world.ts';

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
  const all = { ...world, design: { ...json, syncs, guards }, complete };
  const told = isSalesforce ? withRemovals(apart.chance(0.5) ? allFollow(all) : all, apart) : all;
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

/** Whatever was deleted is known, and deleted on the other side too. */
const allFollow = (
  world: World & { readonly design: { readonly syncs: readonly { readonly id: string }[] } },
): World => ({
  ...world,
  design: {
    ...world.design,
    syncs: world.design.syncs.map((sync) => ({ ...sync, deletes: { left: 'delete', right: 'delete' } })),
    guards: { maxMissing: null },
  },
  complete: Object.fromEntries(world.design.syncs.map(({ id }) => [id, { left: true, right: true }])),
});

/**
 * Links that lost a record and were seen before, which is what is deleted after it (S136); of some that was handed over, and answered or not
 * (S468).
 */
function withRemovals(world: World, random: Random): World {
  const { baseline } = world;
  if (baseline === null) return world;
  const { syncs, apps } = readWorldDesign(world.design);
  const isShort = onBoth((side) => apps[side].kind === 'salesforce');
  const links = baseline.links.map((link): WorldLink => {
    const own = syncs.find(({ id }) => id === link.sync);
    if (own === undefined || link.left === null || link.right === null) return link;
    const handed = (side: Side): Removal => ({
      side,
      tries: 1 + random.int(2),
      ...(random.chance(0.3) ? { written: true } : random.chance(0.4) ? { refused: 'Row was locked.' } : {}),
    });
    const isUnseen = SIDES.every((side) => Object.keys(link.values[side]).length === 0);
    if (!isUnseen) return random.chance(0.03) ? { ...link, removal: handed(random.pick(SIDES)) } : link;
    const records = onBoth((side) =>
      readRecords(world.tables[link.sync]![side], side, own[side].idField, isShort[side]),
    );
    const found = onBoth((side) =>
      records[side].find(({ id }) => idKey(id, isShort[side]) === idKey(link[side] ?? '', isShort[side])),
    );
    const there = SIDES.find((side) => found[side] !== undefined) ?? random.pick(SIDES);
    const record = found[there];
    const mapped = own.mappings.filter(({ parent }) => parent === undefined);
    const textsOf = (side: Side): Record<string, string> =>
      Object.fromEntries(
        mapped.map((mapping) => [
          mapping[side],
          record === undefined ? '' : shown(cell(record, mapping[there])),
        ]),
      );
    const values = random.chance(0.7) ? onBoth(textsOf) : link.values;
    const side = random.chance(0.85) ? there : otherSide(there);
    return { ...link, values, ...(random.chance(0.5) ? { removal: handed(side) } : {}) };
  });
  return { ...world, baseline: { ...baseline, links } };
}

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
