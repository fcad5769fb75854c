import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { relayOf } from '../../../server/relay/relay.ts';
import type { LiveApp } from '../../../src/lib/conversation/index.ts';
import type { Serving } from '../../../server/serve.ts';
import { serveBuild } from '../../e2e/setup/server.ts';
import { PATIENCE } from '../../e2e/setup/patience.ts';
import { Profile } from '../../e2e/stories/support/profile.ts';
import { allRead, go, onPlan } from '../../e2e/stories/support/steps.ts';
import { upstreamsAt } from '../../server/relay/relay-served.ts';
import type { Served } from '../../servers/faults/index.ts';
import { HubSpotFake } from '../../servers/hubspot/index.ts';
import { said } from '../../support/english.ts';
import type { Odoo } from './odoo.ts';

const connect = said('connect');
const sides = said('sides');
const design = said('design');
const plans = said('plan');
const words = said('push');

/** People of both apps, of HubSpot alone, and of Odoo alone. */
const BOTH = 60;
const ALONE = { hubspot: 120, odoo: 40 };
const TOKEN = 'pat-day-1f2e3d';

interface Person {
  readonly email: string;
  readonly phone: string;
}

const texts = (people: readonly Person[]): readonly string[] =>
  people.map(({ email, phone }) => `${email} ${phone}`).sort();

async function signIn(page: Page, app: LiveApp, secret: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(connect.secret[app]).fill(secret);
  await page.keyboard.press('Enter');
  await dialog.getByText(connect.can.title).waitFor();
}

