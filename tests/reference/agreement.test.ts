import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { agree } from './agreement.ts';
import { randomWorld } from './random-world.ts';
import { shrink } from './shrink.ts';
import type { World } from './world.ts';

/** Worlds that once told a bug, each as small as it could be made. */
const FOUND = join(import.meta.dirname, 'found');

test.each(readdirSync(FOUND))('[MA16] they agree on a world that once told a bug: %s', (name) => {
  agree(JSON.parse(readFileSync(join(FOUND, name), 'utf8')) as World);
});

test('a world that fails is made small: what the failure does not need is left out', () => {
  const world = Array.from({ length: 50 }, (_, seed) => randomWorld(seed + 1)).find(
    ({ baseline, choices }) => baseline !== null && choices !== null,
  )!;
  const rows = ({ tables }: World): number =>
    Object.values(tables).reduce((sum, { left, right }) => sum + left.rows.length + right.rows.length, 0);
  const least = shrink(world, (one) => {
    if (rows(one) >= 2 && one.baseline !== null) throw new RangeError('two rows and a baseline');
  });
  expect(rows(world)).toBeGreaterThan(2);
  expect([rows(least), least.baseline, least.choices]).toEqual([2, { ...least.baseline, links: [] }, null]);
});
