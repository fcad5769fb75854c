import type { Gate } from '../gate.ts';
import { done, failed, Refusal, type Place, type Result } from '../problem.ts';
import { present } from '../project-parts.ts';
import type { ChunkKey, DecisionRow, Snapshot, StepRow } from '../rows.ts';
import type { Sealing } from '../sealing.ts';
import { applied, readDelta, type Delta } from './delta.ts';
import { readState, type DecisionState } from './state.ts';

export interface Loaded {
  readonly head: DecisionRow;
  readonly state: DecisionState;
}

export const placeOf = (project: string, sync: string): Place => ({
  what: 'decisions',
  where: `${project}, ${sync}`,
});

export const snapshotKey = ({ id, seal }: Snapshot): ChunkKey => [id, 0, 0, seal.length];

/**
 * The decisions of a sync as they stand: the snapshot, and the steps between it and the place in the history, forwards or
 * backwards. Null where nothing was ever decided; anything that is not as it was written is `damaged`.
 */
export async function loadDecisions(
  gate: Gate,
  sealing: Sealing,
  project: string,
  sync: string,
): Promise<Result<Loaded | null>> {
  const place = placeOf(project, sync);
  const { projects, decisions, steps, chunks } = gate.db;
  const read = await gate.read(place, [projects, decisions, steps, chunks], async () => {
    const row = present(await projects.get(project), project);
    const head = await decisions.get([project, sync]);
    if (head === undefined) {
      if (row.decisions.includes(sync)) throw new Refusal({ code: 'damaged', ...place });
      return null;
    }
    const bytes = await chunks.get(snapshotKey(head.snapshot));
    const [low, high] = between(head);
    const path = steps.where('[project+sync+step]');
    const key = [project, sync];
    const rows = await path.between([...key, low], [...key, high], false, true).toArray();
    return { head, bytes, rows };
  });
  if (!read.ok || read.value === null) return read as Result<null>;
  const { head, bytes, rows } = read.value;
  const state = await stateOf(sealing, head, bytes, rows);
  return state === null ? failed({ code: 'damaged', ...place }) : done({ head, state });
}

const between = ({ snapshot, pointer }: DecisionRow): [number, number] => [
  Math.min(snapshot.step, pointer.at),
  Math.max(snapshot.step, pointer.at),
];

async function stateOf(
  sealing: Sealing,
  head: DecisionRow,
  bytes: Uint8Array | undefined,
  rows: readonly StepRow[],
): Promise<DecisionState | null> {
  if (bytes === undefined || !(await sealing.holds(bytes, head.snapshot.seal))) return null;
  let state = readState(bytes, head.rows);
  const [low, high] = between(head);
  if (rows.length !== high - low) return null;
  const isForward = head.pointer.at >= head.snapshot.step;
  for (const row of isForward ? rows : rows.toReversed()) {
    const delta = await deltaIn(sealing, row);
    if (state === null || delta === null) return null;
    state = applied(state, delta, isForward ? 'to' : 'from');
  }
  return state;
}

/** One act as it was written, checked. */
export async function readStep(
  gate: Gate,
  sealing: Sealing,
  key: [project: string, sync: string, step: number],
): Promise<Result<Pick<StepRow, 'label' | 'count'> & { readonly delta: Delta }>> {
  const [project, sync, step] = key;
  const place: Place = { what: 'decisions', where: `${project}, ${sync}, step ${String(step)}` };
  const row = await gate.read(place, [gate.db.steps], () => gate.db.steps.get(key));
  if (!row.ok) return row;
  const delta = row.value === undefined ? null : await deltaIn(sealing, row.value);
  if (row.value === undefined || delta === null) return failed({ code: 'damaged', ...place });
  return done({ label: row.value.label, count: row.value.count, delta });
}

async function deltaIn(sealing: Sealing, row: StepRow): Promise<Delta | null> {
  const { sha256 } = await sealing.of(row.bytes);
  return sha256 === row.sha256 ? readDelta(row.bytes) : null;
}
