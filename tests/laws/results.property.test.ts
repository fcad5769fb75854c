import { expect, test } from 'vitest';
import { answerHandOvers, readDesign } from '../../src/lib/engine/index.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import { baselineOf, worldBaseline } from '../reference/engine-plan.ts';
import { judgedPlanner, unasked } from '../reference/planner.ts';
import { referenceResults } from '../reference/plan-results.ts';
import { KNOBS, randomWorld } from '../reference/random-world.ts';
import { Random } from '../reference/random.ts';
import { onSeeds } from '../reference/replay.ts';
import type { World } from '../reference/world.ts';
import { apply, isOneOf } from './apply.ts';
import { resultsOf } from './results.ts';

const plan = await judgedPlanner();
const knobs = { ...KNOBS, choices: 0, large: 0, guarded: false };

/** A plan of which a part is handed over, and a part of that taken, with what the app tells of it. */
function handedOver(seed: number) {
  const random = new Random(seed + 31);
  const world: World = { ...randomWorld(seed, knobs), choices: null };
  const planned = plan(world);
  const some = isOneOf(random.some(planned.lines, random.pick([0.4, 1])));
  const isHanded = (line: PlanLine): boolean => unasked(line) && some(line);
  const isLoaded = isOneOf(random.some(planned.lines, random.pick([0.3, 0.7])));
  const next = planned.next(isHanded);
  const tables = resultsOf(world, planned.lines, isHanded, isLoaded, random);
  return { world: { ...world, baseline: next }, before: world, planned, isHanded, isLoaded, tables };
}

function answered({ world, tables }: ReturnType<typeof handedOver>) {
  const reading = readDesign(world.design);
  const baseline = baselineOf(world);
  if (!reading.ok || baseline === null) throw new Error('no design or baseline');
  const { baseline: settled, told } = answerHandOvers(baseline, reading.design, tables);
  return { world: { ...world, baseline: worldBaseline(settled) }, told };
}

test('[BL7] what result files say is taken as the reference takes it, and their rows add up', () => {
  onSeeds(3_000, (seed) => {
    const made = handedOver(seed);
    if (made.tables.length === 0) return false;
    const { world, told } = answered(made);
    const expected = referenceResults(made.world, made.tables);
    expect(
      told.map(({ about, written, refused, unclear }) => [
        about,
        written,
        refused,
        unclear.map(({ cause }) => cause),
      ]),
    ).toEqual(
      expected.told.map(({ about, written, refused, unclear }) => [about, written, refused, unclear]),
    );
    for (const one of told) expect(one.written + one.refused + one.unclear.length).toBe(one.rows);
    const bySync = (links: readonly { sync: string }[]) =>
      [...new Set(links.map(({ sync }) => sync))].map((sync) => links.filter((link) => link.sync === sync));
    expect(bySync(world.baseline.links)).toEqual(
      bySync(expected.links.map((link) => ({ ...link, sent: { left: {}, right: {}, ...link.sent } }))),
    );
    return true;
  });
});

const rowOf = ({ writes }: PlanLine, side: 'left' | 'right'): string =>
  JSON.stringify(writes.filter((write) => write.side === side).map(({ field, to }) => [field, to]));

test('[BL7] [HE3] a refused row is not offered again as it was, a written create never made again', () => {
  let [refusals, bound] = [0, 0];
  onSeeds(3_000, (seed) => {
    const made = handedOver(seed);
    const all = made.tables.every(({ rows }) => rows.every(({ says }) => says !== null));
    const { world, told } = answered(made);
    if (made.tables.length === 0 || !all || told.some(({ unclear }) => unclear.length > 0)) return false;
    const links = new Map(
      world.baseline.links.map((link) => [JSON.stringify([link.sync, link.left, link.right]), link]),
    );
    // The exports are as they were, or newer than the load.
    const newer = apply(
      made.before,
      made.planned.lines,
      world.baseline,
      (line) => made.isHanded(line) && made.isLoaded(line),
    ).world;
    for (const now of [world, newer]) {
      for (const line of plan(now).lines) {
        for (const side of SIDES) {
          const sent = Object.values(
            links.get(JSON.stringify([line.sync, line.left?.id ?? null, line.right?.id ?? null]))?.sent?.[
              side
            ] ?? {},
          );
          const before = made.planned.lines.find(
            (one) =>
              one.sync === line.sync && one.left?.id === line.left?.id && one.right?.id === line.right?.id,
          );
          if (before === undefined || sent.length === 0 || !made.isHanded(before)) continue;
          if (sent.every(({ refused }) => refused !== undefined) && rowOf(before, side) !== '[]') {
            expect(rowOf(line, side)).not.toBe(rowOf(before, side));
            if (line.outcome === 'failing') refusals++;
          }
        }
      }
      const written = world.baseline.links.filter(
        ({ sent, left, right }) =>
          left !== null &&
          right !== null &&
          SIDES.some((side) =>
            Object.values(sent?.[side] ?? {}).some(
              ({ because, written: is }) => because === 'create' && is === 'yes',
            ),
          ),
      );
      bound += written.length;
      for (const link of written) {
        const again = plan(now).lines.filter(
          (line) =>
            line.sync === link.sync &&
            line.outcome === 'create' &&
            (line.left?.id === link.left || line.right?.id === link.right),
        );
        expect(again).toEqual([]);
      }
    }
    return true;
  });
  expect(refusals).toBeGreaterThan(0);
  expect(bound).toBeGreaterThan(0);
});
