import { afterAll, beforeAll, expect, it } from 'vitest';
import { relayOf } from '../../../server/relay/relay.ts';
import { upstreamsAt } from '../../server/relay/relay-served.ts';
import { serve, type Served } from '../../servers/faults/index.ts';
import { HubSpotFake, Portal } from '../../servers/hubspot/index.ts';
import { said } from '../../support/english.ts';
import { formsOf } from '../../support/stored-text.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { keptByPage, saved, watched } from './support/every-place.ts';
import { beside, judging } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, exported, go } from './support/steps.ts';

const words = said('connect');
const { accounts } = words;
const sides = said('sides');
const shell = said('shell');
const PASSPHRASE = 'correct horse canary staple';
/** Secrets that must be found nowhere but at the app. */
const TOKENS = { left: 'pat-canary-left-9d41c7', right: 'pat-canary-right-51b0e2' } as const;
const CONTACTS = 30;

/** Two accounts of HubSpot behind one address: whose token it is decides. */
const left = new HubSpotFake();
const right = new HubSpotFake(Object.assign(new Portal(), { id: 4712, name: 'second.example-account.test' }));
const log: string[] = [];
let hubspot: Served;
let app: ServedApp;
beforeAll(async () => {
  for (const [fake, token, from] of [
    [left, TOKENS.left, 0],
    [right, TOKENS.right, 5],
  ] as const) {
    fake.portal.tokens.add(token);
    for (let n = from; n < from + CONTACTS; n++)
      fake.portal.add('contacts', {
        email: `person${String(n)}@example.com`,
        firstname: `First ${String(n)}`,
      });
  }
  hubspot = await serve((request) =>
    (request.headers['authorization']?.endsWith(TOKENS.right) === true ? right : left).app(request),
  );
  app = await serveApp({
    routes: relayOf({ upstreams: upstreamsAt(hubspot.origin), log: (line) => log.push(line) }),
  });
});
afterAll(async () => {
  await app.close();
  await hubspot.close();
});

it('[S350] [S420] [S422] [S425] each side has its own account of one app, a vault keeps both, and no secret is in any of sixteen places', async () => {
  const { page, context, errors, foreign } = await app.open({ width: 1024, height: 768 });
  const { found, judge } = judging(page, (screen) => `accounts-${screen}`, [
    beside,
    cutOff,
    overlaps,
    faults,
  ]);
  const about = watched(context, page, app.url);
  await page.getByRole('button', { name: said('home').startWithApp }).click();
  await page.getByRole('heading', { level: 1, name: sides.title }).waitFor();
  const dialog = page.getByRole('dialog');
  const card = page.getByRole('region', { name: accounts.title, exact: true });
  const table = card.getByRole('table', { name: accounts.table });
  const row = (portal: Portal) => table.getByRole('row', { name: portal.name });

  await page
    .getByRole('region', { name: sides.source.files(sides.unnamed.left) })
    .getByRole('button', { name: words.connect })
    .click();
  await dialog.getByRole('radio', { name: words.apps.hubspot }).check();
  await dialog.getByRole('button', { name: words.next }).click();
  await dialog.getByLabel(words.secret.hubspot).fill(TOKENS.left);
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: words.object }).selectOption('contacts');
  await dialog.getByRole('button', { name: words.read }).click();
  await dialog.waitFor({ state: 'detached' });
  await row(left.portal).getByText(accounts.signedIn, { exact: true }).waitFor();

  // The other account is added from the list, by the keyboard.
  await judge('one');
  await table.getByRole('button', { name: accounts.add }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('radio', { name: words.apps.hubspot }).check();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await table.getByRole('button', { name: accounts.add }).click();
  await dialog.getByRole('radio', { name: words.apps.hubspot }).check();
  await dialog.getByRole('button', { name: words.next }).click();
  await dialog.getByLabel(words.secret.hubspot).fill(TOKENS.right);
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: words.object }).selectOption('contacts');
  await dialog.getByRole('button', { name: words.read }).click();
  await dialog.waitFor({ state: 'detached' });
  await allRead(page);
  for (const { portal } of [left, right]) {
    await row(portal).getByText(accounts.signedIn, { exact: true }).waitFor();
    expect(await row(portal).innerText()).toMatch(/today \d/);
    expect(await row(portal).innerText()).not.toContain(accounts.noReads);
  }
  await card.getByRole('button', { name: accounts.vault.make }).click();
  await dialog.getByLabel(accounts.vault.passphrase).fill('too short');
  await dialog.getByLabel(accounts.vault.repeat).fill('too short');
  await page.keyboard.press('Enter');
  await dialog.getByText(/has at least 12 characters/).waitFor();
  await dialog.getByLabel(accounts.vault.passphrase).fill(PASSPHRASE);
  await dialog.getByLabel(accounts.vault.repeat).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await card.getByText(accounts.vault.open).waitFor();
  await judge('both');

  await page.reload();
  await card.getByRole('button', { name: accounts.vault.unlock }).click();
  await dialog.getByLabel(accounts.vault.passphrase).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  for (const { portal } of [left, right])
    await row(portal).getByText(accounts.signedIn, { exact: true }).waitFor();

  const secrets = [...Object.values(TOKENS), PASSPHRASE].flatMap(formsOf);
  const places: Record<string, string> = { relayLog: `started\n${log.join('\n')}` };
  const look = async (): Promise<void> => {
    Object.assign(places, await keptByPage(page), await about());
    for (const [place, text] of Object.entries(places))
      expect(
        secrets.filter((secret) => text.includes(secret)),
        place,
      ).toEqual([]);
  };
  await look();
  for (const [name, word] of [
    ['project', shell.saveWithout],
    ['backup', shell.saveWith],
  ] as const)
    places[name] = await saved(page, async () => {
      await page.getByRole('button', { name: said('home').newProject, exact: true }).click();
      await page.getByRole('button', { name: word }).click();
    });
  await go(page, 'Plan');
  places['changes'] = [...(await exported(page, /all that would be written$/, 'For the systems'))].join();
  await look();
  expect(Object.keys(places)).toHaveLength(16);
  // They are looked for where they would be seen: the account that the vault is of, and what was read.
  expect(places['indexedDB']).toContain(right.portal.name);
  expect(places['page']).not.toBe('');
  expect(places['backup']).toContain('person7@example.com');
  expect(places['requests']).toContain('/server/relay/call');

  await go(page, 'Sides');
  await row(right.portal).getByRole('button', { name: accounts.signOut }).click();
  await row(right.portal).getByText(accounts.signedOut).waitFor();
  await row(left.portal).getByText(accounts.signedIn, { exact: true }).waitFor();
  await card.getByRole('button', { name: accounts.vault.again }).click();
  await row(right.portal).getByText(accounts.signedIn, { exact: true }).waitFor();
  await row(right.portal).getByRole('button', { name: accounts.part }).click();
  await table.getByText(accounts.none).waitFor();
  await card
    .getByText(accounts.vault.holds([words.account(left.portal.name, String(left.portal.id))]))
    .waitFor();
  await judge('parted');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await card.scrollIntoViewIfNeeded();
  await judge('dark');
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
  expect(found).toEqual([]);
  await context.close();
});
