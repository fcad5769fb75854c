import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { findBrowser, LAUNCH_ARGS } from '../../../scripts/find-browser.mjs';
import { serveBuild, type ServedWith } from './server.ts';
import { PATIENCE } from './patience.ts';

const SCREENSHOTS = resolve(import.meta.dirname, '../../../test-results/screens');

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for that are not this app's. */
  readonly foreign: string[];
  /** Errors of the page, the policy's included. */
  readonly errors: string[];
}

export interface ServedApp {
  readonly url: string;
  open(options?: { width?: number; height?: number; dark?: boolean }): Promise<Opened>;
  close(): Promise<void>;
}

/** The built app on a free port and one browser; every page opened from it is watched. */
export async function serveApp(more: ServedWith = {}): Promise<ServedApp> {
  const { url, close } = await serveBuild(undefined, more);
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no browser');
  const browser: Browser = await chromium.launch({ executablePath, args: LAUNCH_ARGS });
  return {
    url,
    async open({ width = 1440, height = 900, dark = false } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale: 'en-GB',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      const foreign: string[] = [];
      const errors: string[] = [];
      context.on('request', (request) => {
        const address = request.url();
        if (!address.startsWith(url) && !/^(data|blob):/.test(address)) foreign.push(address);
      });
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(url);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return { page, context, foreign, errors };
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}

/** A picture for people to look at, in test-results/screens. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}
