import { describe, expect, it } from 'vitest';
import type { PlanSummary } from '../../src/lib/engine/model/summary.ts';
import { misfits } from '../formats/json-schema.ts';
import { readFileSync } from 'node:fs';
import { bookOf, sheetOf } from '../support/workbook.ts';
import { design, FILES, LEFT, playground, RIGHT } from './playground.ts';

const SCHEMA = JSON.parse(
  readFileSync(new URL('../../static/schemas/plan-summary.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

const DAMAGED = `${LEFT}1004,eva@acme.no,Eva,,Nord,AS
,finn@acme.no,Finn,,
1001,anna@acme.no,Anna,,
,gro@acme.no,Gro,,
`;

async function planned(files: Record<string, string | Uint8Array>, ...words: string[]) {
  const own = playground();
  own.write(files);
  const { out, err } = await own.call('plan', '@d.json', ...FILES, '--json', ...words);
  return { summary: JSON.parse(out) as PlanSummary, err };
}

describe('the reading report on the command line', () => {
  it('names every rejected row with code, count and lines, and adds up', async () => {
    const { summary, err } = await planned({ 'l.csv': DAMAGED });
    const [left, right] = summary.inputs;
    expect(left).toMatchObject({ rows: 7, stored: 3, rejected: 4, blank: 0, dropped: 0, lost: 4 });
    expect(left!.notes).toEqual([
      { code: 'too-many-cells', count: 1, lines: [5] },
      { code: 'no-id', count: 2, lines: [6, 8] },
      { code: 'repeated-id', count: 1, lines: [7] },
    ]);
    expect(right!.notes).toEqual([]);
    expect(err.filter((line) => line.startsWith('note: '))).toEqual([
      'note: l.csv, line 5: 6 cells under 5 columns, so the row is left out; put the cell that holds a delimiter in quotes.',
      'note: l.csv, line 6: the row has no id, so it is left out (no-id), and 1 more.',
      'note: l.csv, line 7: an earlier row has the id 1001, so it is left out (repeated-id).',
    ]);
    expect(misfits(SCHEMA, summary)).toEqual([]);
  });

  it('names dropped lines and warnings as they are, the first 20 lines each', async () => {
    const many = Array.from({ length: 30 }, (_, n) => `,x${String(n)}@acme.no,X,,\n`).join('');
    const { summary } = await planned({ 'l.csv': `Contacts of today\n${LEFT}${many}` });
    const [left] = summary.inputs;
    expect(left).toMatchObject({ rows: 33, stored: 3, rejected: 30, dropped: 1, lost: 30 });
    const byCode = new Map(left!.notes.map((note) => [note.code, note]));
    expect(byCode.get('preamble')).toEqual({ code: 'preamble', count: 1, lines: [1] });
    expect(byCode.get('no-id')?.count).toBe(30);
    expect(byCode.get('no-id')?.lines).toEqual(Array.from({ length: 20 }, (_, n) => n + 6));
  });

  it('says how each file was read', async () => {
    const { summary } = await planned({ 'r.csv': RIGHT.replaceAll(',', ';') });
    expect(summary.inputs.map(({ reading }) => reading)).toMatchObject([
      { encoding: 'utf-8', delimiter: ',', headerLine: 1 },
      { encoding: 'utf-8', delimiter: ';', headerLine: 1 },
    ]);
  });

  it('is told by suggest as well', async () => {
    const own = playground();
    own.write({ 'l.csv': DAMAGED });
    const { err, exit } = await own.call('suggest', ...FILES);
    expect(exit).toBe(0);
    expect(err[0]).toMatch(/^note: l\.csv, line 5: 6 cells under 5 columns/);
  });
});

describe('--read', () => {
  it('[MA16] chooses how a file is read, and is part of the plan`s key', async () => {
    const files = { 'l.csv': `Contacts of today\n${LEFT.replaceAll(',', '|')}` };
    const found = await planned(files);
    const chosen = await planned(files, '--read', 'left:delimiter=pipe,header=2');
    expect(chosen.summary.inputs[0]).toMatchObject({
      rows: 3,
      stored: 3,
      reading: { delimiter: '|', headerLine: 2 },
    });
    expect(chosen.summary.planKey).not.toBe(found.summary.planKey);
    const apart = await planned(files, '--read', 'left:delimiter=|', '--read', 'contacts=left:header=2');
    expect(apart.summary.planKey).toBe(chosen.summary.planKey);
    expect(apart.summary.inputs).toEqual(chosen.summary.inputs);
    const other = await planned(
      files,
      '--read',
      'left:delimiter=pipe,header=2',
      '--read',
      'right:encoding=utf-8',
    );
    expect(other.summary.planKey).not.toBe(chosen.summary.planKey);
  });

  it('[RD1] leaves labels under the header out where it is told to, and says so; else they are asked about', async () => {
    const [header, ...rows] = LEFT.split('\n');
    const files = { 'l.csv': [header, 'hs_object_id,email,firstname,phone,company', ...rows].join('\n') };
    const asked = await planned(files);
    expect(asked.summary.inputs[0]).toMatchObject({
      ...{ rows: 4, stored: 4, dropped: 0 },
      notes: [
        {
          code: 'labels-row',
          count: 1,
          lines: [2],
          value: 'hs_object_id · email · firstname · phone · company',
        },
      ],
    });
    expect(asked.err[0]).toBe(
      'note: l.csv, line 2: 1 row looks like labels or types of the columns right under the header row (“hs_object_id · email · firstname · phone · company”), read as a record; choose to leave label rows out if there is no record in it.',
    );
    const left = await planned(files, '--read', 'left:labels=drop');
    expect(left.summary.inputs[0]).toMatchObject({
      ...{ rows: 3, stored: 3, dropped: 1, lost: 0, reading: { labels: 'drop' } },
      notes: [{ code: 'labels', count: 1, lines: [2] }],
    });
    expect(left.err[0]).toContain('l.csv, line 2: labels or types under the header row');
    expect(left.summary.planKey).not.toBe(asked.summary.planKey);
    expect((await planned(files, '--read', 'left:labels=keep')).summary.inputs[0]?.notes).toEqual([]);
  });

  it('[S170] a workbook is read like a text, and its sheet chosen', async () => {
    const rows = LEFT.trim()
      .split('\n')
      .map((line) => line.split(','));
    const book = bookOf({
      sheets: [
        { name: 'Today', xml: sheetOf(rows) },
        { name: 'Before, all', xml: sheetOf(rows.slice(0, 3)) },
      ],
    });
    const text = await planned({ 'l.csv': LEFT });
    const found = await planned({ 'l.csv': book });
    expect(found.summary.counts).toEqual(text.summary.counts);
    expect(misfits(SCHEMA, found.summary)).toEqual([]);
    expect(found.summary.inputs[0]).toMatchObject({ rows: 3, stored: 3, reading: { sheet: 'Today' } });
    expect(found.err[0]).toBe(
      'note: l.csv: 1 other sheet not read (Before, all); choose the sheet to read another.',
    );
    const chosen = await planned({ 'l.csv': book }, '--read', 'left:sheet=2');
    expect(chosen.summary.inputs[0]).toMatchObject({ rows: 2, reading: { sheet: 'Before, all' } });
    expect(chosen.summary.planKey).not.toBe(found.summary.planKey);
    const own = playground();
    own.write({ 'l.csv': book });
    const { exit, err } = await own.call('suggest', ...FILES, '--read', 'left:sheet=Deals');
    expect(exit).toBe(2);
    expect(err).toEqual(['l.csv has no sheet Deals that holds cells: choose one of Today, Before, all.']);
  });

  it('reads in the encoding it is told, for suggest too', async () => {
    const own = playground();
    own.write({ 'l.csv': LEFT.replaceAll(',', ';') });
    const wrong = await own.call('suggest', ...FILES, '--read', 'left:encoding=klingon');
    expect(wrong).toMatchObject({ exit: 2 });
    expect(wrong.err[0]).toContain('klingon');
    const { out } = await own.call('suggest', ...FILES, '--read', 'left:delimiter=tab');
    expect(out).not.toContain('"left": "First Name"');
  });

  it.each([
    ['delimiter=tab', 'names no side'],
    ['left:delimiter=', 'delimiter takes comma, semicolon, tab, pipe, space or one character'],
    ['left:delimiter=ab', 'delimiter takes comma'],
    ['left:header=0', 'header takes the number of the line'],
    ['left:header=two', 'header takes the number of the line'],
    ['left:labels=maybe', 'labels takes drop or keep'],
    ['left:short=maybe', 'short takes fill or reject'],
    ['left:', 'a choice is missing'],
    ['left:colour=red', 'there is no choice colour=red'],
    ['left:toString=red', 'there is no choice toString=red'],
    ['left:header=1,header=2', 'header is given twice'],
  ])('refuses %s', async (text, sentence) => {
    const own = playground();
    const { exit, err } = await own.call('plan', '@d.json', ...FILES, '--read', text);
    expect(exit).toBe(1);
    expect(err.join('\n')).toContain(sentence);
  });

  it('asks which sync is meant where there are several', async () => {
    const own = playground();
    const two = JSON.parse(design()) as { syncs: { id: string }[] };
    own.write({
      'd.json': JSON.stringify({ ...two, syncs: [two.syncs[0], { ...two.syncs[0], id: 'leads' }] }),
    });
    const files = ['--left', 'contacts=@l.csv', 'leads=@l.csv', '--right', 'contacts=@r.csv', 'leads=@r.csv'];
    const { exit, err } = await own.call('plan', '@d.json', ...files, '--read', 'left:header=1');
    expect(exit).toBe(1);
    expect(err.join('\n')).toContain('--read SYNC=left:header=1');
    const named = await own.call('plan', '@d.json', ...files, '--read', 'leads=left:header=1');
    expect(named.exit).toBe(0);
  });
});

describe('the guard maxRejected', () => {
  const rows = (good: number, bad: number): string =>
    `${LEFT.split('\n')[0]!}\n${Array.from({ length: good }, (_, n) => `${String(n + 1)},p${String(n)}@acme.no,P,,\n`).join('')}${Array.from({ length: bad }, (_, n) => `,q${String(n)}@acme.no,Q,,\n`).join('')}`;

  const warningsOf = async (left: string, guards: object = {}) => {
    const own = playground();
    const json = {
      ...(JSON.parse(design()) as object),
      guards: { minMatched: null, createsPerMatch: null, ...guards },
    };
    own.write({ 'l.csv': left, 'd.json': JSON.stringify(json) });
    const { out, exit, err } = await own.call('plan', '@d.json', ...FILES, '--json');
    const { warnings } = JSON.parse(out) as PlanSummary;
    return { exit, err, warnings: warnings.filter(({ code }) => code === 'maxRejected') };
  };

  it('[S37] stops a plan whose file lost more rows than it allows, at the bound it does not', async () => {
    expect(await warningsOf(rows(49, 1))).toMatchObject({ exit: 0, warnings: [] });
    const { exit, err, warnings } = await warningsOf(rows(48, 2));
    expect(exit).toBe(4);
    expect(warnings).toMatchObject([{ code: 'maxRejected', count: 2 }]);
    expect(err.at(-1)).toBe(
      'The guard maxRejected stopped the plan: contacts: 2 of 50 rows of the left file could not be read as records; the guard allows 2 %. The notes name them.',
    );
  });

  it('is looked at in the smallest file, counts rows of a second table, and can be set or switched off', async () => {
    expect(await warningsOf(rows(3, 1))).toMatchObject({ exit: 4, warnings: [{ count: 1 }] });
    const second = `${rows(3, 0)}\nName,Total,Of,X,Y\nA,1,2,3,4\nB,1,2,3,4\n`;
    const { exit, warnings } = await warningsOf(second);
    expect(exit).toBe(4);
    expect(warnings[0]!.count).toBeGreaterThanOrEqual(2);
    expect(await warningsOf(rows(3, 1), { maxRejected: 0.25 })).toMatchObject({ exit: 0, warnings: [] });
    expect(await warningsOf(rows(3, 1), { maxRejected: null })).toMatchObject({ exit: 0, warnings: [] });
  });

  it('does not count text about the file', async () => {
    const about = `Contacts\nof today\n${rows(6, 0)}\nConfidential Information - Do Not Distribute\n`;
    expect(await warningsOf(about)).toMatchObject({ exit: 0, warnings: [] });
  });
});
