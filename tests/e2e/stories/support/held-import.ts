import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { json, type Route } from '../../../../server/route.ts';
import { routesOf } from '../../../../server/routes.ts';
import { serve, type Serving } from '../../../../server/serve.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const STEP = '/server/step';

/** Before the import worker writes anything it asks whether it may, and waits for the answer with all it has begun. */
const ASK_FIRST = `for (const verb of ['add', 'put']) {
  const write = IDBObjectStore.prototype[verb];
  IDBObjectStore.prototype[verb] = function (...all) {
    const ask = new XMLHttpRequest();
    ask.open('GET', '${STEP}', false);
    ask.send();
    return write.apply(this, all);
  };
}
`;

/** The built app, whose imports stop before a write of the test's choice. */
export class HeldImport {
  readonly #build = mkdtempSync(join(tmpdir(), 'drysync-held-'));
  #server: Serving | null = null;
  #writes = 0;
  #holdBefore = Infinity;
  #held: () => void = () => undefined;

  async start(): Promise<string> {
    cpSync(join(ROOT, 'build'), this.#build, { recursive: true });
    const workers = join(this.#build, '_app', 'immutable', 'workers');
    const name = readdirSync(workers).find((one) => /^import\.worker-.*\.js$/.test(one));
    if (name === undefined) throw new Error('the build has no import worker');
    writeFileSync(join(workers, name), ASK_FIRST + readFileSync(join(workers, name), 'utf8'));
    const step: Route = { method: 'GET', path: STEP, answer: () => this.#step() };
    const identity = { app: 'drysync', version: 'held', folder: ROOT } as const;
    this.#server = await serve([step, ...routesOf(identity, this.#build)]);
    return this.#server.url;
  }

  /** Writes asked for since the last call of `holdBefore`. */
  get writes(): number {
    return this.#writes;
  }

  /** From now on the write of this number (from 1) and all after it wait for ever; resolves when it is asked for. */
  holdBefore(write: number): Promise<void> {
    this.#writes = 0;
    this.#holdBefore = write;
    return new Promise((done) => {
      this.#held = done;
    });
  }

  async remove(): Promise<void> {
    await this.#server?.close();
    rmSync(this.#build, { recursive: true, force: true });
  }

  #step(): ReturnType<Route['answer']> {
    this.#writes++;
    if (this.#writes < this.#holdBefore) return Promise.resolve(json(this.#writes));
    this.#held();
    return new Promise(() => undefined);
  }
}
