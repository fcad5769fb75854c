/** `npm run faults:long`: the faults of a push, eight times as many as in CI: 200 kills of the browser, 1,600 dropped answers, … (`FAULTS=n` for another number). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';
import { findBrowser } from './find-browser.mjs';

ensureInstalled();
ensureBuilt();
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const env = { ...process.env, FAULTS: process.env.FAULTS ?? '8' };
const run = (...args) =>
  spawnSync(process.execPath, [vitest, 'run', ...args], { cwd: ROOT, stdio: 'inherit', env }).status;
const failed = [run('--project=unit', 'tests/push')];
if (findBrowser() === null)
  console.log('NOT RUN: kills of the browser, no browser was found (set BROWSER_PATH)');
else failed.push(run('--project=e2e', 'tests/e2e/push'));
process.exit(failed.every((status) => status === 0) ? 0 : 1);
