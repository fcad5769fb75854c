/**
 * Serves build/ on this machine only, every answer with the strict content policy (worker scripts too).
 * `node scripts/serve.mjs [port]`, or `serve({ port })` from a test.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pagePolicyHeader, policyHeader } from './content-policy.mjs';

const BUILD = resolve(import.meta.dirname, '..', 'build');

const TYPES = {
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

/** Starts on 127.0.0.1; port 0 takes a free one. Resolves to its address and a way to end it. */
export function serve({ port = 0, root = BUILD } = {}) {
  const server = createServer((request, response) => answer(root, request, response));
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      done({
        url: `http://127.0.0.1:${server.address().port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(closed);
            server.closeAllConnections();
          }),
      });
    });
  });
}

function answer(root, request, response) {
  const headers = {
    'Content-Security-Policy': policyHeader(),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  const say = (status, text) => {
    response.writeHead(status, { ...headers, 'Content-Type': TYPES['.txt'] });
    response.end(request.method === 'HEAD' ? undefined : text);
  };
  // A foreign name that resolves to this machine must not reach it.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return say(421, 'Wrong host.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Only GET.\n');
  const file = fileFor(root, request.url ?? '/');
  if (file === null) return say(404, 'No such file.\n');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const body = readFileSync(file);
  const page = file.endsWith('.html');
  response.writeHead(200, {
    ...headers,
    ...(page ? { 'Content-Security-Policy': pagePolicyHeader(body.toString('utf8')) } : {}),
    'Content-Type': type,
    'Content-Length': body.length,
    'Cache-Control': file.includes(`${sep}immutable${sep}`)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The file an address stands for; a path without an ending is a page. Null: there is none. */
function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return null;
  }
  const full = normalize(join(root, path));
  if (full !== root && !full.startsWith(root + sep)) return null;
  if (existsSync(full) && statSync(full).isFile()) return full;
  const index = join(full, 'index.html');
  if (existsSync(index)) return index;
  return extname(path) === '' ? join(root, '200.html') : null;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const { url } = await serve({ port: Number(process.argv[2] ?? 0) });
  console.log(url);
}
