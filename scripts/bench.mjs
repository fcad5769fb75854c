/** `node scripts/bench.mjs NAME [args]`: bundles tests/bench/NAME.ts (Node 20 runs no TypeScript) and runs it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [name, ...args] = process.argv.slice(2);
const entry = join(root, 'tests', 'bench', `${name ?? ''}.ts`);
if (name === undefined || !/^[\w-]+$/.test(name) || !existsSync(entry)) {
  console.error(`No benchmark named ${name ?? '(none given)'}: expected tests/bench/<name>.ts`);
  process.exit(1);
}
const outfile = join(root, 'node_modules', '.cache', 'bench', `${name}.mjs`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['@duckdb/*', 'duckdb', 'playwright', 'playwright-core'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const run = spawnSync(process.execPath, ['--enable-source-maps', '--expose-gc', outfile, ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
