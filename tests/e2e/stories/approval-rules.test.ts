import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { picture, serveApp, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { planOf } from './support/steps.ts';
import { twelvePeople } from './support/written.ts';

const plan = said('plan');
const words = plan.approval;
const { labels } = plan.checks;
let app: ServedApp;
let folder: string;
let files: ReturnType<typeof twelvePeople>;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-rules-'));
  files = twelvePeople(folder);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

it('[S405] everything is approved by rule and titles are held, in the order of the rules; the list says by which', async () => {
  const { page, context, errors } = await app.open();
  await planOf(page, files);
  const dialog = page.getByRole('dialog', { name: words.title });
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: plan.list.bulk.byRule }).press('Enter');
    await page.getByRole('button', { name: plan.list.bulk.rules }).press('Enter');
    await dialog.waitFor();
  };
  await open();
  await dialog.getByText(words.none).waitFor();

  // By keys alone: everything is approved, but no title is.
  await dialog.getByRole('button', { name: words.fromFilter }).press('Enter');
  await dialog.getByLabel(words.labels.name, { exact: true }).fill('All that is written');
  await dialog.getByRole('button', { name: words.save }).press('Enter');
  await dialog.getByText(words.counts(7, 7)).waitFor();
  await dialog.getByRole('button', { name: words.fresh }).press('Enter');
  await dialog.getByLabel(words.labels.name, { exact: true }).fill('Titles wait');
  await dialog.getByLabel(words.labels.decision).selectOption('held');
  await dialog.getByRole('button', { name: plan.checks.addWrite }).press('Enter');
  await dialog.getByLabel(labels.field).selectOption('Job Title');
  await dialog.getByLabel(labels.change).selectOption('overwrites');
  const looks = [LOOKS[0]!, LOOKS[3]!];
  expect(await inLooks(page, looks, 'approval-rules', [beside, faults])).toEqual([]);
  await dialog.getByRole('button', { name: words.save }).press('Enter');
  await dialog.getByText(words.counts(0, 4)).waitFor();
  await dialog.getByRole('button', { name: words.up('Titles wait') }).press('Enter');
  await dialog.getByText(words.counts(4, 4)).waitFor();
  await dialog.getByText(words.counts(3, 7)).waitFor();
  await picture(page, 'approval-rules-two');
  await dialog.getByRole('button', { name: words.close, exact: true }).press('Enter');

  // The list says who decided.
  const sums = (of: { approved: number; held: number; rejected: number }) =>
    page.getByText(plan.list.bulk.sums({ ...of, open: 0 }), { exact: true }).waitFor();
  await sums({ approved: 3, held: 4, rejected: 0 });
  await page.getByTitle(plan.list.decidedBy('Titles wait')).first().waitFor();
  await picture(page, 'approval-rules-list');

  // The titles alone wait: of records that change nothing else nothing goes, creates go without theirs.
  await open();
  await dialog.getByRole('button', { name: words.change('Titles wait') }).press('Enter');
  await dialog.getByLabel(words.labels.of).selectOption('writes');
  await dialog.getByLabel(labels.change).selectOption('any');
  expect(await inLooks(page, looks, 'approval-rules-writes', [beside, faults])).toEqual([]);
  await dialog.getByRole('button', { name: words.save }).press('Enter');
  await dialog.getByText(words.withholds(7)).waitFor();
  await dialog.getByText(words.counts(3, 7)).waitFor();
  await dialog.getByRole('button', { name: words.close, exact: true }).press('Enter');
  await sums({ approved: 3, held: 4, rejected: 0 });
  await page.getByTitle(plan.list.decidedBy('All that is written')).first().click();
  await page.getByText(plan.record.fields.withheld({ rule: 'Titles wait', decision: 'held' })).waitFor();
  await picture(page, 'approval-rules-withheld');
  expect(errors).toEqual([]);
  await context.close();
});

it('[S480] a person holds one change of one record by the keyboard, which is there after a reload, and lets it go', async () => {
  const { page, context, errors } = await app.open();
  await planOf(page, files);
  const { fields } = plan.record;
  const told = page.getByText(fields.withheld({ rule: null, decision: 'held' }));
  const sums = (open: number, held: number) =>
    page.getByText(plan.list.bulk.sums({ approved: 0, held, rejected: 0, open }), { exact: true }).waitFor();
  const onFirst = async (): Promise<void> => {
    await page.getByRole('grid').focus();
    await page.getByRole('grid').press('Enter');
  };
  const button = (name: string) => page.getByRole('button', { name });
  await sums(7, 0);
  await onFirst();
  // It is all that is written of this record.
  await button(fields.holdOn('Job Title')).press('Enter');
  await told.waitFor();
  await sums(6, 1);
  expect(await inLooks(page, [LOOKS[0]!, LOOKS[3]!], 'held-by-hand', [beside, faults])).toEqual([]);
  await page.reload();
  await sums(6, 1);
  await onFirst();
  await told.waitFor();
  await button(fields.releaseOn('Job Title')).press('Enter');
  await button(fields.holdOn('Job Title')).waitFor();
  await sums(7, 0);
  expect(errors).toEqual([]);
  await context.close();
});
