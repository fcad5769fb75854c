/** What was changed since the plan was last kept, in words, oldest first; the strip says it on every screen that has one. */
export class DesignChanges {
  #labels = $state.raw<readonly string[]>([]);
  #undone: readonly string[] = [];

  get labels(): readonly string[] {
    return this.#labels;
  }

  note(label: string): void {
    this.#labels = [...this.#labels, label];
    this.#undone = [];
  }

  /** The last change was taken back. */
  undo(): void {
    const last = this.#labels.at(-1);
    if (last === undefined) return;
    this.#labels = this.#labels.slice(0, -1);
    this.#undone = [...this.#undone, last];
  }

  redo(): void {
    const last = this.#undone.at(-1);
    if (last === undefined) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#labels = [...this.#labels, last];
  }

  /** The plan was kept, or another project is on the screen. */
  clear(): void {
    this.#labels = [];
    this.#undone = [];
  }
}

const ofProjects = new WeakMap<object, DesignChanges>();

/** The changes of a project, the same on each screen that shows it. */
export function changesOf(project: object): DesignChanges {
  const known = ofProjects.get(project) ?? new DesignChanges();
  ofProjects.set(project, known);
  return known;
}
