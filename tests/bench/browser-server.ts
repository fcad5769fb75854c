import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';

const ROOT = resolve('.');
const WORKERS = join(ROOT, 'build', '_app', 'immutable', 'workers');

/** What is served under which first word: the bench's own bundles, the product's built workers, DuckDB's files. */
const FOLDERS: Readonly<Record<string, string>> = {
  bench: join(ROOT, 'node_modules', '.cache', 'bench-browser'),
  workers: WORKERS,
  sample: join(ROOT, 'build', 'sample'),
  duckdb: join(ROOT, 'node_modules', '@duckdb', 'duckdb-wasm', 'dist'),
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html; charset=utf-8',
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>bench</title>
<input type="file" id="left"><input type="file" id="right"><script type="module" src="/bench/browser-page.js"></script>`;

/** Serves the bench's page on this machine only. */
export async function serveBench(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    if (path === '/') {
      response.writeHead(200, { 'Content-Type': TYPES['.html']! }).end(PAGE);
      return;
    }
    const [, first = '', ...rest] = path.split('/');
    const folder = FOLDERS[first];
    const file = folder === undefined ? '' : normalize(join(folder, ...rest));
    if (folder === undefined || !file.startsWith(folder + sep) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Address of one of the product's built workers; null where the build has none of that name. */
export function builtWorker(name: string): string | null {
  if (!existsSync(WORKERS)) return null;
  const file = readdirSync(WORKERS).find((one) => one.startsWith(`${name}.worker-`) && one.endsWith('.js'));
  return file === undefined ? null : `/workers/${file}`;
}
