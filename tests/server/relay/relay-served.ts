import { randomUUID } from 'node:crypto';
import { relayOf } from '../../../server/relay/relay.ts';
import type { RelayLimits } from '../../../server/relay/pass-on.ts';
import { upstreamsOf, type Upstreams } from '../../../server/relay/upstream.ts';
import { routesOf } from '../../../server/routes.ts';
import { serve } from '../../../server/serve.ts';
import { upstreamCanary, type UpstreamCanary } from './upstream-canary.ts';
import { bytesOf, sendRaw, type RawAsk } from './raw.ts';

/** A secret that must be found nowhere but at the app. */
export const TOKEN = 'pat-canary-7f3a';

export interface ServedRelay {
  readonly url: string;
  readonly port: number;
  readonly app: UpstreamCanary;
  readonly log: readonly string[];
  /** What the page sends: a call that is passed on. */
  ask(path?: string, method?: string): RawAsk;
  keyAsk(): RawAsk;
  key(): Promise<string>;
  close(): Promise<void>;
}

export function upstreamsAt(hubspot: string, ...odoo: readonly string[]): Upstreams {
  const made = upstreamsOf({ hubspot, odoo });
  if ('says' in made) throw new Error(made.says);
  return made.upstreams;
}

/** The server with its relay, whose HubSpot and Odoo are one that only writes down. */
export async function serveRelay(limits: Partial<RelayLimits> = {}): Promise<ServedRelay> {
  const app = await upstreamCanary();
  const log: string[] = [];
  const relay = relayOf({
    upstreams: upstreamsAt(app.origin, app.origin),
    log: (line) => log.push(line),
    limits,
  });
  const server = await serve([...relay, ...routesOf({ app: 'drysync', version: '1', folder: '/none' })]);
  const port = Number(new URL(server.url).port);
  const own = `127.0.0.1:${String(port)}`;
  const page = [
    ['Host', own],
    ['Origin', `http://${own}`],
    ['Sec-Fetch-Site', 'same-origin'],
    ['Connection', 'close'],
  ] as const;
  const keyAsk = (): RawAsk => ({
    line: 'POST /server/relay/key HTTP/1.1',
    headers: [...page, ['X-Drysync', 'relay'], ['Content-Length', '0']],
    body: '',
  });
  const key = async (): Promise<string> => {
    const text = await sendRaw(port, bytesOf(keyAsk()));
    return /"key":"([\w-]{43})"/.exec(text)?.[1] ?? '';
  };
  const held = await key();
  return {
    url: server.url,
    port,
    app,
    log,
    keyAsk,
    key,
    ask: (path = '/crm/objects/2026-09/contacts/batch/create', method = 'POST') => ({
      line: 'POST /server/relay/call HTTP/1.1',
      headers: [
        ...page,
        ['X-Drysync-Key', held],
        ['X-Drysync-Call', randomUUID()],
        ['X-Drysync-App', 'hubspot'],
        ['X-Drysync-Method', method],
        ['X-Drysync-Path', path],
        ['Authorization', `Bearer ${TOKEN}`],
        ...(method === 'GET' ? [] : ([['Content-Type', 'application/json']] as const)),
        ['Content-Length', method === 'GET' ? '0' : '2'],
      ],
      body: method === 'GET' ? '' : '{}',
    }),
    close: async () => {
      await server.close();
      await app.close();
    },
  };
}
