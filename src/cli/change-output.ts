import {
  drain,
  PlanReader,
  planTraits,
  subjectCount,
  writesAnything,
  type GoingOf,
  type Plan,
  type SyncPlan,
} from '../lib/engine/index.ts';
import {
  isChangeFileName,
  isObject,
  readJson,
  writeChanges,
  CHANGE_BOOK,
  type ChangeForm,
  type ChangeLines,
  type WrittenChanges,
} from '../lib/formats/index.ts';
import { changeWords } from '../lib/words/en/files.ts';
import type { OutputFile, OutputFolder } from './output-folder.ts';

/** Writes the change files of a plan into a folder. */
export const writeChangeFiles = (
  plan: Plan,
  form: ChangeForm,
  approved: GoingOf,
  folder: OutputFolder,
): WrittenChanges<OutputFile> =>
  drain(
    writeChanges({
      design: plan.design,
      form,
      syncs: plan.syncs.map((sync) => linesOf(sync, approved)),
      words: changeWords,
      open: (name) => folder.file(name),
      book: folder.joined(CHANGE_BOOK),
    }),
  );

function linesOf(plan: SyncPlan, approved: GoingOf): ChangeLines {
  const { traits } = drain(planTraits(plan));
  const reader = new PlanReader(plan);
  const count = subjectCount(plan);
  return {
    plan,
    count,
    *lines() {
      for (let subject = 0; subject < count; subject++) {
        if (!writesAnything(traits[subject]!)) continue;
        const line = reader.line(subject);
        const going = approved(line, subject);
        if (going !== null) yield going;
      }
    },
  };
}

/** Takes away the change files of the former plan that this one does not have: nobody may import them beside it. */
export function removeStale(folder: OutputFolder, plan: Plan, written: readonly string[]): void {
  const syncs = [...formerSyncs(folder), ...plan.syncs.map(({ sync }) => sync.id)];
  for (const name of folder.names())
    if (isChangeFileName(name, syncs) && !written.includes(name)) folder.remove(name);
}

/** The syncs of the plan that lies in the folder, after its summary. */
function formerSyncs(folder: OutputFolder): readonly string[] {
  const json = readJson(folder.read('summary.json') ?? '');
  const counts = json.ok && isObject(json.value) ? json.value['counts'] : null;
  return isObject(counts) ? Object.keys(counts) : [];
}
