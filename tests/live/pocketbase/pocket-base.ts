import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPocketBase } from '../../../scripts/live-servers.mjs';
import { directCaller } from '../../../src/lib/connectors/app/callers/direct.ts';
import type { Caller } from '../../../src/lib/connectors/app/call.ts';
import { signInToPocketBase } from '../../../src/lib/connectors/app/pocketbase/index.ts';
import { freePorts } from '../../server/ports.ts';
import { must } from '../../contracts/app-opened.ts';

export const SUPERUSER = { identity: 'a@example.com', password: 'Canary-Password-9c1' };

/** A real PocketBase with a folder of its own. */
export class PocketBase {
  readonly origin: string;
  /** Signed in as its superuser. */
  readonly call: Caller;
  readonly #token: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(origin: string, token: string, child: ChildProcess, folder: string) {
    this.origin = origin;
    this.#token = token;
    this.call = this.callers().call;
    this.#child = child;
    this.#folder = folder;
  }

  static async start(): Promise<PocketBase> {
    const path = findPocketBase();
    if (path === null) throw new Error('no PocketBase');
    const folder = mkdtempSync(join(tmpdir(), 'drysync-pocketbase-'));
    // Beside it PocketBase writes what changed of its collections, and begins with that the next time.
    const data = join(folder, 'data');
    const { identity, password } = SUPERUSER;
    const made = spawnSync(path, ['--dir', data, 'superuser', 'upsert', identity, password]);
    if (made.status !== 0) throw new Error(made.stderr.toString());
    const [port] = await freePorts(1);
    const origin = `http://127.0.0.1:${String(port)}`;
    const child = spawn(path, ['serve', '--dir', data, '--http', origin.slice('http://'.length)], {
      stdio: 'ignore',
    });
    const guest = directCaller(origin, { headers: {} });
    for (;;) {
      const health = await guest({ method: 'GET', path: '/api/health', headers: {}, body: null });
      if (health.kind === 'answered') break;
      if (child.exitCode !== null) throw new Error('PocketBase ended at once');
      await new Promise((done) => setTimeout(done, 50));
    }
    const token = must(await signInToPocketBase(guest, identity, password));
    const server = new PocketBase(origin, token, child, folder);
    await server.ask('PATCH', '/api/settings', {
      batch: { enabled: true, maxRequests: 50, timeout: 60, maxBodySize: 0 },
    });
    return server;
  }

  /** Signed in, and with a token that does not hold any more. */
  callers(ask: typeof fetch = fetch): { readonly call: Caller; readonly guest: Caller } {
    const by = (authorization: string): Caller =>
      directCaller(this.origin, { headers: { authorization }, fetch: ask });
    return { call: by(this.#token), guest: by('eyJhbGciOiJIUzI1NiJ9.e30.x') };
  }

  /** A call of a person's, past the connector; fails where PocketBase says no. */
  async ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const answer = await this.call({
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (answer.kind === 'lost' || answer.status >= 400) throw new Error(JSON.stringify(answer));
    return answer.body === '' ? null : (JSON.parse(answer.body) as unknown);
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.#child.once('exit', done));
    this.#child.kill();
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
