import type { ChildProcess } from 'node:child_process';
import { chromium, type Locator, type Page } from 'playwright';
import { PATIENCE } from '../../setup/patience.ts';
import { ProfileBrowser } from '../../setup/profile-browser.ts';

/** A browser on a profile that stays, driven by a story. */
export class Profile extends ProfileBrowser {
  /** Starts the browser on the profile and opens a page in it. */
  async start(url: string): Promise<Page> {
    const child = this.spawn(['--window-size=1440,900', 'about:blank'], 'pipe');
    const browser = await chromium.connectOverCDP(await debugAddress(child));
    const context = browser.contexts()[0] ?? (await browser.newContext());
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    return page;
  }
}

/**
 * Gives a file by its path. A browser one is connected to gets a file's bytes as text in the page otherwise: seconds
 * for some megabytes, in which nothing is imported.
 */
export async function giveByPath(input: Locator, path: string): Promise<void> {
  const mark = 'data-given';
  await input.evaluate((node, name) => node.setAttribute(name, ''), mark);
  const session = await input.page().context().newCDPSession(input.page());
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector('[${mark}]')`,
  });
  await input.evaluate((node, name) => node.removeAttribute(name), mark);
  await session.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId! });
  await session.detach();
}

function debugAddress(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let text = '';
    const timer = setTimeout(() => failed(new Error(`the browser did not start: ${text}`)), PATIENCE);
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /ws:\/\/\S+/.exec(text);
      if (found === null) return;
      clearTimeout(timer);
      done(found[0]);
    });
    child.once('exit', () => failed(new Error(`the browser ended: ${text}`)));
  });
}
