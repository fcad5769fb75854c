import type { Both, ConflictChoice, LinkVerdict, RestoreChoice } from '../../engine/index.ts';
import { pack, unpack } from '../packed.ts';

/** What was decided, by source row of one side. */
export interface DecisionColumns {
  /** One code a row, the caller's; 0 is nothing decided. */
  readonly decision: Uint8Array;
  /** A print of the writes that were decided on: two words a row. */
  readonly print: Uint32Array;
}

/** Everything decided on a sync. */
export interface DecisionState extends Both<DecisionColumns> {
  readonly verdicts: readonly LinkVerdict[];
  readonly choices: readonly ConflictChoice[];
  /** Deleted records that are to be created again (DE2). */
  readonly restores: readonly RestoreChoice[];
}

export function emptyState(rows: Both<number>): DecisionState {
  const empty = (count: number): DecisionColumns => ({
    decision: new Uint8Array(count),
    print: new Uint32Array(count * 2),
  });
  return { left: empty(rows.left), right: empty(rows.right), verdicts: [], choices: [], restores: [] };
}

export function stateBytes({ left, right, verdicts, choices, restores }: DecisionState): Uint8Array {
  const lists = { verdicts, choices, restores };
  return pack(lists, {
    leftDecision: left.decision,
    leftPrint: left.print,
    rightDecision: right.decision,
    rightPrint: right.print,
  });
}

/** The state on memory of its own, null where the bytes are not one. */
export function readState(bytes: Uint8Array, rows: Both<number>): DecisionState | null {
  const packed = unpack(bytes);
  if (packed === null) return null;
  const { verdicts, choices, restores = [] } = packed.meta as Lists;
  const side = (name: 'left' | 'right'): DecisionColumns | null => {
    const decision = packed.arrays.get(`${name}Decision`);
    const print = packed.arrays.get(`${name}Print`);
    if (!(decision instanceof Uint8Array) || !(print instanceof Uint32Array)) return null;
    return decision.length === rows[name] && print.length === rows[name] * 2 ? { decision, print } : null;
  };
  const left = side('left');
  const right = side('right');
  if (left === null || right === null) return null;
  return { left, right, verdicts, choices, restores };
}

/** Older builds kept no restores. */
type Lists = Pick<DecisionState, 'verdicts' | 'choices'> & Partial<Pick<DecisionState, 'restores'>>;

/** What names a verdict among the verdicts. */
export const verdictKey = (verdict: Pick<LinkVerdict, 'left' | 'right'>): string =>
  JSON.stringify([verdict.left, verdict.right]);

/** What names a restore among the restores. */
export const restoreKey = (restore: Pick<RestoreChoice, 'left' | 'right'>): string =>
  JSON.stringify([restore.left, restore.right]);

/** What names a choice among the choices. */
export const choiceKey = (choice: Pick<ConflictChoice, 'left' | 'right' | 'field'>): string =>
  JSON.stringify([choice.left, choice.right, choice.field]);
