import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromium, type Browser } from 'playwright';
import { findBrowser, LAUNCH_ARGS } from '../../scripts/find-browser.mjs';
import { freePorts, listening } from '../server/ports.ts';
import { projectOf } from '../../src/lib/workbench/place/place.ts';
import { PATIENCE } from './setup/patience.ts';
import { openSample } from './stories/support/steps.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const running: ChildProcess[] = [];
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: LAUNCH_ARGS });
});
afterEach(async () => {
  for (const child of running.splice(0)) await end(child);
});
afterAll(() => browser.close());

describe('npm start', () => {
  it('twice is one address: the project of the first time is there', async () => {
    const ports = await freePorts(2);
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const first = await start(ports);
    await page.goto(first.url);
    await openSample(page);
    const place = page.url();
    await page.goto('about:blank');
    await end(first.child);

    const second = await start(ports);
    expect(second.url).toBe(first.url);
    await page.goto(second.url);
    const project = projectOf(new URL(place).hash);
    expect(project).not.toBeNull();
    await page.locator(`main a[href*="${project!}"]`).first().waitFor();
    await context.close();
  });

  it('where another program has the port says what that means, and serves at the next', async () => {
    const other = await listening();
    const [next] = await freePorts(1);
    const { url, text } = await start([other.port, next!]);
    expect(url).toBe(`http://127.0.0.1:${String(next)}/`);
    expect(text()).toContain(`Port ${String(other.port)} is taken by another program.`);
    expect((await fetch(url)).status).toBe(200);
    await other.close();
  });

  it('beside a running one is that one: it says its address and ends', async () => {
    const ports = await freePorts(2);
    const first = await start(ports);
    const second = await start(ports);
    expect(second.text()).toContain(`Drysync runs already at ${first.url}`);
    expect(await ended(second.child)).toBe(0);
    expect((await fetch(first.url)).status).toBe(200);
  });
});

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  text(): string;
}

/** As `npm start` does it, without opening a browser; resolves once it has said its address. */
function start(ports: readonly number[]): Promise<Running> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PORT: ports.join(','), NO_OPEN: '1' },
  });
  running.push(child);
  let text = '';
  return new Promise((done, failed) => {
    const take = (chunk: Buffer): void => {
      text += chunk.toString();
      const url = /Drysync (?:is|runs already) at (\S+)/.exec(text)?.[1];
      if (url !== undefined) done({ child, url, text: () => text });
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', () => failed(new Error(`it ended: ${text}`)));
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.once('exit', (code) => done(code)));
}

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  await ended(child);
}
