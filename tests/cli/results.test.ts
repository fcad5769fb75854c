import { describe, expect, it } from 'vitest';
import { FILES, LEFT, playground, type Playground } from './playground.ts';

const RIGHT = 'Id,Email,FirstName,Phone,Account\n003A,anna@acme.no,Anna,+4722334455,ACME\n';

/** A plan that was handed over, in the folder `one`. */
async function handedOver(): Promise<Playground> {
  const own = playground();
  own.write({ 'l.csv': LEFT, 'r.csv': RIGHT });
  const first = await own.call('plan', '@d.json', ...FILES, '--out', '@one', '--changes', 'systems');
  expect(first.exit).toBe(0);
  return own;
}

const again = (own: Playground, ...words: readonly string[]) =>
  own.call(
    'plan',
    '@d.json',
    ...FILES,
    '--baseline',
    '@one/baseline.jsonl',
    '--out',
    '@two',
    '--json',
    ...words,
  );

describe('drysync plan --results', () => {
  it('[BL7] says of each file what its rows were, and plans with it', async () => {
    const own = await handedOver();
    own.write({
      'error.csv': 'Id,ERROR\n003A,Row was locked.\n003Z,Row was locked.\n',
    });
    const answer = await again(own, '--results', '@error.csv');
    expect(answer.exit).toBe(0);
    expect(answer.err).toContain(
      'note: error.csv: 2 rows: 0 written, 1 refused, 1 not understood. Not understood: 1 of a record that was not handed over (line 3).',
    );
    const summary = JSON.parse(answer.out) as { planKey: string; results: unknown[] };
    expect(summary.results).toMatchObject([
      {
        file: 'error.csv',
        side: 'right',
        kind: 'updates',
        rows: 2,
        written: 0,
        refused: 1,
        notUnderstood: 1,
        lines: [3],
      },
    ]);
    expect(own.read('two/plan.jsonl')).toContain('"refused-by-app","side":"right","value":"Row was locked."');
    expect(own.read('two/baseline.jsonl')).toContain('"refused":"Row was locked."');
    const without = JSON.parse((await again(own)).out) as { planKey: string };
    expect(without).not.toHaveProperty('results');
    expect(without.planKey).not.toBe(summary.planKey);
  });

  it('[BL7] takes the name of the change file before the file, and refuses a call without a baseline', async () => {
    const own = await handedOver();
    own.write({ 'error.csv': 'Row,ERROR\n1,No.\n' });
    const named = await again(own, '--results', 'right-updates=@error.csv');
    expect(JSON.parse(named.out)).toMatchObject({ results: [{ kind: 'updates', refused: 1 }] });
    const bare = await own.call('plan', '@d.json', ...FILES, '--results', '@error.csv');
    expect([bare.exit, bare.err]).toEqual([
      1,
      ['--results says what became of a hand-over, so it needs the --baseline of that plan.'],
    ]);
    const absent = await again(own, '--results', '@nothing.csv');
    expect([absent.exit, absent.err]).toEqual([2, ['nothing.csv: There is no such file.']]);
  });
});
