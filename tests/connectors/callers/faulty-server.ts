import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a server does with an ask it has read whole. */
export type Fault = (socket: Socket, ask: string) => void;

export interface FaultyServer {
  readonly origin: string;
  /** Asks that came whole, as bytes. */
  readonly asks: string[];
  fault: Fault;
  close(): Promise<void>;
}

export const answering = (body: string, status = '200 OK', headers = ''): string =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\nAccess-Control-Allow-Origin: *\r\n${headers}\r\n${body}`;

/** A server made of sockets, so that it can fail in every way. Bodies are told by their length. */
export function faultyServer(): Promise<FaultyServer> {
  const open = new Set<Socket>();
  const self = { asks: [] as string[], fault: ((socket) => socket.end(answering('{}'))) as Fault };
  const server = createServer((socket) => {
    let text = '';
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (head < 0 || text.length < head + 4 + length) return;
      self.asks.push(text);
      text = '';
      self.fault(socket, self.asks.at(-1)!);
    });
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      done(
        Object.assign(self, {
          origin: `http://127.0.0.1:${String(port)}`,
          close: () =>
            new Promise<void>((closed) => {
              server.close(() => closed());
              for (const socket of open) socket.destroy();
            }),
        }),
      );
    });
  });
}
