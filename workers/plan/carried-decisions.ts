import type { Decision, Records, Side } from '../../src/lib/engine/index.ts';
import type { DecisionLog, DecisionState, Result, StoreProblem } from '../../src/lib/store/index.ts';
import { OpenSide } from '../keep/open-side.ts';
import type { DecisionPlace } from './decision-place.ts';

/** Codes of the store: 1 + position. The columns of a plan say one more, with 1 for `open`. */
const CODES: readonly Decision[] = ['approved', 'held', 'rejected'];
const HELD = CODES.indexOf('held') + 1;

export interface Carried {
  readonly state: DecisionState;
  /** Decisions on records whose set can no longer be read. */
  readonly notTaken: number;
}

type Columns = DecisionState['left'];

/**
 * What was decided, on the rows of other record sets, found by record id; without what was held. Prints say themselves
 * whether the writes are still the same. The former sets are read from the store, where they wait for this.
 */
export async function carried(log: DecisionLog, place: DecisionPlace): Promise<Result<Carried>> {
  const left = await sideOf(log, place, 'left');
  if (!left.ok) return left;
  const right = await sideOf(log, place, 'right');
  if (!right.ok) return right;
  const { verdicts, choices } = log.state;
  // Another file says itself who was deleted, and is asked about anew (S134).
  const isFirst = log.basis.left === '' && log.basis.right === '';
  const lists = { verdicts, choices, restores: isFirst ? log.state.restores : [] };
  const state = { left: left.value.columns, right: right.value.columns, ...lists };
  return { ok: true, value: { state, notTaken: left.value.notTaken + right.value.notTaken } };
}

async function sideOf(
  { state, basis, idFields }: DecisionLog,
  place: DecisionPlace,
  side: Side,
): Promise<Result<{ readonly columns: Columns; readonly notTaken: number }>> {
  const own = state[side];
  const holds = own.decision.reduce((sum, code) => sum + (isCarried(code) ? 1 : 0), 0);
  const rows = place.rows[side];
  const columns = { decision: new Uint8Array(rows), print: new Uint32Array(rows * 2) };
  const take = (from: number, to: number): void => {
    if (!isCarried(own.decision[from]!)) return;
    columns.decision[to] = own.decision[from]!;
    columns.print[to * 2] = own.print[from * 2]!;
    columns.print[to * 2 + 1] = own.print[from * 2 + 1]!;
  };
  if (basis[side] === place.sets[side]) for (let row = 0; row < rows; row++) take(row, row);
  else if (holds > 0) {
    const former = await formerRecords(basis[side], place, side, idFields?.[side] ?? null);
    if (!former.ok) {
      const isGone = GONE.has(former.problem.code);
      return isGone ? { ok: true, value: { columns, notTaken: holds } } : former;
    }
    const now = place.records[side];
    former.value.fileRows.forEach((from, row) => {
      if (!isCarried(own.decision[from]!)) return;
      const found = now.rowOf(former.value.id(row));
      if (found >= 0) take(from, now.fileRows[found]!);
    });
  }
  return { ok: true, value: { columns, notTaken: 0 } };
}

/** The former set as the ids of the new one are read, or by the column its ids stood in. */
async function formerRecords(
  id: string,
  { store, ids }: DecisionPlace,
  side: Side,
  known: string | null,
): Promise<Result<Records>> {
  const manifest = await store.sets.open(id);
  if (!manifest.ok) return manifest;
  const { field, salesforce } = ids[side];
  const has = (name: string | null): boolean => name === null || manifest.value.header.includes(name);
  const name = has(field) ? field : known;
  if (!has(name)) {
    return { ok: false, problem: { code: 'missing', what: 'record-set', where: `${id}, its ids` } };
  }
  const opened = await OpenSide.open(store, manifest.value, name, salesforce);
  return opened.ok ? { ok: true, value: opened.value.records } : opened;
}

const isCarried = (code: number): boolean => code !== 0 && code !== HELD;

/** Problems that no later attempt mends. */
const GONE: ReadonlySet<StoreProblem['code']> = new Set(['missing', 'damaged']);
