import { whyIncomplete, type WhyIncomplete } from '../lib/connectors/complete.ts';
import { SIDES, type SyncDesign } from '../lib/engine/index.ts';
import { done, wrongCall, type Attempt } from './attempt.ts';
import { namedSync } from './named-sync.ts';
import type { InputFile, IsComplete } from './read-inputs.ts';

/** Reads `--complete [SYNC=]left|right`; without SYNC the files of that side of every sync. The design may name files too, by their hash. */
export function readComplete(
  design: Pick<SyncDesign, 'syncs'>,
  given: readonly string[],
): Attempt<IsComplete> {
  const said = new Set<string>();
  for (const text of given) {
    const { sync, rest: word } = namedSync(design, text);
    const side = SIDES.find((candidate) => candidate === word);
    if (side === undefined) return wrongCall(`--complete takes left or right, not ${word}.`);
    for (const { id } of sync === null ? design.syncs : [sync]) said.add(`${side} ${id}`);
  }
  return done((sync, side) => said.has(`${side} ${sync}`));
}

/** A file that cannot be complete, whatever the call says, is a wrong call (S130). */
export function refuseIncomplete(
  design: SyncDesign,
  inputs: readonly InputFile[],
  isComplete: IsComplete,
): Attempt<null> {
  for (const { sync, side, report } of inputs) {
    const idField = design.syncs.find(({ id }) => id === sync)?.[side].idField ?? null;
    const why = isComplete(sync, side) ? whyIncomplete(report, idField) : null;
    if (why !== null) return wrongCall(`--complete ${side}: ${sentenceOf(why, report.file)}`);
  }
  return done(null);
}

function sentenceOf(why: WhyIncomplete, file: string): string {
  switch (why.is) {
    case 'no-id':
      return `${file} has no id field, so nobody can tell which of its records are gone.`;
    case 'cut-off':
      return `${file} may be cut off at line ${String(why.line)}, so it is not taken for complete.`;
    case 'rejected':
      return `${file} has ${String(why.count)} rejected rows that are not all known, so it is not taken for complete.`;
    default:
      return why satisfies never;
  }
}
