import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { said } from '../../support/english.ts';
import { serveApp, type Opened, type ServedApp } from '../setup/app.ts';
import { go, onPlan, openSample, rail } from './support/steps.ts';

let app: ServedApp;
let opened: Opened;
beforeAll(async () => {
  app = await serveApp();
});
afterEach(async () => {
  const { foreign, errors, context } = opened;
  await context.close();
  expect(foreign, 'requests to other hosts').toEqual([]);
  expect(errors, 'errors of the page, its policy’s included').toEqual([]);
});
afterAll(() => app.close());

const words = said('plan');

/** What a person sees of where they are: sync, filter, record in hand, tab. */
async function place(page: Page) {
  const pressed = (name: string) =>
    page.getByRole('group', { name }).getByRole('button', { pressed: true }).allInnerTexts();
  return {
    sync: (await pressed(words.objectSync)).map((text) => text.split('\n')[0]),
    outcomes: await page
      .getByRole('group', { name: words.list.facets.groups.outcomes })
      .getByRole('checkbox', { checked: true })
      .count(),
    record: await page.locator('.drawer h2').innerText(),
    tab: await page.getByRole('tab', { selected: true }).innerText(),
  };
}

/** Does the drawer show the record whose row is in hand? It follows the list. Runs in the page. */
function drawerHasRow(): boolean {
  const active = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant');
  const row = document.getElementById(active ?? '')?.textContent ?? '';
  const name = document.querySelector('.drawer h2')?.textContent.trim() ?? '';
  return name !== '' && row.includes(name);
}

it('plan, design with another rule, plan: filter, record and tab are as they were; so after a reload, and back is back', async () => {
  opened = await app.open();
  const { page } = opened;
  await openSample(page);
  await page.getByRole('group', { name: words.objectSync }).getByRole('button').nth(1).click();
  const updates = page
    .getByRole('group', { name: words.list.facets.groups.outcomes })
    .getByRole('checkbox', { name: said('terms').outcomes.update.word });
  const all = await page.getByRole('grid').getAttribute('aria-rowcount');
  await updates.check();
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).not.toBe(all);
  await page.getByRole('grid').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await page.getByRole('tab', { name: words.record.tabs.explain, selected: true }).waitFor();
  await page.waitForFunction(() => location.hash.includes('tab=explain'));
  await page.waitForFunction(drawerHasRow);
  const before = await place(page);
  expect(before.outcomes).toBe(1);

  await go(page, 'Design');
  await flip(page);
  const design = said('design');
  const sections = page.getByRole('navigation', { name: design.nav.name });
  const here = sections.locator('[aria-current]', { hasText: design.sections.matching });
  await sections.getByRole('button', { name: design.sections.matching }).click();
  await here.waitFor();
  await go(page, 'Plan');
  await expect.poll(() => place(page)).toEqual(before);
  await rail(page, 'Design');
  await here.waitFor();
  await go(page, 'Plan');

  await page.reload();
  await onPlan(page);
  await expect.poll(() => place(page)).toEqual(before);

  // A filter is a step of its own.
  await updates.uncheck();
  await expect.poll(async () => (await place(page)).outcomes).toBe(0);
  await page.goBack();
  await expect.poll(() => place(page)).toEqual(before);

  // Another screen and back, also before that screen has come.
  for (let time = 0; time < 4; time++) {
    await rail(page, 'Sides');
    await page.waitForURL(/sides/);
    await page.goBack();
    await onPlan(page);
    await expect.poll(() => place(page)).toEqual(before);
  }
});

/** The side that does not win now is made to. */
async function flip(page: Page): Promise<void> {
  const other = page.getByRole('group', { name: 'If both differ' }).getByRole('button', { pressed: false });
  const name = await other.innerText();
  await other.click();
  await page.getByRole('button', { name, pressed: true }).waitFor();
}
