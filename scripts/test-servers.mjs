/** `npm run test:servers`: gets the real servers, runs everything that needs them, and fails where it cannot. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureGenerated, ensureInstalled, ROOT } from './ensure.mjs';

try {
  ensureInstalled();
  ensureGenerated();
  const { getPocketBase } = await import('./live-servers.mjs');
  const { getOdoo } = await import('./live-odoo.mjs');
  console.log(`PocketBase: ${getPocketBase()}`);
  getOdoo();
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--project=unit', 'tests/live'];
  const env = { ...process.env, LIVE_ODOO: '1' };
  process.exitCode = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env }).status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
