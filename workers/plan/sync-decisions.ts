import {
  DECISION_WORDS,
  writesAnything,
  type Both,
  type Decision,
  type Records,
  type Side,
} from '../../src/lib/engine/index.ts';
import type {
  DecisionChange,
  DecisionLog,
  DecisionState,
  RowsChange,
  Store,
} from '../../src/lib/store/index.ts';
import { done, failed } from '../session/answer.ts';
import { storeProblem } from '../session/words.ts';
import type { Answer, DecisionCounts, DecisionWord } from '../conversation.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

/** Where the decisions of a sync are kept, and over which rows: data rows of the files. */
export interface DecisionPlace {
  readonly store: Store;
  readonly project: string;
  readonly sync: string;
  readonly sets: Both<string>;
  readonly rows: Both<number>;
  readonly records: Both<Records>;
}

/** Codes of the store: 1 + position. The columns of a plan say one more, with 1 for `open`. */
const CODES: readonly Decision[] = ['approved', 'held', 'rejected'];

export const codeOf = (word: DecisionWord): number => DECISION_WORDS.indexOf(word) + 1;

export const wordOf = (code: number): DecisionWord | null => DECISION_WORDS[code - 1] ?? null;

/** The decisions of one sync: a column over the subjects of a plan, read from columns by source row. */
export class SyncDecisions {
  #place: DecisionPlace;
  #log: DecisionLog | null;

  private constructor(place: DecisionPlace, log: DecisionLog | null) {
    this.#place = place;
    this.#log = log;
  }

  get place(): DecisionPlace {
    return this.#place;
  }

  /** The same record sets under another id field. */
  move(records: Both<Records>): void {
    this.#place = { ...this.#place, records };
  }

  /**
   * Opens what was decided. On other record sets than the ones it was decided on it is carried over by record id: `former` are the
   * records of those sets. What was held is asked again then. Where nothing may be written nothing is carried over either.
   */
  static async open(place: DecisionPlace, former: DecisionPlace | null): Promise<Answer<SyncDecisions>> {
    const { store, project, sync, sets, rows } = place;
    const opened = await store.decisions.open(project, sync);
    if (!opened.ok) return failed(storeProblem(opened.problem));
    const log = opened.value;
    if (log === null || sameSets(log.basis, sets)) return done(new SyncDecisions(place, log));
    const isFormer = former !== null && sameSets(former.sets, log.basis);
    const state = carried(log.state, place, isFormer ? former.records : null);
    const started = await store.decisions.start(project, sync, { basis: sets, rows, state });
    if (!started.ok && started.problem.code === 'read-only') return done(new SyncDecisions(place, null));
    if (!started.ok) return failed(storeProblem(started.problem));
    return done(new SyncDecisions(place, started.value));
  }

  get state(): DecisionState | null {
    return this.#log?.state ?? null;
  }

  get canUndo(): boolean {
    return this.#log?.canUndo ?? false;
  }

  get canRedo(): boolean {
    return this.#log?.canRedo ?? false;
  }

  /** Is anything decided on rows? Then prints are needed. */
  get hasRows(): boolean {
    const { state } = this;
    return state !== null && (state.left.decision.some(isSet) || state.right.decision.some(isSet));
  }

  /** Per subject 0 where nothing is written, else 1 + a position in `DECISION_WORDS`; one whose writes differ is open again. */
  column(subjects: PlannedSubjects): Uint8Array {
    const { traits } = subjects.traits;
    const out = new Uint8Array(traits.length);
    for (let subject = 0; subject < out.length; subject++)
      if (writesAnything(traits[subject]!)) out[subject] = 1;
    const { state } = this;
    if (state === null || !this.hasRows) return out;
    const { prints } = subjects;
    subjects.eachPlace((subject, side, row) => {
      const code = state[side].decision[row]!;
      if (code === 0 || out[subject] === 0) return;
      const { print } = state[side];
      if (print[row * 2] !== prints[subject * 2] || print[row * 2 + 1] !== prints[subject * 2 + 1]) return;
      out[subject] = code + 1;
    });
    return out;
  }

