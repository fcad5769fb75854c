import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agree } from '../reference/agreement.ts';
import { enginePlanner } from '../reference/engine-plan.ts';
import { KNOBS, randomWorld } from '../reference/random-world.ts';
import { worldCount } from '../reference/replay.ts';
import { shrink } from '../reference/shrink.ts';
import { LAWS } from './laws.ts';
import { Setting } from './setting.ts';

const AGREEMENT =
  '[MA16] engine and reference give the same lines, byte for byte, the same counts and the same next baseline';
const SAME_TWICE = '[L2] the same plan twice, byte for byte, over segments of any size and in any time zone';
const NAMES: readonly string[] = [AGREEMENT, SAME_TWICE, ...LAWS.map(([name]) => name)];

/** Every world is planned once, held against the reference and judged by every law on lines; a second plan has to be the same. */
describe('what a plan says of a world', () => {
  const broken = new Map<string, string>();
  let worlds = 0;

  const zone = process.env['TZ'];
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  beforeAll(() => {
    const only = process.env['SEED'];
    const seeds =
      only === undefined
        ? Array.from({ length: worldCount(10_000) }, (_, index) => index + 1)
        : [Number(only)];
    for (const seed of seeds) {
      const found = (name: string, what: string): void => {
        if (!broken.has(name)) broken.set(name, `SEED=${String(seed)} replays: ${what}`);
      };
      const world = randomWorld(seed, { ...KNOBS, sameLeads: true });
      process.env['TZ'] = seed % 2 === 0 ? 'Europe/Oslo' : 'Pacific/Auckland';
      const planned = enginePlanner(world);
      const { lines } = planned;
      try {
        agree(world, planned);
      } catch (error) {
        const small = broken.has(AGREEMENT) ? '' : JSON.stringify(shrink(world, (one) => agree(one)));
        found(AGREEMENT, `${String(error)}\nas small as it can be:\n${small}`);
      }
      process.env['TZ'] = 'Asia/Kolkata';
      const again = enginePlanner(world, 1 + (seed % 5));
      if (JSON.stringify(again.lines) !== JSON.stringify(lines)) found(SAME_TWICE, 'other lines');
      const setting = new Setting(world);
      for (const [name, law] of LAWS) {
        const what = law(setting, lines);
        if (what !== null) found(name, what);
      }
      worlds++;
    }
    console.log(`${String(worlds)} worlds, seeds ${String(seeds[0])} to ${String(seeds.at(-1))}`);
  });

  test.each(NAMES)('%s', (name) => {
    expect(worlds).toBeGreaterThan(0);
    expect(broken.get(name) ?? 'kept').toBe('kept');
  });
});
