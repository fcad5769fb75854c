import type { FieldWrite, GoingOf, Plan } from '../../src/lib/engine/index.ts';

/** A subject of which every write went. */
const ALL: Withheld = new Set();

/** Writes of a subject that did not go, each as `writeKey` names it. */
type Withheld = ReadonlySet<string>;

/** Which writes of the plan on the desk went into change files: its baseline hands over exactly these (BL1, BL2). */
export class HandedSubjects {
  #plan: Plan | null = null;
  readonly #subjects = new Map<string, Map<number, Withheld>>();

  /** Change files were made of these, by sync; those of another plan are forgotten. */
  add(
    plan: Plan,
    going: readonly (readonly [sync: string, subjects: ReadonlyMap<number, readonly FieldWrite[]>])[],
  ): void {
    if (this.#plan !== plan) this.#subjects.clear();
    this.#plan = plan;
    for (const [sync, subjects] of going) {
      const own = this.#subjects.get(sync) ?? new Map<number, Withheld>();
      for (const [subject, withheld] of subjects) {
        const former = own.get(subject);
        const now = withheld.length === 0 ? ALL : new Set(withheld.map(writeKey));
        // What went into one of two files went.
        own.set(subject, former === undefined ? now : new Set([...now].filter((one) => former.has(one))));
      }
      this.#subjects.set(sync, own);
    }
  }

  /** What of a line went, as it was when it did; null where no change file of this plan was made. */
  of(plan: Plan): GoingOf | null {
    if (this.#plan !== plan) return null;
    return (line, subject) => {
      const withheld = this.#subjects.get(line.sync)?.get(subject);
      if (withheld === undefined) return null;
      if (withheld.size === 0) return line;
      return { ...line, writes: line.writes.filter((write) => !withheld.has(writeKey(write))) };
    };
  }
}

const writeKey = ({ side, field }: FieldWrite): string => JSON.stringify([side, field]);
