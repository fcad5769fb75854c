import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FaultDesk, serve, type Served } from '../../servers/faults/index.ts';
import { FakeSalesforce } from '../../servers/salesforce/index.ts';
import { said } from '../../support/english.ts';
import type { ServedApp } from '../setup/app.ts';
import { letsIn, servedBeside } from './support/beside-salesforce.ts';
import { choosesApp, reads, startWithApp } from './support/connecting.ts';
import { beside, judging } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';

const words = said('connect');
const { accounts } = words;
const sides = said('sides');
const PASSPHRASE = 'correct horse canary staple';
const ACCOUNTS = 40;

const fake = new FakeSalesforce();
let org: Served;
let app: ServedApp;
beforeAll(async () => {
  org = await serve(new FaultDesk().wrap(fake.answer));
  for (let n = 0; n < ACCOUNTS; n++) fake.store.insert('Account', { Name: `Company ${String(n)}` });
  app = await servedBeside(fake, org, { salesforce: [org.origin] });
  letsIn(fake, app, '3MVG9canary.client');
});
afterAll(async () => {
  await app.close();
  await org.close();
});

/** Presses the button that opens the app's own window. */
async function opens(page: Page): Promise<Page> {
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('dialog').getByRole('button', { name: words.window.signIn, exact: true }).click(),
  ]);
  await other.getByRole('heading', { name: 'Allow Access?' }).waitFor();
  return other;
}

it('[S352] [S420] [S422] [S423] a person signs in at Salesforce itself, keeps it in the vault and is back after a reload', async () => {
  const { page, context, errors } = await app.open();
  const { found, judge } = judging(page, (screen) => `window-${screen}`, [beside, cutOff, overlaps, faults]);
  await startWithApp(page);
  await choosesApp(page, 'left', 'salesforce');
  const dialog = page.getByRole('dialog');
  for (const { right, why } of words.rights.salesforce) {
    await dialog.getByRole('rowheader', { name: right, exact: true }).waitFor();
    await dialog.getByText(why).waitFor();
  }
  expect(await dialog.getByLabel(words.window.callback).inputValue()).toBe(fake.sessions.client.redirectUri);
  await judge('form');
  await dialog.getByLabel(words.window.clientId).fill(fake.sessions.client.id);

  // Closed before a word is said, then refused, then one that was begun by somebody else.
  const closed = await opens(page);
  await dialog.getByText(words.window.waits).waitFor();
  expect(await closed.evaluate(() => window.opener)).toBeNull();
  await closed.close();
  await dialog.getByText(words.window.closed).waitFor();
  await judge('closed');
  const refused = await opens(page);
  await Promise.all([refused.waitForEvent('close'), refused.getByRole('link', { name: 'Deny' }).click()]);
  await dialog.getByText(/was refused at Salesforce/).waitFor();
  await judge('refused');
  const right = await opens(page);
  const forged = await context.newPage();
  await forged.goto(`${app.url}signed-in?code=forged&state=forged`);
  await dialog.getByText(/is not the sign-in that was begun here/).waitFor();
  await expect.poll(() => new URL(forged.url()).search).toBe('');
  await forged.getByText(words.window.back.heard).waitFor();
  await forged.close();
  await judge('forged');
  await Promise.all([right.waitForEvent('close'), right.getByRole('link', { name: 'Allow' }).click()]);
  await dialog.getByText(words.can.title).waitFor();
  await dialog.getByRole('combobox', { name: words.object }).selectOption('Account');
  await judge('signed-in');
  await reads(page);
  await page.getByRole('button', { name: words.line.again }).waitFor();

  const card = page.getByRole('region', { name: accounts.title, exact: true });
  await card.getByText(accounts.vault.none).waitFor();
  await card.getByRole('button', { name: accounts.vault.make }).click();
  await judge('vault-make');
  await dialog.getByLabel(accounts.vault.passphrase).fill(PASSPHRASE);
  await dialog.getByLabel(accounts.vault.repeat).fill(`${PASSPHRASE}r`);
  await page.keyboard.press('Enter');
  await dialog.getByText(accounts.vault.notTheSame).waitFor();
  await dialog.getByLabel(accounts.vault.passphrase).fill(PASSPHRASE);
  await dialog.getByLabel(accounts.vault.repeat).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await card.getByText(accounts.vault.open).waitFor();
  await judge('vault-open');

  // A session that is over is renewed, and the token that came in place of the old one is kept.
  fake.sessions.rotates = true;
  fake.sessions.endAll();
  fake.store.insert('Account', { Name: 'Later' });
  await page.getByRole('button', { name: words.line.again }).click();
  await page
    .getByRole('region', { name: sides.source.files(words.apps.salesforce) })
    .getByText(String(ACCOUNTS + 1), { exact: true })
    .first()
    .waitFor();
  await page.reload();
  await card.getByText(accounts.vault.closed).waitFor();
  await card.getByText(accounts.signedOut).waitFor();
  await judge('vault-closed');
  await card.getByRole('button', { name: accounts.vault.unlock }).click();
  await dialog.getByLabel(accounts.vault.passphrase).fill('not the passphrase');
  await page.keyboard.press('Enter');
  await dialog.getByText(/not the passphrase of the vault/).waitFor();
  await judge('vault-wrong');
  await dialog.getByLabel(accounts.vault.passphrase).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await card.getByText(accounts.signedIn, { exact: true }).waitFor();
  await card.getByRole('button', { name: accounts.vault.forget }).click();
  await card.getByText(accounts.vault.none).waitFor();
  expect(errors).toEqual([]);
  expect(found).toEqual([]);
  await context.close();
});
