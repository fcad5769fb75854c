import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, LAUNCH_ARGS } from '../../../scripts/find-browser.mjs';
import { serveBuild } from '../setup/server.ts';
import { exported, openSample } from './support/steps.ts';
import { PATIENCE } from '../setup/patience.ts';

const BUILD = resolve(import.meta.dirname, '../../../build');

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: LAUNCH_ARGS });
});
afterAll(() => browser.close());

describe('with the network off', () => {
  it('opens from the second visit on, plans the sample and exports it', async () => {
    const { url, close } = await serveBuild();
    const context = await browser.newContext({ acceptDownloads: true });
    const first = await context.newPage();
    await first.goto(url);
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await first.close();
    await close();

    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await openSample(page);
    const files = await exported(page, /that would be written/, 'For the systems');
    expect(files.size).toBeGreaterThan(0);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await context.close();
  });

  it('every file of the build is stored: workers, fonts, the sample, the page for every address', async () => {
    const { url, close } = await serveBuild();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    const stored = await storedPaths(page);
    const built = filesOf(BUILD, '').filter((path) => !NOT_STORED.test(path));
    expect(built.filter((path) => !stored.has(path))).toEqual([]);
    expect(built.some((path) => path.includes('/workers/project.worker'))).toBe(true);
    expect(built.some((path) => path.endsWith('.woff2'))).toBe(true);
    await context.close();
    await close();
  });

  it('what is no page of ours comes from the server, every page of ours from what is stored', async () => {
    const { url, close } = await serveBuild();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const opened = async (path: string): Promise<[number, boolean]> => {
      const answer = await page.goto(url + path);
      return [answer?.status() ?? 0, answer?.fromServiceWorker() ?? false];
    };
    expect(await opened('plan/?any=a.b')).toEqual([200, true]);
    expect(await opened('an-address-of-none')).toEqual([200, true]);
    expect(await opened('schemas/design.json')).toEqual([200, true]);
    for (const none of ['server/callback?code=1', 'schemas/none.json', 'none.json?x']) {
      expect(await opened(none), none).toEqual([404, false]);
    }
    await context.close();
    await close();
  });

  it('can be installed: a manifest with a name, a start and icons that exist, a maskable one too', async () => {
    const { url, close } = await serveBuild();
    const manifest = (await (await fetch(`${url}manifest.webmanifest`)).json()) as Manifest;
    expect(manifest.name).toBe('Drysync');
    expect(manifest.display).toBe('standalone');
    const png = manifest.icons.filter(({ type }) => type === 'image/png');
    expect(png.map(({ sizes }) => sizes).sort()).toEqual(['192x192', '512x512', '512x512']);
    expect(png.some(({ purpose }) => purpose === 'maskable')).toBe(true);
    for (const { src, sizes } of png) {
      const bytes = Buffer.from(await (await fetch(url + src)).arrayBuffer());
      expect(`${String(bytes.readUInt32BE(16))}x${String(bytes.readUInt32BE(20))}`, src).toBe(sizes);
    }
    await close();
  });
});

interface Manifest {
  readonly name: string;
  readonly display: string;
  readonly icons: readonly { src: string; sizes: string; type: string; purpose?: string }[];
}

/** A browser asks for these itself, or nothing asks for them offline. */
const NOT_STORED = /^\/(service-worker\.js|_app\/version\.json)$|\/index\.html$/;

async function storedPaths(page: Page): Promise<Set<string>> {
  const paths = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
    }
    return found;
  });
  return new Set(paths);
}

function filesOf(folder: string, path: string): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((one) => {
    const name = `${path}/${one.name}`;
    return one.isDirectory() ? filesOf(folder, name) : [name];
  });
}
