import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { approved, decideByKey, go, onPlan, openSample } from './support/steps.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

describe('what a person did is kept', () => {
  it('decisions, the rule that was changed and the plan stay over a reload and under the project’s name', async () => {
    const { page, context, foreign, errors } = await app.open();
    await openSample(page);
    await page.getByRole('grid').focus();
    for (const key of ['a', 'a', 'h', 'a'] as const) await decideByKey(page, key);
    expect(await approved(page)).toBe(3);
    await page.reload();
    await onPlan(page);
    expect(await approved(page)).toBe(3);
    // A decision stays on what it was made about; another winner writes other values.
    await go(page, 'Design');
    await page.getByRole('button', { name: 'Salesforce wins' }).click();
    await page.getByRole('button', { name: 'Salesforce wins', pressed: true }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Salesforce wins', pressed: true }).waitFor();
    await go(page, 'Home');
    await page.getByRole('link', { name: /^Solbakken/ }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a second tab reads and says why it does not write; the first goes on', async () => {
    const { page, context, errors } = await app.open();
    await openSample(page);
    const second = await context.newPage();
    second.setDefaultTimeout(15_000);
    await second.goto(page.url());
    await onPlan(second);
    await second.getByText('Another tab works on this project').waitFor();
    const bar = second.getByRole('group', { name: /^Decide all/ });
    expect(await bar.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true);
    await second.getByRole('grid').focus();
    await second.keyboard.press('a');
    expect(await approved(second)).toBe(0);
    await go(second, 'Design');
    expect(await second.getByRole('button', { name: 'Salesforce wins' }).isDisabled()).toBe(true);

    await page.getByRole('grid').focus();
    await decideByKey(page, 'a');
    expect(await approved(page)).toBe(1);
    await page.close();
    await second.reload();
    await go(second, 'Plan');
    expect(await second.getByText('Another tab works on this project').count()).toBe(0);
    expect(await approved(second)).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  });
});
