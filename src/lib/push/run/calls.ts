import type { AppConnector } from '../../connectors/app/app-connector.ts';
import type { Answer, AppFault } from '../../connectors/app/fault.ts';
import type { AppJobs } from '../../connectors/app/jobs.ts';
import type { WriteAnswer, WriteBatch } from '../../connectors/app/write.ts';
import type { Side } from '../../engine/index.ts';
import type { Ending } from './ending.ts';
import type { PushEvent } from './events.ts';
import { paused, pauseOf } from './halt.ts';
import { MOST_TRIES, waitAfter } from './patience.ts';
import { Rate } from './rate.ts';
import type { PushTools } from './tools.ts';

/**
 * Calls of one side, within its rate, however many are in flight: reads are repeated until they answer or the push pauses, writes never.
 * While one waits as the app asked, none begins.
 */
export class Calls {
  readonly connector: AppConnector;
  readonly #side: Side;
  readonly #tools: PushTools;
  readonly #ending: Ending;
  readonly #tell: (event: PushEvent) => void;
  readonly #rate: Rate | null;
  /** Writes in a row that were not done; those that were in flight together count once. */
  #failed = 0;
  /** No call before this time. */
  #notBefore = 0;

  constructor(
    side: Side,
    connector: AppConnector,
    tools: PushTools,
    ending: Ending,
    tell: (event: PushEvent) => void,
  ) {
    this.connector = connector;
    this.#side = side;
    this.#tools = tools;
    this.#ending = ending;
    this.#tell = tell;
    this.#rate = connector.can.rate === null ? null : new Rate(connector.can.rate);
  }

  /** What the app answers to a read. */
  async read<T>(call: (connector: AppConnector) => Promise<Answer<T>>): Promise<T> {
    for (let failures = 0; ; failures++) {
      await this.turn();
      const answer = await call(this.connector);
      if (answer.ok) return answer.value;
      await this.#wait(answer.fault, failures);
    }
  }

  /** The same; null where the app does not take the question, as of a field it cannot look for. */
  readIfTaken<T>(call: (connector: AppConnector) => Promise<Answer<T>>): Promise<T | null> {
    return this.read<T | null>(async (app) => {
      const answer = await call(app);
      const isTaken = answer.ok || (answer.fault.code !== 'refused' && answer.fault.code !== 'not-found');
      return isTaken ? answer : { ok: true, value: null };
    });
  }

  /** Sends a batch once, after its `turn`. What is to be done about its answer is for who sent it. */
  async write(batch: WriteBatch): Promise<WriteAnswer> {
    const answer = await this.connector.write(batch);
    if (answer.kind === 'receipts' || answer.kind === 'refused') this.#failed = 0;
    return answer;
  }

  /** A step of a job, once. What is to be done about a fault is for who took it. */
  async step<T>(call: (jobs: AppJobs) => Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await call(this.#jobs);
    if (answer.ok) this.#failed = 0;
    return answer;
  }

  /** Asks of a job, again and again until it is known; null where the app knows no such job, or does not take the question. */
  askJob<T>(call: (jobs: AppJobs) => Promise<Answer<T>>): Promise<T | null> {
    return this.readIfTaken(() => call(this.#jobs));
  }

  /** Waits a while, or less long where the run is to end. */
  async pass(milliseconds: number): Promise<void> {
    await this.#tools.sleep(milliseconds, this.#ending.signal);
    this.#ending.mayGoOn();
  }

  /** After a write that met a fault: waits as it asks, or halts where waiting does not help. */
  async afterWrite(fault: AppFault): Promise<void> {
    if (this.#tools.now() >= this.#notBefore) this.#failed++;
    await this.#wait(fault, Math.max(0, this.#failed - 1));
  }

  /** Waits until a call is within the rate; halts where somebody wants the push to end. */
  async turn(): Promise<void> {
    this.#ending.mayGoOn();
    for (let wait = this.#waits(); wait > 0; wait = this.#waits()) {
      await this.#tools.sleep(wait, this.#ending.signal);
      this.#ending.mayGoOn();
    }
    this.#rate?.called(this.#tools.now());
    this.#tell({ kind: 'call', side: this.#side });
  }

  async #wait(fault: AppFault, failures: number): Promise<void> {
    const cause = pauseOf(fault);
    if (cause !== null) throw paused(cause);
    if (failures >= MOST_TRIES) throw paused({ code: 'app-down', said: fault.said });
    const milliseconds = waitAfter(fault, failures, this.#tools.jitter());
    this.#tell({ kind: 'waiting', side: this.#side, milliseconds, fault });
    this.#notBefore = Math.max(this.#notBefore, this.#tools.now() + milliseconds);
    await this.#tools.sleep(milliseconds, this.#ending.signal);
  }

  get #jobs(): AppJobs {
    const { jobs } = this.connector;
    if (jobs === undefined) throw new Error(`${this.connector.app} takes no jobs`);
    return jobs;
  }

  #waits(): number {
    const now = this.#tools.now();
    return Math.max(this.#rate?.wait(now) ?? 0, this.#notBefore - now);
  }
}
