import { describe, expect, it } from 'vitest';
import type { PlanSummary } from '../../src/lib/engine/model/summary.ts';
import { FILES, playground, type Playground } from './playground.ts';

/** Sync ids that every plain object answers to without having them. */
const INHERITED = ['__proto__', 'constructor', 'toString'] as const;

const GUARDS = { maxShrunk: 0.2, createsPerMatch: null, minMatched: null };

function planOf(id: string, baselineRows: string): Playground {
  const own = playground([{ id }], { guards: GUARDS });
  own.write({ 'b.jsonl': `{"format":"drysync/baseline@1","design":"","rows":${baselineRows}}\n` });
  return own;
}

const call = (own: Playground) =>
  own.call('plan', '@d.json', ...FILES, '--baseline', '@b.jsonl', '--out', '@o');

describe('a sync named like a member of every object', () => {
  it.each(INHERITED)(
    '%s has its counts in the summary and its rows in the next baseline [HE4]',
    async (id) => {
      const own = planOf(id, '{}');
      const { exit } = await call(own);
      expect(exit).toBe(0);
      const { counts } = JSON.parse(own.read('o/summary.json')) as PlanSummary;
      expect(Object.keys(counts)).toEqual([id]);
      expect(Object.entries(counts)[0]![1].left.read).toBe(3);
      expect(own.read('o/baseline.jsonl').split('\n')[0]).toContain(`"rows":{"${id}":{"left":3,"right":2}}`);
    },
  );

  it.each(INHERITED)('%s is not held against a baseline that does not name it [S37]', async (id) => {
    const own = planOf(id, '{"another":{"left":100,"right":100}}');
    const { exit } = await call(own);
    const { warnings } = JSON.parse(own.read('o/summary.json')) as PlanSummary;
    expect([exit, warnings.filter(({ code }) => code === 'maxShrunk')]).toEqual([0, []]);
  });

  it.each(INHERITED)('%s stops where the baseline that names it had more rows [S37]', async (id) => {
    const own = planOf(id, `{"${id}":{"left":100,"right":2}}`);
    await call(own);
    const { warnings } = JSON.parse(own.read('o/summary.json')) as PlanSummary;
    expect(warnings.filter(({ code }) => code === 'maxShrunk')).toEqual([
      {
        code: 'maxShrunk',
        count: 3,
        message: `${id}: the left file has 3 rows, 100 last time; the guard allows 20 % fewer.`,
      },
    ]);
  });
});
