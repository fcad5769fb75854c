import type { Plan } from '../../src/lib/engine/index.ts';

/** Which subjects of the plan on the desk went into change files: its baseline hands over exactly these (BL1, BL2). */
export class HandedSubjects {
  #plan: Plan | null = null;
  readonly #subjects = new Map<string, Set<number>>();

  /** Change files were made of these, by sync; those of another plan are forgotten. */
  add(plan: Plan, going: readonly (readonly [sync: string, subjects: Iterable<number>])[]): void {
    if (this.#plan !== plan) this.#subjects.clear();
    this.#plan = plan;
    for (const [sync, subjects] of going) {
      const own = this.#subjects.get(sync) ?? new Set<number>();
      for (const subject of subjects) own.add(subject);
      this.#subjects.set(sync, own);
    }
  }

  /** Null where no change file of this plan was made. */
  of(plan: Plan): ReadonlyMap<string, ReadonlySet<number>> | null {
    return this.#plan === plan ? this.#subjects : null;
  }
}
