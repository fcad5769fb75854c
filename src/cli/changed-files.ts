import { appFacts, SIDES, type SyncDesign } from '../lib/engine/index.ts';
import { isCompleteFile } from '../lib/connectors/complete.ts';
import { otherColumns, withChanges } from '../lib/connectors/with-changes.ts';
import { done, unreadable, wrongCall, type Attempt } from './attempt.ts';
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
    const merged = { ...input, ...withChanges(input, read.value, idField, salesforce) };
    all = all.map((one) => (one === input ? merged : one));
  }
  return done(all);
}

/** The file of the side that is meant. */
function inputOf(
  { syncs }: SyncDesign,
  inputs: readonly InputFile[],
  text: string,
): Attempt<{ readonly input: InputFile; readonly path: string }> {
  const named = syncs.find(({ id }) => text.startsWith(`${id}=`));
  const own = named === undefined ? text : text.slice(named.id.length + 1);
  const side = SIDES.find((candidate) => own.startsWith(`${candidate}:`));
  if (side === undefined)
    return wrongCall(`--changed ${text} names no side; write --changed left:FILE or --changed right:FILE.`);
  if (named === undefined && syncs.length > 1) {
    const ids = syncs.map(({ id }) => id).join(', ');
    return wrongCall(
      `The design has several syncs (${ids}), so write --changed SYNC=${text} with one of them.`,
    );
  }
  const sync = named ?? syncs[0];
  const input = inputs.find((one) => one.sync === sync?.id && one.side === side);
  const path = own.slice(side.length + 1);
  if (input === undefined || path === '')
    return wrongCall(`--changed ${text} needs a file, and the full export with --${side}.`);
  return done({ input, path });
}
