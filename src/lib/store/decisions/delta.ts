import {
  SIDES,
  type ConflictChoice,
  type LinkVerdict,
  type RestoreChoice,
  type Side,
} from '../../engine/index.ts';
import { pack, unpack, type PackedArray } from '../packed.ts';
import { listDelta, replaced, type ListChange, type Replaced } from './list-delta.ts';
import { choiceKey, restoreKey, verdictKey, type DecisionColumns, type DecisionState } from './state.ts';

/** New decisions of some rows of a side, each row named once; two words of print a row. */
export interface RowsChange extends DecisionColumns {
  readonly rows: Uint32Array;
}

/** One act of a person, of any size: one write, one undo step. */
export interface DecisionChange {
  /** What was done, for the undo button: a code or words of the caller's. */
  readonly label: string;
  readonly left?: RowsChange;
  readonly right?: RowsChange;
  readonly verdicts?: ListChange<LinkVerdict, 'left' | 'right'>;
  readonly choices?: ListChange<ConflictChoice, 'left' | 'right' | 'field'>;
  readonly restores?: ListChange<RestoreChoice, 'left' | 'right'>;
}

/** What a change does to a state, in both directions. */
export interface Delta extends Readonly<Partial<Record<Side, RowsDelta>>> {
  readonly verdicts: readonly Replaced<LinkVerdict>[];
  readonly choices: readonly Replaced<ConflictChoice>[];
  readonly restores: readonly Replaced<RestoreChoice>[];
}

interface RowsDelta {
  readonly rows: Uint32Array;
  readonly from: DecisionColumns;
  readonly to: DecisionColumns;
}

/** Throws where the caller names a row twice or one that is not there. */
export function deltaOf(state: DecisionState, change: DecisionChange): Delta {
  const sides: Partial<Record<Side, RowsDelta>> = {};
  for (const side of SIDES) {
    const rows = change[side];
    if (rows !== undefined && rows.rows.length > 0) sides[side] = rowsDelta(state[side], rows);
  }
  return {
    ...sides,
    verdicts: listDelta(state.verdicts, change.verdicts, verdictKey),
    choices: listDelta(state.choices, change.choices, choiceKey),
    restores: listDelta(state.restores, change.restores, restoreKey),
  };
}

/** Rows, verdicts, choices and restores a delta changes. */
export const countOf = (delta: Delta): number =>
  SIDES.reduce(
    (sum, side) => sum + (delta[side]?.rows.length ?? 0),
    delta.verdicts.length + delta.choices.length + delta.restores.length,
  );

/** Changes the state's columns in place; the lists are new ones. */
export function applied(state: DecisionState, delta: Delta, to: 'from' | 'to'): DecisionState {
  for (const side of SIDES) {
    const change = delta[side];
    if (change === undefined) continue;
    const { decision, print } = state[side];
    change.rows.forEach((row, i) => {
      decision[row] = change[to].decision[i] ?? 0;
      print[row * 2] = change[to].print[i * 2] ?? 0;
      print[row * 2 + 1] = change[to].print[i * 2 + 1] ?? 0;
    });
  }
  return {
    ...state,
    verdicts: replaced(state.verdicts, delta.verdicts, to, verdictKey),
    choices: replaced(state.choices, delta.choices, to, choiceKey),
    restores: replaced(state.restores, delta.restores, to, restoreKey),
  };
}

export function deltaBytes(delta: Delta): Uint8Array {
  const arrays: Record<string, PackedArray> = {};
  for (const side of SIDES) {
    const change = delta[side];
    if (change === undefined) continue;
    arrays[`${side}Rows`] = change.rows;
    for (const way of WAYS) {
      arrays[`${side}Decision ${way}`] = change[way].decision;
      arrays[`${side}Print ${way}`] = change[way].print;
    }
  }
  const { verdicts, choices, restores } = delta;
  return pack({ verdicts, choices, restores }, arrays);
}

/** Null where the bytes are not a delta. */
export function readDelta(bytes: Uint8Array): Delta | null {
  const packed = unpack(bytes);
  if (packed === null) return null;
  const { arrays } = packed;
  const sides: Partial<Record<Side, RowsDelta>> = {};
  for (const side of SIDES) {
    const rows = arrays.get(`${side}Rows`);
    if (rows === undefined) continue;
    const [from, to] = WAYS.map((way): DecisionColumns | null => {
      const decision = arrays.get(`${side}Decision ${way}`);
      const print = arrays.get(`${side}Print ${way}`);
      const fits = decision instanceof Uint8Array && print instanceof Uint32Array;
      return fits && decision.length === rows.length && print.length === rows.length * 2
        ? { decision, print }
        : null;
    });
    if (!(rows instanceof Uint32Array) || !from || !to) return null;
    sides[side] = { rows, from, to };
  }
  // Older builds kept no restores.
  const { verdicts, choices, restores = [] } = packed.meta as Lists;
  return { ...sides, verdicts, choices, restores };
}

type Lists = Pick<Delta, 'verdicts' | 'choices'> & Partial<Pick<Delta, 'restores'>>;

const WAYS = ['from', 'to'] as const;

function rowsDelta(columns: DecisionColumns, { rows, decision, print }: RowsChange): RowsDelta {
  if (decision.length !== rows.length || print.length !== rows.length * 2) throw new Error('lengths differ');
  const named = new Uint8Array(columns.decision.length);
  const from = { decision: new Uint8Array(rows.length), print: new Uint32Array(rows.length * 2) };
  rows.forEach((row, i) => {
    if (named[row] !== 0) throw new Error(`row ${String(row)} is named twice or is not there`);
    named[row] = 1;
    from.decision[i] = columns.decision[row] ?? 0;
    from.print[i * 2] = columns.print[row * 2] ?? 0;
    from.print[i * 2 + 1] = columns.print[row * 2 + 1] ?? 0;
  });
  return { rows, from, to: { decision, print } };
}
