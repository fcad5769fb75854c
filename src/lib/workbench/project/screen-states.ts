type Kind<T> = abstract new (...args: never[]) => T;

/** State of screens that outlives their routes: it belongs to the open project, and another project begins anew. */
export class ScreenStates {
  #project: string | null = null;
  readonly #made = new Map<Kind<object>, object>();

  /** The state of this kind for a project, made when it is first asked for. */
  of<T extends object>(project: string | null, kind: Kind<T>, make: () => T): T {
    if (project !== this.#project) this.#made.clear();
    this.#project = project;
    const found = this.#made.get(kind);
    if (found instanceof kind) return found;
    const made = make();
    this.#made.set(kind, made);
    return made;
  }
}
