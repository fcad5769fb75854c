import { describe, expect, test } from 'vitest';
import { SIDES, otherSide, type Both, type Side, type WhyNot } from '../../../src/lib/engine/index.ts';
import type { ReasonCode } from '../../../src/lib/engine/model/reason.ts';
import { Setting } from '../../laws/setting.ts';
import { referencePlanner } from '../../reference/planner.ts';
import { Random } from '../../reference/random.ts';
import { randomWorld } from '../../reference/random-world.ts';
import { onSeeds, worldCount } from '../../reference/replay.ts';
import { idKey, type Rec, type World } from '../../reference/world.ts';
import { Asked, changed, deltaRecords, priceOfLines } from './asked-worlds.ts';

/** Only some of the worlds are tried: not everything occurs in them. */
const isPart = (usual: number): boolean => process.env['SEED'] !== undefined || worldCount(usual) < usual;

/** Of the unlinked pairs of a world that share a key value, so many are asked about. */
const ASKED = 4;

describe('why two records are not linked, over random worlds', () => {
  test('[S160] linked pairs say by what; of others that share a key, what stands between them is true', () => {
    let asked = 0;
    const codes = new Set<string>();
    onSeeds(300, (seed) => {
      const world = randomWorld(seed);
      const own = new Asked(world);
      const setting = new Setting(world);
      const random = new Random(seed + 160);
      for (const { sync } of own.plan.syncs) {
        for (const pair of pairsOf(own, setting, sync.id, random)) {
          const why = own.why(sync.id, pair.rows);
          asked++;
          for (const { code, stands } of why.steps) if (stands) codes.add(code);
          judge(own, setting, sync.id, pair, why);
        }
      }
      return true;
    });
    expect(asked).toBeGreaterThan(0);
    if (isPart(300)) return;
    for (const code of [
      'verdict',
      'bound',
      'shares',
      'finds-another',
      'taken',
      'kept-out',
      'gone',
      'unclear',
    ])
      expect(codes).toContain(code);
  });

  test('[S161] [S162] each change offered links the two when carried out, at exactly the price it said', () => {
    const kinds = new Set<string>();
    onSeeds(120, (seed) => {
      const world = randomWorld(seed);
      const own = new Asked(world);
      const setting = new Setting(world);
      const random = new Random(seed + 161);
      for (const { sync } of own.plan.syncs) {
        const unlinked = pairsOf(own, setting, sync.id, random).filter(({ linked }) => !linked);
        // Nobody is linked with what is archived, by hand neither (S430).
        const { isGone } = setting.presence(sync.id);
        const living = unlinked.filter(({ left, right }) => !isGone(left) && !isGone(right));
        const pair = living.find(({ shares }) => shares) ?? living[0];
        if (pair === undefined) continue;
        const ids = { left: pair.left.id, right: pair.right.id };
        const why = own.why(sync.id, pair.rows);
        const { linking, tried, idle } = own.tries(sync.id, pair.rows, why);
        expect(linking[0]?.change.kind).toBe('by-hand');
        expect(linking.length + idle.length).toBe(tried);
        for (const one of linking) {
          if (one.change.kind === 'design') for (const { code } of one.change.steps) kinds.add(code);
          const other = changed(world, one, sync.id, ids);
          const then = new Asked(other);
          expect(isLinked(then.lines, sync.id, ids)).toBe(true);
          expect(one.price).toEqual(priceOfLines(own.lines, then.lines, sync.id, ids));
          const delta = deltaRecords(own.lines, then.lines);
          for (const side of SIDES) delta.delete(JSON.stringify([sync.id, side, ids[side]]));
          expect(one.price.moved).toBe(delta.size);
          const isMisleading =
            one.change.kind === 'design' && one.change.steps.some(({ code }) => code === 'misleading');
          if (!isMisleading && seed % 10 === 0)
            expect(isLinked(referencePlanner(other).lines, sync.id, ids)).toBe(true);
        }
        for (const steps of idle) expect(steps.length).toBeGreaterThan(0);
      }
      return true;
    });
    if (isPart(120)) return;
    for (const code of [
      'ambiguous',
      'key-moved',
      'key-removed',
      'normalisers',
      'key-added',
      'method',
      'contested',
    ])
      expect(kinds).toContain(code);
  });
});

interface Pair {
  readonly left: Rec;
  readonly right: Rec;
  readonly rows: Both<number>;
  readonly linked: boolean;
  readonly shares: boolean;
}

/** Some linked pairs, some that share a key value and are not linked, and one that has nothing to do with each other. */
function pairsOf(own: Asked, setting: Setting, id: string, random: Random): Pair[] {
  const sync = setting.sync(id);
  const value = setting.keys(sync);
  const { matching, records } = own.sync(id);
  const [lefts, rights] = [setting.records(id, 'left'), setting.records(id, 'right')];
  const all = lefts.flatMap((left, row) =>
    rights.map((right, column): Pair => {
      const rows = { left: row, right: column };
      expect(records.left.id(row)).toBe(left.id);
      const shares = matching.keys.some((_, key) => {
        const [one, other] = [value(left, key), value(right, key)];
        return one !== null && JSON.stringify(one) === JSON.stringify(other);
      });
      return { left, right, rows, shares, linked: matching.matches.partner.left[row] === column };
    }),
  );
  const some = (from: readonly Pair[], most: number): Pair[] =>
    from.length <= most ? [...from] : Array.from({ length: most }, () => random.pick(from));
  return [
    ...some(
      all.filter(({ linked }) => linked),
      2,
    ),
    ...some(
      all.filter(({ linked, shares }) => !linked && shares),
      ASKED,
    ),
    ...some(
      all.filter(({ linked, shares }) => !linked && !shares),
      1,
    ),
  ];
}

