import * as Comlink from 'comlink';
import {
  lineText,
  Memo,
  planLines,
  readDesign,
  type NormalColumn,
  type Plan,
  type PlanInput,
  type Task,
  type Tools,
} from '../../../src/lib/engine/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { planShared, runForOther, type Helper } from '../../../workers/common/share.ts';
import { BENCH_DESIGN, openedExports } from '../../bench/generate.ts';
import { planScenario } from '../../scenarios/plan-scenario.ts';
import type { ScenarioFiles } from './scenario-files.ts';

/** What a plan came to: its bytes or its errors, or the hash and length of bytes too many to send. */
export type Outcome =
  | { readonly text: string }
  | { readonly errors: readonly { readonly at: string; readonly code: string }[] }
  | { readonly sha256: string; readonly lines: number };

export interface PlanWorker {
  planScenario(files: ScenarioFiles, shared: boolean): Promise<Outcome>;
  /** Generated exports of `n` records a side. */
  planExports(n: number, seed: number, shared: boolean): Promise<Outcome>;
  /** The helper of the plans that are shared. */
  connect(port: MessagePort): void;
  /** Serves another worker from now on. */
  help(port: MessagePort): void;
  /** How many parts of plans this worker did for another. */
  helped(): number;
}

/** Plans texts as the engine worker does files, alone or with a second worker of its kind. */
class TextPlanner implements PlanWorker {
  readonly #tools = createTools();
  #helper: Helper | null = null;
  #helped = 0;

  async planScenario(files: ScenarioFiles, shared: boolean): Promise<Outcome> {
    const scenario = {
      ...files,
      title: files.name,
      file: (side: 'left' | 'right', sync: string, single: boolean) => {
        const name = single ? `${side}.csv` : `${side}.${sync}.csv`;
        const text = files.csv[name];
        return text === undefined ? null : { name, bytes: new TextEncoder().encode(text) };
      },
    };
    const planned = await planScenario(scenario, 97, (input, tools) => this.#plan(input, tools, shared));
    return planned.ok ? { text: planned.text } : { errors: planned.errors };
  }

  async planExports(n: number, seed: number, shared: boolean): Promise<Outcome> {
    const reading = readDesign(BENCH_DESIGN);
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const records = new Map([['contacts', openedExports(n, seed).records]]);
    const input = { design: reading.design, records, baseline: null, choices: null, asOf: '2026-01-01' };
    const hash = this.#tools.sha256Stream();
    let lines = 0;
    for (const line of planLines(await this.#plan(input, this.#tools, shared))) {
      hash.update(this.#tools.encode(`${lineText(line)}\n`));
      lines++;
    }
    return { sha256: hash.digest(), lines };
  }

  connect(port: MessagePort): void {
    this.#helper = Comlink.wrap<Helper>(port) as unknown as Helper;
  }

  help(port: MessagePort): void {
    const runTask = (task: Task): Promise<NormalColumn | Uint8Array> => {
      this.#helped++;
      return Promise.resolve(runForOther(task, this.#tools));
    };
    Comlink.expose({ runTask } satisfies Helper, port);
  }

  helped(): number {
    return this.#helped;
  }

  async #plan(input: PlanInput, tools: Tools, shared: boolean): Promise<Plan> {
    if (shared && this.#helper === null) throw new Error('nobody to share with');
    const plan = await planShared(input, {
      tools,
      memo: new Memo(),
      helper: shared ? this.#helper : null,
      // All that can be: every kind of work is done on both sides somewhere.
      worth: () => true,
      onProgress: () => undefined,
      stale: () => false,
    });
    if (plan === null) throw new Error('a plan nobody replaced is gone');
    return plan;
  }
}

Comlink.expose(new TextPlanner());
