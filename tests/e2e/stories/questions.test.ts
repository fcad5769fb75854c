import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, judging, LOOKS } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, giveFiles } from './support/steps.ts';

const words = said('sides').report;

let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-questions-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

describe('every question at once, with names as long as they come', () => {
  const LONG = 'Would you like to be contacted about the new terms of the yearly maintenance plan';
  const NAME = 'crm-kunder-og-leverandorer-eksport-avdeling-nord-og-midt-endelig-versjon-rettet-2026.csv';
  const TAGS = ['red;blue', 'blue', 'red', 'green;red', 'green;blue', 'blue;red', 'red', 'green'];
  const rows = (sum: (at: number) => string): string[] =>
    TAGS.map(
      (tags, at) =>
        `${String(at + 1)},p${String(at)}@example.com,${sum(at)},0${String(at + 1)}/06/1980,${tags},"'t Hoen ${String(at)}"`,
    );
  const header = `Record ID,Email,${LONG},Birthday,Tags,City`;
  const text = [
    header,
    'hs_object_id,email_address,contact_about_terms,birthday_date,tags_list,city_name',
    ...rows((at) => `${String(at + 1)}.250`),
    "9,p9@example.com,9.250,09/06/1980,red,'123",
    `10,p10@example.com,9.100,10/06/1980,red,Troms\xf8 ${'Sj\xf8gata '.repeat(25)}`,
    '11,p11@example.com',
  ].join('\r\n');

  for (const { name, ...look } of LOOKS) {
    it(`stands without overlap, and shows its rows: ${name}`, async () => {
      writeFileSync(join(folder, NAME), Buffer.from(text, 'latin1'));
      writeFileSync(join(folder, 'told.csv'), [header, ...rows((at) => `${String(at + 1)}250`)].join('\r\n'));
      const { page, context, errors } = await app.open(look);
      const { found, judge } = judging(page, (screen) => `reading-${screen}-${name}`, [
        beside,
        cutOff,
        overlaps,
        faults,
      ]);
      await giveFiles(page, { left: join(folder, NAME), right: join(folder, 'told.csv') });
      await allRead(page);
      await page.getByRole('button', { name: words.open }).first().click();
      const { questions } = said('sides');
      const card = (title: string) => page.getByRole('group', { name: title });
      await card(questions.encoding).getByText('Tromsø').first().waitFor();
      await card(questions['decimal-told'](LONG, ',')).waitFor();
      await card(questions['multi-select']('Tags')).waitFor();
      await card(questions.short).waitFor();
      await card(questions.labels([2])).waitFor();
      await judge('all-questions');
      await card(questions.labels([2])).scrollIntoViewIfNeeded();
      await judge('all-questions-below');
      await card(questions.encoding)
        .getByRole('button', { name: questions.show(1) })
        .click();
      await page.getByRole('dialog').getByText('Sjøgata').first().waitFor();
      await judge('looked-long');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: said('terms').close })
        .click();
      await card(questions.labels([2]))
        .getByRole('button', { name: questions.answers.labels })
        .click();
      await card(questions.labels([2])).waitFor({ state: 'detached' });
      await page.getByText(words.lineCount(1), { exact: true }).waitFor();
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});
