import {
  DECISION_WORDS,
  decisionCode,
  mayBeThere,
  type OwnDecisions,
  writesAnything,
  type Both,
  type Records,
  type Side,
} from '../../src/lib/engine/index.ts';
import type {
  DecisionChange,
  DecisionLog,
  DecisionState,
  RowsChange,
  StoreProblem,
} from '../../src/lib/store/index.ts';
import { done, failed } from '../common/answer.ts';
import type { Answer, DecisionCounts, DecisionWord } from '../../src/lib/conversation/index.ts';
import { carried } from './carried-decisions.ts';
import { sameSets, type DecisionPlace, type IdReading } from './decision-place.ts';
import type { PlannedSubjects } from './planned-subjects.ts';

export const wordOf = (code: number): DecisionWord | null => DECISION_WORDS[code - 1] ?? null;

const OPEN = decisionCode('open');
const APPROVED = decisionCode('approved');
const HELD = decisionCode('held');

/** What is shown without being kept, and why it is not. */
interface Shown {
  readonly state: DecisionState;
  readonly because: StoreProblem;
}

/** The decisions of one sync: a column over the subjects of a plan, read from columns by source row. */
export class SyncDecisions {
  #place: DecisionPlace;
  #log: DecisionLog | null;
  #starting: Promise<Answer<DecisionLog>> | null = null;
  readonly #shown: Shown | null;
  /** Decisions on records whose set can no longer be read. */
  readonly notTaken: number;

  private constructor(
    place: DecisionPlace,
    log: DecisionLog | null,
    { shown = null, notTaken = 0 }: { shown?: Shown | null; notTaken?: number } = {},
  ) {
    this.#place = place;
    this.#log = log;
    this.#shown = shown;
    this.notTaken = notTaken;
  }

  get place(): DecisionPlace {
    return this.#place;
  }

  /** The same record sets under another id field. */
  move(records: Both<Records>, ids: Both<IdReading>): void {
    this.#place = { ...this.#place, records, ids };
  }

  /**
   * Opens what was decided. On other record sets than the ones it was decided on it is carried over by record id, in one
   * strict write that ends the former sets; what is decided meanwhile is carried too. What was held is asked again then.
   * Where nothing may be written it is carried over for the eye alone.
   */
  static async open(place: DecisionPlace): Promise<Answer<SyncDecisions>> {
    const { store, project, sync, sets, rows } = place;
    for (;;) {
      const opened = await store.decisions.open(project, sync);
      if (!opened.ok) return failed(opened.problem);
      const log = opened.value;
      if (log === null || sameSets(log.basis, sets)) return done(new SyncDecisions(place, log));
      const found = await carried(log, place);
      if (!found.ok) return failed(found.problem);
      const { state, notTaken } = found.value;
      const start = { basis: sets, idFields: idFieldsOf(place), rows, state };
      const moved = await store.decisions.move(log, start);
      if (moved.ok) {
        if (moved.value === 'stale') continue;
        return done(new SyncDecisions(place, moved.value, { notTaken }));
      }
      // The sets may have been replaced again: what was decided stands where it was, and the next opening carries it over.
      const { code } = moved.problem;
      if (code !== 'read-only' && code !== 'replaced') return failed(moved.problem);
      return done(new SyncDecisions(place, null, { shown: { state, because: moved.problem } }));
    }
  }

  get state(): DecisionState | null {
    return this.#log?.state ?? this.#shown?.state ?? null;
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

  /** What persons decided; a subject whose writes differ is open again. */
  own(subjects: PlannedSubjects): OwnDecisions {
    const { plan } = subjects;
    const { traits } = subjects.traits;
    const out = new Uint8Array(traits.length);
    const doubted = new Uint8Array(traits.length);
    for (let subject = 0; subject < out.length; subject++)
      if (writesAnything(traits[subject]!)) out[subject] = mayBeThere(plan, subject) ? HELD : OPEN;
    const { state } = this;
    if (state === null || !this.hasRows) return { column: out, doubted };
    const { prints } = subjects;
    subjects.eachPlace((subject, side, row) => {
      const code = state[side].decision[row]!;
      if (code === 0 || out[subject] === 0) return;
      const { print } = state[side];
      const isSame = print[row * 2] === prints[subject * 2] && print[row * 2 + 1] === prints[subject * 2 + 1];
      if (isSame) out[subject] = code + 1;
      else if (code + 1 !== APPROVED) doubted[subject] = 1;
    });
    return { column: out, doubted };
  }

  /** One act, one step to undo. Subjects without writes, and those a person decided so already, are passed over. */
  async decide(
    subjects: PlannedSubjects,
    column: Uint8Array,
    targets: readonly number[] | Uint32Array,
    word: DecisionWord,
  ): Promise<Answer<number>> {
    const code = decisionCode(word);
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
    const log = await this.#started();
    if (!log.ok) return log;
    const acted = await log.value.act(change);
    return acted.ok ? done(null) : failed(acted.problem);
  }

  /** The log, begun with the first act; acts that come at once begin it once. */
  async #started(): Promise<Answer<DecisionLog>> {
    if (this.#shown !== null) return failed(this.#shown.because);
    if (this.#log !== null) return done(this.#log);
    const begun = await (this.#starting ??= this.#start());
    this.#starting = null;
    return begun;
  }

  async #start(): Promise<Answer<DecisionLog>> {
    const { store, project, sync, sets, rows } = this.#place;
    const start = { basis: sets, idFields: idFieldsOf(this.#place), rows };
    const started = await store.decisions.start(project, sync, start);
    if (!started.ok) return failed(started.problem);
    this.#log = started.value;
    return done(started.value);
  }

  undo(): Promise<Answer<null>> {
    return this.#move('undo');
  }

  redo(): Promise<Answer<null>> {
    return this.#move('redo');
  }

  async #move(way: 'undo' | 'redo'): Promise<Answer<null>> {
    if (this.#log === null) return failed({ code: `nothing-to-${way}` });
    const moved = await this.#log[way]();
    return moved.ok ? done(null) : failed(moved.problem);
  }
}

export function countDecisions(column: Uint8Array): DecisionCounts {
  const counts = new Uint32Array(8);
  for (const code of column) counts[code]!++;
  return {
    approved: counts[decisionCode('approved')]!,
    held: counts[decisionCode('held')]!,
    rejected: counts[decisionCode('rejected')]!,
    open: counts[decisionCode('open')]!,
  };
}

const isSet = (code: number): boolean => code !== 0;

const idFieldsOf = ({ ids }: DecisionPlace): Both<string | null> => ({
  left: ids.left.field,
  right: ids.right.field,
});
