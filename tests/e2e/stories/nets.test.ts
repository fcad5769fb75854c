import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { openSample } from './support/steps.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());

const problems = said('problems');

/** Drops a file on what a selector finds; answers whether the page kept the browser from opening it. */
async function drop(page: Page, selector: string, name: string, text: string): Promise<boolean> {
  // A screen comes piece by piece.
  await page.locator(selector).first().waitFor();
  return page.evaluate(
    ([where, called, held]) => {
      const files = new DataTransfer();
      files.items.add(new File([held], called));
      const target = document.querySelector(where);
      if (target === null) throw new Error(`no ${where}`);
      const send = (type: string): boolean =>
        !target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
      return [send('dragover'), send('drop')].every(Boolean);
    },
    [selector, name, text] as const,
  );
}

describe('a file dropped anywhere', () => {
  it('is refused with a sentence where nothing takes it, and never opened by the browser', async () => {
    const { page, context, errors } = await app.open();
    await page.getByRole('button', { name: /the sample project$/ }).waitFor();
    const address = page.url();
    expect(await drop(page, 'footer', 'left.csv', 'Id,Name\n1,A\n')).toBe(true);
    const told = page.getByRole('alert');
    const { title } = problems.of({ code: 'dropped-beside', name: 'left.csv' });
    await told.getByText(title).waitFor();
    expect(page.url()).toBe(address);
    await told.getByRole('button', { name: said('terms').close }).click();
    await told.waitFor({ state: 'detached' });
    await openSample(page);
    expect(await drop(page, '[role=grid]', 'right.csv', 'Id\n')).toBe(true);
    await told.waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is taken on its zone as before, and a design file wherever it falls', async () => {
    const { page, context, errors } = await app.open();
    await page.getByRole('button', { name: /the sample project$/ }).waitFor();
    expect(await drop(page, 'section.drop.left', 'left.csv', 'Id,Name\n1,A\n')).toBe(true);
    await page.locator('section.drop.left').getByText('left.csv').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    const design = JSON.stringify({
      format: 'drysync/design@1',
      name: 'Dropped',
      apps: { left: { name: 'A', kind: 'other' }, right: { name: 'B', kind: 'other' } },
      syncs: [],
    });
    expect(await drop(page, 'footer', 'dropped.drysync.json', design)).toBe(true);
    await page.waitForURL((url) => url.pathname.endsWith('/sides/') && url.hash.startsWith('#p='));
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('the last net', () => {
  it('a rejection nobody caught is told, with what to do, and can be closed', async () => {
    const { page, context } = await app.open();
    await page.getByRole('button', { name: /the sample project$/ }).waitFor();
    await page.evaluate(() => void Promise.reject(new Error('boom')));
    const told = page.getByRole('alert');
    await told.getByText(problems.of({ code: 'unexpected', because: 'boom' }).title).waitFor();
    expect(await told.getByRole('button', { name: problems.acts.reload }).count()).toBe(1);
    await told.getByRole('button', { name: said('terms').close }).click();
    await told.waitFor({ state: 'detached' });
    await context.close();
  });

  it('an address without a page says so, and leads home', async () => {
    const { page, context } = await app.open();
    await page.goto(new URL('/nowhere/', page.url()).href);
    await page.getByRole('heading', { name: said('shell').noPage.title }).waitFor();
    await page
      .getByRole('main')
      .getByRole('link', { name: said('shell').places.home })
      .click();
    await page.getByRole('button', { name: /the sample project$/ }).waitFor();
    await context.close();
  });
});
