import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attacks } from './attacks.ts';
import { bytesOf, sendRaw, withHeaders } from './raw.ts';
import { serveRelay, TOKEN, type ServedRelay } from './relay-served.ts';
import { plainAnswer, upstreamCanary, type UpstreamCanary } from './upstream-canary.ts';

let relay: ServedRelay;
let elsewhere: UpstreamCanary;
let key: string;
beforeAll(async () => {
  relay = await serveRelay({ ask: 65_536, answer: 65_536 });
  elsewhere = await upstreamCanary();
  key = await relay.key();
});
afterAll(async () => {
  await relay.close();
  await elsewhere.close();
});

const send = (ask: Parameters<typeof bytesOf>[0]): Promise<string> => sendRaw(relay.port, bytesOf(ask));

describe('attacks on the relay', () => {
  it('[S340] [S342] get nowhere: no app is asked anything, nobody is given the key', async () => {
    const table = attacks(relay, elsewhere.port);
    expect(table.length).toBeGreaterThan(200);
    const before = relay.app.connections();
    const through: string[] = [];
    for (const { name, bytes, hangsUp } of table) {
      const text = await sendRaw(relay.port, bytes, hangsUp);
      const said = /^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? '';
      const given = text.includes(key) || text.includes('canary') || /access-control-allow/i.test(text);
      if (said === '200' || said === '101' || given || relay.app.seen.length > 0) through.push(name);
      relay.app.seen.length = 0;
    }
    expect(through).toEqual([]);
    expect(relay.app.connections()).toBe(before);
    expect(elsewhere.connections()).toBe(0);
    // And the relay still works: what refused them all is not that nothing passes.
    expect(await send(relay.ask())).toContain('{"canary":true}');
    expect(relay.app.seen).toHaveLength(1);
    relay.app.seen.length = 0;
  });

  it('[S341] the key of another start opens nothing', async () => {
    const other = await serveRelay();
    const text = await send(withHeaders(relay.ask(), { 'X-Drysync-Key': await other.key() }));
    expect(text).toContain('{"refused":"key"}');
    expect(await relay.key()).toBe(key);
    expect(await other.key()).not.toBe(key);
    expect(relay.app.seen).toEqual([]);
    await other.close();
  });

  it('[S343] a call is passed on once, however often it comes', async () => {
    const ask = relay.ask();
    expect(await send(ask)).toContain('HTTP/1.1 200');
    for (let time = 0; time < 3; time++) expect(await send(ask)).toContain('{"refused":"repeated"}');
    expect(relay.app.seen).toHaveLength(1);
    relay.app.seen.length = 0;
  });

  it('[S342] what is not listed stays behind: cookies, other methods, other hosts, hop-by-hop headers', async () => {
    const forbidden = {
      Cookie: 'mark=1',
      'X-HTTP-Method-Override': 'DELETE; mark',
      'X-HTTP-Method': 'DELETE; mark',
      'X-Method-Override': 'DELETE; mark',
      'X-Forwarded-Host': 'mark.example',
      'X-Forwarded-For': '10.0.0.1, mark',
      'X-Original-URL': '/mark',
      'X-Rewrite-URL': '/mark',
      Forwarded: 'host=mark',
      'Proxy-Authorization': 'Basic mark',
      'Proxy-Connection': 'mark',
      'Keep-Alive': 'mark',
      TE: 'trailers, mark',
      Trailer: 'mark',
      Via: '1.1 mark',
      Range: 'bytes=0-1, mark',
      'If-None-Match': 'mark',
      Referer: 'http://127.0.0.1/mark',
      'User-Agent': 'mark',
      'Accept-Language': 'mark',
      'X-Anything': 'mark',
    };
    for (const [name, value] of Object.entries(forbidden)) {
      expect(await send(withHeaders(relay.ask(), { [name]: value })), name).toContain('HTTP/1.1 200');
    }
    const { port } = relay.app;
    const names = ['accept-encoding', 'authorization', 'connection', 'content-length', 'content-type'];
    for (const { method, path, headers, body } of relay.app.seen) {
      expect(headers.join()).not.toContain('mark');
      const sent = Object.fromEntries(
        headers.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), headers[at + 1] ?? '']] : [])),
      );
      expect(Object.keys(sent).sort()).toEqual([...names, 'host', 'user-agent']);
      expect(sent).toMatchObject({
        host: `127.0.0.1:${String(port)}`,
        authorization: `Bearer ${TOKEN}`,
        'user-agent': 'Drysync',
      });
      expect([method, path, body]).toEqual(['POST', '/crm/objects/2026-09/contacts/batch/create', '{}']);
    }
    expect(relay.app.seen).toHaveLength(Object.keys(forbidden).length);
    relay.app.seen.length = 0;
  });

  it('[S342] a body that looks like a call is a body, and a second call behind it is judged for itself', async () => {
    const second = bytesOf(withHeaders(relay.ask(), { 'X-Drysync-Key': null }));
    const ask = relay.ask();
    const inside = withHeaders({ ...ask, body: second }, { 'Content-Length': String(second.length) });
    expect(await send(inside)).toContain('HTTP/1.1 200');
    expect(relay.app.seen.map(({ body }) => body)).toEqual([second]);
    relay.app.seen.length = 0;
    const both = bytesOf(withHeaders(relay.ask(), { Connection: 'keep-alive' })) + second;
    expect(await sendRaw(relay.port, both)).toContain('{"refused":"key"}');
    expect(relay.app.seen).toHaveLength(1);
    relay.app.seen.length = 0;
  });

  it('[S343] an app that sends elsewhere, or more than it may, gets nothing of it to the page', async () => {
    const there = `http://127.0.0.1:${String(elsewhere.port)}/stolen`;
    for (const status of [300, 301, 302, 303, 304, 307, 308]) {
      relay.app.answer = (_, response) => response.writeHead(status, { location: there }).end('moved');
      expect(await send(relay.ask()), String(status)).toContain('{"lost":"dropped","said":"redirect"}');
    }
    relay.app.answer = (_, response) => response.writeHead(200, { 'content-length': 70_000 }).end();
    expect(await send(relay.ask())).toContain('"said":"too-large"');
    relay.app.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    expect(await send(relay.ask())).toContain('"said":"encoded"');
    relay.app.answer = (request) =>
      request.socket.end('HTTP/1.1 101 No\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n');
    expect(await send(relay.ask())).toContain('"lost":"dropped"');
    relay.app.answer = plainAnswer;
    expect(elsewhere.connections()).toBe(0);
    relay.app.seen.length = 0;
  });

  it('[S343] of an answer nothing acts on this page: no cookie, no page, no status a browser acts on', async () => {
    relay.app.answer = (_, response) => {
      response.writeHead(401, {
        'set-cookie': 'mark=1',
        'www-authenticate': 'Basic realm="mark"',
        'content-type': 'text/html',
        'access-control-allow-origin': '*',
        'clear-site-data': '"*"',
        'content-security-policy': 'mark',
        'service-worker-allowed': '/mark',
        refresh: '0; url=/mark',
        location: '/mark',
        link: '</mark>; rel=preload',
        'retry-after': '3',
        'x-powered-by': 'mark',
      });
      response.end('<script>alert(1)</script>');
    };
    const text = await send(relay.ask());
    relay.app.answer = plainAnswer;
    relay.app.seen.length = 0;
    expect(text).not.toContain('mark');
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(text).toContain('Content-Type: application/octet-stream\r\n');
    expect(text).toContain("default-src 'none'");
    expect(text).toContain('X-Content-Type-Options: nosniff\r\n');
    expect(text).toContain(
      'X-Drysync-Answer: {"status":401,"headers":{"content-type":"text/html","retry-after":"3"}}',
    );
  });

  it('[S343] its log has neither a token nor a path nor the key', () => {
    expect(relay.log.length).toBeGreaterThan(100);
    for (const line of relay.log) {
      expect(line).toMatch(/^relay: (refused|hubspot lost), [a-z-]+$/i);
    }
    expect(relay.log.join()).not.toContain(TOKEN);
    expect(relay.log.join()).not.toContain(key);
  });
});
