import type { ProjectHead } from '../../conversation/index.ts';

/** As much of the open project as its changes are read from. */
export interface ChangedProject {
  readonly head: Pick<ProjectHead, 'id' | 'design'> | null;
}

interface Words {
  /** The project they are of. */
  readonly id: string;
  readonly labels: readonly string[];
  /** The last is the next to redo. */
  readonly undone: readonly string[];
}

/**
 * What was changed since the plan was last kept, in words, oldest first; the strip says it on every screen that has one. It
 * begins with what the steps say that were there when the project was opened, so a reload forgets nothing.
 */
export class DesignChanges {
  readonly #project: ChangedProject;
  #here = $state.raw<Words | null>(null);

  constructor(project: ChangedProject) {
    this.#project = project;
  }

  get labels(): readonly string[] {
    return this.#words.labels;
  }

  note(label: string): void {
    const { id, labels } = this.#words;
    this.#here = { id, labels: [...labels, label], undone: [] };
  }

  /** The last change was taken back. */
  undo(): void {
    const { id, labels, undone } = this.#words;
    const last = labels.at(-1);
    if (last !== undefined) this.#here = { id, labels: labels.slice(0, -1), undone: [...undone, last] };
  }

  redo(): void {
    const { id, labels, undone } = this.#words;
    const last = undone.at(-1);
    if (last !== undefined) this.#here = { id, labels: [...labels, last], undone: undone.slice(0, -1) };
  }

  /** The plan was kept. */
  clear(): void {
    this.#here = { id: this.#words.id, labels: [], undone: [] };
  }

  get #words(): Words {
    const { head } = this.#project;
    const id = head?.id ?? '';
    if (this.#here?.id === id) return this.#here;
    const { made = [], undone = [] } = head?.design.changes ?? {};
    return { id, labels: made, undone: undone.toReversed() };
  }
}

const ofProjects = new WeakMap<object, DesignChanges>();

/** The changes of a project, the same on each screen that shows it. */
export function changesOf(project: ChangedProject): DesignChanges {
  const known = ofProjects.get(project) ?? new DesignChanges(project);
  ofProjects.set(project, known);
  return known;
}
