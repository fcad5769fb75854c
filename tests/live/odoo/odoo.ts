import { findOdoo, startOdoo } from '../../../scripts/live-odoo.mjs';
import { directCaller } from '../../../src/lib/connectors/app/callers/direct.ts';
import { relayCaller } from '../../../src/lib/connectors/app/callers/relay.ts';
import type { Caller } from '../../../src/lib/connectors/app/call.ts';
import { relayOf } from '../../../server/relay/relay.ts';
import { serve } from '../../../server/serve.ts';
import { asPage } from '../../connectors/callers/as-page.ts';
import { freePorts } from '../../server/ports.ts';
import { upstreamsAt } from '../../server/relay/relay-served.ts';

/** By the relay of the server at `origin`: with a key that holds, and with one that does not. */
export interface OdooCallers {
  readonly call: Caller;
  readonly guest: Caller;
}

/** A real Odoo 19, and a relay before it. */
export interface Odoo extends OdooCallers {
  readonly key: string;
  /** Where it is itself. */
  readonly origin: string;
  /** By the relay of another server. */
  callers(server: { readonly origin: string; readonly fetch: typeof fetch }): OdooCallers;
  /** A call past relay and connector; fails where Odoo says no. */
  ask(path: string, body: unknown): Promise<unknown>;
  sql(text: string): void;
  close(): Promise<void>;
}

export async function liveOdoo(): Promise<Odoo> {
  const key = findOdoo();
  if (key === null) throw new Error('no Odoo');
  const [port] = await freePorts(1);
  const { child, sql, stop } = startOdoo(port!);
  const origin = `http://127.0.0.1:${String(port)}`;
  const direct = directCaller(origin, { headers: { authorization: `Bearer ${key}` } });
  for (;;) {
    const version = await direct({ method: 'GET', path: '/web/version', headers: {}, body: null });
    if (version.kind === 'answered' && version.status === 200) break;
    if (child.exitCode !== null) throw new Error('Odoo ended at once');
    await new Promise((done) => setTimeout(done, 200));
  }
  const relay = await serve(relayOf({ upstreams: upstreamsAt('http://127.0.0.1:1', origin) }));
  const callers: Odoo['callers'] = (server) => {
    const by = (bearer: string): Caller =>
      relayCaller('odoo', { headers: { authorization: `Bearer ${bearer}` }, ...server });
    return { call: by(key), guest: by('0'.repeat(40)) };
  };
  const own = relay.url.slice(0, -1);
  return {
    key,
    origin,
    callers,
    ...callers({ origin: own, fetch: asPage(own) }),
    sql: (text) => void sql(text),
    ask: async (path, body) => {
      const answer = await direct({
        method: 'POST',
        path: `/json/2/${path}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (answer.kind === 'lost' || answer.status !== 200) throw new Error(JSON.stringify(answer));
      return JSON.parse(answer.body) as unknown;
    },
    close: async () => {
      await relay.close();
      await stop();
    },
  };
}
