import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Delivery, FakeReply, FaultyApp } from './request.ts';

export interface Served {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Open connections end with it. */
  close(): Promise<void>;
}

/** A fake on a free port of this machine. */
export async function serve(app: FaultyApp): Promise<Served> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = 'GET', url = '/' } = request;
      deliver(app({ method, path: url, headers: headersOf(request), body }), response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function deliver(delivery: Delivery, response: ServerResponse): void {
  switch (delivery.how) {
    case 'hang':
      return;
    case 'drop':
      response.socket?.destroy();
      return;
    case 'whole':
      begin(delivery.reply, response);
      response.end(delivery.reply.body);
      return;
    case 'cut': {
      const bytes = begin(delivery.reply, response);
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
      return;
    }
    case 'drip':
      drip(begin(delivery.reply, response), delivery, response);
  }
}

/** Sends the head; the bytes of the body that it promises. */
function begin({ status, headers, body }: FakeReply, response: ServerResponse): Buffer {
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(status, { ...headers, ...(status !== 204 && { 'content-length': bytes.length }) });
  return bytes;
}

function drip(
  bytes: Buffer,
  pace: { readonly bytes: number; readonly milliseconds: number },
  response: ServerResponse,
): void {
  if (response.destroyed) return;
  if (bytes.length === 0) {
    response.end();
    return;
  }
  response.write(bytes.subarray(0, pace.bytes));
  setTimeout(() => drip(bytes.subarray(pace.bytes), pace, response), pace.milliseconds);
}
