import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { whole } from '../../connectors/read-workbook.ts';
import { packageFaults } from '../../formats/ooxml-package.ts';
import { csvRow } from '../../../src/lib/formats/index.ts';
import { bookOf, sheetOf } from '../../support/workbook.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, judging, LOOKS } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, downloaded, exported, fileInput, giveFiles, go, planOf } from './support/steps.ts';

const sides = said('sides');

const HEADER = ['Record ID', 'Company name', 'City', 'Revenue'];
const row = (at: number): string[] => [`10${String(at)}`, `Nord ${String(at)} AS`, 'Oslo', `${String(at)}50`];
const rows = (count: number): string[][] => [HEADER, ...Array.from({ length: count }, (_, at) => row(at))];

/** A workbook as they come: notes, two tables, a hidden sheet, formulas, hidden rows. */
const BOOK = bookOf({
  sheets: [
    { name: 'About this export', xml: sheetOf([['Made by hand on Monday']]) },
    {
      name: 'Companies',
      xml: `${sheetOf([...rows(6), [...row(9), 'beyond the header']])
        .replace('<row r="3">', '<row r="3" hidden="1">')
        .replace(/<c r="D4"[^]*?<\/c>/, '<c r="D4"><f>1+1</f></c>')
        .replace(
          /<c r="D5"[^]*?<\/c>/,
          '<c r="D5" t="e"><v>#N/A</v></c>',
        )}<mergeCells><mergeCell ref="A7:B7"/></mergeCells>`,
    },
    { name: 'Companies before 2026', xml: sheetOf(rows(3)) },
    { name: 'Lookup', xml: sheetOf(rows(2)), state: 'hidden' },
  ],
});

let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-workbook-'));
  writeFileSync(join(folder, 'companies.xlsx'), BOOK);
  writeFileSync(join(folder, 'cut.xlsx'), BOOK.subarray(0, BOOK.length - 60));
  writeFileSync(
    join(folder, 'changed.csv'),
    [HEADER, ...[1, 2, 3, 20].map((at) => [row(at)[0]!, `Nord ${String(at)} AS`, 'Bergen', `=${String(at)}`])]
      .map((cells) => cells.join(','))
      .join('\r\n'),
  );
  writeFileSync(
    join(folder, 'accounts.csv'),
    rows(6)
      .map((cells) => cells.join(','))
      .join('\r\n'),
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

describe('a workbook as one side', () => {
  for (const { name, ...look } of LOOKS.filter((one) => one.name !== 'dark-1024')) {
    it(`[S170] [S173] is read, told what it holds, and read by another sheet: ${name}`, async () => {
      const { page, context, errors } = await app.open(look);
      const { found, judge } = judging(page, (screen) => `workbook-${screen}-${name}`, [
        beside,
        cutOff,
        overlaps,
        faults,
      ]);
      await giveFiles(page, { left: join(folder, 'companies.xlsx'), right: join(folder, 'accounts.csv') });
      await allRead(page);
      await page.getByText(`${sides.reading.sheet} Companies`, { exact: true }).waitFor();
      await judge('sides');

      await page.getByRole('button', { name: sides.report.open }).first().click();
      await page
        .getByText(sides.report.addsUp({ rows: 7, stored: 6, rejected: 1, blank: 0 }), { exact: true })
        .waitFor();
      const notes = page.getByRole('region', { name: /^\d+ notes?$/ });
      const note = said('reading').note;
      await notes.getByText(note({ code: 'formulas-without-value', count: 1, lines: [4] })).waitFor();
      await notes.getByText(note({ code: 'hidden-rows', count: 1, lines: [3] })).waitFor();
      await notes.getByText(note({ code: 'hidden-sheets', count: 1, lines: [], value: 'Lookup' })).waitFor();
      const question = page.getByRole('group', { name: sides.questions.sheet });
      await question.getByText(sides.questions.sheetEvidence('Companies', 2)).waitFor();
      await judge('report');

      // Chosen with one click; the other table is read, and nothing is asked any more.
      await question.getByRole('button', { name: 'Companies before 2026' }).click();
      await page
        .getByText(sides.report.addsUp({ rows: 3, stored: 3, rejected: 0, blank: 0 }), { exact: true })
        .waitFor();
      await question.waitFor({ state: 'detached' });

      // And back, by the choices of reading, which offer the hidden sheet too.
      const choice = page.getByRole('combobox', { name: sides.change.sheet });
      await choice.waitFor();
      expect(await choice.locator('option').allInnerTexts()).toEqual([
        expect.any(String),
        ...[
          'About this export',
          'Companies',
          'Companies before 2026',
          sides.change.sheetName('Lookup', true),
        ],
      ]);
      await choice.selectOption('Lookup');
      await judge('another-sheet');
      await page.getByRole('button', { name: sides.report.again }).click();
      await page
        .getByText(sides.report.addsUp({ rows: 2, stored: 2, rejected: 0, blank: 0 }), { exact: true })
        .waitFor();
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }

  it('[S198] leaves as one workbook of change files, and that workbook is a side again', async () => {
    const { page, context, errors } = await app.open();
    await planOf(page, { left: join(folder, 'companies.xlsx'), right: join(folder, 'changed.csv') });
    const plan = said('plan');
    const { name, bytes } = await downloaded(page, /all that would be written$/, plan.exports.workbook);
    expect(name).toBe('changes.xlsx');
    expect(packageFaults(bytes)).toEqual([]);
    const csv = await exported(page, /all that would be written$/, plan.exports.systems);
    const tables = [...csv].filter(([one]) => /^(?:left|right)-\w+\.csv$/.test(one));
    expect(tables.length).toBeGreaterThan(0);
    const given = join(folder, name);
    writeFileSync(given, bytes);
    for (const [file, text] of tables) {
      const { report, cells } = await whole(bytes, { sheet: file.replace('.csv', ''), headerLine: 1 });
      expect([report.header, ...cells].map((one) => csvRow(one, 'systems')).join('')).toBe(text);
    }

    // A side again, in the app itself: as many rows as the sheet has.
    await go(page, 'Home');
    await giveFiles(page, { left: given, right: join(folder, 'accounts.csv') });
    await allRead(page);
    const [sheet = ''] = tables.map(([file]) => file.replace('.csv', ''));
    await page.getByText(`${sides.reading.sheet} ${sheet}`, { exact: true }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('[S174] that was cut off is refused in a sentence, on Home already', async () => {
    const { page, context } = await app.open();
    await fileInput(page, said('shell').fileOf.left).setInputFiles(join(folder, 'cut.xlsx'));
    await page
      .getByText(
        'cut.xlsx cannot be unpacked, perhaps it was cut off: open it in a spreadsheet, save it again and read that.',
      )
      .first()
      .waitFor();
    await context.close();
  });
});
