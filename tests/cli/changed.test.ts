import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlanSummary } from '../../src/lib/engine/model/summary.ts';
import { misfits } from '../formats/json-schema.ts';
import { FILES, LEFT, playground } from './playground.ts';

const SCHEMA = JSON.parse(
  readFileSync(new URL('../../static/schemas/plan-summary.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

const [HEADER = '', ...ROWS] = LEFT.trim().split('\n');
const text = (...rows: string[]): string => [HEADER, ...rows].join('\n');
/** The first record has another name now, the second is as it was, one is new, one has no id, one has a cell too many. */
const CHANGED = [
  `${(ROWS[0] ?? '').split(',')[0]!},anna@acme.no,Annette,22 22 22 22,Acme`,
  ROWS[1] ?? '',
  '2001,new@acme.no,New,,Acme',
  ',no-id@acme.no,None,,',
  '2002,long@acme.no,Long,,Acme,one more',
];
const FULL = [CHANGED[0]!, ...ROWS.slice(1), CHANGED[2]!, CHANGED[3]!];

async function planned(files: Record<string, string>, ...words: string[]) {
  const own = playground();
  own.write(files);
  const { out, err, exit } = await own.call('plan', '@d.json', ...FILES, '--json', ...words);
  return { exit, err, summary: JSON.parse(out === '' ? '{}' : out) as PlanSummary };
}

describe('an export of only what changed', () => {
  it('[PH6] [S175] is merged by id into the side`s file; the plan is that of the full export', async () => {
    const merged = await planned({ 'c.csv': text(...CHANGED) }, '--changed', 'left:@c.csv');
    const full = await planned({ 'l.csv': text(...FULL) });
    expect(merged.summary.counts).toEqual(full.summary.counts);
    expect(merged.summary.planHash).toBe(full.summary.planHash);
    const [left, right] = merged.summary.inputs;
    expect(left).toMatchObject({ file: 'l.csv', rows: 6, stored: 4, rejected: 2, blank: 0, lost: 2 });
    expect(left?.changed).toEqual([
      {
        ...{ file: 'c.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, by: 'Record ID' },
        ...{ rows: 5, stored: 4, rejected: 1, blank: 0, added: 2, replaced: 1, same: 1 },
      },
    ]);
    expect(right).not.toHaveProperty('changed');
    // Rows are named by the lines of the file they stand in.
    expect(left?.notes).toEqual([
      { code: 'too-many-cells', count: 1, lines: [6] },
      { code: 'no-id', count: 1, lines: [5] },
    ]);
    expect(misfits(SCHEMA, merged.summary)).toEqual([]);
  });

  it('[MA16] is part of the plan`s key, and several are merged in their order', async () => {
    const files = { 'c.csv': text(CHANGED[0]!), 'e.csv': text(ROWS[0]!) };
    const plain = await planned(files);
    const one = await planned(files, '--changed', 'left:@c.csv');
    const both = await planned(files, '--changed', 'left:@c.csv', '--changed', 'contacts=left:@e.csv');
    expect(new Set([plain, one, both].map(({ summary }) => summary.planKey)).size).toBe(3);
    expect(one.summary.planHash).not.toBe(plain.summary.planHash);
    expect(both.summary.planHash).toBe(plain.summary.planHash);
  });

  it('may have its columns in another order, not other columns', async () => {
    const turned = text(CHANGED[0]!)
      .split('\n')
      .map((line) => line.split(',').reverse().join(','))
      .join('\n');
    const one = await planned({ 'c.csv': text(CHANGED[0]!) }, '--changed', 'left:@c.csv');
    const other = await planned({ 'c.csv': turned }, '--changed', 'left:@c.csv');
    expect(other.summary.planHash).toBe(one.summary.planHash);
    const fewer = await planned({ 'c.csv': 'Record ID,Nickname\n1001,A\n' }, '--changed', 'left:@c.csv');
    expect(fewer.exit).toBe(2);
    expect(fewer.err[0]).toMatch(
      /c\.csv: Its columns are not those of l\.csv \(without .*Email.*, with Nickname\); export the same columns\.$/,
    );
  });

  it.each([
    [['--changed', '@c.csv'], 'names no side'],
    [['--changed', 'deals=left:@c.csv'], 'names no side'],
    [['--changed', 'left:'], 'needs a file'],
    [['--changed', 'left:@c.csv', '--complete', 'left'], 'is called complete'],
  ])('refuses %j', async (words, sentence) => {
    const { exit, err } = await planned({ 'c.csv': text(ROWS[0]!) }, ...words);
    expect(exit).toBe(1);
    expect(err.join('\n')).toContain(sentence);
  });

  it('needs an id field to find records again', async () => {
    const own = playground([{ left: { object: 'contacts', idField: null } }]);
    own.write({ 'c.csv': text(ROWS[0]!) });
    const { exit, err } = await own.call('plan', '@d.json', ...FILES, '--changed', 'left:@c.csv');
    expect(exit).toBe(1);
    expect(err[0]).toContain('has no id field, so no record can be found again');
  });
});
