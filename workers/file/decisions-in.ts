import { SIDES, type Both, type Choices, type Side } from '../../src/lib/engine/index.ts';
import { setOf, type DecisionState, type ProjectRow, type Store } from '../../src/lib/store/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { keptSet } from '../keep/kept-set.ts';
import { Lines } from './lines.ts';
import { DECISIONS_ENTRY, DECISIONS_FORMAT } from './project-file.ts';

/** A line of `decisions.jsonl`. */
type Line = readonly [sync: string, side: Side, row: number, code: number, a: number, b: number];

/** Puts back what was decided. Decisions on rows need the record sets, which are there already. */
export async function takeDecisions(
  store: Store,
  id: string,
  choices: Choices | null,
  decisions: Uint8Array | null,
): Promise<Answer<null>> {
  const lines = decisions === null ? [] : linesOf(decisions);
  if (lines === null)
    return failed({ code: 'bad-project-file', name: DECISIONS_ENTRY, fault: { is: 'decisions-line' } });
  const syncs = new Set([
    ...(choices?.choices ?? []).map(({ sync }) => sync),
    ...(choices?.links ?? []).map(({ sync }) => sync),
    ...(choices?.restores ?? []).map(({ sync }) => sync),
    ...lines.map(([sync]) => sync),
  ]);
  const project = await store.projects.get(id);
  if (!project.ok) return failed(project.problem);
  for (const sync of syncs) {
    const place = await placeOf(store, project.value, sync);
    if (!place.ok) return place;
    const { rows } = place.value;
    const columns = columnsOf(
      lines.filter((line) => line[0] === sync),
      rows,
    );
    if (columns === null)
      return failed({ code: 'bad-project-file', name: DECISIONS_ENTRY, fault: { is: 'decisions-rows' } });
    const isOwn = (each: { readonly sync: string }): boolean => each.sync === sync;
    const verdicts = (choices?.links ?? []).filter(isOwn);
    const restores = (choices?.restores ?? []).filter(isOwn);
    const state = { ...columns, verdicts, choices: (choices?.choices ?? []).filter(isOwn), restores };
    const started = await store.decisions.start(id, sync, { ...place.value, state });
    if (!started.ok) return failed(started.problem);
  }
  return done(null);
}

interface Place {
  readonly basis: Both<string>;
  readonly rows: Both<number>;
}

/** The sets of a sync, with all data rows of their files. Without both nothing can be decided on rows yet. */
async function placeOf(store: Store, project: ProjectRow, sync: string): Promise<Answer<Place>> {
  const none: Place = { basis: { left: '', right: '' }, rows: { left: 0, right: 0 } };
  const rows: number[] = [];
  const ids: string[] = [];
  for (const side of SIDES) {
    const id = setOf(project, sync, side);
    if (id === null) return done(none);
    const opened = await store.sets.open(id);
    if (!opened.ok) return failed(opened.problem);
    ids.push(id);
    rows.push(keptSet(opened.value).report.rows);
  }
  const [left = '', right = ''] = ids;
  return done({ basis: { left, right }, rows: { left: rows[0] ?? 0, right: rows[1] ?? 0 } });
}

function columnsOf(lines: readonly Line[], rows: Both<number>): Both<DecisionState['left']> | null {
  const side = (count: number): DecisionState['left'] => ({
    decision: new Uint8Array(count),
    print: new Uint32Array(count * 2),
  });
  const both = { left: side(rows.left), right: side(rows.right) };
  for (const [, at, row, code, a, b] of lines) {
    if (row >= rows[at]) return null;
    both[at].decision[row] = code;
    both[at].print.set([a, b], row * 2);
  }
  return both;
}

function linesOf(bytes: Uint8Array): readonly Line[] | null {
  const found: unknown[] = [];
  try {
    const lines = new Lines((line) => found.push(JSON.parse(line)));
    lines.push(bytes);
    lines.end();
  } catch {
    return null;
  }
  const [head, ...lines] = found;
  const isOurs =
    typeof head === 'object' && head !== null && 'format' in head && head.format === DECISIONS_FORMAT;
  return isOurs && lines.every(isLine) ? lines : null;
}

function isLine(value: unknown): value is Line {
  if (!Array.isArray(value) || value.length !== 6) return false;
  const [sync, side, ...numbers] = value as readonly unknown[];
  const isCount = (each: unknown): boolean => Number.isSafeInteger(each) && (each as number) >= 0;
  return typeof sync === 'string' && (side === 'left' || side === 'right') && numbers.every(isCount);
}
