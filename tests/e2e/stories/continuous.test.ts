import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FaultDesk, serve, type Served } from '../../servers/faults/index.ts';
import { HubSpotFake } from '../../servers/hubspot/index.ts';
import { FakeSalesforce } from '../../servers/salesforce/index.ts';
import { said } from '../../support/english.ts';
import type { ServedApp } from '../setup/app.ts';
import { PATIENCE } from '../setup/patience.ts';
import { letsIn, servedBeside } from './support/beside-salesforce.ts';
import { choosesApp, readsObject, signsIn, startWithApp } from './support/connecting.ts';
import { beside, judging } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, go, rail } from './support/steps.ts';

const connect = said('connect');
const live = said('live');
const words = live.continuous;
const plan = said('plan');
const push = said('push');

const TOKEN = 'pat-continuous-9d41c7';
const CLIENT = '3MVG9continuous';
const CONTACTS = 154;
const THERE = 150;

const hub = new HubSpotFake();
const force = new FakeSalesforce();
let hubspot: Served;
let org: Served;
let app: ServedApp;
const person = (n: number): Record<string, string> => ({
  ...{ email: `p${String(n)}@example.com`, firstname: `First ${String(n)}`, lastname: `Last ${String(n)}` },
});
beforeAll(async () => {
  hub.portal.tokens.add(TOKEN);
  for (let n = 0; n < CONTACTS; n++) hub.portal.add('contacts', person(n));
  for (let n = 0; n < THERE; n++)
    force.store.insert('Contact', {
      ...{
        Email: `p${String(n)}@example.com`,
        FirstName: `First ${String(n)}`,
        LastName: `Last ${String(n)}`,
      },
    });
  hubspot = await hub.serve();
  org = await serve(new FaultDesk().wrap(force.answer));
  app = await servedBeside(force, org, { hubspot: hubspot.origin, salesforce: [org.origin] });
  letsIn(force, app, CLIENT);
});
afterAll(async () => {
  await app.close();
  await hubspot.close();
  await org.close();
});

const contacts = (): readonly string[] =>
  force.store
    .all('Contact')
    .filter((row) => row['IsDeleted'] !== true)
    .map((row) => String(row['Email']));

/** HubSpot's contacts on the left and Salesforce's on the right, both signed in to and read. */
async function connected(page: Page): Promise<void> {
  await startWithApp(page);
  await choosesApp(page, 'left', 'hubspot');
  await signsIn(page, 'hubspot', TOKEN);
  await readsObject(page, 'contacts');
  await choosesApp(page, 'right', 'salesforce');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(connect.window.clientId).fill(CLIENT);
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    dialog.getByRole('button', { name: connect.window.signIn, exact: true }).click(),
  ]);
  await Promise.all([other.waitForEvent('close'), other.getByRole('link', { name: 'Allow' }).click()]);
  await readsObject(page, 'Contact');
  await allRead(page);
}

/** Creates alone are approved by rule. */
async function ruled(page: Page): Promise<void> {
  await go(page, 'Plan');
  await page.getByRole('button', { name: plan.list.bulk.byRule }).press('Enter');
  await page.getByRole('button', { name: plan.list.bulk.rules }).press('Enter');
  const dialog = page.getByRole('dialog', { name: plan.approval.title });
  await dialog.getByRole('button', { name: plan.approval.fromFilter }).press('Enter');
  await dialog.getByLabel(plan.approval.labels.name, { exact: true }).fill('All that is written');
  await dialog.getByRole('button', { name: plan.approval.save }).press('Enter');
  await dialog.getByText(plan.approval.counts(CONTACTS - THERE, CONTACTS - THERE)).waitFor();
  await dialog.getByRole('button', { name: plan.approval.close, exact: true }).press('Enter');
}

/** In place of the browser's own: what was told, in order. */
function recordNotices(): void {
  const notices: string[] = [];
  class Recorded {
    static permission = 'granted';
    static requestPermission = (): Promise<string> => Promise.resolve('granted');
    constructor(title: string, { body }: { readonly body: string }) {
      notices.push(`${title} ${body}`);
    }
  }
  Object.assign(globalThis, { Notification: Recorded, notices });
}

