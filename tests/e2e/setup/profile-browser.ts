import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killBrowser, spawnBrowser, stopBrowser } from './browser-process.ts';

/** A browser on a profile that stays, so that it can be killed and started again on the same data. */
export class ProfileBrowser {
  readonly folder: string;
  #child: ChildProcess | null = null;

  constructor(folder = mkdtempSync(join(tmpdir(), 'drysync-profile-'))) {
    this.folder = folder;
  }

  protected spawn(...how: readonly [args: readonly string[], stderr?: 'ignore' | 'pipe']): ChildProcess {
    return (this.#child = spawnBrowser(this.folder, ...how));
  }

  /** Of the browser's first process. */
  get pid(): number {
    return this.#child?.pid ?? 0;
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
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
