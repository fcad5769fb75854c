import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { policyHeader } from './policy.ts';
import { fits, said, type Ask, type Reply, type Route } from './route.ts';

export interface Serving {
  /** With the slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Bytes of all headers: a call to an app can name hundreds of fields in its address. */
const HEAD = 65_536;

export const urlOf = (port: number): string => `http://${HOST}:${String(port)}/`;

/**
 * Answers on this machine only; port 0 takes a free one. Fails where the port cannot be had. `direct`: origins that pages and workers may
 * call beside this one (S353).
 */
export function serve(routes: readonly Route[], port = 0, direct: readonly string[] = []): Promise<Serving> {
  const policy = policyHeader(direct);
  const server = createServer({ maxHeaderSize: HEAD }, (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    void answerTo(routes, request, gone.signal).then((reply) => send(request, response, reply, policy));
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, HOST, () => {
      const address = server.address();
      done({
        url: urlOf(typeof address === 'object' && address !== null ? address.port : port),
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function answerTo(
  routes: readonly Route[],
  request: IncomingMessage,
  gone: AbortSignal,
): Promise<Reply> {
  const host = /^(127\.0\.0\.1|localhost)((?::\d+)?)$/.exec(request.headers.host ?? '');
  // A foreign name that resolves to this machine must not reach it.
  if (host === null) return said(421, 'Wrong host.');
  const path = pathOf(request.url ?? '/');
  if (path === null) return said(404, 'No such file.');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (method !== 'GET' && method !== 'POST') return said(405, 'Only GET and POST.');
  const there = routes.filter((route) => fits(route, path));
  const route = there.find((one) => one.method === method);
  if (route === undefined) {
    const allow = [...new Set(there.map((one) => one.method))].join(', ');
    return there.length === 0 ? said(404, 'No such address.') : said(405, `Only ${allow}.`, { Allow: allow });
  }
  // The two names are two origins, each with projects of its own: one of them is enough.
  if (host[1] === 'localhost' && method === 'GET') {
    return said(307, 'Drysync is at another name.', {
      Location: `http://${HOST}${host[2] ?? ''}${request.url ?? '/'}`,
    });
  }
  const ask: Ask = { method, path, request, gone };
  try {
    return await route.answer(ask);
  } catch (error) {
    console.error(error);
    return said(500, 'The server failed; its window says why.');
  }
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply, policy: string): void {
  response.writeHead(reply.status, {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Type': reply.type,
    ...(reply.body instanceof Readable ? {} : { 'Content-Length': Buffer.byteLength(reply.body) }),
    ...reply.headers,
  });
  // Either end that breaks off ends the other: half an answer is never a whole one.
  if (reply.body instanceof Readable) pipeline(reply.body, response, () => undefined);
  else response.end(request.method === 'HEAD' ? undefined : reply.body);
}

/** Null where the address cannot be read. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, urlOf(0)).pathname);
  } catch {
    return null;
  }
}
