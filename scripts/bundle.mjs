/** Runs TypeScript in a Node that knows none (20): bundled by esbuild into the cache, again when a source changed. */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'drysync');

/** The module of `entry` (a path from the root), fresh. Libraries stay outside the bundle. */
export async function bundled(entry) {
  const name = entry.replaceAll('/', '-').replace(/\.ts$/, '');
  const bundle = join(CACHE, `${name}.mjs`);
  const stamps = join(CACHE, `${name}.json`);
  if (!isFresh(bundle, stamps)) await build(entry, bundle, stamps);
  return import(pathToFileURL(bundle).href);
}

/** Every source the bundle was made of is as it was. */
function isFresh(bundle, stamps) {
  try {
    const sources = JSON.parse(readFileSync(stamps, 'utf8'));
    return existsSync(bundle) && Object.entries(sources).every(([path, stamp]) => stampOf(path) === stamp);
  } catch {
    return false;
  }
}

function stampOf(path) {
  const { mtimeMs, size } = statSync(join(ROOT, path));
  return `${mtimeMs} ${size}`;
}

async function build(entry, bundle, stamps) {
  const { build } = await import('esbuild');
  mkdirSync(CACHE, { recursive: true });
  const own = join(CACHE, `${process.pid}-${basename(bundle)}`);
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
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
  writeFileSync(`${own}.json`, JSON.stringify(stamped));
  renameSync(`${own}.json`, stamps);
}
