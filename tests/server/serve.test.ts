import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routesOf } from '../../server/routes.ts';
import { serve, type Serving } from '../../server/serve.ts';

let folder: string;
/** Beside the folder, so that only a way out of it finds it. */
let outside: string;
let server: Serving;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drysync-build-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>home');
  writeFileSync(join(folder, '200.html'), '<!doctype html>any page');
  writeFileSync(join(folder, 'a.json'), '{}');
  outside = `${folder}.json`;
  writeFileSync(outside, '{}');
  const identity = { app: 'drysync', version: '1', folder } as const;
  const failing = {
    method: 'POST',
    path: '/server/fails',
    answer: () => Promise.reject(new Error('no')),
  } as const;
  server = await serve([failing, ...routesOf(identity, folder)]);
});
afterAll(async () => {
  await server.close();
  rmSync(outside);
  rmSync(folder, { recursive: true, force: true });
});

interface Got {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const ask = (path: string, method = 'GET', host?: string): Promise<Got> =>
  new Promise((done, failed) => {
    const headers = host === undefined ? {} : { host };
    const { port } = new URL(server.url);
    request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body, headers: answer.headers }));
    })
      .on('error', failed)
      .end();
  });

describe('the local server', () => {
  it('gives files of the build, and the page for every address without an ending', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, body: '<!doctype html>home' });
    expect(await ask('/plan/x')).toMatchObject({ status: 200, body: '<!doctype html>any page' });
    expect(await ask('/a.json')).toMatchObject({ status: 200, body: '{}' });
    for (const none of ['/b.json', `/..%2f${basename(outside)}`, '/%00.json', '/%']) {
      expect((await ask(none)).status, none).toBe(404);
    }
  });

  it('says who it is, and has no page under /server/', async () => {
    const { status, body } = await ask('/server/identity');
    expect([status, JSON.parse(body)]).toEqual([200, { app: 'drysync', version: '1', folder }]);
    expect((await ask('/server/none')).status).toBe(404);
  });

  it('answers a route’s own methods only', async () => {
    expect(await ask('/server/identity', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET' } });
    expect((await ask('/a.json', 'DELETE')).status).toBe(405);
    expect(await ask('/a.json', 'HEAD')).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': '2' },
    });
  });

  it('knows this machine’s names only, and sends the second of them to the first', async () => {
    const { port } = new URL(server.url);
    expect((await ask('/', 'GET', 'evil.example')).status).toBe(421);
    expect((await ask('/', 'GET', `127.0.0.1.evil.example:${port}`)).status).toBe(421);
    expect(await ask('/plan/?a=b', 'GET', `localhost:${port}`)).toMatchObject({
      status: 307,
      headers: { location: `${server.url}plan/?a=b` },
    });
  });

  it('carries the policy on every answer, and lives on after a route failed', async () => {
    for (const path of ['/', '/none.js', '/server/identity', '/plan']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy'], path).toContain("default-src 'none'");
      expect(headers['content-security-policy'], path).toContain("img-src 'self';");
    }
    expect((await ask('/server/fails', 'POST')).status).toBe(500);
    expect((await ask('/')).status).toBe(200);
  });
});
