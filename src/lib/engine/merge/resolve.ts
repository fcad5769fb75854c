import type { ObjectSync } from '../model/design.ts';
import { mayWrite } from '../model/direction.ts';
import { salesforceFlow } from '../model/salesforce-rule.ts';
import { otherSide, type Side } from '../model/side.ts';
import type { CompiledMapping } from './compiled.ts';
import type { Newer } from './recent.ts';
import { cellText } from '../columns/cell.ts';
import { STATE, STATES, type Pairs } from './state.ts';
import { decide } from './decide.ts';
import { OPEN, rewritten, type Rule, type Verdict } from './verdict.ts';

/** Positions are held in bytes. */
const MOST = 255;

/** The different verdicts of a plan; a pair holds their positions. */
export class VerdictList {
  readonly all: Verdict[] = [];
  readonly #position = new Map<string, number>();

  position(verdict: Verdict): number {
    const key = JSON.stringify(verdict);
    let position = this.#position.get(key);
    if (position === undefined) {
      position = this.all.push(verdict) - 1;
      if (position > MOST) throw new Error('more verdicts than a byte can name');
      this.#position.set(key, position);
    }
    return position;
  }
}

export const ruleOfMapping = (sync: ObjectSync, on: CompiledMapping): Rule => ({
  rule: on.mapping.conflict,
  favoured: on.favoured,
  direction: on.direction,
  fillWinner: sync.blanks.fillWinner,
  clears: sync.blanks.propagateClears,
  salesforce: salesforceFlow(sync, on.mapping),
  constant: on.transform?.transform.kind === 'constant' ? otherSide(on.transform.source) : null,
});

/** State → position of its verdict, worked out when a state occurs: of 128 states records have few. */
class StateTable {
  readonly #positions = new Int16Array(STATES).fill(-1);
  readonly #decide: (state: number) => number;

  constructor(rule: Rule, newer: Side | null, list: VerdictList) {
    this.#decide = (state) => list.position(decide(state, rule, newer));
  }

  of(state: number): number {
    const known = this.#positions[state]!;
    return known >= 0 ? known : (this.#positions[state] = this.#decide(state));
  }
}

/** State × rule → verdict, as tables; only `most-recent` looks at the records themselves (CO3, CO4, CO8). */
export class Resolver {
  readonly #tables: Record<Side | 'unknown', StateTable>;
  readonly #open: number;
  readonly #newer: Newer | null;
  readonly #form: FormCheck | null;

  constructor(on: CompiledMapping, rule: Rule, list: VerdictList, newer: Newer, pairs: Pairs) {
    const table = (side: Side | null): StateTable => new StateTable(rule, side, list);
    this.#tables = { unknown: table(null), left: table('left'), right: table('right') };
    this.#open = list.position(OPEN);
    this.#newer = asksDates(rule) ? newer : null;
    this.#form = formCheck(on, rule, list, pairs);
  }

  /** Verdicts of the pairs `from … to`. */
  slice(states: Uint8Array, pairs: Pairs, from: number, to: number, out: Uint8Array): void {
    const table = this.#tables.unknown;
    for (let pair = from; pair < to; pair++) out[pair] = table.of(states[pair]!);
    const newer = this.#newer;
    if (newer !== null) {
      for (let pair = from; pair < to; pair++) {
        if (out[pair] !== this.#open) continue;
        const side = newer(pairs.left[pair]!, pairs.right[pair]!);
        if (side !== null) out[pair] = this.#tables[side].of(states[pair]!);
      }
    }
    const form = this.#form;
    if (form !== null) {
      for (let pair = from; pair < to; pair++) {
        if ((states[pair]! & 7) === STATE.equal) out[pair] = form(pair);
      }
    }
  }
}

/** Is a conflict decided by which record was changed later (CO8, SF3)? */
const asksDates = ({ rule, salesforce }: Rule): boolean =>
  salesforce === null ? rule === 'most-recent' : salesforce.rule === 'two-way';

/** Is no value of a side that stands ever written over? */
const keepsForms = ({ rule, salesforce }: Rule, target: Side): boolean =>
  salesforce === null
    ? rule === 'fill-blank'
    : salesforce.rule === 'prefer-unless-blank' && salesforce.side === target;

type FormCheck = (pair: number) => number;

/** `rewriteForm`: equal values whose texts differ (S27). */
function formCheck(on: CompiledMapping, rule: Rule, list: VerdictList, pairs: Pairs): FormCheck | null {
  if (!on.mapping.rewriteForm) return null;
  const preferred = otherSide(on.favoured);
  const target = mayWrite(on.direction, preferred) ? preferred : on.favoured;
  if (keepsForms(rule, target)) return null;
  const source = otherSide(target);
  const nothing = list.position(decide(STATE.equal, rule, null));
  const rewrite = list.position(rewritten(target));
  return (pair) => {
    const to = on.write[target](cellText(on.values[source], pairs[source][pair]!));
    return to === cellText(on.cells[target], pairs[target][pair]!) ? nothing : rewrite;
  };
}
