import type { DesignEdit, DesignStep, ObjectSync } from '../../engine/index.ts';
import type { Answer, PlanHead, Problem, ProjectHead, SyncFacts } from '../../conversation/index.ts';
import { factsByPair } from './design-view.ts';

/** What the desk needs of the open project. */
export interface DesignProject {
  readonly head: ProjectHead | null;
  readonly plan: PlanHead | null;
  readonly readOnly: string | null;
  saveDesign(json: unknown, step: DesignStep): Promise<boolean>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  revert(): Promise<boolean>;
  report(problem: Problem): void;
}

export type AskFacts = (sync: string) => Promise<Answer<SyncFacts>>;

/** Facts with the design they were counted for. */
export interface CountedFacts {
  readonly facts: SyncFacts;
  readonly byPair: ReadonlyMap<string, SyncFacts['mappings'][number]>;
}

/** The Design screen's state: which sync is open, edits one after the other, facts of the real records. */
export class DesignDesk {
  readonly #project: DesignProject;
  readonly #ask: AskFacts;
  #section = $state('direction');
  #chosen = $state<string | null>(null);
  #facts = $state.raw<CountedFacts | null>(null);
  #asks = 0;
  /** The newest file while its save is under way: the next edit starts from it. */
  #latest: { readonly json: unknown } | null = null;
  #edits = 0;
  #undoing: Promise<unknown> | null = null;

  constructor(project: DesignProject, ask: AskFacts) {
    this.#project = project;
    this.#ask = ask;
  }

  /** Position of the open sync in the design; -1 without a design that can be read. */
  get index(): number {
    const syncs = this.#project.head?.design.design?.syncs ?? [];
    const found = syncs.findIndex(({ id }) => id === this.#chosen);
    return found < 0 ? (syncs.length === 0 ? -1 : 0) : found;
  }
  get sync(): ObjectSync | null {
    return this.#project.head?.design.design?.syncs[this.index] ?? null;
  }
  /** Facts of the open sync; those of an older design stay in sight until the new ones are there. */
  get facts(): CountedFacts | null {
    return this.#facts?.facts.sync === this.sync?.id ? this.#facts : null;
  }

  choose(sync: string): void {
    this.#chosen = sync;
  }

  /** The section a person is at. */
  get section(): string {
    return this.#section;
  }
  goTo(section: string): void {
    this.#section = section;
  }

  /** Makes one edit and saves it; the plan follows at once. Edits in a row build on each other. */
  async edit(make: (json: unknown) => DesignEdit): Promise<void> {
    if (this.#undoing !== null) await this.#undoing;
    const { head, readOnly } = this.#project;
    if (head === null || readOnly !== null) return;
    const before = this.#latest === null ? head.design.json : this.#latest.json;
    const { json, step } = make(before);
    // The screen shows a change only once it is saved: what it lets a person choose again is no change.
    if (JSON.stringify(json) === JSON.stringify(before)) return;
    this.#latest = { json };
    const own = ++this.#edits;
    await this.#project.saveDesign(json, step);
    if (own === this.#edits) this.#latest = null;
  }

  async undo(): Promise<void> {
    await this.#alone(this.#project.undo());
  }
  async redo(): Promise<void> {
    await this.#alone(this.#project.redo());
  }
  /** Back to the design of the kept plan. */
  async revert(): Promise<void> {
    await this.#alone(this.#project.revert());
  }

  /** Counts the facts of the open sync on the records as they are; a newer call replaces an older one. */
  async count(): Promise<void> {
    const { sync } = this;
    if (sync === null) return;
    const own = ++this.#asks;
    const answer = await this.#ask(sync.id);
    if (own !== this.#asks) return;
    if (answer.ok) this.#facts = { facts: answer.value, byPair: factsByPair(sync, answer.value) };
    else if (answer.problem.code !== 'cancelled') this.#project.report(answer.problem);
  }

  /** An edit made meanwhile waits: it begins from the design this leaves. */
  async #alone(running: Promise<unknown>): Promise<void> {
    this.#undoing = running;
    this.#latest = null;
    try {
      await running;
    } finally {
      if (this.#undoing === running) this.#undoing = null;
    }
  }
}
