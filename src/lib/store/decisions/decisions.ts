import { SIDES, type Both } from '../../engine/index.ts';
import { settleActs } from '../acts.ts';
import type { StoreParts } from '../parts.ts';
import { done, failed, Refusal, type Result } from '../problem.ts';
import { present, setOf } from '../project-parts.ts';
import type { DecisionRow, ProjectRow, Snapshot } from '../rows.ts';
import { loadDecisions, placeOf, snapshotKey, type Loaded } from './load.ts';
import { DecisionLog } from './log.ts';
import { emptyState, readState, stateBytes, type DecisionState } from './state.ts';

/** What a sync's decisions begin with. */
export interface DecisionStart {
  /** The record sets whose rows the columns are by, `''` for none; refused as `replaced` where the project has others. */
  readonly basis: Both<string>;
  /** Columns that hold the ids of those sets, for whoever moves the decisions. */
  readonly idFields?: Both<string | null>;
  readonly rows: Both<number>;
  /** What was decided on other sets, carried over by the caller; nothing when absent. */
  readonly state?: DecisionState;
}

/** The decisions of every sync, by source row. */
export class Decisions {
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  /** Null where nothing was started yet. */
  async open(project: string, sync: string): Promise<Result<DecisionLog | null>> {
    const loaded = await loadDecisions(this.#parts.gate, this.#parts.sealing, project, sync);
    if (!loaded.ok || loaded.value === null) return loaded as Result<null>;
    return done(this.#log(loaded.value));
  }

  /** Begins, or begins anew on other record sets. The history begins here: rows of former sets cannot be undone to. */
  async start(project: string, sync: string, start: DecisionStart): Promise<Result<DecisionLog>> {
    const begun = await this.#begin({ project, sync, version: null }, start);
    if (begun.ok && begun.value === 'stale') throw new Error('no version was asked for');
    return begun as Result<DecisionLog>;
  }

  /**
   * Begins anew on other record sets with what was carried over from `log`; in the same strict write the sets go that were
   * kept for these decisions alone. `stale`: something was decided since `log` was read, and nothing was written.
   */
  move(log: DecisionLog, start: DecisionStart): Promise<Result<DecisionLog | 'stale'>> {
    return this.#begin(log.place, start);
  }

  async #begin(
    { project, sync, version }: { project: string; sync: string; version: number | null },
    start: DecisionStart,
  ): Promise<Result<DecisionLog | 'stale'>> {
    const { state: given, ...on } = start;
    const bytes = stateBytes(given ?? emptyState(on.rows));
    const state = readState(bytes.slice(), on.rows);
    if (state === null) throw new Error('the columns do not have these rows');
    const { gate, chunks, sealing, newId } = this.#parts;
    const snapshot: Snapshot = { id: newId(), step: 0, seal: await sealing.of(bytes) };
    const { db } = gate;
    const tables = [db.projects, db.decisions, db.steps, db.sets, db.chunks, db.acts];
    const begun = await gate.write(placeOf(project, sync), project, tables, async () => {
      const row = present(await db.projects.get(project), project);
      mustBeCurrent(row, sync, on.basis);
      const former = await db.decisions.get([project, sync]);
      if (version !== null && former?.version !== version) return null;
      const head: DecisionRow = {
        ...{ project, sync, ...on, snapshot, since: 0 },
        pointer: { first: 0, at: 0, last: 0 },
        version: (former?.version ?? 0) + 1,
      };
      await db.steps.where('[project+sync+step]').between([project, sync], [project, sync, []]).delete();
      await settleActs(db, project, sync);
      if (former !== undefined) await db.chunks.delete(snapshotKey(former.snapshot));
      await db.chunks.put(bytes, snapshotKey(snapshot));
      await db.decisions.put(head);
      const decisions = [...new Set([...row.decisions, sync])];
      await db.projects.put({ ...row, decisions });
      const current = new Set(row.sets.map((set) => set.id));
      const released = SIDES.flatMap((side) => former?.basis[side] ?? []).filter((id) => !current.has(id));
      await db.sets.bulkDelete(released);
      return { head, released };
    });
    if (!begun.ok) return begun;
    if (begun.value === null) return done('stale');
    const { head, released } = begun.value;
    // Where this fails nothing names them any more: swept at the next opening.
    if (released.length > 0) await chunks.drop(released);
    return done(this.#log({ head, state }));
  }

  #log(loaded: Loaded): DecisionLog {
    const { project, sync } = loaded.head;
    const load = async (): Promise<Result<Loaded>> => {
      const again = await loadDecisions(this.#parts.gate, this.#parts.sealing, project, sync);
      if (!again.ok) return again;
      if (again.value === null) return failed({ code: 'missing', ...placeOf(project, sync) });
      return done(again.value);
    };
    return new DecisionLog({ ...this.#parts, load }, loaded);
  }
}

/** Inside the transaction: rows of a set that another took the place of are not what anybody will look at. */
function mustBeCurrent(row: ProjectRow, sync: string, basis: Both<string>): void {
  for (const side of SIDES) {
    const current = setOf(row, sync, side);
    if (current === null || basis[side] === '' || current === basis[side]) continue;
    throw new Refusal({ code: 'replaced', ...placeOf(row.id, sync) });
  }
}
