#!/usr/bin/env node
// The command line: bundles src/cli when it is missing or older than its sources, then runs it. Node 20 runs no TypeScript.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, 'node_modules', '.cache', 'drysync');
const bundle = join(cache, 'cli.mjs');
const stamps = join(cache, 'cli.json');

if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
  console.error('Drysync is not installed yet: run npm ci in its folder first.');
  process.exit(1);
}
if (!isFresh()) await build();
await import(pathToFileURL(bundle).href);

/** Every source the bundle was made of is as it was. */
function isFresh() {
  try {
    const sources = JSON.parse(readFileSync(stamps, 'utf8'));
    return existsSync(bundle) && Object.entries(sources).every(([path, stamp]) => stampOf(path) === stamp);
  } catch {
    return false;
  }
}

function stampOf(path) {
  const { mtimeMs, size } = statSync(join(root, path));
  return `${mtimeMs} ${size}`;
}

async function build() {
  const { build } = await import('esbuild');
  mkdirSync(cache, { recursive: true });
  const own = `${bundle}.${process.pid}`;
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outfile: own,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    metafile: true,
    logLevel: 'error',
  });
  const sources = [...Object.keys(result.metafile.inputs), 'package-lock.json'];
  const stamped = Object.fromEntries(sources.map((path) => [path, stampOf(path)]));
  // The bundle first: a run between the two finds old stamps and builds again.
  renameSync(own, bundle);
  writeFileSync(`${stamps}.${process.pid}`, JSON.stringify(stamped));
  renameSync(`${stamps}.${process.pid}`, stamps);
}
