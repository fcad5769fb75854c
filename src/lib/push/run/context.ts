import type { Both, Side } from '../../engine/index.ts';
import type { Intent, JobStep, JournalEntry, Outcome, PushState, ReadBack } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { Standing } from '../journal/standing.ts';
import { ENTRY_PIECE, piecesOf } from '../pieces.ts';
import type { Calls } from './calls.ts';
import type { Ending } from './ending.ts';
import type { PushEvent } from './events.ts';
import { OneError } from './one-error.ts';
import type { PushTools } from './tools.ts';

/** What every step of a run has at hand: the journal, which it writes before it goes on, and the apps. */
export class RunContext {
  readonly calls: Both<Calls>;
  readonly oneError: OneError;
  readonly ending: Ending;
  /** Calls of a side that may be in flight together. */
  readonly inFlight: number;
  readonly #journal: Journal;
  readonly #tools: PushTools;
  readonly #tell: (event: PushEvent) => void;

  constructor(
    journal: Journal,
    calls: Both<Calls>,
    { ending, inFlight }: { readonly ending: Ending; readonly inFlight: number },
    tools: PushTools,
    tell: (event: PushEvent) => void,
  ) {
    this.#journal = journal;
    this.calls = calls;
    this.oneError = new OneError();
    this.ending = ending;
    this.inFlight = inFlight;
    this.#tools = tools;
    this.#tell = tell;
  }

  get standing(): Standing {
    return this.#journal.standing;
  }

  async intend(items: readonly Intent[]): Promise<void> {
    await this.#journal.write({ kind: 'intent', at: this.#at(), items });
  }

  /** The same of all that goes as one job; our name of it. */
  async intendJob(side: Side, items: readonly Intent[]): Promise<string> {
    const job = `${side} ${String([...this.standing.jobs()].length + 1)}`;
    await this.#inPieces(items, (some, at) => ({ kind: 'intent', at, items: some, job }));
    return job;
  }

  async jobStep(job: string, step: JobStep): Promise<void> {
    await this.#journal.write({ kind: 'job', at: this.#at(), job, step });
  }

  /** The app has come to so many records of a job. */
  tellJob(job: string, processed: number): void {
    this.#tell({ kind: 'job', job, processed });
  }

  async outcomes(items: readonly Outcome[]): Promise<void> {
    if (items.length === 0) return;
    await this.#inPieces(items, (some, at) => ({ kind: 'outcome', at, items: some }));
    this.#tell({ kind: 'items', keys: items.map(({ key }) => key) });
  }

  async readBack(items: readonly ReadBack[]): Promise<void> {
    if (items.length === 0) return;
    await this.#journal.write({ kind: 'read-back', at: this.#at(), items });
    this.#tell({ kind: 'items', keys: items.map(({ key }) => key) });
  }

  async canaryIsDone(): Promise<void> {
    await this.#journal.write({ kind: 'canary', at: this.#at() });
  }

  async state(state: PushState): Promise<void> {
    await this.#journal.write({ kind: 'state', at: this.#at(), state });
    this.#tell({ kind: 'state', state });
  }

  async #inPieces<T>(
    items: readonly T[],
    entry: (items: readonly T[], at: string) => JournalEntry,
  ): Promise<void> {
    const at = this.#at();
    await Promise.all(piecesOf(items, ENTRY_PIECE).map((some) => this.#journal.write(entry(some, at))));
  }

  #at(): string {
    return new Date(this.#tools.now()).toISOString();
  }
}
