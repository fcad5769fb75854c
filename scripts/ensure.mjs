/** What a fresh clone needs before anything runs: libraries, the sample, a build. Each only when missing or stale. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

/** Runs `npm ci` when node_modules does not hold what package-lock.json asks for. */
export function ensureInstalled() {
  if (installedIsCurrent()) return;
  console.log('Installing the libraries (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('npm ci failed: see above. A network is needed the first time.');
}

/** What the tests' own settings are read from, where SvelteKit has not made it yet: a fresh clone without a build. */
export function ensureGenerated() {
  if (existsSync(join(ROOT, '.svelte-kit', 'tsconfig.json'))) return;
  const kit = join(ROOT, 'node_modules', '@sveltejs', 'kit', 'svelte-kit.js');
  const done = spawnSync(process.execPath, [kit, 'sync'], { cwd: ROOT, stdio: 'inherit' });
  if (done.status !== 0) throw new Error('svelte-kit sync failed: see above.');
}

/** Builds the app into build/ when its sources changed since the last build. True when it built. */
export function ensureBuilt({ quiet = true } = {}) {
  ensureSample();
  const stamp = join(ROOT, '.cache', 'built');
  const wanted = sourceHash();
  const current =
    existsSync(join(ROOT, 'build', '200.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted;
  if (current) return false;
  console.log('Building the app …');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const done = spawnSync(process.execPath, [vite, 'build', ...(quiet ? ['--logLevel', 'warn'] : [])], {
    cwd: ROOT,
    stdio: 'inherit',
    // A test runner says `test`, which would build the developers' variant.
    // The version is what the service worker tells an old build by.
    env: { ...process.env, NODE_ENV: 'production', APP_VERSION: wanted.slice(0, 16) },
  });
  if (done.status !== 0) throw new Error('The build failed: see above.');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

function ensureSample() {
  const script = join(ROOT, 'scripts', 'make-sample.mjs');
  if (existsSync(join(ROOT, 'static', 'sample', 'manifest.json')) || !existsSync(script)) return;
  console.log('Making the sample project …');
  const done = spawnSync(process.execPath, [script], { cwd: ROOT, stdio: 'inherit' });
  if (done.status !== 0) throw new Error('The sample could not be made: see above.');
}

function installedIsCurrent() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional === true || present[path]?.version === entry.version,
  );
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const name of ['src', 'workers', 'static']) addFolder(hash, join(ROOT, name));
  for (const name of [
    'package-lock.json',
    'svelte.config.js',
    'vite.config.ts',
    join('server', 'policy.ts'),
  ]) {
    hash.update(readFileSync(join(ROOT, name)));
  }
  return hash.digest('hex');
}

function addFolder(hash, folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) addFolder(hash, path);
    else hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  }
}
