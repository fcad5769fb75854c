import type { Gate } from './gate.ts';
import { takeLock, type HeldLock, type Locks } from './locks.ts';
import { done, type Place, type Result } from './problem.ts';
import type { OwnerRow } from './rows.ts';

/** May this tab write to the project? If not: who may, since when. */
export type Access =
  { readonly access: 'owner' } | { readonly access: 'read-only'; readonly owner: OwnerRow | null };

/**
 * One tab writes to a project. A Web Lock says whether that tab lives; the owner's row, looked at in every write, says
 * which it is, also to a tab that slept through the change. Without locks (no secure context) the newest tab owns.
 */
export class Ownership {
  readonly #gate: Gate;
  readonly #locks: Locks | null;
  readonly #now: () => Date;
  readonly #held = new Map<string, HeldLock>();

  constructor(gate: Gate, locks: Locks | null, now: () => Date) {
    this.#gate = gate;
    this.#locks = locks;
    this.#now = now;
  }

  /** Asks for a project. `takeOver`: from a tab that lives too. */
  async claim(project: string, takeOver: boolean): Promise<Result<Access>> {
    const place: Place = { what: 'project', where: project };
    const { db, tab } = this.#gate;
    if (this.#locks !== null && !this.#held.has(project)) {
      const name = `drysync/${db.name}/project/${project}`;
      const lock = await takeLock(this.#locks, name, takeOver, () => {
        this.#held.delete(project);
        this.#gate.lose(project, 'taken-over');
      });
      if (lock === null) {
        const owner = await this.#gate.read(place, [db.owners], () => db.owners.get(project));
        if (!owner.ok) return owner;
        if (owner.value?.tab === tab) return done({ access: 'owner' }); // another worker of this tab has the lock
        return done({ access: 'read-only', owner: owner.value ?? null });
      }
      this.#held.set(project, lock);
    }
    const row: OwnerRow = { project, tab, since: this.#now().toISOString() };
    const claimed = await this.#gate.run(place, () =>
      db.transaction('rw', db.owners, async () => {
        const owner = await db.owners.get(project);
        if (owner?.tab !== tab) await db.owners.put(row);
      }),
    );
    if (!claimed.ok) {
      this.#unlock(project);
      return claimed;
    }
    this.#gate.regain(project);
    return done({ access: 'owner' });
  }

  /** Lets go of a project. */
  async release(project: string): Promise<void> {
    if (this.#locks !== null && !this.#held.has(project)) return;
    const { db } = this.#gate;
    await this.#gate.write({ what: 'project', where: project }, project, [], () => db.owners.delete(project));
    this.#unlock(project);
  }

  async releaseAll(): Promise<void> {
    for (const project of [...this.#held.keys()]) await this.release(project);
  }

  #unlock(project: string): void {
    this.#held.get(project)?.release();
    this.#held.delete(project);
  }
}
