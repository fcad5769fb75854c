import { test } from 'vitest';
import { enginePlanner } from './engine-plan.ts';
import { referencePlanner } from './planner.ts';
import { randomWorld } from './random-world.ts';
test('one', () => {
  const world = randomWorld(Number(process.env['SEED']));
  for (const l of referencePlanner(world).lines) console.log(JSON.stringify([l.sync, l.outcome, l.left?.id, l.right?.id, l.link?.value ?? l.link?.by, l.reasons]));
  try { const e = enginePlanner(world); const r = referencePlanner(world); e.lines.forEach((l, i) => { const a = JSON.stringify(l), b = JSON.stringify(r.lines[i]); if (a !== b) console.log('E', a, '\nR', b); }); } catch (e) { console.log((e as Error).stack?.split('\n').slice(0, 8).join('\n')); }
});
