import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/lib/engine/index.ts';
import type { PlanSummary } from '../../src/lib/engine/model/summary.ts';
import { canonicalJson } from '../../src/lib/engine/design/canonical-json.ts';
import { whole } from '../connectors/read-workbook.ts';
import { packageFaults } from '../formats/ooxml-package.ts';
import { misfits } from '../formats/json-schema.ts';
import { design, FILES, LEFT, playground, RIGHT } from './playground.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const schema = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../static/schemas/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;

describe('drysync plan', () => {
  it('prints outcomes by side that add up to the records read [HE4]', async () => {
    const { out } = await playground().call('plan', '@d.json', ...FILES);
    const rows = new Map(
      out.split('\n').map((row) => {
        const cells = row.trim().split(/ {2,}/);
        return [cells[0], cells.slice(1).map(Number)] as const;
      }),
    );
    for (const side of [0, 1]) {
      const sum = OUTCOMES.reduce((total, outcome) => total + (rows.get(outcome)?.[side] ?? NaN), 0);
      expect(sum).toBe(rows.get('= records read')?.[side]);
    }
    expect(rows.get('would be created')).toEqual([1, 1]);
    expect(rows.get('would be updated')).toEqual([1, 1]);
  });

  it('[SF1] says that Salesforce’s rules decide, where they do', async () => {
    const own = playground();
    own.write({ 's.json': JSON.stringify({ ...(JSON.parse(design()) as object), profile: 'salesforce' }) });
    const { out, exit } = await own.call('plan', '@s.json', ...FILES);
    expect(out).toContain('by Salesforce’s rules');
    expect(exit).toBe(0);
    expect((await own.call('plan', '@d.json', ...FILES)).out).not.toContain('Salesforce’s rules');
  });

  it('writes the folder: hashes of the files, the design and the plan, lines that fit the schemas', async () => {
    const own = playground();
    const { out } = await own.call(
      'plan',
      '@d.json',
      ...FILES,
      '--out',
      '@new/o',
      '--json',
      '--as-of',
      '2026-01-31',
    );
    expect(readdirSync(own.path('new/o')).sort()).toEqual(['baseline.jsonl', 'plan.jsonl', 'summary.json']);
    expect(out).toBe(own.read('new/o/summary.json'));
    const summary = JSON.parse(out) as PlanSummary;
    expect(misfits(schema('plan-summary'), summary)).toEqual([]);
    expect(summary.asOf).toBe('2026-01-31');
    expect(summary.inputs.map((input) => input.sha256)).toEqual([sha256(LEFT), sha256(RIGHT)]);
    expect(summary.designHash).toBe(sha256(canonicalJson(JSON.parse(design()))));
    const plan = own.read('new/o/plan.jsonl');
    expect(summary.planHash).toBe(sha256(plan));
    for (const line of plan.trimEnd().split('\n'))
      expect(misfits(schema('plan-line'), JSON.parse(line))).toEqual([]);
    const baseline = own.read('new/o/baseline.jsonl').trimEnd().split('\n');
    for (const line of baseline) expect(misfits(schema('baseline'), JSON.parse(line))).toEqual([]);
    expect(JSON.parse(baseline[0]!)).toEqual({
      format: 'drysync/baseline@2',
      design: summary.designHash,
      rows: { contacts: { left: 3, right: 2 } },
      mapped: {
        contacts: [
          ['Email', 'Email'],
          ['First Name', 'FirstName'],
          ['Phone Number', 'Phone'],
          ['Company name', 'Account'],
        ],
      },
    });
  });

  it('[MA16] gives the same bytes twice; the key follows every input, the order of the design`s members does not', async () => {
    const own = playground();
    const keyOf = async (...words: string[]): Promise<string[]> => {
      const { out } = await own.call('plan', '@d.json', ...FILES, '--json', ...words);
      const { planKey, planHash } = JSON.parse(out) as PlanSummary;
      return [planKey, String(planHash)];
    };
    const first = await keyOf();
    expect(await keyOf()).toEqual(first);
    expect(await keyOf('--as-of', '2026-11-20')).not.toEqual(first);
    const members = Object.entries(JSON.parse(design()) as object).reverse();
    own.write({ 'd.json': JSON.stringify(Object.fromEntries(members), null, 2) });
    expect(await keyOf()).toEqual(first);
    own.write({ 'l.csv': LEFT.replace(/\n/g, '\r\n') });
    const [key, hash] = await keyOf();
    expect(key).not.toBe(first[0]);
    expect(hash).toBe(first[1]);
  });

  it('replaces its own files and nothing else', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'systems');
    own.write({ 'o/mine.txt': 'x', 'o/left-updates-7.csv': 'stale' });
    own.write({
      'l.csv': LEFT.split('\n').slice(0, 2).join('\n'),
      'r.csv': RIGHT.split('\n').slice(0, 2).join('\n'),
    });
    await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'systems');
    expect(readdirSync(own.path('o')).sort()).toEqual([
      'baseline.jsonl',
      'left-updates.csv',
      'mine.txt',
      'plan.jsonl',
      'right-updates.csv',
      'summary.json',
    ]);
  });

  it('[CO4] its baseline is what the next call takes', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@o');
    own.write({ 'l.csv': LEFT.replace('1001,anna@acme.no', '1001,new@acme.no') });
    const { exit } = await own.call(
      'plan',
      '@d.json',
      ...FILES,
      '--out',
      '@p',
      '--baseline',
      '@o/baseline.jsonl',
    );
    expect(exit).toBe(0);
    expect(own.read('p/plan.jsonl').split('\n')[0]).toContain('"link":{"by":"baseline"');
  });

  it('says what was left out in reading', async () => {
    const own = playground();
    own.write({ 'l.csv': `${LEFT},c@c.no,,,\n1001,d@d.no,,,\n` });
    const { err, out } = await own.call('plan', '@d.json', ...FILES);
    expect(err).toEqual([
      'note: l.csv, line 5: the row has no id, so it is left out (no-id).',
      'note: l.csv, line 6: an earlier row has the id 1001, so it is left out (repeated-id).',
      'The guard maxRejected stopped the plan: contacts: 2 of 5 rows of the left file could not be read as records; the guard allows 2 %. The notes name them.',
    ]);
    expect(out).toMatch(/rows rejected +2 +0/);
  });

  it('says which guards are switched off', async () => {
    const { out } = await playground([{}], { guards: { maxChanged: null } }).call(
      'plan',
      '@d.json',
      ...FILES,
    );
    expect(out).toContain('switched off: maxChanged');
  });
});

