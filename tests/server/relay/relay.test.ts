import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { relayOf } from '../../../server/relay/relay.ts';
import { isAllowed } from '../../../server/relay/target.ts';
import { PATHS } from '../../../src/lib/connectors/app/hubspot/paths.ts';
import { upstreamsOf } from '../../../server/relay/upstream.ts';
import { serve } from '../../../server/serve.ts';
import { adding, bytesOf, sendRaw, withHeaders, type RawAsk } from './raw.ts';
import { serveRelay, upstreamsAt, type ServedRelay } from './relay-served.ts';
import { plainAnswer } from './upstream-canary.ts';

let relay: ServedRelay;
beforeAll(async () => {
  relay = await serveRelay({ open: 4, answer: 1 << 20 });
});
afterEach(() => {
  relay.app.answer = plainAnswer;
  relay.app.seen.length = 0;
});
afterAll(() => relay.close());

const send = (ask: RawAsk): Promise<string> => sendRaw(relay.port, bytesOf(ask));

describe('the relay', () => {
  it('says which apps calls are passed on to', async () => {
    const text = await send(relay.keyAsk());
    const host = `127.0.0.1:${String(relay.app.port)}`;
    expect(text).toContain(
      `"apps":[{"name":"hubspot","host":"${host}"},{"name":"odoo","host":"${host}","named":true}]`,
    );
    expect(text).toContain('Cache-Control: no-store\r\n');
  });

  it('passes a call on as it is: method, path with its query, body, and the answer back', async () => {
    relay.app.answer = (_, response) => {
      response.writeHead(207, { 'content-type': 'application/json', 'X-HubSpot-RateLimit-Remaining': '99' });
      response.end('{"status":"COMPLETE"}');
    };
    const path = '/crm/objects/2026-09/contacts?limit=100&properties=email,name&after=a%C3%A9';
    const text = await send(relay.ask(path, 'GET'));
    expect(relay.app.seen).toMatchObject([{ method: 'GET', path, body: '' }]);
    expect(text).toContain(
      'X-Drysync-Answer: {"status":207,"headers":{"content-type":"application/json","x-hubspot-ratelimit-remaining":"99"}}',
    );
    expect(text).toContain('{"status":"COMPLETE"}');
    const odoo = withHeaders(relay.ask('/json/2/crm.lead/search_read'), {
      'X-Drysync-App': `odoo@127.0.0.1:${String(relay.app.port)}`,
      'X-Odoo-Database': 'main',
    });
    expect(await send(odoo)).toContain('HTTP/1.1 200');
    expect(relay.app.seen.at(-1)?.headers).toContain('main');
  });

  it('gives an answer on as it comes, before it is whole', async () => {
    let rest: (() => void) | null = null;
    relay.app.answer = (_, response) => {
      response.write('first');
      rest = () => response.end(' and last');
    };
    const socket = connect(relay.port, '127.0.0.1');
    socket.write(bytesOf(relay.ask()));
    let text = '';
    await new Promise<void>((done) => {
      socket.on('data', (chunk) => {
        text += chunk.toString();
        if (text.includes('first') && rest !== null) {
          rest();
          rest = null;
        }
        if (text.includes('last')) done();
      });
    });
    socket.destroy();
    expect(text.indexOf('first')).toBeLessThan(text.indexOf('last'));
  });

  it('[S343] what an app did and did not answer is lost, never tried again, and never a whole answer', async () => {
    relay.app.answer = (request) => request.socket.destroy();
    expect(await send(relay.ask())).toContain('HTTP/1.1 502');
    expect(relay.app.seen).toHaveLength(1);
    relay.app.answer = (request) =>
      request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{"half":', 'latin1');
    expect(await send(relay.ask())).toMatch(/Content-Length: 20\r\n[^]*\{"half":$/);
    relay.app.answer = (request) =>
      request.socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{"half":\r\n', 'latin1');
    expect(await send(relay.ask())).not.toMatch(/\r\n0\r\n\r\n$/);
    relay.app.answer = (_, response) => void response.writeHead(200).write('x'.repeat(2 << 20));
    expect(await send(relay.ask())).not.toMatch(/\r\n0\r\n\r\n$/);
    expect(relay.app.seen).toHaveLength(4);
  });

  it('[S343] one that is silent, or drips and takes too long in all, is lost', async () => {
    const quick = await serveRelay({ silent: 500, whole: 1_000 });
    const ask = (): Promise<string> => sendRaw(quick.port, bytesOf(quick.ask()));
    quick.app.answer = () => undefined;
    expect(await ask()).toContain('{"lost":"timeout","said":"silent"}');
    expect(quick.app.seen).toHaveLength(1);
    let drip: NodeJS.Timeout | undefined;
    quick.app.answer = (_, response) => {
      response.writeHead(200);
      drip = setInterval(() => response.write('.'), 50);
    };
    const text = await ask();
    clearInterval(drip);
    expect(text).toContain('1\r\n.\r\n1\r\n.');
    expect(text).not.toMatch(/\r\n0\r\n\r\n$/);
    await quick.close();
  });

  it('ends a call at the app when the page goes away', async () => {
    const closed = new Promise<void>((done) => {
      relay.app.answer = (request) => void request.socket.on('close', () => done());
    });
    const socket = connect(relay.port, '127.0.0.1');
    socket.write(bytesOf(relay.ask()));
    while (relay.app.seen.length === 0) await new Promise((done) => setTimeout(done, 5));
    socket.destroy();
    await closed;
    expect(relay.app.seen).toHaveLength(1);
  });

  it('takes so many calls at one time, and says so to the next', async () => {
    const held: (() => void)[] = [];
    relay.app.answer = (_, response) => void held.push(() => response.end('done'));
    const calls = [1, 2, 3, 4].map(() => send(relay.ask()));
    while (held.length < 4) await new Promise((done) => setTimeout(done, 5));
    expect(await send(relay.ask())).toContain('{"refused":"busy"}');
    for (const end of held) end();
    for (const text of await Promise.all(calls)) expect(text).toContain('done');
    expect(relay.app.seen).toHaveLength(4);
  });

  it('a page may send no body with a read, and a header once', async () => {
    expect(await send(adding(relay.ask(), ['Accept', 'application/json']))).toContain('HTTP/1.1 200');
    expect(
      await send(withHeaders(relay.ask('/crm/owners/2026-09', 'GET'), { 'Content-Length': null })),
    ).toContain('HTTP/1.1 200');
  });
});

describe('what is passed on', () => {
  it('[S342] is all that the connector of HubSpot asks', () => {
    const hubspot = upstreamsAt('http://127.0.0.1:1').get('hubspot')!;
    const gets = [
      PATHS.account,
      PATHS.schemas,
      PATHS.schema('p_cars'),
      PATHS.properties('contacts'),
      PATHS.pipelines('deals'),
      `${PATHS.owners}?limit=100&after=x`,
      `${PATHS.records('2-345')}?limit=100&archived=false&after=1&properties=a,b_c`,
      `${PATHS.record('contacts', "anna+o'neil@example.com")}?idProperty=email&archived=true&properties=a`,
      PATHS.labels('contacts', 'companies'),
    ];
    const posts = [
      PATHS.search('contacts'),
      ...(['read', 'create', 'update', 'upsert', 'archive'] as const).map((act) => PATHS.batch('deals', act)),
      `${PATHS.batch('deals', 'read')}?archived=true`,
      ...(['read', 'create', 'archive'] as const).map((act) => PATHS.links('deals', 'contacts', act)),
    ];
    expect(gets.filter((path) => !isAllowed(hubspot, 'GET', path))).toEqual([]);
    expect(posts.filter((path) => !isAllowed(hubspot, 'POST', path))).toEqual([]);
    expect([...gets, ...posts].filter((path) => isAllowed(hubspot, 'DELETE', path))).toEqual([]);
  });
});

describe('the sign-in at Salesforce', () => {
  const LOGINS = [
    'salesforce-own@acme.my.salesforce.com',
    'salesforce-own@other.my.salesforce.com',
    'salesforce-production',
    'salesforce-sandbox',
  ];

  it('[S423] [S445] [S460] is there where orgs were named, at their hosts and two that all share, for the addresses of tokens alone', () => {
    const made = upstreamsOf({
      salesforce: ['https://acme.my.salesforce.com', 'https://other.my.salesforce.com'],
    });
    const { upstreams } = 'upstreams' in made ? made : { upstreams: new Map<string, never>() };
    expect([...upstreams.keys()]).toEqual(['hubspot', ...LOGINS]);
    const logins = LOGINS.map((name) => upstreams.get(name)!);
    expect(logins.map(({ origin }) => origin.href)).toEqual([
      'https://acme.my.salesforce.com/',
      'https://other.my.salesforce.com/',
      'https://login.salesforce.com/',
      'https://test.salesforce.com/',
    ]);
    for (const login of logins) {
      expect(isAllowed(login, 'POST', '/services/oauth2/token')).toBe(true);
      expect(isAllowed(login, 'POST', '/services/oauth2/revoke')).toBe(true);
      for (const [method, path] of [
        ['GET', '/services/oauth2/token'],
        ['POST', '/services/oauth2/token?grant_type=password'],
        ['GET', '/services/oauth2/revoke'],
        ['POST', '/services/oauth2/revoke?token=canary'],
        ['POST', '/services/oauth2/introspect'],
        ['GET', '/services/oauth2/authorize'],
        ['POST', '/services/data/v64.0/sobjects/Account'],
      ] as const)
        expect(isAllowed(login, method, path), `${method} ${path}`).toBe(false);
    }
  });

  it('[S423] sends a form there and nothing else, as it was, and its log says nothing of it', async () => {
    const log: string[] = [];
    const made = upstreamsOf({ salesforce: [relay.app.origin] });
    if ('says' in made) throw new Error(made.says);
    const server = await serve(relayOf({ upstreams: made.upstreams, log: (line) => log.push(line) }));
    const own = server.url.slice('http://'.length, -1);
    const port = Number(new URL(server.url).port);
    const here = { Host: own, Origin: `http://${own}` };
    const keyText = await sendRaw(port, bytesOf(withHeaders(relay.keyAsk(), here)));
    const key = /"key":"([^"]+)"/.exec(keyText)?.[1] ?? '';
    const body = 'grant_type=authorization_code&code=canary-code-1&code_verifier=canary-verifier-1';
    const form = (type: string) => ({
      ...withHeaders(relay.ask('/services/oauth2/token'), {
        ...here,
        'X-Drysync-Key': key,
        'X-Drysync-App': `salesforce-own@127.0.0.1:${String(relay.app.port)}`,
        'Content-Type': type,
        'Content-Length': String(body.length),
        Authorization: null,
      }),
      body,
    });
    const text = await sendRaw(port, bytesOf(form('application/x-www-form-urlencoded')));
    expect(text).toContain('{"canary":true}');
    expect(relay.app.seen).toMatchObject([{ method: 'POST', path: '/services/oauth2/token', body }]);
    for (const type of ['application/json', 'text/csv', 'text/plain'])
      expect(await sendRaw(port, bytesOf(form(type)))).toContain('{"refused":"header"}');
    expect(relay.app.seen).toHaveLength(1);
    expect(log.join()).toContain('refused');
    expect(log.join()).not.toContain('canary');
    await server.close();
  });
});
