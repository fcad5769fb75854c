import type { Both } from '../../engine/index.ts';
import type { Gate } from '../gate.ts';
import { done, failed, type Result } from '../problem.ts';
import { present } from '../project-parts.ts';
import type { DecisionRow, Snapshot } from '../rows.ts';
import type { Sealing } from '../sealing.ts';
import { loadDecisions, placeOf, snapshotKey, type Loaded } from './load.ts';
import { DecisionLog } from './log.ts';
import { emptyState, readState, stateBytes, type DecisionState } from './state.ts';

/** What a sync's decisions begin with. */
export interface DecisionStart {
  /** The record sets whose rows the columns are by. */
  readonly basis: Both<string>;
  readonly rows: Both<number>;
  /** What was decided on other sets, carried over by the caller; nothing when absent. */
  readonly state?: DecisionState;
}

/** The decisions of every sync, by source row. */
export class Decisions {
  readonly #gate: Gate;
  readonly #sealing: Sealing;
  readonly #now: () => Date;
  readonly #newId: () => string;

  constructor(gate: Gate, sealing: Sealing, now: () => Date, newId: () => string) {
    this.#gate = gate;
    this.#sealing = sealing;
    this.#now = now;
    this.#newId = newId;
  }

  /** Null where nothing was started yet. */
  async open(project: string, sync: string): Promise<Result<DecisionLog | null>> {
    const loaded = await loadDecisions(this.#gate, this.#sealing, project, sync);
    if (!loaded.ok || loaded.value === null) return loaded as Result<null>;
    return done(this.#log(loaded.value));
  }

  /** Begins, or begins anew on other record sets. The history begins here: rows of former sets cannot be undone to. */
  async start(project: string, sync: string, start: DecisionStart): Promise<Result<DecisionLog>> {
    const { basis, rows } = start;
    const bytes = stateBytes(start.state ?? emptyState(rows));
    const state = readState(bytes.slice(), rows);
    if (state === null) throw new Error('the columns do not have these rows');
    const snapshot: Snapshot = { id: this.#newId(), step: 0, seal: await this.#sealing.of(bytes) };
    const { db } = this.#gate;
    const tables = [db.projects, db.decisions, db.steps, db.chunks];
    const head = await this.#gate.write(placeOf(project, sync), project, tables, async () => {
      const row = present(await db.projects.get(project), project);
      const former = await db.decisions.get([project, sync]);
      const fresh: DecisionRow = {
        ...{ project, sync, basis, rows, snapshot, since: 0 },
        pointer: { first: 0, at: 0, last: 0 },
        version: (former?.version ?? 0) + 1,
      };
      await db.steps.where('[project+sync+step]').between([project, sync], [project, sync, []]).delete();
      if (former !== undefined) await db.chunks.delete(snapshotKey(former.snapshot));
      await db.chunks.put(bytes, snapshotKey(snapshot));
      await db.decisions.put(fresh);
      const decisions = [...new Set([...row.decisions, sync])];
      await db.projects.put({ ...row, decisions });
      return fresh;
    });
    return head.ok ? done(this.#log({ head: head.value, state })) : head;
  }

  #log(loaded: Loaded): DecisionLog {
    const { project, sync } = loaded.head;
    const load = async (): Promise<Result<Loaded>> => {
      const again = await loadDecisions(this.#gate, this.#sealing, project, sync);
      if (!again.ok) return again;
      if (again.value === null) return failed({ code: 'missing', ...placeOf(project, sync) });
      return done(again.value);
    };
    const tools = { now: this.#now, newId: this.#newId };
    return new DecisionLog({ gate: this.#gate, sealing: this.#sealing, load, ...tools }, loaded);
  }
}
