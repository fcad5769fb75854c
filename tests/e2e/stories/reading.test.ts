import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { PATIENCE } from '../setup/patience.ts';
import { beside, judging, LOOKS } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, giveFiles } from './support/steps.ts';

/** An export with most of what happens to one on its way: a row too wide, lost letters, bad bytes, a blank row. */
const HEADER = 'Record ID,Email,First Name,Last Name,Phone Number';
const ROWS = [
  '101,anna@example.com,Anna,Berg,+47 22 11 00 10',
  '102,bo@example.com,Bo,Dahl,+47 22 11 00 11',
  '103,cy@example.com,Cy,Eng, Varme,+47 22 11 00 12',
  '101,di@example.com,Di,Foss,+47 22 11 00 13',
  ',ed@example.com,Ed,Gran,+47 22 11 00 14',
  '106,fay@example.com,F\ufffdy,Hol\u200bm,+47 22 11 00 15',
  ',,,,',
];
const MENDED = '103,cy@example.com,Cy,"Eng, Varme",+47 22 11 00 12';
/** One letter is a byte of windows-1252, which is no UTF-8. */
const LATE = Buffer.concat([
  Buffer.from('107,gro@example.com,Gr'),
  Buffer.from([0xf8]),
  Buffer.from(',Ivar,+47 2\r\n'),
]);
const file = (rows: readonly string[]): Buffer =>
  Buffer.concat([Buffer.from(`${[HEADER, ...rows].join('\r\n')}\r\n`), LATE]);
const RIGHT = [
  'Id,Email,FirstName,LastName,Phone',
  ...[1, 2, 3].map((n) => `00Q00000000000${String(n)}AAA,anna${String(n)}@example.com,Anna,Berg,1`),
].join('\n');

const words = said('sides').report;
const change = said('sides').change;

let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-reading-'));
  writeFileSync(join(folder, 'hubspot-contacts.csv'), file(ROWS));
  writeFileSync(join(folder, 'mended.csv'), file(ROWS.map((row) => (row.startsWith('103') ? MENDED : row))));
  writeFileSync(join(folder, 'salesforce-Lead.csv'), RIGHT);
  writeFileSync(join(folder, 'open.csv'), OPEN);
  writeFileSync(join(folder, 'open-right.csv'), OPEN_RIGHT);
  writeFileSync(join(folder, 'narrow.csv'), NARROW);
});
/** Amounts and days that can be read two ways, and a header that lacks a column. */
const OPEN = [
  'Record ID,Email,Annual Revenue,Birthday',
  ...[1, 2, 3, 4, 5].map(
    (n) => `${String(n)},a${String(n)}@example.com,${String(n)}.250,0${String(n)}/06/1980`,
  ),
].join('\r\n');
const OPEN_RIGHT = [
  'Id,Email,AnnualRevenue,Birthdate',
  ...[1, 2, 3, 4, 5].map(
    (n) => `00Q00000000000${String(n)}AAA,a${String(n)}@example.com,${String(n)}.250,0${String(n)}/06/1980`,
  ),
].join('\n');
const NARROW = OPEN.replace(',Birthday', '');
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

