import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { directCaller } from '../../../src/lib/connectors/app/callers/direct.ts';
import { appsInReach, relayCaller } from '../../../src/lib/connectors/app/callers/relay.ts';
import type { Call, CallAnswer, Caller } from '../../../src/lib/connectors/app/call.ts';
import { relayOf } from '../../../server/relay/relay.ts';
import { upstreamsOf } from '../../../server/relay/upstream.ts';
import { serve, type Serving } from '../../../server/serve.ts';
import { answering, faultyServer, type FaultyServer } from './faulty-server.ts';
import { asPage } from './as-page.ts';

const TOKEN = 'pat-canary-51c2';
const CALL: Call = {
  method: 'POST',
  path: '/crm/objects/2026-09/contacts/batch/create',
  headers: { 'content-type': 'application/json' },
  body: '{"inputs":[{"name":"Ünal"}]}',
};

let app: FaultyServer;
let server: Serving;
let origin: string;
beforeAll(async () => {
  app = await faultyServer();
  server = await relayAt(0);
  origin = server.url.slice(0, -1);
});
afterEach(() => {
  app.fault = (socket) => socket.end(answering('{}'));
  app.asks.length = 0;
});
afterAll(async () => {
  await server.close();
  await app.close();
});

function relayAt(port: number): Promise<Serving> {
  const made = upstreamsOf({ hubspot: app.origin });
  if ('says' in made) throw new Error(made.says);
  return serve(relayOf({ upstreams: made.upstreams, limits: { silent: 2_000, whole: 4_000 } }), port);
}

const headers = { authorization: `Bearer ${TOKEN}` };
type Options = { readonly timeout?: number; readonly stop?: AbortSignal };
const CALLERS: Readonly<Record<string, (options?: Options) => Caller>> = {
  direct: (options) => directCaller(app.origin, { headers, ...options }),
  relay: (options) => relayCaller('hubspot', { headers, origin, fetch: asPage(origin), ...options }),
};

const told = (answer: CallAnswer): readonly [unknown, unknown] =>
  answer.kind === 'lost' ? [answer.because, answer.said] : [answer.status, answer.body];

