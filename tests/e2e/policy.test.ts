import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveApp, type ServedApp } from './setup/app.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(async () => {
  await app.close();
});

/** A host that is never asked: the policy refuses before a name is looked up. */
const ELSEWHERE = 'https://example.com/';

describe('what the page may do', () => {
  it('every answer carries the policy, scripts of workers too', async () => {
    const { page, context } = await app.open();
    const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
    for (const address of [app.url, worker.url(), `${app.url}sample/manifest.json`, `${app.url}none.js`]) {
      const answer = await page.request.get(address);
      const policy = answer.headers()['content-security-policy'] ?? '';
      expect(policy, address).toContain("default-src 'none'");
      expect(policy, address).toContain("connect-src 'self'");
      expect(policy, address).toContain("require-trusted-types-for 'script'");
      expect(policy, address).not.toMatch(/unsafe-inline|unsafe-eval/);
      expect(answer.headers()['x-content-type-options']).toBe('nosniff');
      expect(answer.headers()['referrer-policy']).toBe('no-referrer');
    }
    await context.close();
  });

  it('neither the page nor a worker can call another host', async () => {
    const { page, context, foreign } = await app.open();
    const tryFetch = async (address: string): Promise<string> =>
      fetch(address).then(
        () => 'answered',
        (error: unknown) => String(error),
      );
    expect(await page.evaluate(tryFetch, ELSEWHERE)).toContain('Failed to fetch');
    const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
    expect(await worker.evaluate(tryFetch, ELSEWHERE)).toContain('Failed to fetch');
    expect(foreign).toEqual([]);
    await context.close();
  });

  it('[S353] a worker may call the hosts that the server was started with, and no other', async () => {
    const answering = (): Promise<Server> =>
      new Promise((done) => {
        const server = createServer((_, response) => {
          response.writeHead(200, { 'access-control-allow-origin': '*' });
          response.end('here');
        });
        server.listen(0, '127.0.0.1', () => done(server));
      });
    const originOf = (server: Server): string =>
      `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const [named, other] = [await answering(), await answering()];
    const served = await serveApp({ direct: [originOf(named)] });
    const { page, context } = await served.open();
    const tryFetch = async (address: string): Promise<string> =>
      fetch(address).then(
        (answer) => answer.text(),
        (error: unknown) => String(error),
      );
    const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
    const places = [
      (address: string) => page.evaluate(tryFetch, address),
      (address: string) => worker.evaluate(tryFetch, address),
    ];
    for (const ask of places) {
      expect(await ask(originOf(named))).toBe('here');
      expect(await ask(originOf(other))).toContain('Failed to fetch');
    }
    await context.close();
    await served.close();
    named.close();
    other.close();
  });

  it('text never becomes script or markup', async () => {
    const { page, context } = await app.open();
    const refused = await page.evaluate(async () => {
      // A debugger's own evaluation may use eval; what it leaves for later may not.
      await new Promise((done) => setTimeout(done, 0));
      const attempts = [
        () => (document.createElement('div').innerHTML = '<b>x</b>'),
        () => (document.createElement('script').src = '/x.js'),
        () => new Worker('/x.js'),
        () => eval('1'),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : 'refused';
        }
      });
    });
    expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError', 'EvalError']);
    await context.close();
  });

  it('only this machine’s own names are answered', async () => {
    const status = await new Promise<number>((done) => {
      request(app.url, { headers: { host: 'evil.example' } }, (got) => {
        got.resume();
        done(got.statusCode ?? 0);
      }).end();
    });
    expect(status).toBe(421);
  });

  it('no file outside the build is served', async () => {
    for (const path of ['..%2fpackage.json', '%2e%2e/package.json', 'none.js', '%00']) {
      const answer = await fetch(app.url + path);
      const text = await answer.text();
      expect(text, path).not.toContain('"devDependencies"');
    }
  });
});
