import type { LoopDisk } from '../../scripts/loop-disk.mjs';
import type { ProfileBrowser } from '../e2e/setup/profile-browser.ts';

/** `FAULTS=n`: n times as many (`npm run faults:long`). `E2E_SEED` takes other moments. */
export const CUTS = 10 * Number(process.env['FAULTS'] ?? 1);
export const SEED = Number(process.env['E2E_SEED'] ?? 4711);
console.log(`E2E_SEED=${String(SEED)}`);

/** Power goes while a browser has the disk, and comes again; the browser is dead. */
export async function cutPower(disk: LoopDisk, browser: ProfileBrowser): Promise<void> {
  // Without power nothing runs: a flush that the cut overtakes may say it was done, and what is sent then nobody sends.
  browser.stop();
  await disk.cut();
  await browser.kill();
  await disk.putBack();
}
