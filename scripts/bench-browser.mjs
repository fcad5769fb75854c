/**
 * `npm run bench:browser [-- rows …] [--only=drysync|others] [--as-built]`: builds the app and the bench (Node 20 runs no TypeScript), then
 * runs tests/bench/browser.ts, which drives Chromium. Nothing is downloaded; every file served lies in this checkout.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ensureBuilt, ROOT } from './ensure.mjs';
import { findBrowser } from './find-browser.mjs';

if (findBrowser() === null) {
  console.log('NOT RUN: bench:browser, no browser was found (set BROWSER_PATH)');
  process.exit(0);
}
if (!process.argv.includes('--as-built')) ensureBuilt();
const bench = join(ROOT, 'tests', 'bench');
const outdir = join(ROOT, 'node_modules', '.cache', 'bench-browser');
const common = { bundle: true, format: 'esm', logLevel: 'warning', outdir };
await build({
  ...common,
  entryPoints: [join(bench, 'browser-page.ts'), join(bench, 'browser-daff.worker.ts')],
  platform: 'browser',
  target: 'es2022',
});
await build({
  ...common,
  entryPoints: [join(bench, 'browser.ts')],
  platform: 'node',
  target: 'node20',
  external: ['@duckdb/*', 'playwright', 'playwright-core'],
  outExtension: { '.js': '.mjs' },
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
const run = spawnSync(
  process.execPath,
  ['--enable-source-maps', join(outdir, 'browser.mjs'), ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, BROWSER_PATH: findBrowser() } },
);
process.exit(run.status ?? 1);