  /** One act, one step to undo. Subjects without writes, and those decided so already, are passed over. */
  async decide(
    subjects: PlannedSubjects,
    column: Uint8Array,
    targets: Iterable<number>,
    word: DecisionWord,
  ): Promise<Answer<number>> {
    const code = codeOf(word);
    const chosen = new Uint8Array(column.length);
    for (const subject of targets) if (column[subject]! > 0 && column[subject] !== code) chosen[subject] = 1;
    const { prints } = subjects;
    const change = (side: Side): RowsChange => {
      const rows: number[] = [];
      const own: number[] = [];
      subjects.eachPlace((subject, at, row) => {
        if (at !== side || chosen[subject] === 0) return;
        rows.push(row);
        own.push(subject);
      });
      const print = new Uint32Array(rows.length * 2);
      if (code > 1) {
        own.forEach((subject, i) => {
          print[i * 2] = prints[subject * 2]!;
          print[i * 2 + 1] = prints[subject * 2 + 1]!;
        });
      }
      return { rows: Uint32Array.from(rows), decision: new Uint8Array(rows.length).fill(code - 1), print };
    };
    const [left, right] = [change('left'), change('right')];
    const count = left.rows.length + right.rows.length;
    if (count === 0) return done(0);
    const acted = await this.act({ label: word, left, right });
    return acted.ok ? done(count) : acted;
  }

  async act(change: DecisionChange): Promise<Answer<null>> {
    if (this.#log === null) {
      const { store, project, sync, sets, rows } = this.#place;
      const started = await store.decisions.start(project, sync, { basis: sets, rows });
      if (!started.ok) return failed(storeProblem(started.problem));
      this.#log = started.value;
    }
    const acted = await this.#log.act(change);
    return acted.ok ? done(null) : failed(storeProblem(acted.problem));
  }

  undo(): Promise<Answer<null>> {
    return this.#move('undo');
  }

  redo(): Promise<Answer<null>> {
    return this.#move('redo');
  }

  async #move(way: 'undo' | 'redo'): Promise<Answer<null>> {
    if (this.#log === null) return failed(storeProblem({ code: `nothing-to-${way}` }));
    const moved = await this.#log[way]();
    return moved.ok ? done(null) : failed(storeProblem(moved.problem));
  }
}

export function countDecisions(column: Uint8Array): DecisionCounts {
  const counts = new Uint32Array(8);
  for (const code of column) counts[code]!++;
  return {
    approved: counts[codeOf('approved')]!,
    held: counts[codeOf('held')]!,
    rejected: counts[codeOf('rejected')]!,
    open: counts[codeOf('open')]!,
  };
}

const isSet = (code: number): boolean => code !== 0;

export const sameSets = (a: Both<string>, b: Both<string>): boolean =>
  a.left === b.left && a.right === b.right;

/** What was decided, on the rows of other record sets. Prints say themselves whether the writes are still the same. */
function carried(state: DecisionState, place: DecisionPlace, former: Both<Records> | null): DecisionState {
  const side = (at: Side): DecisionState['left'] => {
    const decision = new Uint8Array(place.rows[at]);
    const print = new Uint32Array(place.rows[at] * 2);
    if (former === null) return { decision, print };
    const now = place.records[at];
    const own = state[at];
    const held = CODES.indexOf('held') + 1;
    former[at].fileRows.forEach((from, row) => {
      const code = own.decision[from]!;
      if (code === 0 || code === held) return;
      const found = now.rowOf(former[at].id(row));
      if (found < 0) return;
      const to = now.fileRows[found]!;
      decision[to] = code;
      print[to * 2] = own.print[from * 2]!;
      print[to * 2 + 1] = own.print[from * 2 + 1]!;
    });
    return { decision, print };
  };
  return { left: side('left'), right: side('right'), verdicts: state.verdicts, choices: state.choices };
}
