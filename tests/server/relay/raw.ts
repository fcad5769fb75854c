import { connect } from 'node:net';

export type Header = readonly [name: string, value: string];

/** A request as bytes: nothing between the test and the socket makes it right. */
export interface RawAsk {
  readonly line: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

export const bytesOf = ({ line, headers, body }: RawAsk): string =>
  `${line}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;

/** The same with these headers in place of those of the same names; null leaves one out. */
export const withHeaders = (ask: RawAsk, changes: Readonly<Record<string, string | null>>): RawAsk => {
  const names = Object.keys(changes).map((name) => name.toLowerCase());
  return {
    ...ask,
    headers: [
      ...ask.headers.filter(([name]) => !names.includes(name.toLowerCase())),
      ...Object.entries(changes).flatMap(([name, value]): Header[] =>
        value === null ? [] : [[name, value]],
      ),
    ],
  };
};

/** The same and these headers once more. */
export const adding = (ask: RawAsk, ...headers: Header[]): RawAsk => ({
  ...ask,
  headers: [...ask.headers, ...headers],
});

/** All that is answered until the other side closes. `half`: this side ends its writing at once. */
export function sendRaw(port: number, bytes: string, half = false): Promise<string> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      if (half) socket.end(bytes, 'latin1');
      else socket.write(bytes, 'latin1');
    });
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => done(text));
  });
}