const isLinked = (lines: Asked['lines'], sync: string, ids: Both<string>): boolean =>
  lines.some((line) => line.sync === sync && line.left?.id === ids.left && line.right?.id === ids.right);

function judge(own: Asked, setting: Setting, sync: string, pair: Pair, why: WhyNot): void {
  const ids = { left: pair.left.id, right: pair.right.id };
  const line = own.lines.find((one) => one.sync === sync && one.left?.id === ids.left)!;
  const pairLine = line.right?.id === ids.right ? line : null;
  expect(why.linked).toEqual(pairLine?.link ?? null);
  const value = setting.keys(setting.sync(sync));
  const keys = why.keys.map(({ key }) => SIDES.map((side) => value(pair[side], key)));
  // Both normalised values are those of the slow reference.
  for (const { key, parts, is } of why.keys) {
    const [left, right] = keys[key]!;
    const same = left !== null && JSON.stringify(left) === JSON.stringify(right);
    expect(is).toBe(left == null || right == null ? 'blank' : same ? 'shared' : 'missed');
    if (left != null) expect(parts.left).toEqual(left);
    if (right != null) expect(parts.right).toEqual(right);
  }
  if (why.linked !== null) {
    expect(why.steps).toEqual([]);
    if (why.linked.by === 'key') expect(why.keys[why.linked.key!]!.is).toBe('shared');
    return;
  }
  const standing = why.steps.filter(({ stands, code }) => stands && code !== 'kept-out');
  expect(standing.length).toBeGreaterThan(0);
  for (const step of why.steps) {
    switch (step.code) {
      case 'verdict':
        expect(step.stands).toBe(isForbidden(own.world, setting, sync, ids));
        break;
      case 'bound': {
        const mine = lineOf(own, sync, step.side, ids[step.side]);
        const other = otherSide(step.side);
        if (step.missing) expect(mine.reasons.map(({ ids: named }) => named)).toContainEqual([step.id]);
        else expect(mine[other]?.id).toBe(step.id);
        break;
      }
      case 'gone':
      case 'unclear': {
        const { reasons } = lineOf(own, sync, step.side, ids[step.side]);
        expect(reasons.map(({ code }) => code)).toEqual([step.code === 'gone' ? 'archived' : 'links-merged']);
        expect(reasons).toEqual([step.reason]);
        break;
      }
      case 'archived-key': {
        const { isGone } = setting.presence(sync);
        const holder = setting.records(sync, otherSide(step.side)).find(({ id }) => id === step.id);
        expect(holder !== undefined && isGone(holder)).toBe(true);
        expect(step.stands).toBe(false);
        break;
      }
      case 'free':
        for (const side of SIDES) {
          const mine = lineOf(own, sync, side, ids[side]);
          expect(mine[otherSide(side)]).toBe(null);
        }
        break;
      case 'shares':
        expect(step.keys).toEqual(why.keys.filter(({ is }) => is === 'shared').map(({ key }) => key));
        expect(step.stands).toBe(step.keys.length === 0);
        break;
      case 'finds-another': {
        const mine = value(pair[step.side], step.key);
        const other = otherSide(step.side);
        const hits = setting
          .records(sync, other)
          .filter((one) => JSON.stringify(value(one, step.key)) === JSON.stringify(mine));
        expect(mine).not.toBe(null);
        expect(hits.map(({ id }) => id).slice(0, 20)).toEqual(step.found.ids);
        expect(step.found.total).toBe(hits.length);
        expect(hits.length).toBeGreaterThan(0);
        expect(hits).not.toContain(pair[other]);
        break;
      }
      case 'taken':
        for (const id of step.ids) {
          expect(id).not.toBe(ids[step.side]);
          const held = lineOf(own, sync, step.side, id);
          const missing = held.reasons.some(({ code }) => LOST.includes(code));
          expect(held[otherSide(step.side)] !== null || missing).toBe(true);
          const rec = setting.records(sync, step.side).find((one) => one.id === id)!;
          const shared = why.keys.filter(({ is }) => is === 'shared');
          const keyed = shared.some(
            ({ key }) => JSON.stringify(value(rec, key)) === JSON.stringify(value(pair[step.side], key)),
          );
          expect(keyed).toBe(true);
        }
        break;
      default:
    }
  }
}

/** What is said of a linked record whose counterpart is not there: the export lacks it, it was deleted (DE1), or its link is unclear (S433). */
const LOST: readonly ReasonCode[] = ['not-in-this-export', 'counterpart-deleted', 'links-merged'];

const lineOf = (own: Asked, sync: string, side: Side, id: string) =>
  own.lines.find((one) => one.sync === sync && one[side]?.id === id)!;

function isForbidden({ choices }: World, setting: Setting, sync: string, ids: Both<string>): boolean {
  return (choices?.links ?? []).some(
    (one) =>
      one.sync === sync &&
      one.verdict === 'different' &&
      SIDES.every((side) => {
        const salesforce = setting.isSalesforce(side);
        return idKey(one[side], salesforce) === idKey(ids[side], salesforce);
      }),
  );
}
