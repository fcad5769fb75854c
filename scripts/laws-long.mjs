/** `npm run laws:long`: the laws, and the agreement of engine and reference, on 200,000 worlds each (`WORLDS=n` for another number). Hours. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureGenerated, ensureInstalled, ROOT } from './ensure.mjs';

ensureInstalled();
ensureGenerated();
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', '--project=unit', 'tests/laws'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, WORLDS: process.env.WORLDS ?? '200000' },
});
process.exit(run.status ?? 1);
