import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { beside, inLooks, LOOKS } from './support/judging.ts';
import { faults } from './support/look.ts';
import { go, planOf } from './support/steps.ts';

const { presence, sections } = said('design');
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  app = await serveApp();
  folder = mkdtempSync(join(tmpdir(), 'drysync-presence-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

function written(name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [...rows, ''].join('\n'));
  return path;
}

it('[DE5] [S430] [S435] the design says who is archived by itself, the plan shows them, and a person names other fields', async () => {
  const left = written('contacts.csv', [
    'Record ID,Email,Phone,Merged object IDs',
    ...Array.from({ length: 12 }, (_, n) => `${String(n)},p${String(n)}@acme.no,92 00 00 ${String(n + 10)},`),
  ]);
  const right = written('Contact.csv', [
    'Id,Email,Phone,IsDeleted,MasterRecordId',
    ...Array.from(
      { length: 12 },
      (_, n) =>
        `003${String(n)},p${String(n)}@acme.no,91 00 00 ${String(n + 10)},${String(n === 3)},${n === 3 ? '0034' : ''}`,
    ),
  ]);
  const { page, context, errors } = await app.open();
  await planOf(page, { left, right });
  expect(await inLooks(page, LOOKS.slice(0, 3), 'presence-plan', [beside])).toEqual([]);
  await go(page, 'Design');
  const section = page.getByRole('region', { name: sections.presence });
  const told = presence.said({
    archived: { field: 'IsDeleted', is: ['true'] },
    mergedInto: 'MasterRecordId',
  });
  await section.getByText(told).waitFor();
  expect(await inLooks(page, LOOKS.slice(0, 3), 'presence', [beside])).toEqual([]);
  await section.getByRole('button', { name: presence.change }).last().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: presence.values }).fill('true\n1');
  await dialog.getByRole('combobox', { name: presence.into }).selectOption({ label: presence.none });
  expect(await inLooks(page, LOOKS.slice(0, 3), 'presence-dialog', [faults, beside])).toEqual([]);
  await dialog.getByRole('button', { name: presence.save }).click();
  await section.getByText(presence.said({ archived: { field: 'IsDeleted', is: ['true', '1'] } })).waitFor();
  await section.getByRole('button', { name: presence.stop }).last().click();
  await section.getByText(presence.nothing).first().waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
