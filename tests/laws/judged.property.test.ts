import { beforeAll, describe, expect, test } from 'vitest';
import { judgedPlanner } from '../reference/planner.ts';
import { randomWorld } from '../reference/random-world.ts';
import { worldCount } from '../reference/replay.ts';
import { LAWS, type LawName } from './laws.ts';
import { Setting } from './setting.ts';

const plan = await judgedPlanner();

/** Every world is planned once and judged by every law on lines. */
describe('the laws on the lines of a plan', () => {
  const broken = new Map<LawName, string>();
  let worlds = 0;

  beforeAll(() => {
    const only = process.env['SEED'];
    const seeds =
      only === undefined
        ? Array.from({ length: worldCount(10_000) }, (_, index) => index + 1)
        : [Number(only)];
    for (const seed of seeds) {
      const world = randomWorld(seed);
      const { lines } = plan(world);
      const setting = new Setting(world);
      for (const [name, law] of LAWS) {
        if (broken.has(name)) continue;
        const found = law(setting, lines);
        if (found !== null) broken.set(name, `SEED=${String(seed)} replays: ${found}`);
      }
      worlds++;
    }
    console.log(`${String(worlds)} worlds, seeds ${String(seeds[0])} to ${String(seeds.at(-1))}`);
  });

  for (const [name] of LAWS) {
    test(name, () => {
      expect(worlds).toBeGreaterThan(0);
      expect(broken.get(name) ?? 'kept').toBe('kept');
    });
  }
});
