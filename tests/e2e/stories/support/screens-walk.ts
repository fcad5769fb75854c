import type { Page } from 'playwright';
import { said } from '../../../support/english.ts';
import { go, onPlan, openSample, rail } from './steps.ts';

/** From the first page through every screen of the sample project; each is judged, standing still, under its name. */
export async function walkScreens(page: Page, judge: (screen: string) => Promise<void>): Promise<void> {
  const still = async (screen: string): Promise<void> => {
    await settled(page);
    await judge(screen);
  };
  await page.getByRole('button', { name: 'Try the sample project' }).waitFor();
  await still('home-empty');
  await openSample(page);
  await still('plan');
  await page.getByRole('tab', { name: 'Explain' }).click();
  await page.getByRole('tab', { name: 'Explain', selected: true }).waitFor();
  await still('plan-explain');
  await page.getByRole('tab', { name: 'As sent' }).click();
  await still('plan-as-sent');
  await page.getByRole('button', { name: 'Close the record' }).click();
  await still('plan-list');
  // A wide window shows the filters beside the list.
  const filters = page.getByRole('button', { name: 'Filters' });
  if (await filters.isVisible()) {
    await filters.click();
    await still('plan-filters');
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Export' }).click();
  await still('plan-export');
  await page.keyboard.press('Escape');
  const parts = page.getByRole('group', { name: 'What is shown' });
  await parts.getByRole('button', { name: 'Fields' }).click();
  await page.getByRole('table').last().waitFor();
  await still('plan-fields');
  await page.getByRole('button', { name: 'City', exact: true }).click();
  await page.getByRole('complementary', { name: 'Mapping' }).waitFor();
  await still('plan-mapping');
  const health = said('health');
  await go(page, 'Health');
  await page.getByRole('button', { name: health.causes.show }).first().waitFor();
  await still('health');
  await page
    .getByRole('group', { name: health.views.name })
    .getByRole('button', { name: health.views.records })
    .click();
  await page.locator('[role=gridcell]').first().waitFor();
  await still('health-records');
  await go(page, 'Design');
  const linked = page.getByText(/[\d,]+ linked/);
  await linked.first().waitFor();
  await still('design');
  await page.getByRole('button', { name: 'Salesforce wins' }).click();
  await page.getByRole('button', { name: /^Keep change/ }).waitFor();
  await still('design-delta');
  await go(page, 'Sides');
  const files = page.getByRole('region', { name: /: files$/ });
  await files.first().waitFor();
  await still('sides');
  await go(page, 'Home');
  await page.getByRole('link', { name: /^Solbakken/ }).waitFor();
  await still('home');
  await page.goBack();
  // The plan is where it was: on its fields.
  await rail(page, 'Plan');
  await page.getByRole('button', { name: said('plan').parts.records, exact: true }).click();
  await onPlan(page);
}

/** Nothing moves any more. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
