import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, LAUNCH_ARGS } from '../../../scripts/find-browser.mjs';
import { serveBuild } from '../setup/server.ts';
import { PATIENCE } from '../setup/patience.ts';

const BUILD = resolve(import.meta.dirname, '../../../build');

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: LAUNCH_ARGS });
});
afterAll(() => browser.close());

describe('a newer version', () => {
  it('waits until it is asked for, in every tab, and is there after one click', async () => {
    const root = mkdtempSync(join(tmpdir(), 'drysync-build-'));
    cpSync(BUILD, root, { recursive: true });
    const { url, close } = await serveBuild(root);
    const context = await browser.newContext();
    const page = await stored(await context.newPage(), url);
    const other = await stored(await context.newPage(), url);
    const marks = [await mark(page), await mark(other)];

    appendFileSync(join(root, 'service-worker.js'), '\n// newer\n');
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one?.update()));
    await page.getByText('A newer Drysync is ready.').waitFor();
    await other.getByText('A newer Drysync is ready.').waitFor();
    expect([await markOf(page), await markOf(other)]).toEqual(marks);

    await page.getByRole('button', { name: 'Load it now' }).click();
    await page.waitForFunction(() => !('mark' in globalThis));
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('A newer Drysync is ready.').count()).toBe(0);
    // The other tab is told, and keeps what it has on the screen.
    await other.getByText('Another tab changed to a newer Drysync.').waitFor();
    expect(await markOf(other)).toBe(marks[1]);
    await context.close();
    await close();
    rmSync(root, { recursive: true, force: true });
  });
});

/** Opened, and stored for offline use. */
async function stored(page: Page, url: string): Promise<Page> {
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

/** Leaves something in the page that a reload takes away. */
const mark = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const value = crypto.randomUUID();
    Object.assign(globalThis, { mark: value });
    return value;
  });

const markOf = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as { mark: string }).mark);