it('[S446] [S447] [S448] [S449] [S365] HubSpot and Salesforce are kept in step by a rule, until more comes than was agreed to; one press stops it, and a reload ends it', async () => {
  const { page, context, errors } = await app.open();
  const { found, judge } = judging(page, (screen) => `continuous-${screen}`, [
    beside,
    cutOff,
    overlaps,
    faults,
  ]);
  const narrow = async (screen: string): Promise<void> => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 768 });
    await judge(`${screen}-dark-1024`);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await connected(page);
  const card = page.getByRole('region', { name: live.title, exact: true });
  const dialog = page.getByRole('dialog');

  // Without a rule it says what is missing, and cannot be turned on.
  await card.getByRole('button', { name: words.turnOn }).press('Enter');
  await dialog.getByText(words.barred({ is: 'no-rule' }, { left: '', right: '' })).waitFor();
  expect(await dialog.getByRole('button', { name: words.dialog.go }).isDisabled()).toBe(true);
  await judge('barred');
  await page.keyboard.press('Escape');
  await ruled(page);

  await go(page, 'Sides');
  await page.evaluate(recordNotices);
  await card.getByRole('switch', { name: live.tell.switch }).click();
  await page.clock.install();
  await card.getByRole('button', { name: words.turnOn }).press('Enter');
  const many = CONTACTS - THERE;
  await dialog.getByText(words.dialog.now(many)).waitFor();
  await dialog.getByText(words.dialog.rule('All that is written', many)).waitFor();
  await judge('dialog');
  await narrow('dialog');
  await dialog.getByLabel(words.dialog.name).fill('Kari Lund');
  await dialog
    .getByLabel(words.dialog.type(`continuous ${String(many)}`))
    .fill(`continuous ${String(many - 1)}`);
  expect(await dialog.getByRole('button', { name: words.dialog.go }).isDisabled()).toBe(true);
  expect(contacts()).toHaveLength(THERE);
  await dialog.getByLabel(words.dialog.type(`continuous ${String(many)}`)).fill(`continuous ${String(many)}`);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(words.bar.title).waitFor();
  await card.getByText(/4 records were written and read back/).waitFor();
  expect(contacts()).toHaveLength(CONTACTS);
  await judge('on');
  await narrow('on');

  // What comes into HubSpot is in Salesforce after the next look, on whatever screen somebody is.
  hub.portal.add('contacts', person(CONTACTS));
  await rail(page, 'Plan');
  await page.getByRole('heading', { level: 1, name: /^Plan \d/ }).waitFor();
  await page.clock.fastForward('05:01');
  await page.getByText(/1 record was written and read back/).waitFor();
  expect(contacts()).toContain(`p${String(CONTACTS)}@example.com`);
  await judge('plan');
  await page.getByRole('link', { name: words.journal }).press('Enter');
  await page.getByText(/by rules, in continuous sync turned on by Kari Lund/).waitFor();
  await page.getByText(push.states.done, { exact: true }).waitFor();
  await judge('journal');

  // An import into HubSpot is more than a look may write: it stops, says so, and nothing is written.
  for (let n = 1000; n < 1120; n++) hub.portal.add('contacts', person(n));
  await page.clock.fastForward('05:01');
  await page.getByText(/Rules approve 120 records at once, and a look may write 100/).waitFor();
  expect(contacts()).toHaveLength(CONTACTS + 1);
  const notices = (): Promise<readonly string[]> =>
    page.evaluate(() => (globalThis as unknown as { notices: string[] }).notices);
  expect((await notices()).at(-1)).toMatch(/continuous sync stopped.*120 records/s);
  await judge('stopped');
  await narrow('stopped');
  await page.getByRole('button', { name: words.seen }).first().press('Enter');
  await page.getByText(words.bar.title).waitFor({ state: 'detached' });

  // Turned on anew with what was seen, and stopped by one press on another screen before it is looked at.
  await go(page, 'Sides');
  await card.getByRole('button', { name: words.turnOn }).press('Enter');
  await dialog.getByText(words.dialog.most({ first: 120, later: 100 })).waitFor();
  await dialog.getByLabel(words.dialog.name).fill('Kari Lund');
  await dialog.getByLabel(words.dialog.type('continuous 120')).fill('continuous 120');
  await page.keyboard.press('Enter');
  await card.getByText(/120 records were written and read back/).waitFor({ timeout: PATIENCE });
  expect(new Set(contacts()).size).toBe(CONTACTS + 1 + 120);
  await go(page, 'Health');
  await page.getByRole('button', { name: words.turnOff }).press('Enter');
  await page.getByText(words.bar.title).waitFor({ state: 'detached' });
  hub.portal.add('contacts', person(2000));
  await page.clock.fastForward('05:01');
  await page.getByRole('button', { name: live.bar.stop }).waitFor();
  await go(page, 'Sides');
  await card.getByText(live.found({ added: 1, changed: 0, gone: 0 }), { exact: false }).waitFor();
  expect(contacts()).toHaveLength(CONTACTS + 1 + 120);

  // It ends with the page.
  await card.getByRole('button', { name: words.turnOn }).press('Enter');
  await dialog.getByLabel(words.dialog.name).fill('Kari Lund');
  await dialog.getByLabel(words.dialog.type('continuous 1')).fill('continuous 1');
  await page.keyboard.press('Enter');
  await card.getByText(/1 record was written and read back/).waitFor();
  await page.reload();
  await card.getByRole('button', { name: words.turnOn }).waitFor();
  await card.getByText(words.off).waitFor();
  expect(await page.getByText(words.bar.title).count()).toBe(0);
  expect(errors).toEqual([]);
  expect(found).toEqual([]);
  await context.close();
});
