import type { ObjectSync } from '../../engine/index.ts';
import type {
  Answer,
  OnProgress,
  PlanHead,
  Problem,
  ProjectHead,
  SyncFacts,
} from '../../conversation/index.ts';
import { changesOf, type DesignChanges } from './design-changes.svelte.ts';
import type { DesignEdit } from './design-json.ts';
import { factsByPair } from './design-view.ts';

/** What the desk needs of the open project. */
export interface DesignProject {
  readonly head: ProjectHead | null;
  readonly plan: PlanHead | null;
  readonly readOnly: string | null;
  saveDesign(json: unknown, label: string): Promise<boolean>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  keep(): Promise<boolean>;
  report(problem: Problem): void;
}

export type AskFacts = (sync: string, onProgress: OnProgress) => Promise<Answer<SyncFacts>>;

/** Facts with the design they were counted for. */
export interface CountedFacts {
  readonly facts: SyncFacts;
  readonly byPair: ReadonlyMap<string, SyncFacts['mappings'][number]>;
}

/** The Design screen's state: which sync is open, edits one after the other, facts of the real records. */
export class DesignDesk {
  readonly #project: DesignProject;
  readonly #ask: AskFacts;
  readonly changes: DesignChanges;
  #chosen = $state<string | null>(null);
  #facts = $state.raw<CountedFacts | null>(null);
  #counting = $state(false);
  #asks = 0;
  /** The newest file while its save is under way: the next edit starts from it. */
  #latest: { readonly json: unknown } | null = null;
  #edits = 0;
  #undoing: Promise<unknown> | null = null;

  constructor(project: DesignProject, ask: AskFacts) {
    this.#project = project;
    this.#ask = ask;
    this.changes = changesOf(project);
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
  /** Are the facts being counted again? */
  get counting(): boolean {
    return this.#counting;
  }

  choose(sync: string): void {
    this.#chosen = sync;
  }

  /** Makes one edit and saves it; the plan follows at once. Edits in a row build on each other. */
  async edit(make: (json: unknown) => DesignEdit): Promise<void> {
    if (this.#undoing !== null) await this.#undoing;
    const { head, readOnly } = this.#project;
    if (head === null || readOnly !== null) return;
    const before = this.#latest === null ? head.design.json : this.#latest.json;
    const { json, label } = make(before);
    // The screen shows a change only once it is saved: what it lets a person choose again is no change.
    if (JSON.stringify(json) === JSON.stringify(before)) return;
    this.#latest = { json };
    const own = ++this.#edits;
    this.changes.note(label);
    const saved = await this.#project.saveDesign(json, label);
    if (!saved) this.changes.undo();
    if (own === this.#edits) this.#latest = null;
  }

  async undo(): Promise<void> {
    if (this.#project.head?.design.canUndo === true) await this.#back(1);
  }
  async redo(): Promise<void> {
    if (this.#project.head?.design.canRedo !== true) return;
    if (await this.#alone(this.#project.redo())) this.changes.redo();
  }
  /** Takes back every change since the plan was kept; of all the plans on the way only the last is made. */
  async revert(): Promise<void> {
    if (this.#project.head?.design.canUndo === true)
      await this.#back(Math.max(1, this.changes.labels.length));
  }
  async keep(): Promise<void> {
    if (await this.#project.keep()) this.changes.clear();
  }

  /** Counts the facts of the open sync on the records as they are; a newer call replaces an older one. */
  async count(): Promise<void> {
    const { sync } = this;
    if (sync === null) return;
    const own = ++this.#asks;
    this.#counting = true;
    const answer = await this.#ask(sync.id, () => undefined);
    if (own !== this.#asks) return;
    this.#counting = false;
    if (!answer.ok) this.#project.report(answer.problem);
    else this.#facts = { facts: answer.value, byPair: factsByPair(sync, answer.value) };
  }

  async #back(steps: number): Promise<void> {
    const taken = Array.from({ length: steps }, () => this.#project.undo());
    const all = await this.#alone(Promise.all(taken));
    for (const one of all) if (one) this.changes.undo();
  }

  /** An edit made meanwhile waits: it begins from the design this leaves. */
  async #alone<T>(running: Promise<T>): Promise<T> {
    this.#undoing = running;
    this.#latest = null;
    try {
      return await running;
    } finally {
      if (this.#undoing === running) this.#undoing = null;
    }
  }
}
