import type { AppConnector } from '../../connectors/app/app-connector.ts';
import type { Answer, AppFault } from '../../connectors/app/fault.ts';
import type { WriteAnswer, WriteBatch } from '../../connectors/app/write.ts';
import type { Side } from '../../engine/index.ts';
import type { PushEvent } from './events.ts';
import { Halt, paused, pauseOf } from './halt.ts';
import { MOST_TRIES, waitAfter } from './patience.ts';
import { Rate } from './rate.ts';
import type { Control, PushTools } from './tools.ts';

/** Calls of one side, within its rate: reads are repeated until they answer or the push pauses, writes never. */
export class Calls {
  readonly connector: AppConnector;
  readonly #side: Side;
  readonly #tools: PushTools;
  readonly #control: Control;
  readonly #tell: (event: PushEvent) => void;
  readonly #rate: Rate | null;
  /** Writes in a row that were not done. */
  #failed = 0;

  constructor(
    side: Side,
    connector: AppConnector,
    tools: PushTools,
    control: Control,
    tell: (event: PushEvent) => void,
  ) {
    this.connector = connector;
    this.#side = side;
    this.#tools = tools;
    this.#control = control;
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

  /** Sends a batch once, after its `turn`. What is to be done about its answer is for who sent it. */
  async write(batch: WriteBatch): Promise<WriteAnswer> {
    const answer = await this.connector.write(batch);
    if (answer.kind === 'receipts' || answer.kind === 'refused') this.#failed = 0;
    return answer;
  }

  /** After a write that met a fault: waits as it asks, or halts where waiting does not help. */
  async afterWrite(fault: AppFault): Promise<void> {
    await this.#wait(fault, this.#failed++);
  }

  /** Waits until a call is within the rate; halts where somebody wants the push to end. */
  async turn(): Promise<void> {
    this.#mayGoOn();
    for (let wait = this.#waits(); wait > 0; wait = this.#waits()) {
      await this.#tools.sleep(wait, this.#control.signal);
      this.#mayGoOn();
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
    await this.#tools.sleep(milliseconds, this.#control.signal);
  }

  #waits(): number {
    return this.#rate?.wait(this.#tools.now()) ?? 0;
  }

  #mayGoOn(): void {
    if (this.#control.wanted === 'pause') throw paused({ code: 'asked' });
    if (this.#control.wanted === 'stop') throw new Halt({ is: 'stopped' });
  }
}
