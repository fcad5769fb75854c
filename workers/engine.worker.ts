import * as Comlink from 'comlink';
import { readCsv, type ReadResult } from '../src/lib/connectors/csv/index.ts';
import { blobSource, type ByteSource } from '../src/lib/connectors/source.ts';
import { sideOf, suggest, toDesignFile } from '../src/lib/engine/design/suggest/index.ts';
import { Memo, readDesign, type Progress, type Task } from '../src/lib/engine/index.ts';
import { createTools } from '../src/lib/tools/index.ts';
import type {
  Answer,
  EngineHelper,
  EngineWorker,
  GivenFile,
  OnProgress,
  Planned,
  PlanOptions,
  PlanSource,
  Reading,
} from './conversation.ts';
import { designProblem, planInputs, readBaselineText, type PlanRun, type ReadFile } from './plan-inputs.ts';
import { readingOf, readProblem } from './reading.ts';
import { readSample } from './sample.ts';
import { runForOther } from './share.ts';
import { suggestedOf } from './suggested.ts';
import { buffersOf } from './transfer.ts';

/** Progress is told at most this often (milliseconds). */
const TELL_EVERY = 100;

/** One engine worker. Files it read stay in it under their tokens; a newer plan replaces one that still runs. */
class Engine implements EngineWorker {
  readonly #tools = createTools();
  readonly #memo = new Memo();
  readonly #files = new Map<number, Promise<ReadResult>>();
  #helper: Comlink.Remote<EngineHelper> | null = null;
  #plans = 0;

  async read(given: GivenFile, onProgress: OnProgress): Promise<Answer<Reading>> {
    const result = await this.#readGiven(given, sparse(onProgress));
    if (!result.ok) return { ok: false, problem: readProblem(result.problem) };
    return { ok: true, value: readingOf(result.report) };
  }

  async plan(source: PlanSource, options: PlanOptions, onProgress: OnProgress): Promise<Answer<Planned>> {
    const own = ++this.#plans;
    const run: PlanRun = {
      asOf: options.asOf,
      started: performance.now(),
      tools: this.#tools,
      memo: this.#memo,
      helper: options.workers === 2 ? this.#helper : null,
      onProgress: sparse(onProgress),
      stale: () => own !== this.#plans,
    };
    return source.kind === 'sample'
      ? this.#planSample(source.base, run)
      : this.#planFiles(source.left, source.right, run);
  }

  connect(port: MessagePort, as: 'main' | 'helper'): void {
    if (as === 'main') this.#helper = Comlink.wrap<EngineHelper>(port);
    else {
      const runTask = (task: Task) => Promise.resolve(runForOther(task, this.#tools));
      Comlink.expose({ readAddress: readForOther, runTask } satisfies EngineHelper, port);
    }
  }

  async #planSample(base: string, run: PlanRun): Promise<Answer<Planned>> {
    const helper = run.helper === null ? null : this.#helper;
    const own = (address: string, name: string): Promise<ReadResult> =>
      readAddress(address, name, run.onProgress);
    const other =
      helper === null ? own : (address: string, name: string) => helper.readAddress(address, name);
    const sample = await readSample(base, { left: own, right: other });
    if (!sample.ok) return sample;
    const { baselineText, ...inputs } = sample.value;
    if (baselineText === null) return planInputs({ ...inputs, baseline: null }, run);
    const baseline = readBaselineText(baselineText, inputs.design, this.#tools);
    return baseline.ok ? planInputs({ ...inputs, baseline: baseline.value }, run) : baseline;
  }

  async #planFiles(leftFile: GivenFile, rightFile: GivenFile, run: PlanRun): Promise<Answer<Planned>> {
    const left = await this.#readGiven(leftFile, run.onProgress);
    if (!left.ok) return { ok: false, problem: readProblem(left.problem) };
    const right = await this.#readGiven(rightFile, run.onProgress);
    if (!right.ok) return { ok: false, problem: readProblem(right.problem) };

    run.onProgress({ what: 'suggest', done: 0, total: 0 });
    const suggestion = suggest({
      left: sideOf(left.report.file, left.set),
      right: sideOf(right.report.file, right.set),
    });
    const json = toDesignFile(suggestion);
    const reading = readDesign(json);
    if (!reading.ok) return { ok: false, problem: designProblem('these files', reading.errors) };
    const files = new Map<string, { left: ReadFile; right: ReadFile }>();
    for (const { id } of reading.design.syncs) files.set(id, { left, right });
    const suggested = suggestedOf(suggestion);
    return planInputs({ design: reading.design, json, files, baseline: null, suggested }, run);
  }

  #readGiven(given: GivenFile, onProgress: OnProgress): Promise<ReadResult> {
    let reading = this.#files.get(given.token);
    if (reading === undefined) {
      reading = readSource(blobSource(given.file), onProgress);
      this.#files.set(given.token, reading);
    }
    return reading;
  }
}

const readSource = (source: ByteSource, onProgress: OnProgress): Promise<ReadResult> =>
  readCsv(source, {}, ({ what, done, total }) => onProgress({ what, done, total }));

async function readAddress(address: string, name: string, onProgress: OnProgress): Promise<ReadResult> {
  const answer = await fetch(address);
  if (!answer.ok) {
    return {
      ok: false,
      problem: { file: name, code: 'unreadable', because: `the server says ${String(answer.status)}` },
    };
  }
  return readSource(blobSource(new File([await answer.blob()], name)), onProgress);
}

async function readForOther(address: string, name: string): Promise<ReadResult> {
  const result = await readAddress(address, name, () => undefined);
  return result.ok ? Comlink.transfer(result, buffersOf(result.set)) : result;
}

/** Tells no more than a person can see; a change of what is done is told at once. */
function sparse(onProgress: OnProgress): OnProgress {
  let last = -Infinity;
  let what = '';
  return (progress: Progress) => {
    const now = performance.now();
    if (progress.what === what && now - last < TELL_EVERY) return;
    last = now;
    what = progress.what;
    onProgress(progress);
  };
}

Comlink.expose(new Engine());
