import type { Both } from '../../engine/index.ts';
import { moveAct } from '../acts.ts';
import { done, failed, type Result } from '../problem.ts';
import type { DecisionRow, StepRow } from '../rows.ts';
import { applied, countOf, deltaBytes, deltaOf, type DecisionChange, type Delta } from './delta.ts';
import { placeOf, readStep, type Loaded } from './load.ts';
import type { DecisionState } from './state.ts';
import { snapshotAfter, swapHead, writeAct, type LogParts, type Written } from './write.ts';

/** Acts one can undo. */
export const UNDO_STEPS = 100;
/** A new snapshot after so many acts (fewer than can be undone), or so many bytes of them: opening stays quick. */
export const SNAPSHOT_STEPS = 50;
const SNAPSHOT_BYTES = 32 * 1024 * 1024;
/** Another tab can have written between our reading and writing so often before we give up. */
const TRIES = 4;

/** What an act, an undo or a redo did. */
export interface Acted {
  readonly label: string;
  /** Rows, verdicts and choices changed. */
  readonly count: number;
}

/**
 * The decisions of one sync. An act is one strict transaction and one step to undo, whatever its size; what a promise said
 * survives a killed browser. Calls are carried out one after the other.
 */
export class DecisionLog {
  readonly #parts: LogParts;
  #head: DecisionRow;
  #state: DecisionState;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(parts: LogParts, { head, state }: Loaded) {
    this.#parts = parts;
    this.#head = head;
    this.#state = state;
  }

  /** As it stands. The columns change in place with every act; do not write to them, and copy what is to be sent away. */
  get state(): DecisionState {
    return this.#state;
  }

  /** The record sets whose rows the columns are by. */
  get basis(): Both<string> {
    return this.#head.basis;
  }

  /** Columns that held the ids of those sets; null where that was not noted. */
  get idFields(): Both<string | null> | null {
    return this.#head.idFields ?? null;
  }

  /** What it is of, and how often it was written. */
  get place(): Pick<DecisionRow, 'project' | 'sync' | 'version'> {
    return this.#head;
  }

  get canUndo(): boolean {
    return this.#head.pointer.at > this.#head.pointer.first;
  }

  get canRedo(): boolean {
    return this.#head.pointer.at < this.#head.pointer.last;
  }

  act(change: DecisionChange): Promise<Result<Acted>> {
    return this.#queued(() => this.#act(change));
  }

  undo(): Promise<Result<Acted>> {
    return this.#queued(() => this.#move('from'));
  }

  redo(): Promise<Result<Acted>> {
    return this.#queued(() => this.#move('to'));
  }

  async #act(change: DecisionChange): Promise<Result<Acted> | 'stale'> {
    const delta = deltaOf(this.#state, change);
    const acted: Acted = { label: change.label, count: countOf(delta) };
    const bytes = deltaBytes(delta);
    const { sha256 } = await this.#parts.sealing.of(bytes);
    const { project, sync, pointer, snapshot, since } = this.#head;
    const step = pointer.at + 1;
    const row: StepRow = {
      project,
      sync,
      step,
      when: this.#parts.now().toISOString(),
      ...acted,
      bytes,
      sha256,
    };
    const total = since + bytes.length;
    const isDue =
      snapshot.step > pointer.at || step - snapshot.step >= SNAPSHOT_STEPS || total > SNAPSHOT_BYTES;
    const fresh = isDue ? await snapshotAfter(this.#parts, this.#state, step, delta) : null;
    const first = Math.max(pointer.first, step - UNDO_STEPS);
    const head: DecisionRow = {
      ...this.#head,
      pointer: { first, at: step, last: step },
      snapshot: fresh?.snapshot ?? snapshot,
      since: fresh === null ? total : 0,
      version: this.#head.version + 1,
    };
    const written = await writeAct(this.#parts.gate, this.#head, head, row, fresh?.bytes ?? null);
    return this.#take(written, head, delta, 'to', acted);
  }

  async #move(to: 'from' | 'to'): Promise<Result<Acted> | 'stale'> {
    const { project, sync, pointer } = this.#head;
    if (to === 'from' && !this.canUndo) return failed({ code: 'nothing-to-undo' });
    if (to === 'to' && !this.canRedo) return failed({ code: 'nothing-to-redo' });
    const step = to === 'from' ? pointer.at : pointer.at + 1;
    const { gate, sealing } = this.#parts;
    const read = await readStep(gate, sealing, [project, sync, step]);
    if (!read.ok) {
      // Whoever moved the decisions to other sets took the steps away.
      const now = await this.#parts.load();
      return now.ok && now.value.head.version !== this.#head.version ? 'stale' : read;
    }
    const { delta, label, count } = read.value;
    const at = to === 'from' ? step - 1 : step;
    const head = { ...this.#head, pointer: { ...pointer, at }, version: this.#head.version + 1 };
    const about = { project, subject: 'decisions', sync, step } as const;
    const written = await swapHead(gate, this.#head, head, () =>
      moveAct(gate.db, about, to === 'from' ? 'undone' : 'made'),
    );
    return this.#take(written, head, delta, to, { label, count });
  }

  #take(
    written: Written,
    head: DecisionRow,
    delta: Delta,
    to: 'from' | 'to',
    acted: Acted,
  ): Result<Acted> | 'stale' {
    if (!written.ok) return written;
    if (written.value === 'stale') return 'stale';
    this.#head = head;
    this.#state = applied(this.#state, delta, to);
    return done(acted);
  }

  #queued(work: () => Promise<Result<Acted> | 'stale'>): Promise<Result<Acted>> {
    const run = async (): Promise<Result<Acted>> => {
      for (let tries = 0; tries < TRIES; tries++) {
        const result = await work();
        if (result !== 'stale') return result;
        const loaded = await this.#parts.load();
        if (!loaded.ok) return loaded;
        // Rows of other sets are other records.
        if (!isSameBasis(loaded.value.head.basis, this.basis)) {
          return failed({ code: 'replaced', ...placeOf(this.#head.project, this.#head.sync) });
        }
        this.#head = loaded.value.head;
        this.#state = loaded.value.state;
      }
      return failed({ code: 'read-only', because: 'other-tab', project: this.#head.project });
    };
    const next = this.#tail.then(run, run);
    this.#tail = next.catch(() => undefined);
    return next;
  }
}

const isSameBasis = (a: Both<string>, b: Both<string>): boolean => a.left === b.left && a.right === b.right;
