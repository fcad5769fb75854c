import { idForm } from '../lib/engine/index.ts';
import type { SyncDesign } from '../lib/engine/model/design.ts';
import type { Baseline } from '../lib/engine/model/baseline.ts';
import type { Choices } from '../lib/engine/model/choices.ts';
import { BaselineReader, readChoices, type SameId } from '../lib/formats/index.ts';
import { baselineSentence, choicesSentence } from '../lib/words/en/problems-formats.ts';
import { done, unreadable, type Attempt } from './attempt.ts';
import { readLines, readTextFile } from './text-file.ts';

/** What earlier rounds left: the baseline and the choices, each with the hash of its file. */
export interface History {
  readonly baseline: Baseline | null;
  readonly baselineHash: string | null;
  readonly choices: Choices | null;
  readonly choicesHash: string | null;
}

export async function readHistory(
  design: SyncDesign,
  paths: { readonly baseline: string | null; readonly choices: string | null },
): Promise<Attempt<History>> {
  const sameId: SameId = { left: idForm(design.apps.left.kind), right: idForm(design.apps.right.kind) };
  const history: { -readonly [Name in keyof History]: History[Name] } = {
    baseline: null,
    baselineHash: null,
    choices: null,
    choicesHash: null,
  };
  if (paths.baseline !== null) {
    const reader = new BaselineReader(sameId);
    const hash = await readLines(paths.baseline, (line) => reader.add(line));
    if (!hash.ok) return hash;
    const reading = reader.finish();
    if (!reading.ok) return unreadable(paths.baseline, reading.line, baselineSentence(reading.fault));
    history.baseline = reading.baseline;
    history.baselineHash = hash.value;
  }
  if (paths.choices !== null) {
    const file = await readTextFile(paths.choices);
    if (!file.ok) return file;
    const reading = readChoices(file.value.text, sameId);
    if (!reading.ok) return unreadable(paths.choices, reading.line, choicesSentence(reading.fault));
    history.choices = reading.choices;
    history.choicesHash = file.value.sha256;
  }
  return done(history);
}
