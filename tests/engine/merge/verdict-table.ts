import { STATE } from '../../../src/lib/engine/merge/state.ts';
import { decide } from '../../../src/lib/engine/merge/decide.ts';
import type { Rule, Verdict } from '../../../src/lib/engine/merge/verdict.ts';
import { DIRECTIONS } from '../../../src/lib/engine/model/direction.ts';
import type { Side } from '../../../src/lib/engine/model/side.ts';

/** What stands in a field of one side: a value, another one, or `·` for blank; `'` marks a change since the baseline. */
export type Cell = 'a' | 'b' | '·' | "a'" | "b'" | "·'";

/** The state of a pair as the comparison would find it. */
export function stateOf(left: Cell, right: Cell, known: boolean): number {
  const blankLeft = left.startsWith('·');
  const blankRight = right.startsWith('·');
  return (
    (blankLeft ? STATE.blankLeft : 0) |
    (blankRight ? STATE.blankRight : 0) |
    (left[0] === right[0] ? STATE.equal : 0) |
    (known ? STATE.known : 0) |
    (left.endsWith("'") ? STATE.changedLeft : 0) |
    (right.endsWith("'") ? STATE.changedRight : 0)
  );
}

/** The left side wins, everything else as a new design has it. */
export const RULE: Rule = {
  rule: 'winner',
  favoured: 'left',
  direction: 'both',
  fillWinner: true,
  clears: 'never',
  constant: null,
  salesforce: null,
};

/** What a verdict does, and the rule that says so: `right := left, conflict by winner [CO3]`. */
export function said(verdict: Verdict): string {
  const rule = `[${verdict.rule}]`;
  switch (verdict.kind) {
    case 'nothing':
      return `nothing ${rule}`;
    case 'open':
      return `open conflict ${rule}`;
    case 'flows':
      return `${written(verdict.write.side)} (${verdict.write.because}) ${rule}`;
    case 'won':
      return `${written(verdict.write.side)}, conflict by ${verdict.decidedBy} ${rule}`;
    case 'both-stay':
      return `both stay, conflict by ${verdict.decidedBy} ${rule}`;
    default:
      return verdict satisfies never;
  }
}

const written = (side: Side): string => (side === 'left' ? 'left := right' : 'right := left');

/** Rows of `left right`, one column a direction: two-way, left → right, right → left. */
export function tableOf(
  rows: readonly (readonly [Cell, Cell])[],
  known: boolean,
  change: Partial<Rule> = {},
  newer: Side | null = null,
): string {
  const cells = rows.map(([left, right]) => [
    left,
    right,
    ...DIRECTIONS.map((direction) =>
      said(decide(stateOf(left, right, known), { ...RULE, ...change, direction }, newer)),
    ),
  ]);
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');
}
