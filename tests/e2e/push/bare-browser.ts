import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, LAUNCH_ARGS } from '../../../scripts/find-browser.mjs';

/** A browser on a profile that stays, driven by nobody: its page tells the server what there is to tell. */
export class BareBrowser {
  readonly #folder = mkdtempSync(join(tmpdir(), 'drysync-push-'));
  #child: ChildProcess | null = null;

  start(url: string): void {
    const path = findBrowser();
    if (path === null) throw new Error('no browser');
    const args = [
      ...LAUNCH_ARGS,
      '--headless=new',
      '--remote-debugging-port=0',
      '--hide-crash-restore-bubble',
    ];
    this.#child = spawn(path, [...args, `--user-data-dir=${this.#folder}`, url], {
      stdio: 'ignore',
      // A group of its own: a kill reaches all of it and nothing else.
      detached: process.platform !== 'win32',
    });
  }

  /** SIGKILL to every process of the browser: nothing is flushed, nobody is told. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined) return;
    this.#child = null;
    const ended = new Promise((done) => child.once('exit', done));
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
