/**
 * `npm test`, from a fresh clone too: libraries, a browser, every gate and every test. The last line is
 * `N passed, N failed`, the one before it `N not run: …` where something was not run.
 * With CI=true a check that was not run counts as failed, unless it needs ../shared, which only its makers have, a real server that
 * comes as a package, or a disk whose power can be cut.
 */
import { ensureInstalled } from './ensure.mjs';

let passed = 0;
let failed = 0;
const notRun = [];
try {
  ensureInstalled();
  const { findBrowser, installBrowser } = await import('./find-browser.mjs');
  if (findBrowser() === null) {
    const path = installBrowser();
    if (path !== null) process.env.BROWSER_PATH = path;
  }
  try {
    const { getPocketBase } = await import('./live-servers.mjs');
    getPocketBase();
  } catch (error) {
    console.log(error.message);
  }
  const { notRunFails, runAll } = await import('./verify.mjs');
  const tally = await runAll();
  passed = tally.passed;
  failed = tally.failed;
  notRun.push(...tally.notRun);
  failed += notRunFails(notRun);
} catch (error) {
  console.error(error.message);
  failed += 1;
}

for (const line of notRun) console.log(line);
if (notRun.length > 0) {
  const names = notRun.map((line) => line.slice('NOT RUN: '.length).split(',')[0]);
  console.log(`${notRun.length} not run: ${names.join('; ')}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
