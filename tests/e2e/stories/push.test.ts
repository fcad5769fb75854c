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
import { PATIENCE } from '../setup/patience.ts';
import { choosesApp, givesRight, readsObject, signsIn, startWithApp } from './support/connecting.ts';
import { beside, judging } from './support/judging.ts';
import { cutOff, faults, overlaps } from './support/look.ts';
import { allRead, go } from './support/steps.ts';
import { written } from './support/written.ts';

const words = said('push');
const connect = said('connect');
const plans = said('plan');

const TOKEN = 'pat-push-9d41c7';
const CONTACTS = 130;
const NEW = 230;

const fake = new HubSpotFake();
let hubspot: Served;
let app: ServedApp;
let folder: string;
beforeAll(async () => {
  fake.portal.tokens.add(TOKEN);
  for (let n = 0; n < CONTACTS; n++) fake.portal.add('contacts', { email: `p${String(n)}@example.com` });
  hubspot = await fake.serve();
  app = await serveApp({ routes: relayOf({ upstreams: upstreamsAt(hubspot.origin) }) });
  folder = mkdtempSync(join(tmpdir(), 'drysync-push-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
  await hubspot.close();
});

/** What is there, as people see it. */
const contacts = () =>
  [...fake.portal.must('contacts').records.values()].filter((one) => one.archivedAt === null);
const named = () => contacts().filter(({ properties }) => (properties['firstname'] ?? '') !== '');

/** HubSpot on the left, a file on the right that knows more of its people, and others. */
async function connected(page: Page): Promise<void> {
  await startWithApp(page);
  await choosesApp(page, 'left', 'hubspot');
  await signsIn(page, 'hubspot', TOKEN);
  await readsObject(page, 'contacts');
  const rows = Array.from({ length: CONTACTS + NEW }, (_, n) => {
    const own = String(n);
    return n < CONTACTS && n % 2 === 1
      ? `c${own},p${own}@example.com,`
      : `c${own},p${own}@example.com,First ${own}`;
  });
  await givesRight(page, written(folder, 'crm-contacts.csv', ['Id,Email,First Name', ...rows]));
  await allRead(page);
}

it('[L9] [S327] [S329] what was approved is pushed to HubSpot, watched, cut off in the middle and gone on with; each contact is there once', async () => {
  const { page, context, errors, foreign } = await app.open();
  const { found, judge } = judging(page, (screen) => `push-${screen}`, [beside, cutOff, overlaps, faults]);
  await connected(page);
  await go(page, 'Plan');
  const bar = page.getByRole('group', { name: plans.list.bulk.name });
  await bar.getByRole('button', { name: plans.list.bulk.approve }).click();
  const push = page.getByRole('link', { name: /^Push \d+ approved/ });
  await push.waitFor();
  await judge('plan');
  await push.click();
  const start = page.getByRole('button', { name: /^Push \d+ approved…$/ });
  await expect.poll(() => start.isEnabled(), { timeout: PATIENCE }).toBe(true);
  await judge('before');
  // Of the first few alone it says in numbers what goes and what stays.
  const only = page.getByLabel(words.before.first);
  await only.fill('10');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words.before.start(10) }).waitFor();
  const all = CONTACTS / 2 + NEW;
  const later = { records: all - 10, writes: all - 10 };
  await page.getByText(words.before.part({ asked: 10, needed: 0, later }, 10)).waitFor();
  // Guards are of what goes, with the whole plan's number beside it (S416).
  await page.getByText(words.guards.whole(NEW, false)).waitFor();
  await judge('first');
  await only.fill('');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words.before.start(all) }).waitFor();
  // Its time line is walked to the end before anything is sent.
  const point = page.getByRole('slider', { name: words.line.slider });
  const batches = Number(await point.getAttribute('max'));
  expect(batches).toBeGreaterThan(2);
  await point.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText(words.line.at(2, batches)).waitFor();
  await page.keyboard.press('End');
  await page.getByText(words.line.at(batches, batches)).waitFor();
  await page.getByText(words.line.whole).waitFor();
  expect(contacts().length).toBe(CONTACTS);
  // In the dark, and in little room.
  const narrow = async (screen: string): Promise<void> => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1024, height: 768 });
    await judge(`${screen}-dark-1024`);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await narrow('before');

  // A batch of creates is carried out, and its answer never comes: then the page goes.
  fake.faults.add({
    kind: 'hang',
    when: 'after-commit',
    meets: { method: 'POST', path: /contacts\/batch\/(?:create|upsert)/, skip: 1, times: 1 },
  });
  await start.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.letGo.name).fill('Kari Lund');
  const numbers = await dialog.locator('form li').evaluateAll((all) =>
    all.flatMap((li) => {
      const number = /Type (\S+) to go on/.exec(li.textContent ?? '')?.[1];
      return number === undefined ? [] : [number];
    }),
  );
  await judge('guards');
  const go_ = dialog.getByRole('button', { name: /^Write / });
  if (numbers.length > 0) expect(await go_.isDisabled()).toBe(true);
  for (const [at, number] of numbers.entries()) await dialog.locator('form li input').nth(at).fill(number);
  await go_.click();
  await page.getByText(words.states.running, { exact: true }).waitFor();
  await expect.poll(() => contacts().length, { timeout: PATIENCE }).toBeGreaterThan(CONTACTS + 50);
  await judge('running');
  await page.reload();
  await page.getByText(words.states.cut, { exact: true }).waitFor();
  await page.getByText(words.cut).waitFor();
  await judge('cut');
  // What was on its way is told of its batch, also now that nobody is signed in.
  expect(Number(await point.getAttribute('max'))).toBe(batches);
  await page.getByText(words.line.lost.sent).waitFor();
  fake.faults.clear();
  expect(await page.getByRole('button', { name: words.acting.resume }).isDisabled()).toBe(true);
  await page.getByRole('link', { name: words.toSides }).click();
  await page.getByRole('button', { name: connect.line.signInAgain }).click();
  await signsIn(page, 'hubspot', TOKEN);
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('link', { name: words.head }).click();
  await page.getByRole('button', { name: words.acting.resume }).click();
  await page.getByText(words.states.done, { exact: true }).waitFor();
  await page.getByRole('button', { name: words.acting.back }).waitFor();
  await judge('done');
  await narrow('done');
  expect(contacts().length).toBe(CONTACTS + NEW);
  expect(new Set(contacts().map(({ properties }) => properties['email'])).size).toBe(CONTACTS + NEW);
  expect(named().length).toBe(CONTACTS / 2 + NEW);
  const written = page.getByText(words.writing.sum(CONTACTS / 2 + NEW)).first();
  await written.waitFor();

  await page.getByRole('button', { name: words.acting.back }).click();
  await judge('back');
  const numbersBack = await dialog
    .locator('form li')
    .evaluateAll((all) => all.flatMap((li) => /Type (\S+) to go on/.exec(li.textContent ?? '')?.[1] ?? []));
  for (const [at, number] of numbersBack.entries())
    await dialog.locator('form li input').nth(at).fill(number);
  await dialog.getByRole('button', { name: /^Take back / }).click();
  await page.getByText(words.back, { exact: true }).waitFor();
  await page.getByText(words.states.done, { exact: true }).waitFor();
  expect(contacts().length).toBe(CONTACTS);
  expect(named().length).toBe(0);
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
  expect(found).toEqual([]);
  await context.close();
});
