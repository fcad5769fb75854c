import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pagePolicyHeader, pageWith } from './policy.ts';
import { said, type Reply } from './route.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** A file of the build; a path without an ending is a page. `direct`: origins the page and its workers may call (S353). */
export async function buildFile(build: string, path: string, direct: readonly string[] = []): Promise<Reply> {
  const file = await fileFor(build, path);
  const found = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || found === null) return said(404, 'No such file.');
  const isPage = file.endsWith('.html');
  const body = isPage ? pageWith(found.toString('utf8'), direct) : found;
  return {
    status: 200,
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    body,
    headers: {
      // A worker has the policy its script came with, and another start may name other hosts.
      'Cache-Control':
        file.includes(`${sep}immutable${sep}`) && !file.includes(`${sep}workers${sep}`)
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      ...(isPage ? { 'Content-Security-Policy': pagePolicyHeader(found.toString('utf8'), direct) } : {}),
    },
  };
}

async function fileFor(build: string, path: string): Promise<string | null> {
  const full = normalize(join(build, path));
  if (full !== build && !full.startsWith(build + sep)) return null;
  if (await isFile(full)) return full;
  const index = join(full, 'index.html');
  if (await isFile(index)) return index;
  return extname(path) === '' ? join(build, '200.html') : null;
}

/** A name the system does not take (a NUL in it) is no file either. */
const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
