import type { Both, Side } from '../engine/index.ts';
import { recordAct } from './acts.ts';
import type { Chunks } from './chunks.ts';
import type { Gate } from './gate.ts';
import type { Access, Ownership } from './ownership.ts';
import { done, type Place, type Result } from './problem.ts';
import { ownersOfChunks, present } from './project-parts.ts';
import type { ConnectionRow, ProjectRow, SetReference, VaultRow } from './rows.ts';

/** A project as a list shows it. */
export interface ProjectEntry {
  readonly id: string;
  readonly name: string;
  readonly apps: Both<string>;
  readonly created: string;
  readonly opened: string;
  /** Record sets it has, with their rows; null where the set is damaged or gone. */
  readonly sets: readonly (SetReference & { readonly rows: number | null })[];
  readonly hasBaseline: boolean;
  readonly hasDesign: boolean;
}

export interface ProjectList {
  /** Last opened first. */
  readonly projects: readonly ProjectEntry[];
  /** Projects of which something is there, but not the project itself: damage to be told. */
  readonly lost: readonly string[];
}

const placeOf = (project: string): Place => ({ what: 'project', where: project });

export class Projects {
  readonly #gate: Gate;
  readonly #chunks: Chunks;
  readonly #ownership: Ownership;
  readonly #now: () => Date;
  readonly #newId: () => string;

  constructor(gate: Gate, chunks: Chunks, ownership: Ownership, now: () => Date, newId: () => string) {
    this.#gate = gate;
    this.#chunks = chunks;
    this.#ownership = ownership;
    this.#now = now;
    this.#newId = newId;
  }

  list(): Promise<Result<ProjectList>> {
    const { db } = this.#gate;
    return this.#gate.read(
      { what: 'database', where: 'projects' },
      [db.projects, db.sets, db.baselines],
      async () => {
        const rows = await db.projects.toArray();
        const sets = new Map((await db.sets.toArray()).map((head) => [head.id, head.rows]));
        const known = new Set(rows.map((row) => row.id));
        const named = [...(await db.sets.orderBy('project').uniqueKeys())];
        named.push(...(await db.baselines.orderBy('project').uniqueKeys()));
        const lost = new Set(named.map(String).filter((id) => !known.has(id)));
        rows.sort((a, b) => (a.opened < b.opened ? 1 : a.opened > b.opened ? -1 : 0));
        return { projects: rows.map((row) => entryOf(row, sets)), lost: [...lost] };
      },
    );
  }

  /** Makes a project, which this tab then owns. */
  async create(name: string, apps: Both<string>): Promise<Result<ProjectRow>> {
    const when = this.#now().toISOString();
    const id = this.#newId();
    const row: ProjectRow = {
      ...{ id, name, apps, created: when, opened: when },
      ...{ sets: [], baseline: null, design: null, decisions: [] },
    };
    const claimed = await this.#ownership.claim(id, false);
    if (!claimed.ok) return claimed;
    const { projects } = this.#gate.db;
    const made = await this.#gate.write(placeOf(id), id, [projects], async () => {
      await projects.add(row);
      return row;
    });
    if (!made.ok) await this.#ownership.release(id);
    return made;
  }

  /** Opens a project: asks for the right to write, and notes the time where it is given. */
  async open(
    id: string,
    options: { readonly takeOver?: boolean } = {},
  ): Promise<Result<{ readonly project: ProjectRow } & Access>> {
    const found = await this.get(id);
    if (!found.ok) return found;
    const access = await this.#ownership.claim(id, options.takeOver === true);
    if (!access.ok) return access;
    if (access.value.access === 'read-only') return done({ project: found.value, ...access.value });
    const project = await this.#change(id, (row) => ({ ...row, opened: this.#now().toISOString() }));
    return project.ok ? done({ project: project.value, access: 'owner' }) : project;
  }

  /** Keeps which account a side is read from (S352); null: of none any more, and its sign-in leaves the vault too (S422). */
  connect(id: string, side: Side, connection: ConnectionRow | null): Promise<Result<ProjectRow>> {
    const none: Both<ConnectionRow | null> = { left: null, right: null };
    return this.#change(id, (row) => ({
      ...row,
      connections: { ...none, ...row.connections, [side]: connection },
      ...(connection === null && row.vault ? { vault: { ...row.vault, [side]: null } } : {}),
    }));
  }

  /** Changes the vault as the project is by then; null: there is none. */
  changeVault(id: string, change: (row: ProjectRow) => VaultRow | null): Promise<Result<ProjectRow>> {
    return this.#change(id, (row) => ({ ...row, vault: change(row) }));
  }

  /** Lets another tab have it. */
  close(id: string): Promise<void> {
    return this.#ownership.release(id);
  }

  get(id: string): Promise<Result<ProjectRow>> {
    const { projects } = this.#gate.db;
    return this.#gate.read(placeOf(id), [projects], async () => present(await projects.get(id), id));
  }

  rename(id: string, name: string): Promise<Result<ProjectRow>> {
    const { db } = this.#gate;
    const at = this.#now().toISOString();
    return this.#gate.write(placeOf(id), id, [db.projects, db.acts], async () => {
      const row = present(await db.projects.get(id), id);
      if (row.name === name) return row;
      const about = { project: id, subject: 'name', sync: '', step: -1 } as const;
      await recordAct(db, { ...about, at, code: 'rename', values: { from: row.name, to: name } });
      await db.projects.put({ ...row, name });
      return { ...row, name };
    });
  }

  /** Removes a project with everything of it. */
  async remove(id: string): Promise<Result<void>> {
    const { db } = this.#gate;
    const owned = [db.sets, db.baselines, db.plans, db.decisions, db.steps, db.acts, db.pushes, db.journal];
    const tables = [db.projects, db.designs, ...owned];
    const removed = await this.#gate.write(placeOf(id), id, tables, async () => {
      const owners = await ownersOfChunks(db, id);
      await db.designs.where('[project+step]').between([id], [id, []]).delete();
      for (const table of owned) await table.where('project').equals(id).delete();
      await db.projects.delete(id);
      return owners;
    });
    if (!removed.ok) return removed;
    await this.#ownership.release(id);
    return this.#chunks.drop(removed.value);
  }

  #change(id: string, change: (row: ProjectRow) => ProjectRow): Promise<Result<ProjectRow>> {
    const { projects } = this.#gate.db;
    return this.#gate.write(placeOf(id), id, [projects], async () => {
      const row = change(present(await projects.get(id), id));
      await projects.put(row);
      return row;
    });
  }
}

function entryOf(row: ProjectRow, rowsOf: ReadonlyMap<string, number>): ProjectEntry {
  const { id, name, apps, created, opened } = row;
  const sets = row.sets.map((set) => ({ ...set, rows: rowsOf.get(set.id) ?? null }));
  const has = { hasBaseline: row.baseline !== null, hasDesign: row.design !== null };
  return { id, name, apps, created, opened, sets, ...has };
}
