import { isBlank } from '../model/column.ts';
import { SIDES, otherSide, type Both, type Side } from '../model/side.ts';
import { NO_STAGE } from '../read/stage-table.ts';
import type { CompiledMapping } from './compiled.ts';
import type { VerdictList } from './resolve.ts';
import { placeState } from './stage-states.ts';
import { changesPart, type StageOf } from './stage-of.ts';
import { STATES, type Pairs } from './state.ts';
import { decide } from './decide.ts';
import { NOT_READ_BACK, OPEN, conflictOf, writeOf, type Rule, type Verdict } from './verdict.ts';

/** A part of a stage map with what is known and made of it, pair by pair. */
export interface PartVerdicts {
  readonly on: CompiledMapping;
  readonly stage: StageOf;
  readonly states: Uint8Array;
  /** Positions in the list of verdicts. */
  readonly verdicts: Uint8Array;
}

/** What a verdict comes to, wherever it stands. */
interface Facts {
  readonly write: ReturnType<typeof writeOf>;
  readonly listed: boolean;
  /** In the list of verdicts; `over` where a value is written over. */
  readonly position: number;
  readonly over: number;
}

/** One rule decides a pair's place, and the parts that change by it carry the verdict (S90). */
export class StageResolver {
  readonly #parts: readonly PartVerdicts[];
  readonly #pairs: Pairs;
  readonly #list: VerdictList;
  readonly #table: readonly Verdict[];
  readonly #nothing: number;
  readonly #open: number;
  readonly #unread: number;
  /** A few verdicts are of nearly all pairs. */
  readonly #facts = new WeakMap<Verdict, Facts>();
  /** Verdicts of the parts, by what a pair says. */
  readonly #known = new Map<number, readonly number[]>();
  /** The parts as they stand in the pair that is asked for. */
  readonly #now: { readonly on: CompiledMapping; state: number }[];

  constructor(parts: readonly PartVerdicts[], rule: Rule, pairs: Pairs, list: VerdictList) {
    this.#parts = parts;
    this.#now = parts.map(({ on }) => ({ on, state: 0 }));
    this.#pairs = pairs;
    this.#list = list;
    this.#table = Array.from({ length: STATES }, (_, state) => decide(state, rule, null));
    this.#nothing = list.position({ kind: 'nothing', rule: 'CO5' });
    this.#open = list.position(OPEN);
    this.#unread = list.position(NOT_READ_BACK);
  }

  /** Pairs that say the same on both sides, and are known the same way, come to the same. */
  slice(from: number, to: number): void {
    for (let pair = from; pair < to; pair++) {
      const said = this.#saidBy(pair);
      const known = this.#known.get(said);
      if (known === undefined) {
        this.assign(pair, this.#placeVerdict(pair));
        if (Number.isSafeInteger(said)) {
          this.#known.set(
            said,
            this.#parts.map(({ verdicts }) => verdicts[pair]!),
          );
        }
      } else this.#parts.forEach(({ verdicts }, at) => (verdicts[pair] = known[at]!));
    }
  }

  /** Gives the parts of a pair what their place comes to. */
  assign(pair: number, verdict: Verdict): void {
    const rows = { left: this.#pairs.left[pair]!, right: this.#pairs.right[pair]! };
    const { write, listed, position, over } = this.#factsOf(verdict);
    let carried = false;
    for (const { on, stage, verdicts } of this.#parts) {
      const targets = write === null ? SIDES : [write.side];
      const changes = targets.some((target) => changesHere(on, stage, target, rows));
      const carries = changes && (write !== null || listed);
      if (carries) carried = true;
      const fills = write === null || isBlank(on.cells[write.side], rows[write.side]);
      verdicts[pair] = !carries ? this.#nothing : fills || this.#hasPlace(write.side, pair) ? position : over;
    }
    if (carried) return;
    // Nobody carries it: a verdict without a write stands at the stage.
    const last = this.#parts.find(({ stage }) => stage.part === 'stage');
    if (last !== undefined && write === null) last.verdicts[pair] = position;
  }

  /**
   * After what came back had its say: only what the place changes is written, and while one part waits for a person, or to be read back
   * (S104), nothing of the place is, since half a place is none.
   */
  hold(from: number, to: number): void {
    for (let pair = from; pair < to; pair++) {
      const rows = { left: this.#pairs.left[pair]!, right: this.#pairs.right[pair]! };
      for (const { on, stage, verdicts } of this.#parts) {
        const write = writeOf(this.#list.all[verdicts[pair]!]!);
        if (write !== null && !changesHere(on, stage, write.side, rows)) verdicts[pair] = this.#nothing;
      }
      const isOpen = this.#parts.some(({ verdicts }) => this.#list.all[verdicts[pair]!]!.kind === 'open');
      const isUnread = this.#parts.some(({ verdicts }) => verdicts[pair] === this.#unread);
      if (!isOpen && !isUnread) continue;
      for (const { verdicts } of this.#parts) {
        if (writeOf(this.#list.all[verdicts[pair]!]!) === null) continue;
        verdicts[pair] = isOpen ? this.#open : this.#unread;
      }
    }
  }

  #hasPlace(side: Side, pair: number): boolean {
    return this.#parts[0]!.stage.rows.pairOf[side][this.#pairs[side][pair]!]! !== NO_STAGE;
  }

  #factsOf(verdict: Verdict): Facts {
    const known = this.#facts.get(verdict);
    if (known !== undefined) return known;
    const facts = {
      write: writeOf(verdict),
      listed: conflictOf(verdict) !== null,
      position: this.#list.position(verdict),
      over: this.#list.position(overwriting(verdict)),
    };
    this.#facts.set(verdict, facts);
    return facts;
  }

  #saidBy(pair: number): number {
    const { left, right } = this.#parts[0]!.stage.rows.standing;
    let said = left.of[this.#pairs.left[pair]!]! * right.count + right.of[this.#pairs.right[pair]!]!;
    for (const { states } of this.#parts) said = said * STATES + states[pair]!;
    return said;
  }

  #placeVerdict(pair: number): Verdict {
    this.#parts.forEach(({ states }, at) => (this.#now[at]!.state = states[pair]!));
    const { stage } = this.#parts[0]!;
    return this.#table[placeState(stage, this.#now, this.#pairs.left[pair]!, this.#pairs.right[pair]!)]!;
  }
}

/** What goes into a place without a stage, over another field that says something there: a conflict with both values (L12). */
function overwriting(verdict: Verdict): Verdict {
  if (verdict.kind !== 'flows') return verdict;
  const winner = otherSide(verdict.write.side);
  return { kind: 'won', rule: verdict.rule, decidedBy: winner, winner, write: verdict.write };
}

/** Only what is mapped, or has no stage, says what becomes of the other side. */
function changesHere(on: CompiledMapping, stage: StageOf, target: Side, rows: Both<number>): boolean {
  const source = otherSide(target);
  const place = stage.rows.pairOf[source][rows[source]]!;
  return (place >= 0 || place === NO_STAGE) && changesPart(stage, on.cells, target, rows);
}
