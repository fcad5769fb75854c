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

  it('[S469] [S470] tells what became of deletes: what their file says, and how they add up to what was handed over', async () => {
    const deletes = { left: 'report', right: 'delete' };
    const own = playground([{ deletes, requireValidEmail: null }], {
      profile: 'salesforce',
      guards: { maxMissing: null, maxCleared: null, minMatched: null },
    });
    const people = (numbers: readonly number[], of: (n: number) => string): string =>
      numbers.map((n) => `${of(n)}\n`).join('');
    const left = (...numbers: number[]): string =>
      `Record ID,Email,First Name,Phone Number,Company name\n${people(numbers, (n) => `${String(n)},p${String(n)}@acme.no,P,,A`)}`;
    const right = (...numbers: number[]): string =>
      `Id,Email,FirstName,Phone,Account\n${people(numbers, (n) => `003${String(n)},p${String(n)}@acme.no,P,,A`)}`;
    own.write({ 'l.csv': left(1, 2, 3, 4), 'r.csv': right(1, 2, 3, 4) });
    const plan = (out: string, ...words: readonly string[]) =>
      own.call('plan', '@d.json', ...FILES, '--out', `@${out}`, '--changes', 'systems', ...words);
    await plan('before');
    own.write({ 'l.csv': left(1) });
    const gone = ['--complete', 'left'];
    const first = await plan('one', '--baseline', '@before/baseline.jsonl', ...gone);
    expect(first.out).toMatch(/would be deleted +0 +3/);
    expect(own.read('one/right-deletes.csv').trim().split(/\s+/)).toEqual(['Id', '0032', '0033', '0034']);
    own.write({ 'r.csv': right(1, 2, 3), 'answer.csv': 'Row,Id,Phone,ERROR\n1,0032,,It has open cases.\n' });
    const results = ['--baseline', '@one/baseline.jsonl', '--results', 'right-deletes=@answer.csv'];
    const told = await plan('two', ...results, ...gone);
    expect(told.out).toContain(
      'Deletes handed over: 1 there still, offered again + 1 refused + 1 not in this export, unknown = 3\n',
    );
    const json = JSON.parse((await plan('two', ...results, ...gone, '--json')).out) as {
      counts: Record<string, { deleted: unknown }>;
      results: unknown[];
    };
    expect(json.counts['contacts']?.deleted).toEqual({
      ...{ taken: 0, notTaken: 1, refused: 1, notReadBack: 0, open: 1, aside: 0 },
    });
    expect(json.results).toMatchObject([{ side: 'right', kind: 'deletes', rows: 1, refused: 1 }]);
    expect(own.read('two/baseline.jsonl')).toContain(
      '"delete":{"side":"right","tries":1,"refused":"It has open cases."}',
    );
  });
});