describe('a damaged export', () => {
  for (const { name, ...look } of LOOKS) {
    it(`is dropped, its notes are read, a choice is changed, a rejected row is looked at, taken out and brought back: ${name}`, async () => {
      const { page, context, errors } = await app.open(look);
      const { found, judge } = judging(page, (screen) => `reading-${screen}-${name}`, [
        beside,
        cutOff,
        overlaps,
        faults,
      ]);
      await giveFiles(page, {
        left: join(folder, 'hubspot-contacts.csv'),
        right: join(folder, 'salesforce-Lead.csv'),
      });
      await allRead(page);
      await page.getByRole('button', { name: words.open }).first().click();
      const sum = (stored: number, rejected: number) =>
        page.getByText(words.addsUp({ rows: 8, stored, rejected, blank: 1 }), { exact: true });
      await sum(6, 1).waitFor();
      const notes = page.getByRole('region', { name: /^\d+ notes?$/ });
      await notes.getByText(words.rejected['too-many-cells'](1)).waitFor();
      await notes.getByText(said('reading').note({ code: 'mixed-encoding', count: 1, lines: [9] })).waitFor();
      await judge('report');

      // The filter's numbers are those of the notes; with no filter all are seen again.
      const items = notes.getByRole('listitem');
      const all = await items.count();
      await notes.getByRole('button', { name: words.filters.rejected(1) }).click();
      await shows(items, 1);
      await notes.getByRole('button', { name: words.filters.stored(all - 1) }).click();
      await shows(items, all - 1);
      await notes.getByRole('button', { name: words.filters.all(all) }).click();
      await shows(items, all);

      // Looked at: its line leads to its cells.
      await notes.getByRole('button', { name: words.line(4), exact: true }).click();
      const rejected = page.getByRole('region', { name: words.rejectedCells });
      const row = rejected.locator('tr[aria-current]');
      await row.waitFor();
      expect(await row.locator('td').allInnerTexts()).toEqual([
        said('reading').because({ line: 4, code: 'too-many-cells', cells: 6, columns: 5 }),
        ...['103', 'cy@example.com', 'Cy', 'Eng'],
        expect.stringContaining('Varme'),
        '+47 22 11 00 12',
      ]);
      await judge('row');

      // Taken out.
      const [out] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words.takeOut }).click(),
      ]);
      expect(out.suggestedFilename()).toBe('hubspot-contacts.rejected.csv');
      const lines = readFileSync(await out.path(), 'utf8')
        .replace('\ufeff', '')
        .trim()
        .split('\r\n');
      expect(lines[0]).toBe(`Line,Why it was set aside,${HEADER},Cell 6`);
      expect(lines[1]).toBe(
        '4,"6 cells, the header has 5",103,cy@example.com,Cy,Eng," Varme",+47 22 11 00 12',
      );
      expect(lines.length).toBe(2);

      // What reading said, as a file: the sum, then every note with its count and lines.
      const [report] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words.asFile }).click(),
      ]);
      expect(report.suggestedFilename()).toBe('hubspot-contacts.reading.csv');
      const told = readFileSync(await report.path(), 'utf8')
        .replace('\ufeff', '')
        .split('\r\n');
      expect(told[1]).toBe('sum,6 stored + 1 rejected + 1 blank = 8 rows,8,,');
      expect(told[2]).toBe(
        'rejected,1 row has more cells than the header. Put the cell that holds a delimiter in quotes.,1,4,',
      );
      expect(told.filter((one) => one !== '').length).toBe(2 + (await notes.getByRole('listitem').count()));

      // A choice is changed: first its effect, then the reading.
      const again = page.getByRole('button', { name: words.again });
      expect(await again.isDisabled()).toBe(true);
      const mixed = notes.getByText(said('reading').note({ code: 'mixed-encoding', count: 1, lines: [9] }));
      await page.getByRole('combobox', { name: change.encoding }).selectOption('windows-1252');
      await page.getByText(words.changed(1)).first().waitFor({ state: 'attached' });
      await page.getByText(change.sum({ rows: 8, stored: 6, rejected: 1, blank: 1 })).waitFor();
      await page.getByRole('cell', { name: 'Grø' }).waitFor();
      await judge('choice');
      await again.click();
      await mixed.waitFor({ state: 'detached' });
      await sum(6, 1).waitFor();
      await page.getByRole('combobox', { name: change.encoding }).selectOption('');
      await page.getByRole('button', { name: words.again, disabled: false }).click();
      await mixed.waitFor();

      // Brought back: the mended export is read, the row is stored.
      await page
        .locator(`input[type=file][aria-label="${said('sides').source.newerOf('HubSpot')}"]`)
        .setInputFiles(join(folder, 'mended.csv'));
      await sum(7, 0).waitFor();
      expect(await notes.getByText(words.rejected['too-many-cells'](1)).count()).toBe(0);
      await page.getByRole('button', { name: words.both }).click();
      await allRead(page);
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});

describe('what a file leaves open', () => {
  for (const { name, ...look } of [LOOKS[0]!, LOOKS[3]!]) {
    it(`[RD3] a header too narrow is answered with its effect in sight: ${name}`, async () => {
      const { page, context, errors } = await app.open(look);
      const { found, judge } = judging(page, (screen) => `reading-${screen}-${name}`, [
        cutOff,
        overlaps,
        faults,
      ]);
      await giveFiles(page, { left: join(folder, 'narrow.csv'), right: join(folder, 'open-right.csv') });
      await page
        .getByRole('button', { name: said('sides').reading.change })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(change.filled.long).waitFor();
      await dialog.getByRole('cell', { name: '01/06/1980' }).waitFor();
      await judge('narrow');
      await dialog.getByRole('button', { name: change.fill.long }).click();
      await dialog.getByRole('button', { name: change.read, disabled: false }).click();
      await allRead(page);
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });

    it(`a decimal sign no cell tells is answered by one click: ${name}`, async () => {
      const { page, context, errors } = await app.open(look);
      const { found, judge } = judging(page, (screen) => `reading-${screen}-${name}`, [
        cutOff,
        overlaps,
        faults,
      ]);
      await giveFiles(page, { left: join(folder, 'open.csv'), right: join(folder, 'open-right.csv') });
      await allRead(page);
      await page.getByRole('button', { name: words.open }).first().click();
      const questions = said('sides').questions;
      const title = questions.decimal('Annual Revenue');
      const asked = page.getByRole('group', { name: title });
      await asked.getByRole('cell', { name: '1250', exact: true }).waitFor();
      await judge('questions');
      // Both columns of both files are open, which the rail says.
      const badge = (open: number) =>
        page.getByRole('link', { name: said('shell').badges.questions(open), exact: false }).waitFor();
      await badge(4);
      await asked.getByRole('button', { name: questions.show(5) }).click();
      const looked = page.getByRole('dialog', { name: questions.shownOf(5) });
      await looked.getByRole('row').nth(1).waitFor();
      expect(await looked.getByRole('row').nth(1).getByRole('cell').allInnerTexts()).toEqual([
        ...['2', '1.250', '1', 'a1@example.com', '01/06/1980'],
      ]);
      await judge('looked');
      await looked.getByRole('button', { name: said('terms').close }).click();
      await asked.getByRole('button', { name: questions.answers[','] }).click();
      await asked.waitFor({ state: 'detached' });
      await badge(3);
      await judge('answered');
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});

/** Waits until there are so many: the screen follows the click. */
const shows = (items: Locator, count: number): Promise<void> =>
  expect.poll(() => items.count(), { timeout: PATIENCE, interval: 15 }).toBe(count);
