import { test } from 'vitest';
import { enginePlanner } from './engine-plan.ts';
import { referencePlanner } from './planner.ts';
import { randomWorld } from './random-world.ts';
import { worldCount } from './replay.ts';

test('probe', () => {
  const only = process.env['SEED'];
  const seeds = only ? [Number(only)] : Array.from({ length: worldCount(300) }, (_, i) => i + 1);
  const kinds = new Map<string, { n: number; example: string; size: number }>();
  let bad = 0;
  const note = (k: string, ex: string, size: number): void => {
    const o = kinds.get(k);
    if (!o) kinds.set(k, { n: 1, example: ex, size });
    else { o.n++; if (size < o.size) { o.example = ex; o.size = size; } }
  };
  for (const seed of seeds) {
    const world = randomWorld(seed);
    const size = JSON.stringify(world.tables).length;
    let engine;
    try { engine = enginePlanner(world); } catch (e) { note('THROW ' + String(e).slice(0, 160), `seed ${seed}`, size); continue; }
    const ref = referencePlanner(world);
    const a = engine.lines.map((l) => JSON.stringify(l));
    const b = ref.lines.map((l) => JSON.stringify(l));
    if (a.length !== b.length) note('length', `seed ${seed}`, size);
    let same = a.length === b.length;
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i] === b[i]) continue;
      same = false;
      const x = JSON.parse(a[i]!), y = JSON.parse(b[i]!);
      let kind = '';
      for (const k of Object.keys(y)) if (JSON.stringify(x[k]) !== JSON.stringify(y[k])) {
        let d = '';
        if (k === 'outcome') d = `(${x[k]}|${y[k]})`;
        if (k === 'reasons') d = `(${x[k].map((r: any) => r.code)}|${y[k].map((r: any) => r.code)})`;
        if (k === 'writes') d = `(${[...new Set(x[k].map((r: any) => r.because))]}|${[...new Set(y[k].map((r: any) => r.because))]})`;
        if (k === 'conflicts') d = `(${[...new Set(x[k].map((r: any) => r.decidedBy))]}|${[...new Set(y[k].map((r: any) => r.decidedBy))]})`;
        kind += k + d + ' ';
      }
      note(kind, `seed ${seed}\n   E ${a[i]}\n   R ${b[i]}`, size);
    }
    if (same) {
      const n1 = [...engine.next()].map((l) => canon(l)), n2 = [...ref.next()].map((l) => canon(l));
      const at = n1.findIndex((l, i) => l !== n2[i]);
      if (n1.length !== n2.length || at >= 0) { same = false; note('baseline', `seed ${seed}\n   E ${n1[at]}\n   R ${n2[at]}`, size); }
    }
    if (!same) bad++;
  }
  console.log(`${bad} of ${seeds.length} disagree`);
  for (const [k, v] of [...kinds].sort((x, y) => y[1].n - x[1].n).slice(0, 25)) console.log(`## ${v.n} × ${k}\n   ${v.example.slice(0, 1800)}`);
}, 600000);
function canon(l: any): string {
  const s = (o: any): any => Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ ...l, values: { left: s(l.values.left), right: s(l.values.right) }, sent: { left: [...(l.sent?.left ?? [])].sort(), right: [...(l.sent?.right ?? [])].sort() } });
}
