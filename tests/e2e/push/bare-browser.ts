import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killBrowser, spawnBrowser, stopBrowser } from '../setup/browser-process.ts';

/** A browser on a profile that stays, driven by nobody: its page tells the server what there is to tell. */
export class BareBrowser {
  readonly #folder: string;
  #child: ChildProcess | null = null;

  constructor(folder = mkdtempSync(join(tmpdir(), 'drysync-push-'))) {
    this.#folder = folder;
  }

  start(url: string): void {
    this.#child = spawnBrowser(this.#folder, [url]);
  }

  /** Nothing of it runs on. */
  stop(): void {
    if (this.#child !== null) stopBrowser(this.#child);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child !== null) await killBrowser(child);
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
