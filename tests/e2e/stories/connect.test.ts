import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { relayOf } from '../../../server/relay/relay.ts';
import { said } from '../../support/english.ts';
import { HubSpotFake } from '../../servers/hubspot/index.ts';
import type { Served } from '../../servers/faults/index.ts';
import { upstreamsAt } from '../../server/relay/relay-served.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { givesRight, opensConnect, reads, startWithApp } from './support/connecting.ts';
import { keptByPage } from './support/every-place.ts';
import { beside, judging } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, countsOf, go } from './support/steps.ts';
import { written } from './support/written.ts';

const words = said('connect');
const sides = said('sides');
const live = said('live');

/** A secret that must be found nowhere but at the app. */
const TOKEN = 'pat-canary-9d41c7';
const CONTACTS = 230;

const fake = new HubSpotFake();
let hubspot: Served;
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  fake.portal.tokens.add(TOKEN);
  for (let n = 0; n < CONTACTS; n++)
    fake.portal.add('contacts', {
      email: `person${String(n)}@example.com`,
      firstname: `First ${String(n)}`,
      lastname: 'Person',
      lifecyclestage: 'lead',
    });
  hubspot = await fake.serve();
  app = await serveApp({ routes: relayOf({ upstreams: upstreamsAt(hubspot.origin) }) });
  folder = mkdtempSync(join(tmpdir(), 'drysync-connect-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
  await hubspot.close();
});

/** All that the page keeps and shows, as one text. */
const everything = async (page: Page): Promise<string> => Object.values(await keptByPage(page)).join('\n');

/** In place of the browser's own: what was asked and told, in order. */
function recordNotices(): void {
  const notices: string[] = [];
  class Recorded {
    static permission = 'default';
    static requestPermission(): Promise<string> {
      notices.push('asked');
      Recorded.permission = 'granted';
      return Promise.resolve('granted');
    }
    constructor(title: string, { body }: { readonly body: string }) {
      notices.push(`${title} ${body}`);
    }
  }
  Object.assign(globalThis, { Notification: Recorded, notices });
}

