/** `npm run test:servers`: gets the real servers, runs everything that needs them, and fails where it cannot. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, ROOT } from './ensure.mjs';

try {
  ensureInstalled();
  const { getPocketBase } = await import('./live-servers.mjs');
  console.log(`PocketBase: ${getPocketBase()}`);
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--project=unit', 'tests/live'];
  process.exitCode = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
