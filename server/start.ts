import type { DirectHost } from './direct.ts';
import { identityAt, identityOf, type Identity } from './identity.ts';
import { relayOf } from './relay/relay.ts';
import type { Upstreams } from './relay/upstream.ts';
import type { Route } from './route.ts';
import { routesOf } from './routes.ts';
import { serve, urlOf, type Serving } from './serve.ts';

/** A browser keeps projects per address, so a start takes the same one each time: the first that can be had. */
const PORTS: readonly number[] = [7317, 7327, 7337];

export type Start =
  | {
      readonly kind: 'serving';
      readonly url: string;
      readonly says: readonly string[];
      readonly server: Serving;
    }
  /** Our own server ran already. */
  | { readonly kind: 'found'; readonly url: string; readonly says: readonly string[] }
  | { readonly kind: 'none'; readonly says: readonly string[] };

/** `PORT` names another port than the usual ones, or several in their order, by commas. Null: it names none. */
export function portsOf(named: string | undefined): readonly number[] | null {
  if (named === undefined || named.trim() === '') return PORTS;
  const ports = named.split(',').map((one) => (/^\s*\d+\s*$/.test(one) ? Number(one) : -1));
  return ports.every((port) => port >= 0 && port <= 65_535) ? ports : null;
}

/** Serves the folder's build at the first port that can be had, or finds the server that does so already. `apps`: those calls are passed on to; `direct`: those the page calls itself. */
export async function start(
  folder: string,
  ports: readonly number[],
  apps: Upstreams = new Map(),
  direct: readonly DirectHost[] = [],
): Promise<Start> {
  const own = await identityOf(folder);
  const origins = direct.map(({ origin }) => origin);
  const relay = relayOf({ upstreams: apps, direct, log: console.log });
  const routes = [...relay, ...routesOf(own, undefined, origins)];
  const says: string[] = [];
  const running = await Promise.all(ports.filter((port) => port > 0).map((port) => whoIsAt(port)));
  const found = running.find(({ who }) => who?.folder === folder);
  if (found?.who !== undefined && found.who !== null) return foundAt(found.port, found.who, own);
  const taken: number[] = [];
  for (const port of ports) {
    const server = await had(port, routes, origins);
    if (server !== null) {
      for (const other of taken) {
        says.push(
          `Port ${String(other)} is taken by another program. A browser keeps projects per address: those made at ${urlOf(other)} are not seen at ${server.url}`,
        );
      }
      return {
        kind: 'serving',
        url: server.url,
        says: [...says, `Drysync is at ${server.url}  (Ctrl C ends it)`],
        server,
      };
    }
    // Started in the same moment by somebody else of this folder.
    const { who } = await whoIsAt(port);
    if (who?.folder === folder) return foundAt(port, who, own);
    taken.push(port);
  }
  const all = taken.map(String).join(', ');
  return {
    kind: 'none',
    says: [
      `${taken.length === 1 ? `Port ${all} is` : `The ports ${all} are`} taken by other programs. Name a free one: PORT=8080 npm start`,
    ],
  };
}

const whoIsAt = async (port: number): Promise<{ port: number; who: Identity | null }> => ({
  port,
  who: await identityAt(urlOf(port)),
});

/** Null: somebody else has the port, or the system keeps it. */
async function had(
  port: number,
  routes: readonly Route[],
  direct: readonly string[],
): Promise<Serving | null> {
  try {
    return await serve(routes, port, direct);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE' || code === 'EACCES') return null;
    throw error;
  }
}

function foundAt(port: number, running: Identity, own: Identity): Start {
  const url = urlOf(port);
  const says = [`Drysync runs already at ${url}`];
  if (running.version !== own.version) {
    says.push(`It was started as version ${running.version}; end it and start again for ${own.version}.`);
  }
  return { kind: 'found', url, says };
}
