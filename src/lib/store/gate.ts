import { Dexie, type Table } from 'dexie';
import type { Database } from './database.ts';
import { attempt, failed, Refusal, type Place, type ReadOnlyBecause, type Result } from './problem.ts';

/** The store, or one project of it, can no longer be written from here. */
export interface ReadOnlyEvent {
  readonly because: ReadOnlyBecause;
  /** Null: every project. */
  readonly project: string | null;
}

/**
 * The one way to the tables. Looks at whether this tab may still write: in the very transaction that writes, since a tab
 * that was frozen wakes up without knowing that another took its project over (F6).
 */
export class Gate {
  readonly db: Database;
  /** Names the tab (all its workers alike). */
  readonly tab: string;
  readonly #tell: (event: ReadOnlyEvent) => void;
  readonly #lost = new Map<string, ReadOnlyBecause>();
  #stopped: ReadOnlyBecause | null = null;

  constructor(db: Database, tab: string, tell: (event: ReadOnlyEvent) => void) {
    this.db = db;
    this.tab = tab;
    this.#tell = tell;
    db.on('versionchange', (event) => {
      this.stop(event.newVersion === null ? 'storage-cleared' : 'newer-version');
      return false; // Dexie's own handler would close and open again
    });
    db.on('close', () => {
      this.stop('storage-cleared');
    });
  }

  /** Why nothing can be written at all, or null. */
  get stopped(): ReadOnlyBecause | null {
    return this.#stopped;
  }

  /** Ends all writing and lets go of the database, so that the tab that needs it can go on. */
  stop(because: ReadOnlyBecause): void {
    if (this.#stopped !== null) return;
    this.#stopped = because;
    this.db.close({ disableAutoOpen: true });
    this.#tell({ because, project: null });
  }

  /** A project goes to another tab. */
  lose(project: string, because: ReadOnlyBecause): void {
    this.#lost.set(project, because);
    this.#tell({ because, project });
  }

  regain(project: string): void {
    this.#lost.delete(project);
  }

  /** Runs on the database outside of Dexie's transactions, with the same answers. */
  async run<T>(place: Place, work: () => Promise<T>): Promise<Result<T>> {
    const result = await attempt(place, work);
    if (result.ok || result.problem.code !== 'read-only' || result.problem.because !== 'closed')
      return result;
    return failed({ ...result.problem, because: this.#stopped ?? 'closed' });
  }

  /** One transaction that reads. */
  read<T>(place: Place, tables: readonly Table[], work: () => PromiseLike<T>): Promise<Result<T>> {
    return this.run(place, async () => this.db.transaction('r', [...tables], work));
  }

  /** One strict transaction on a project: all of it or nothing, on the disk when the promise is kept. */
  async write<T>(
    place: Place,
    project: string,
    tables: readonly Table[],
    work: () => PromiseLike<T>,
  ): Promise<Result<T>> {
    const because = this.#stopped ?? this.#lost.get(project);
    if (because !== undefined) return failed({ code: 'read-only', because, project });
    const { owners } = this.db;
    let transaction: IDBTransaction | null = null;
    return this.run(place, async () => {
      try {
        return await this.db.transaction('rw', [owners, ...tables], async () => {
          transaction = Dexie.currentTransaction.idbtrans;
          const owner = await owners.get(project);
          if (owner !== undefined && owner.tab !== this.tab) {
            throw new Refusal({ code: 'read-only', because: 'other-tab', project });
          }
          return work();
        });
      } catch (error) {
        throw reasonOf(transaction) ?? error;
      }
    });
  }
}

/** Why the browser ended a transaction. Dexie tells of the next call on it instead, which found it ended. */
const reasonOf = (transaction: IDBTransaction | null): DOMException | null =>
  transaction?.error?.name === 'QuotaExceededError' ? transaction.error : null;