describe('--changes', () => {
  it('of all subjects without choices, for systems', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'systems');
    expect(own.read('o/left-creates.csv')).toBe('Email,First Name,Phone Number\r\ndina@acme.no,Dina,123\r\n');
    expect(own.read('o/left-updates.csv')).toBe('Record ID,Phone Number\r\n1001,+47 900 00 000\r\n');
    expect(own.read('o/right-creates.csv')).toBe('Email,FirstName,Phone\r\nbo@acme.no,Bo,=1+2\r\n');
    expect(own.read('o/right-updates.csv')).toBe('Id,Account\r\n003AA,Acme AS\r\n');
  });

  it('for spreadsheets', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'spreadsheets');
    expect(own.read('o/right-creates.csv')).toBe("\ufeffEmail,FirstName,Phone\r\nbo@acme.no,Bo,'=1+2\r\n");
  });

  it('[S198] as one workbook, a sheet for each file, nothing of it left beside it', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'systems');
    await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'xlsx');
    expect(own.names('o', '')).toEqual(['baseline.jsonl', 'changes.xlsx', 'plan.jsonl', 'summary.json']);
    const bytes = new Uint8Array(readFileSync(own.path('o/changes.xlsx')));
    expect(packageFaults(bytes)).toEqual([]);
    const sheets = {
      'left-creates': [['dina@acme.no', 'Dina', '123']],
      'right-creates': [['bo@acme.no', 'Bo', '=1+2']],
    };
    for (const [sheet, cells] of Object.entries(sheets))
      expect((await whole(bytes, { sheet })).cells).toEqual(cells);
    const { report } = await whole(bytes);
    expect(report.workbook?.sheets.map(({ name }) => name)).toEqual([
      'left-creates',
      'left-updates',
      'right-creates',
      'right-updates',
    ]);
    await own.call('plan', '@d.json', ...FILES, '--out', '@o');
    expect(own.names('o', '.xlsx')).toEqual([]);
  });

  it('[S196] a table no sheet can hold is a file beside the workbook, whole, and that is said', async () => {
    const own = playground();
    const long = 'x'.repeat(32_768);
    own.write({ 'l.csv': LEFT.replace('=1+2,', `=1+2,${long}`) });
    const { err } = await own.call('plan', '@d.json', ...FILES, '--out', '@o', '--changes', 'xlsx');
    expect(err).toEqual([
      'warning: right-creates.csv stands beside the workbook: 1 of its cells is longer than a spreadsheet can hold (first Account in row 1 below the names, 32768 characters). Nothing was cut.',
    ]);
    expect(own.names('o', '.csv')).toEqual(['right-creates.csv']);
    expect(own.read('o/right-creates.csv')).toBe(
      `\ufeffEmail,FirstName,Phone,Account\r\nbo@acme.no,Bo,'=1+2,${long}\r\n`,
    );
    const { report } = await whole(new Uint8Array(readFileSync(own.path('o/changes.xlsx'))));
    expect(report.workbook?.sheets.map(({ name }) => name)).not.toContain('right-creates');
  });

  it('of the approved subjects with choices', async () => {
    const own = playground();
    await own.call('plan', '@d.json', ...FILES, '--out', '@o');
    const line = own.read('o/plan.jsonl').split('\n')[1]!;
    const writes = /"writes":(\[.*\]),"conflicts"/.exec(line)?.[1] ?? '';
    const decision = {
      sync: 'contacts',
      left: '1002',
      right: null,
      decision: 'approved',
      writes: sha256(writes),
      at: '',
    };
    own.write({ 'c.json': JSON.stringify({ format: 'drysync/choices@1', decisions: [decision] }) });
    await own.call(
      'plan',
      '@d.json',
      ...FILES,
      '--out',
      '@p',
      '--changes',
      'systems',
      '--choices',
      '@c.json',
    );
    expect(readdirSync(own.path('p')).filter((name) => name.endsWith('.csv'))).toEqual(['right-creates.csv']);
  });

  it('says what HubSpot`s file cannot say', async () => {
    const own = playground([{ blanks: { propagateClears: 'always' } }]);
    own.write({
      'l.csv': LEFT.replace('Anna,,Acme AS', 'Anna,1,Acme AS'),
      'r.csv': RIGHT.replace('+47 900 00 000,ACME', '1,Acme AS'),
    });
    await own.call('plan', '@d.json', ...FILES, '--out', '@o');
    own.write({ 'r.csv': RIGHT.replace('+47 900 00 000,ACME', ',Acme AS') });
    own.write({ 'l.csv': LEFT.replace('Anna,,Acme AS', 'Anna,1,Acme AS') });
    const { err } = await own.call(
      'plan',
      '@d.json',
      ...FILES,
      '--out',
      '@p',
      '--changes',
      'systems',
      '--baseline',
      '@o/baseline.jsonl',
    );
    expect(err).toEqual([
      'warning: 1 write is not in the change files, first Phone Number of the left record 1001 of contacts: a blank cell leaves the value there; not-in-change-files.csv lists it, do it by hand.',
    ]);
    expect(readdirSync(own.path('p'))).not.toContain('left-updates.csv');
  });
});
