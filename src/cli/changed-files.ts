import { appFacts, drain, SIDES, type SyncDesign } from '../lib/engine/index.ts';
import { isCompleteFile } from '../lib/connectors/complete.ts';
import { otherColumns, withChanges } from '../lib/connectors/with-changes.ts';
import { done, unreadable, wrongCall, type Attempt } from './attempt.ts';
import { namedOrOnly, namedSync } from './named-sync.ts';
import type { ReadChoices } from './read-choices.ts';
import { readFile, type InputFile, type IsComplete } from './read-inputs.ts';

/** PH6: reads `--changed [SYNC=]SIDE:FILE …` into the sides' files, each into what those before it have left. */
export async function readChanged(
  design: SyncDesign,
  inputs: readonly InputFile[],
  given: readonly string[],
  choices: ReadChoices,
  isComplete: IsComplete,
): Promise<Attempt<readonly InputFile[]>> {
  let all = inputs;
  for (const text of given) {
    const found = inputOf(design, all, text);
    if (!found.ok) return found;
    const { input, path } = found.value;
    const { sync: id, side } = input;
    const sync = design.syncs.find((one) => one.id === id)!;
    const { idField } = sync[side];
    if (idField === null) {
      return wrongCall(
        `--changed ${text}: the ${side} side of ${id} has no id field, so no record can be found again; give the full export.`,
      );
    }
    if (isCompleteFile(sync, side, input.report, isComplete(id, side))) {
      return wrongCall(
        `--changed ${text}: ${input.report.file} is called complete, and with an export of only what changed in it it is not.`,
      );
    }
    const read = await readFile(path, choices(id, side));
    if (!read.ok) return read;
    const other = otherColumns(input, read.value);
    if (other !== null) {
      const list = (what: string, names: readonly string[]): string[] =>
        names.length === 0 ? [] : [`${what} ${names.join(', ')}`];
      const says = [...list('without', other.missing), ...list('with', other.unknown)].join(', ');
      return unreadable(
        path,
        null,
        `Its columns are not those of ${input.report.file} (${says}); export the same columns.`,
      );
    }
    const salesforce = appFacts(design.apps[side].kind).shortIds;
    const merged = { ...input, ...drain(withChanges(input, read.value, idField, salesforce)) };
    all = all.map((one) => (one === input ? merged : one));
  }
  return done(all);
}

/** The file of the side that is meant. */
function inputOf(
  design: SyncDesign,
  inputs: readonly InputFile[],
  text: string,
): Attempt<{ readonly input: InputFile; readonly path: string }> {
  const { sync: named, rest } = namedSync(design, text);
  const side = SIDES.find((candidate) => rest.startsWith(`${candidate}:`));
  if (side === undefined)
    return wrongCall(`--changed ${text} names no side; write --changed left:FILE or --changed right:FILE.`);
  const sync = namedOrOnly(design, named, 'changed', text);
  if (!sync.ok) return sync;
  const input = inputs.find((one) => one.sync === sync.value?.id && one.side === side);
  const path = rest.slice(side.length + 1);
  if (input === undefined || path === '')
    return wrongCall(`--changed ${text} needs a file, and the full export with --${side}.`);
  return done({ input, path });
}
