/**
 * `npm run faults:long`: the faults of a push, eight times as many as in CI (200 kills of the browser in a push, 200 in a person's work,
 * 1,600 dropped answers, histories, …; `FAULTS=n` for another number), and ten times as many power cuts, where this machine allows them.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';
import { findBrowser } from './find-browser.mjs';
import { whyNoPowerCut } from './loop-disk.mjs';

ensureInstalled();
ensureBuilt();
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const failed = [];
function run(times, ...args) {
  const env = { ...process.env, FAULTS: process.env.FAULTS ?? String(times) };
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  });
  if (status !== 0) failed.push(args.join(' '));
}

run(8, '--project=unit', 'tests/push', 'tests/session/live/histories.test.ts');
if (findBrowser() === null) {
  console.log('NOT RUN: kills of the browser and power cuts, no browser was found (set BROWSER_PATH)');
} else {
  run(8, '--project=e2e', 'tests/e2e/push', 'tests/e2e/stories/killed.test.ts');
  const why = await whyNoPowerCut();
  if (why === null) run(10, '--project=power');
  else console.log(`NOT RUN: power cut, ${why}`);
}
for (const one of failed) console.log(`FAILED: ${one}`);
process.exitCode = failed.length === 0 ? 0 : 1;