async function connected(
  page: Page,
  side: 'left' | 'right',
  app: LiveApp,
  secret: string,
  object: string,
): Promise<void> {
  const source = page.locator(`section.${side}`).first();
  await source.getByRole('button', { name: connect.connect }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: connect.apps[app] }).check();
  await dialog.getByRole('button', { name: connect.next }).click();
  await signIn(page, app, secret);
  await dialog.getByRole('combobox', { name: connect.object }).selectOption(object);
  await dialog.getByRole('button', { name: connect.read }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Lets a push or a way back go: what its guards ask for is typed. */
async function letGo(page: Page, act: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel(words.letGo.name);
  if ((await name.count()) > 0) await name.fill('Kari Lund');
  const numbers = await dialog
    .locator('form li')
    .evaluateAll((all) => all.flatMap((li) => /Type (\S+) to go on/.exec(li.textContent ?? '')?.[1] ?? []));
  for (const [at, number] of numbers.entries()) await dialog.locator('form li input').nth(at).fill(number);
  await dialog.getByRole('button', { name: act }).click();
}

/** A check of a field that is overwritten, by its form. */
async function addCheck(page: Page, name: string, field: string): Promise<void> {
  await page.getByRole('button', { name: plans.checks.fresh }).click();
  const drawer = page.getByRole('complementary', { name: plans.checks.drawer });
  await drawer.getByLabel(plans.checks.labels.name, { exact: true }).fill(name);
  await drawer.getByRole('button', { name: plans.checks.addWrite }).click();
  await drawer.getByLabel(plans.checks.labels.field).selectOption(field);
  await drawer.getByLabel(plans.checks.labels.change).selectOption('overwrites');
  await drawer.getByRole('button', { name: plans.checks.save }).click();
  await drawer.getByText(plans.checks.states.holds, { exact: true }).waitFor();
}

/** A day with a HubSpot and a real Odoo; the app is built. */
export function consultantsDay(odoo: () => Odoo): void {
  const fake = new HubSpotFake();
  const profile = new Profile();
  let hubspot: Served;
  let served: Serving;
  beforeAll(async () => {
    fake.portal.tokens.add(TOKEN);
    hubspot = await fake.serve();
    const vals_list: Record<string, string | boolean>[] = [];
    for (let n = 0; n < BOTH + ALONE.hubspot + ALONE.odoo; n++) {
      const [email, phone, name] = [
        `day${String(n)}@example.com`,
        `+47 22 00 ${String(1000 + n)}`,
        `Day ${String(n)}`,
      ];
      if (n < BOTH + ALONE.hubspot)
        fake.portal.add('contacts', { email, firstname: 'Kari', lastname: name, phone });
      if (n < BOTH || n >= BOTH + ALONE.hubspot)
        vals_list.push({ name, email, is_company: false, ...(n % 2 === 0 && { phone }) });
    }
    await odoo().ask('res.partner/create', { vals_list });
    const upstreams = upstreamsAt(hubspot.origin, odoo().origin);
    served = await serveBuild(undefined, { routes: relayOf({ upstreams }) });
  });
  afterAll(async () => {
    await profile.remove();
    await served.close();
    await hubspot.close();
  });

  const atHubSpot = (): readonly Person[] =>
    [...fake.portal.must('contacts').records.values()]
      .filter((one) => one.archivedAt === null)
      .map(({ properties }) => ({ email: properties['email'] ?? '', phone: properties['phone'] ?? '' }));

  async function atOdoo(): Promise<readonly Person[]> {
    const found = (await odoo().ask('res.partner/search_read', {
      domain: [['email', 'like', 'day']],
      fields: ['email', 'phone'],
    })) as { email: string; phone: string | false }[];
    return found.map(({ email, phone }) => ({ email, phone: phone === false ? '' : phone }));
  }

  it('[L9] [S327] [S400] [S405] a consultant’s day: two apps, checks, approval by rule, a push that is killed in the middle, and the way back', async () => {
    const before = { hubspot: texts(atHubSpot()), odoo: texts(await atOdoo()) };
    let page = await profile.start(served.url);
    await page.getByRole('button', { name: said('home').startWithApp }).click();
    await page.getByRole('heading', { level: 1, name: sides.title }).waitFor();
    await connected(page, 'left', 'hubspot', TOKEN, 'contacts');
    await connected(page, 'right', 'odoo', odoo().key, 'people');
    await allRead(page);
    // Odoo takes nobody without a name, and its whole name is only told.
    await go(page, 'Design');
    await page.getByRole('button', { name: /^More of lastname with / }).click();
    await page.getByRole('button', { name: design.mappings.remove, exact: true }).click();
    await page.getByRole('button', { name: design.mappings.add }).click();
    const pair = page.getByRole('dialog');
    await pair.getByLabel(design.field.pick.columnsOf(connect.apps.hubspot)).selectOption('lastname');
    await pair.getByLabel(design.field.pick.columnsOf(connect.apps.odoo)).selectOption('name');
    await pair.getByRole('button', { name: design.mappings.add }).click();
    await pair.waitFor({ state: 'detached' });
    await go(page, 'Plan');

    // Two checks that hold, and a rule that approves what is planned.
    await page.getByRole('button', { name: new RegExp(`^${plans.parts.checks}`) }).click();
    await addCheck(page, 'No phone is overwritten', 'phone');
    await addCheck(page, 'No name is overwritten', 'lastname');
    await page.getByRole('button', { name: new RegExp(`^${plans.parts.records}`) }).click();
    await page.getByRole('button', { name: plans.list.bulk.byRule }).click();
    await page.getByRole('button', { name: plans.list.bulk.rules }).click();
    const rules = page.getByRole('dialog', { name: plans.approval.title });
    await rules.getByRole('button', { name: plans.approval.fromFilter }).click();
    await rules.getByLabel(plans.approval.labels.name, { exact: true }).fill('All that is written');
    await rules.getByRole('button', { name: plans.approval.save }).click();
    await rules.getByRole('button', { name: plans.approval.close, exact: true }).click();
    // One a person decides otherwise.
    await page.getByRole('grid').focus();
    await page.keyboard.press('r');
    await page
      .getByText(/\b1 no\b/)
      .first()
      .waitFor();

    // What is pushed is a plan that is kept.
    await page.getByRole('button', { name: plans.keep, exact: true }).click();
    const link = page.getByRole('link', { name: /^Push \d+ approved/ });
    await link.click();
    const start = page.getByRole('button', { name: /^Push \d+ approved…$/ });
    await expect.poll(() => start.isEnabled(), { timeout: PATIENCE }).toBe(true);
    const approved = Number(/\d+/.exec(await start.innerText())?.[0]);
    fake.faults.add({
      kind: 'hang',
      when: 'after-commit',
      meets: { method: 'POST', path: /contacts\/batch\/(?:create|upsert)/, skip: 1, times: 1 },
    });
    await start.click();
    await letGo(page, /^Write /);
    await page.getByText(words.states.running, { exact: true }).waitFor();
    await expect
      .poll(() => atHubSpot().length, { timeout: PATIENCE })
      .toBeGreaterThan(BOTH + ALONE.hubspot + 10);
    // Odoo keeps no second person out: a create that is in doubt there is told, and not sent again (F2). So it has answered by now.
    await expect
      .poll(() => page.locator('body').innerText(), { timeout: PATIENCE })
      .toMatch(new RegExp(`${connect.apps.odoo}\\s+(\\d+) of \\1\\s`));
    const place = page.url();
    await profile.kill();
    fake.faults.clear();

    page = await profile.start(place);
    await page.getByText(words.states.cut, { exact: true }).waitFor();
    await page.getByRole('link', { name: words.toSides }).click();
    for (const [app, secret] of [
      ['hubspot', TOKEN],
      ['odoo', odoo().key],
    ] as const) {
      const line = page.getByRole('region', { name: connect.line.label(connect.apps[app], '') });
      await line.getByRole('button', { name: connect.line.signInAgain }).click();
      await signIn(page, app, secret);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('navigation').getByRole('link', { name: words.head }).click();
    await page.getByRole('button', { name: words.acting.resume }).click();
    await page.getByText(words.states.done, { exact: true }).waitFor();
    await page.getByRole('button', { name: words.acting.back }).waitFor();
    await page.getByText(words.writing.sum(approved)).first().waitFor();

    // Each person is there once, and all but the one that was rejected are in both apps.
    const after = { hubspot: atHubSpot(), odoo: await atOdoo() };
    for (const people of [after.hubspot, after.odoo])
      expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    const all = BOTH + ALONE.hubspot + ALONE.odoo;
    expect([after.hubspot.length, after.odoo.length]).toEqual([all, all]);

    // Read again, nothing but the rejected one is left to write.
    await go(page, 'Sides');
    for (const app of ['hubspot', 'odoo'] as const) {
      const line = page.getByRole('region', { name: connect.line.label(connect.apps[app], '') });
      await line.getByRole('button', { name: connect.line.again }).click();
      await allRead(page);
    }
    await go(page, 'Plan');
    await onPlan(page);
    await page
      .getByText(/^0 yes/)
      .first()
      .waitFor();

    await page.getByRole('navigation').getByRole('link', { name: words.head }).click();
    await page.getByRole('button', { name: words.acting.back }).click();
    await letGo(page, /^Take back /);
    await page.getByText(words.back, { exact: true }).waitFor();
    await page.getByText(words.states.done, { exact: true }).waitFor();
    expect(texts(atHubSpot())).toEqual(before.hubspot);
    expect(texts(await atOdoo())).toEqual(before.odoo);
  });
}