for (const [name, make] of Object.entries(CALLERS)) {
  describe(`a ${name} call`, () => {
    it('comes back as the app answered it, whatever the status', async () => {
      for (const status of [200, 201, 207, 400, 401, 403, 404, 408, 409, 421, 423, 425, 429, 477, 500, 503]) {
        app.fault = (socket) => socket.end(answering('{"ü":1}', `${String(status)} X`, 'Retry-After: 7\r\n'));
        const answer = await make()(CALL);
        expect(told(answer)).toEqual([status, '{"ü":1}']);
        if (answer.kind === 'lost') continue;
        expect([answer.header('Retry-After'), answer.header('content-type'), answer.header('none')]).toEqual([
          '7',
          'application/json',
          null,
        ]);
      }
    });

    it('has the sign-in, the body byte for byte, and no cookie', async () => {
      await make()(CALL);
      const [ask = ''] = app.asks;
      expect(ask).toContain('POST /crm/objects/2026-09/contacts/batch/create HTTP/1.1');
      expect(ask.toLowerCase()).toContain(`authorization: bearer ${TOKEN}`);
      expect(ask.toLowerCase()).not.toContain('cookie');
      expect(Buffer.from(ask.split('\r\n\r\n')[1] ?? '', 'latin1').toString('utf8')).toBe(CALL.body);
      const bytes = new Uint8Array([0x7b, 0x7d]);
      await make()({ ...CALL, body: bytes });
      expect(app.asks[1]).toMatch(/\r\n\r\n\{\}$/);
      await make()({ method: 'GET', path: '/crm/owners/2026-09?limit=1', headers: {}, body: null });
      expect(app.asks[2]).toMatch(/^GET \/crm\/owners\/2026-09\?limit=1 HTTP/);
    });

    it('[S344] is lost where the answer does not come whole, and is sent once', async () => {
      const half = answering('{"a":"b"}').slice(0, -3);
      const faults: Record<string, (typeof app)['fault']> = {
        'dropped before an answer': (socket) => socket.destroy(),
        'closed without an answer': (socket) => void socket.end(),
        'half a head': (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-'),
        'half a body': (socket) => void socket.end(half),
        'half a body, reset': (socket) => void socket.write(half, () => socket.resetAndDestroy()),
        'chunks without an end': (socket) =>
          void socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n'),
        'no HTTP': (socket) => void socket.end('hello\r\n\r\n'),
        redirect: (socket) =>
          void socket.end(answering('', '307 X', `Location: ${app.origin}/elsewhere\r\n`)),
      };
      for (const [fault, does] of Object.entries(faults)) {
        app.fault = does;
        app.asks.length = 0;
        expect(told(await make({ timeout: 3_000 })(CALL))[0], fault).toMatch(/^(dropped|timeout)$/);
        expect(app.asks.length, fault).toBe(1);
      }
    });

    it('[S344] is lost where it takes too long: silent, or drop by drop', async () => {
      app.fault = () => undefined;
      expect(told(await make({ timeout: 300 })(CALL))).toEqual(['timeout', '']);
      app.fault = (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
        const drip = setInterval(() => socket.write('.'), 20);
        socket.on('close', () => clearInterval(drip));
      };
      expect(told(await make({ timeout: 300 })(CALL))).toEqual(['timeout', '']);
      expect(app.asks).toHaveLength(2);
    });

    it('ends when it is stopped, and sends nothing after that', async () => {
      const stop = new AbortController();
      app.fault = () => stop.abort();
      const caller = make({ stop: stop.signal });
      expect(told(await caller(CALL))).toEqual(['stopped', '']);
      expect(told(await caller(CALL))).toEqual(['stopped', '']);
      expect(app.asks).toHaveLength(1);
    });

    it('gives a page of HTML as what it is', async () => {
      app.fault = (socket) =>
        socket.end(
          'HTTP/1.1 502 X\r\nContent-Type: text/html\r\nContent-Length: 13\r\nConnection: close\r\n\r\n<html></html>',
        );
      const answer = await make()(CALL);
      expect(told(answer)).toEqual([502, '<html></html>']);
      expect(answer.kind === 'answered' && answer.header('content-type')).toBe('text/html');
    });

    it('says of a failure nothing that was sent', async () => {
      const broken = { ...CALL, headers: { 'x-bad': `a\n${TOKEN}` } };
      const answer = await make()(broken);
      expect(answer.kind).toBe('lost');
      expect(JSON.stringify(answer)).not.toContain(TOKEN);
      app.fault = (socket) => socket.destroy();
      expect(JSON.stringify(await make()(CALL))).not.toContain(TOKEN);
    });
  });
}

describe('a call by the relay', () => {
  const call = (fetchOf = asPage(origin)): Caller =>
    relayCaller('hubspot', { headers, origin, fetch: fetchOf });

  it('says where there is no relay, and what the relay would not pass on', async () => {
    const nowhere = await faultyServer();
    nowhere.fault = (socket) => socket.end(answering('<html>', '404 X'));
    const away = relayCaller('hubspot', { headers, origin: nowhere.origin });
    expect(told(await away(CALL))).toEqual(['no-relay', '']);
    expect(await appsInReach({ origin: nowhere.origin })).toBeNull();
    await nowhere.close();
    expect(told(await away(CALL))).toEqual(['no-relay', '']);
    expect(told(await call()({ ...CALL, path: '/settings/v3/users' }))).toEqual(['relay-refused', 'target']);
    expect(told(await relayCaller('odoo', { headers, origin, fetch: asPage(origin) })(CALL))).toEqual([
      'relay-refused',
      'target',
    ]);
    expect(app.asks).toEqual([]);
    expect((await appsInReach({ origin, fetch: asPage(origin) }))?.apps).toEqual([
      { name: 'hubspot', host: app.origin.slice('http://'.length) },
    ]);
  });

  it('[S460] names the host of an app that has several; where none is said, the only one there is', async () => {
    const second = await faultyServer();
    const names = async (
      odoo: readonly string[],
      host?: string,
    ): Promise<readonly [unknown, number, number]> => {
      const made = upstreamsOf({ odoo });
      if ('says' in made) throw new Error(made.says);
      const own = await serve(relayOf({ upstreams: made.upstreams }));
      const at = own.url.slice(0, -1);
      app.asks.length = 0;
      second.asks.length = 0;
      const caller = relayCaller('odoo', { headers, origin: at, fetch: asPage(at), host });
      const [status] = told(await caller({ ...CALL, path: '/json/2/crm.lead/search_read' }));
      await own.close();
      return [status, app.asks.length, second.asks.length];
    };
    second.fault = (socket) => socket.end(answering('{}'));
    const hosts = [app, second].map(({ origin: one }) => new URL(one).host);
    expect(await names([app.origin])).toEqual([200, 1, 0]);
    expect(await names([app.origin, second.origin], hosts[1])).toEqual([200, 0, 1]);
    expect(await names([app.origin, second.origin], hosts[0])).toEqual([200, 1, 0]);
    // Whose key it is would be guessed.
    expect(await names([app.origin, second.origin])).toEqual(['relay-refused', 0, 0]);
    expect(await names([second.origin], hosts[0])).toEqual(['relay-refused', 0, 0]);
    await second.close();
  });

  it('takes the key of a server that was started again, and the call goes once', async () => {
    const own = await relayAt(0);
    const at = own.url.slice(0, -1);
    const caller = relayCaller('hubspot', { headers, origin: at, fetch: asPage(at) });
    expect(told(await caller(CALL))).toEqual([200, '{}']);
    await own.close();
    expect(told(await caller(CALL))[0]).toBe('dropped');
    const again = await relayAt(Number(new URL(at).port));
    app.asks.length = 0;
    expect(told(await caller(CALL))).toEqual([200, '{}']);
    expect(app.asks).toHaveLength(1);
    await again.close();
  });

  it('[S343] a browser that sends it again by itself does not have it done twice', async () => {
    const page = asPage(origin);
    const twice: typeof fetch = async (input, init) => {
      const first = await page(input, init);
      return String(input).endsWith('/call') ? page(input, init) : first;
    };
    expect(told(await call(twice)(CALL))).toEqual(['dropped', 'repeated']);
    expect(app.asks).toHaveLength(1);
  });
});
