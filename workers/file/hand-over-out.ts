import { resultsOf, type ProjectRow, type Store, type WhichBaseline } from '../../src/lib/store/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import type { HandedAbout } from '../keep/hand-over.ts';
import {
  BASELINE_ENTRY,
  HAND_OVER_ENTRY,
  HAND_OVER_FORMAT,
  HANDED_ENTRY,
  resultEntry,
  type HandOverEntryFile,
} from './project-file.ts';

/** An entry that is being written. */
interface Entry {
  write(bytes: Uint8Array): void;
  text(text: string): void;
  end(): void;
}

const ENTRIES: readonly (readonly [WhichBaseline, string])[] = [
  ['baseline', BASELINE_ENTRY],
  ['handed-over', HANDED_ENTRY],
];

/** The baselines of a project, and the result files that tell of them, as entries of its file. */
export async function addHandOver(
  store: Store,
  row: ProjectRow,
  open: (name: string) => Entry,
): Promise<Answer<null>> {
  const names: Record<WhichBaseline, string[]> = { baseline: [], 'handed-over': [] };
  let last: HandedAbout | null = null;
  for (const [which, name] of ENTRIES) {
    const opened = await store.baselines.open(row.id, which);
    if (!opened.ok) return failed(opened.problem);
    if (opened.value === null) continue;
    if (which === 'handed-over') last = opened.value.about as HandedAbout;
    const entry = open(name);
    const read = await store.baselines.read(row.id, (bytes) => entry.write(bytes), which);
    entry.end();
    if (!read.ok) return failed(read.problem);
    for (const [at, id] of resultsOf(row, which).entries()) {
      const result = open(resultEntry(which, at));
      const told = await store.baselines.readResult(row.id, id, (bytes) => result.write(bytes));
      result.end();
      if (!told.ok) return failed(told.problem);
      names[which].push(told.value?.file ?? '');
    }
  }
  if (last === null && names.baseline.length === 0) return done(null);
  const about: HandOverEntryFile = { format: HAND_OVER_FORMAT, last, results: names };
  const entry = open(HAND_OVER_ENTRY);
  entry.text(`${JSON.stringify(about, null, 2)}\n`);
  entry.end();
  return done(null);
}
