import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { HubSpotFake } from '../../servers/hubspot/index.ts';
import type { Random } from '../../reference/random.ts';
import type { AskedItem, AskedPush, EndedPush } from './asked-push.ts';

/** Where the page asks and tells. */
const TOLD: readonly string[] = ['/plan', '/ended', '/failed'];

/** What a push has of each. Deals have no field that keeps a second one out. */
export interface Shape {
  readonly changes: number;
  readonly creates: number;
  readonly deals: number;
}

/** Serves the page that pushes, and the HubSpot it pushes to, which has done what it was asked before it answers. */
export class PushServer {
  readonly fake = new HubSpotFake();
  /** Every push that was asked for, and how it ended. */
  readonly pushes: { readonly asked: AskedPush; ended: EndedPush | null }[] = [];
  /** Answers of writes that are dropped after they were done, where the connection had been used before. */
  dropShare = 0;
  drops = 0;
  /** Calls that the browser sent again by itself. */
  repeats = 0;
  /** No further push is asked for. */
  isLast = false;
  readonly #random: Random;
  readonly #shape: Shape;
  readonly #used = new WeakSet<Socket>();
  readonly #seen = new Set<string>();
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => this.#fail(error));
  });
  #script = '';
  /** How often the page was loaded: only the last one is heard. */
  #loads = 0;
  #calls = 0;
  #atCall: { readonly at: number; readonly reached: () => void } | null = null;
  #over: (() => void) | null = null;
  #fail: (error: unknown) => void = () => undefined;

  constructor(random: Random, shape: Shape) {
    this.#random = random;
    this.#shape = shape;
  }

  async start(): Promise<string> {
    const built = await build({
      entryPoints: [join(import.meta.dirname, 'page.ts')],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2023',
      logLevel: 'error',
    });
    this.#script = built.outputFiles[0]!.text;
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  /** Resolves when so many more calls were done by the app; rejects where the page fails. */
  reached(calls: number): Promise<void> {
    return new Promise((reached, failed) => {
      this.#fail = failed;
      this.#atCall = { at: this.#calls + calls, reached };
    });
  }

  /** Resolves when nothing more is asked for. */
  over(): Promise<void> {
    return new Promise((over, failed) => {
      this.#fail = failed;
      this.#over = over;
    });
  }

  /** The page that runs now asks and tells in vain: its machine is about to die. What it calls HubSpot for is done. */
  deafen(): void {
    this.#loads++;
  }

  /** Every push is asked for again: the page tells how it ended by what its journal has now. */
  askAll(): void {
    for (const one of this.pushes) one.ended = null;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const [path = '', query = ''] = (request.url ?? '').split('?');
    if (TOLD.includes(path) && query !== String(this.#loads)) {
      request.socket.destroy();
      return;
    }
    switch (path) {
      case '/':
        response.setHeader('content-type', 'text/html');
        response.end(
          `<!doctype html><script type="module" src="/page.js?${String(++this.#loads)}"></script>`,
        );
        return;
      case '/page.js':
        response.setHeader('content-type', 'text/javascript');
        response.end(this.#script);
        return;
      case '/favicon.ico':
        response.end();
        return;
      case '/plan':
        response.end(JSON.stringify(this.#next()));
        return;
      case '/ended':
        this.#ended(JSON.parse(body) as EndedPush);
        response.end();
        return;
      case '/failed':
        this.#fail(new Error(`the page: ${body}`));
        response.end();
        return;
      default:
        await this.#call(request, body, response);
    }
  }

  /** Done, then answered a little later, so that a kill finds answers on their way. */
  async #call(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '', socket } = request;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, one]) => [name, String(one)]),
    );
    const number = headers['x-call'] ?? '';
    if (this.#seen.has(number)) this.repeats++;
    this.#seen.add(number);
    const delivery = this.fake.app({ method, path: url, headers, body });
    if (delivery.how !== 'whole') throw new Error('no fault is switched on here');
    if (++this.#calls === this.#atCall?.at) this.#atCall.reached();
    const isWrite = /batch\/(create|update|upsert)$/.test(url);
    const isDropped = isWrite && this.#used.has(socket) && this.#random.chance(this.dropShare);
    this.#used.add(socket);
    await wait(this.#random.int(25));
    if (isDropped) {
      this.drops++;
      socket.destroy();
      return;
    }
    response.writeHead(delivery.reply.status, { ...delivery.reply.headers });
    response.end(delivery.reply.body);
  }

  /** The push that is not over yet, or another. */
  #next(): AskedPush | null {
    const open = this.pushes.find(({ ended }) => ended === null);
    if (open !== undefined) return open.asked;
    if (this.isLast) {
      this.#over?.();
      return null;
    }
    const asked = this.#ask(String(this.pushes.length));
    this.pushes.push({ asked, ended: null });
    return asked;
  }

  #ended(ended: EndedPush): void {
    const one = this.pushes.find(({ asked }) => asked.push === ended.push);
    if (one !== undefined) one.ended = ended;
  }

  #ask(push: string): AskedPush {
    const { portal } = this.fake;
    const { changes, creates, deals } = this.#shape;
    const of = (count: number, make: (n: string) => AskedItem): readonly AskedItem[] =>
      Array.from({ length: count }, (_, n) => make(`${push}-${String(n)}`));
    return {
      push,
      account: String(portal.id),
      items: [
        ...of(creates, (n) => ({
          key: `create ${n}`,
          object: 'contacts',
          id: null,
          from: {},
          values: { email: `new${n}@example.com`, firstname: `New ${n}`, lifecyclestage: 'lead' },
        })),
        ...of(changes, (n) => {
          const from = { firstname: `Old ${n}`, lastname: 'Old' };
          const { id } = portal.add('contacts', {
            email: `old${n}@example.com`,
            lifecyclestage: 'lead',
            ...from,
          });
          const values = { firstname: `Changed ${n}`, lastname: '' };
          return { key: `change ${n}`, object: 'contacts', id, from, values };
        }),
        ...of(deals, (n) => ({
          key: `deal ${n}`,
          object: 'deals',
          id: null,
          from: {},
          values: { dealname: `Deal ${n}`, dealstage: 'contractsent' },
        })),
      ],
    };
  }
}