it('[LI1] [LI3] [S350] [S351] [S352] [S354] [S355] [S363] [S364] [S365] HubSpot is connected, read and planned; after a reload nobody is signed in; the token is nowhere', async () => {
  const { page, context, errors, foreign } = await app.open();
  const { found, judge } = judging(page, (screen) => `connect-${screen}`, [beside, cutOff, overlaps, faults]);
  await startWithApp(page);
  await opensConnect(page, 'left');
  await judge('choose');

  const which = page.getByRole('dialog');
  await which.getByRole('radio', { name: words.apps.hubspot }).check();
  expect(await which.getByRole('radio', { name: words.apps.odoo }).isDisabled()).toBe(true);
  await which.getByText(words.notHere.pocketbase).waitFor();
  await which.getByRole('button', { name: words.next }).click();
  // The rights are shown before anything is asked of the app.
  for (const { right, why } of words.rights.hubspot) {
    await which.getByRole('rowheader', { name: right, exact: true }).waitFor();
    await which.getByText(why).waitFor();
  }
  const secret = which.getByLabel(words.secret.hubspot);
  const signIn = which.getByRole('button', { name: words.signIn, exact: true });
  await judge('rights');
  await secret.fill('pat-wrong');
  await signIn.click();
  await which
    .getByRole('alert')
    .getByText(/does not accept this token/)
    .waitFor();
  await judge('wrong-token');
  expect(await secret.inputValue()).toBe('');
  await secret.fill(` ${TOKEN}\n`);
  await page.keyboard.press('Enter');
  await which.getByText(words.can.title).waitFor();
  await which.getByText(words.account(fake.portal.name, String(fake.portal.id))).waitFor();
  await which.getByRole('combobox', { name: words.object }).selectOption('contacts');
  await judge('signed-in');
  await reads(page);
  await page.getByRole('button', { name: words.line.again }).waitFor();

  const rows = Array.from(
    { length: 40 },
    (_, n) => `c${String(n)},person${String(n)}@example.com,First ${String(n)}x`,
  );
  await givesRight(
    page,
    written(folder, 'crm-contacts.csv', ['Id,Email,First Name', ...rows, 'c99,new@example.com,New']),
  );
  await allRead(page);
  await judge('read');
  await go(page, 'Plan');
  const { outcomes, read } = await countsOf(page);
  const sum = (side: 'left' | 'right'): number => outcomes.reduce((all, one) => all + one[side], 0);
  expect([read.left, read.right]).toEqual([CONTACTS, 41]);
  expect([sum('left'), sum('right')]).toEqual([CONTACTS, 41]);
  expect(await everything(page)).not.toContain(TOKEN);

  await go(page, 'Sides');
  await page.addInitScript(recordNotices);
  await page.reload();
  await page.getByText(words.line.signedOut(words.apps.hubspot)).waitFor();
  await judge('signed-out');
  const stored = await everything(page);
  expect(stored).not.toContain(TOKEN);
  expect(stored).toContain(fake.portal.name);

  // Only the account that is kept is let in again; and what is read again is what is there now.
  fake.portal.add('contacts', { email: 'later@example.com', firstname: 'Later' });
  await page.getByRole('button', { name: words.line.signInAgain }).click();
  await page
    .getByRole('dialog')
    .getByText(words.sameAccount(fake.portal.name, String(fake.portal.id)))
    .waitFor();
  await page.getByRole('dialog').getByLabel(words.secret.hubspot).fill(TOKEN);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText(words.can.title).waitFor();
  await page.keyboard.press('Escape');
  const card = page.getByRole('region', { name: live.title, exact: true });
  // Whether it may tell is asked when a person wants to be told, and not before.
  const notices = (): Promise<readonly string[]> =>
    page.evaluate(() => (globalThis as unknown as { notices: string[] }).notices);
  expect(await notices()).toEqual([]);
  await card.getByRole('switch', { name: live.tell.switch }).click();
  await expect.poll(notices).toEqual(['asked']);
  await page.getByRole('button', { name: words.line.again }).click();
  await page
    .getByRole('region', { name: sides.source.files(words.apps.hubspot) })
    .getByText(String(CONTACTS + 1), { exact: true })
    .first()
    .waitFor();

  // What changed there is asked for by itself, and planned; the watch is on every screen, and its stop too.
  await card.getByText(live.states.notWatched).waitFor();
  fake.portal.edit('contacts', fake.portal.add('contacts', { email: 'gone@example.com' }).id, {
    firstname: 'Edited',
  });
  await card.getByRole('button', { name: live.now }).click();
  await card.getByText(live.found({ added: 1, changed: 0, gone: 0 }), { exact: false }).waitFor();
  await card.getByText(live.moved).waitFor();
  await expect.poll(async () => (await notices()).length).toBe(3);
  const [, wasRead, moved] = await notices();
  expect(wasRead).toContain(live.tell.readTitle(words.apps.hubspot, 'contacts'));
  expect(moved).toMatch(/moved.* 1 new/s);
  await card.getByRole('switch', { name: live.watch }).click();
  await card.getByText(live.states.listening).waitFor();
  await judge('watched');
  await go(page, 'Health');
  await page.getByText(live.states.listening).waitFor();
  await judge('watched-health');
  await go(page, 'Plan');
  await page.getByRole('button', { name: live.bar.stop }).click();
  await page.getByRole('button', { name: live.bar.stop }).waitFor({ state: 'detached' });
  await go(page, 'Sides');
  await card.getByText(live.states.notWatched).waitFor();
  await page.getByRole('button', { name: words.line.signOut, exact: true }).click();
  await page.getByRole('button', { name: words.line.signInAgain }).waitFor();
  expect(await everything(page)).not.toContain(TOKEN);
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
  expect(found).toEqual([]);
  await context.close();
});

it('a page of a static host says that no app can be connected from it', async () => {
  const plain = await serveApp();
  const { page, context } = await plain.open({ width: 1024, height: 768, dark: true });
  const { found, judge } = judging(page, (screen) => `connect-${screen}-dark`, [
    beside,
    cutOff,
    overlaps,
    faults,
  ]);
  await page.getByRole('button', { name: said('home').startWithApp }).waitFor();
  await judge('home');
  await page.getByRole('button', { name: said('home').startWithApp }).click();
  await page.getByRole('button', { name: words.connect }).first().click();
  await page.getByRole('dialog').getByText(words.notHere.noRelay.title).waitFor();
  expect(await page.getByRole('dialog').getByRole('radio').count()).toBe(0);
  await judge('no-relay');
  expect(found).toEqual([]);
  await context.close();
  await plain.close();
});
