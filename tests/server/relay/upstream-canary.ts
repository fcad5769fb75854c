import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly path: string;
  /** As they came, names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string;
}

export interface UpstreamCanary {
  readonly port: number;
  readonly origin: string;
  /** What reached it since it was last forgotten. */
  readonly seen: Seen[];
  /** Connections, those that never asked anything too. */
  connections(): number;
  /** How the next asks are answered. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

export const plainAnswer = (_: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(201, { 'content-type': 'application/json' });
  response.end('{"canary":true}');
};

/** A server in an app's place that writes down all that reaches it. */
export function upstreamCanary(): Promise<UpstreamCanary> {
  let connections = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', rawHeaders } = request;
      canary.seen.push({ method, path: url, headers: rawHeaders, body });
      canary.answer(request, response);
    });
  });
  server.on('connection', () => (connections += 1));
  const canary = { seen: [] as Seen[], connections: () => connections, answer: plainAnswer };
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      done(
        Object.assign(canary, {
          port,
          origin: `http://127.0.0.1:${String(port)}`,
          close: () =>
            new Promise<void>((closed) => {
              server.close(() => closed());
              server.closeAllConnections();
            }),
        }),
      );
    });
  });
}
