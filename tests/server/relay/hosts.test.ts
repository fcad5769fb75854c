import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { relayOf } from '../../../server/relay/relay.ts';
import { upstreamsOf } from '../../../server/relay/upstream.ts';
import { serve, type Serving } from '../../../server/serve.ts';
import { bytesOf, sendRaw, withHeaders } from './raw.ts';
import { serveRelay, upstreamsAt, type ServedRelay } from './relay-served.ts';
import { upstreamCanary } from './upstream-canary.ts';

let relay: ServedRelay;
beforeAll(async () => {
  relay = await serveRelay();
});
afterEach(() => {
  relay.app.seen.length = 0;
});
afterAll(() => relay.close());

describe('an app’s address', () => {
  it('[S342] is api.hubapi.com, and the Odoo a person named', () => {
    const made = upstreamsOf({ odoo: ['https://company.odoo.com'] });
    const hosts = 'upstreams' in made ? [...made.upstreams.values()].map(({ origin }) => origin.href) : [];
    expect(hosts).toEqual(['https://api.hubapi.com/', 'https://company.odoo.com/']);
    const none = upstreamsOf({});
    expect('upstreams' in none ? [...none.upstreams.keys()] : []).toEqual(['hubspot']);
  });

  it('[S342] is a host alone, encrypted unless it is this machine', () => {
    for (const odoo of [
      'company.odoo.com',
      'http://company.odoo.com',
      'https://user:pass@company.odoo.com',
      'https://company.odoo.com/path',
      'https://company.odoo.com/?a=b',
      'http://localhost:8069',
      'http://127.0.0.1.evil.example',
      'ftp://company.odoo.com',
      'file:///etc/passwd',
      'x',
    ]) {
      expect(upstreamsOf({ odoo: ['https://company.odoo.com', odoo] }), odoo).toHaveProperty('says');
    }
    for (const hubspot of ['https://evil.example', 'http://localhost:1', 'http://127.0.0.2:1', 'x', '']) {
      expect(upstreamsOf({ hubspot }), hubspot).toHaveProperty('says');
    }
  });

  it('[S460] of several that were named each call goes to the one it names, and to no other', async () => {
    const second = await upstreamCanary();
    const both = await served(upstreamsAt('http://127.0.0.1:1', relay.app.origin, second.origin));
    const port = Number(new URL(both.url).port);
    const own = `127.0.0.1:${String(port)}`;
    const here = { Host: own, Origin: `http://${own}` };
    const key = /"key":"([^"]+)"/.exec(await sendRaw(port, bytesOf(withHeaders(relay.keyAsk(), here))))?.[1];
    const asked = (app: string): Promise<string> =>
      sendRaw(
        port,
        bytesOf(
          withHeaders(relay.ask('/json/2/crm.lead/search_read'), {
            ...here,
            'X-Drysync-Key': key ?? '',
            'X-Drysync-App': app,
          }),
        ),
      );
    const hosts = [relay.app.port, second.port].map((one) => `127.0.0.1:${String(one)}`);
    for (const [at, app] of [relay.app, second].entries()) {
      const before = [relay.app.seen.length, second.seen.length];
      expect(await asked(`odoo@${hosts[at]!}`)).toContain('HTTP/1.1 200');
      before[at]! += 1;
      expect([relay.app.seen.length, second.seen.length]).toEqual(before);
      expect(app.seen.at(-1)).toMatchObject({ path: '/json/2/crm.lead/search_read' });
    }
    const seen = relay.app.seen.length + second.seen.length;
    for (const none of [
      'odoo',
      'odoo@',
      `odoo@${hosts[0]!}@${hosts[1]!}`,
      `odoo@${hosts[0]!},odoo@${hosts[1]!}`,
    ])
      expect(await asked(none), none).toContain('{"refused":"target"}');
    expect(relay.app.seen.length + second.seen.length).toBe(seen);
    await both.close();
    await second.close();
  });

  it('[S342] where its certificate is not that host’s nothing is sent', async () => {
    const { server, port, first } = await plainSocket();
    const other = await served(upstreamsAt('http://127.0.0.1:1', `https://127.0.0.1:${String(port)}`));
    const ask = withHeaders(relay.ask('/json/2/crm.lead/search_read'), {
      'X-Drysync-App': `odoo@127.0.0.1:${String(port)}`,
    });
    const own = other.url.slice('http://'.length, -1);
    const key = /"key":"([^"]+)"/.exec(
      await sendRaw(
        Number(own.split(':')[1]),
        bytesOf(withHeaders(relay.keyAsk(), { Host: own, Origin: `http://${own}` })),
      ),
    )?.[1];
    const text = await sendRaw(
      Number(own.split(':')[1]),
      bytesOf(withHeaders(ask, { Host: own, Origin: `http://${own}`, 'X-Drysync-Key': key ?? '' })),
    );
    expect(text).toContain('"lost":"dropped"');
    // What came there begins a TLS handshake, and holds nothing of the call.
    expect((await first).subarray(0, 1)).toEqual(Buffer.from([22]));
    await other.close();
    server.close();
  });
});

const served = (upstreams: ReturnType<typeof upstreamsAt>): Promise<Serving> => serve(relayOf({ upstreams }));

/** Takes one connection, and hangs up after its first bytes. */
async function plainSocket(): Promise<{ server: Server; port: number; first: Promise<Buffer> }> {
  let came: (bytes: Buffer) => void = () => undefined;
  const first = new Promise<Buffer>((done) => (came = done));
  const server = createServer((socket: Socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      came(bytes);
      socket.end('HTTP/1.1 200 OK\r\n\r\n');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, port: (server.address() as AddressInfo).port, first };
}
