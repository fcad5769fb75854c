import { SIDES, otherSide } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import type { Table, World } from './world.ts';

const FIELDS = { left: 'email', right: 'email__ø' } as const;
const BETWEEN = ['; ', ', ', ' / ', ' ', '|', ' (privat) '];

/** The world with several addresses in some e-mail cells (KW13), mostly one of the other side's among them. */
export function withSeveral(world: World, random: Random, chance: number): World {
  if (!random.chance(chance)) return world;
  const tables = { ...world.tables };
  for (const [sync, own] of Object.entries(world.tables)) {
    const side = random.pick(SIDES);
    const other = otherSide(side);
    const at = own[side].header.indexOf(FIELDS[side]);
    const there = own[other].header.indexOf(FIELDS[other]);
    if (at < 0 || there < 0 || own[other].rows.length === 0) continue;
    const rows = own[side].rows.map((row) => {
      if (!random.chance(0.25)) return row;
      const two = [row[at] ?? '', random.pick(own[other].rows)[there] ?? ''];
      if (random.chance(0.5)) two.reverse();
      const text = two.join(random.pick(BETWEEN));
      return at < row.length ? row.with(at, text) : row;
    });
    tables[sync] = { ...own, [side]: { ...own[side], rows } satisfies Table };
  }
  return { ...world, tables };
}
