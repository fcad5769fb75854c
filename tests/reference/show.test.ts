import { test } from 'vitest';
import { randomWorld } from './random-world.ts';
test('show', () => {
  const world: any = randomWorld(Number(process.env['SEED']));
  const s = world.design.syncs[Number(process.env['SYNC'] ?? 0)];
  console.log(JSON.stringify({ d: s.direction, w: s.winner, m: s.matching, kind: s.kind, b: s.blanks, e: s.requireValidEmail }));
  const f = process.env['FIELDS']?.split(',') ?? [];
  for (const m of s.mappings) console.log(JSON.stringify(m));
  for (const side of ['left', 'right']) for (const x of s.schema[side]?.fields ?? []) if (f.some((n) => x.name.includes(n))) console.log(side, JSON.stringify(x));
  for (const side of ['left', 'right']) { const t = world.tables[s.id][side]; const idx = t.header.map((h: string, i: number) => [h, i]).filter(([h]: any) => /^id$|other id/i.test(h) || f.some((n) => h.includes(n))); for (const r of t.rows) console.log(side, JSON.stringify(idx.map(([, i]: any) => r[i]))); }
  console.log(JSON.stringify(world.baseline?.links.filter((l: any) => l.sync === s.id).map((l: any) => process.env['BASE'] ? l : [l.left, l.right])), JSON.stringify(world.choices?.links));
});
