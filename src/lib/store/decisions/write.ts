import { recordAct } from '../acts.ts';
import type { Gate } from '../gate.ts';
import type { Result } from '../problem.ts';
import type { DecisionRow, Snapshot, StepRow } from '../rows.ts';
import type { Sealing } from '../sealing.ts';
import { applied, type Delta } from './delta.ts';
import { placeOf, snapshotKey, type Loaded } from './load.ts';
import { readState, stateBytes, type DecisionState } from './state.ts';

/** What a log needs of the store. */
export interface LogParts {
  readonly gate: Gate;
  readonly sealing: Sealing;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly load: () => Promise<Result<Loaded>>;
}

/** `stale`: someone else wrote since the head was read; nothing was written. */
export type Written = Result<'written' | 'stale'>;

/** One strict write of the next head and what goes with it, unless the head was changed since `known` was read. */
export function swapHead(
  gate: Gate,
  known: DecisionRow,
  next: DecisionRow,
  more: () => Promise<void> = () => Promise.resolve(),
): Promise<Written> {
  const { db } = gate;
  const tables = [db.decisions, db.steps, db.chunks, db.acts];
  return gate.write(placeOf(next.project, next.sync), next.project, tables, async () => {
    const now = await db.decisions.get([next.project, next.sync]);
    if (now?.version !== known.version) return 'stale' as const;
    await more();
    await db.decisions.put(next);
    return 'written' as const;
  });
}

/** Writes a step: what was undone goes, what is too old goes, a new snapshot takes the place of the old one. */
export function writeAct(
  gate: Gate,
  known: DecisionRow,
  next: DecisionRow,
  row: StepRow,
  snapshot: Uint8Array | null,
): Promise<Written> {
  const { steps, chunks } = gate.db;
  const key = [row.project, row.sync];
  const path = steps.where('[project+sync+step]');
  return swapHead(gate, known, next, async () => {
    await path.between([...key, row.step], [...key, []]).delete();
    await path.between(key, [...key, next.pointer.first], true, true).delete();
    await steps.put(row);
    const { project, sync, step, when, label, count } = row;
    const about = { project, subject: 'decisions', sync, step } as const;
    await recordAct(gate.db, { ...about, at: when, code: label, values: { count } });
    if (snapshot === null) return;
    await chunks.delete(snapshotKey(known.snapshot));
    await chunks.put(snapshot, snapshotKey(next.snapshot));
  });
}

/** The state one delta further, ready to be stored. The state itself waits for the write. */
export async function snapshotAfter(
  { sealing, newId }: Pick<LogParts, 'sealing' | 'newId'>,
  state: DecisionState,
  step: number,
  delta: Delta,
): Promise<{ readonly snapshot: Snapshot; readonly bytes: Uint8Array }> {
  const rows = { left: state.left.decision.length, right: state.right.decision.length };
  const copy = readState(stateBytes(state), rows);
  if (copy === null) throw new Error('the state cannot be copied');
  const bytes = stateBytes(applied(copy, delta, 'to'));
  return { bytes, snapshot: { id: newId(), step, seal: await sealing.of(bytes) } };
}
