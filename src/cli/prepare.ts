import { checkDesign, type DesignWarning, type SyncDesign } from '../lib/engine/index.ts';
import type { Tools } from '../lib/engine/tools.ts';
import { IN_FILES } from '../lib/words/in-files.ts';
import type { Call } from './arguments.ts';
import { designErrors, done, type Attempt } from './attempt.ts';
import { loadDesign } from './design-file.ts';
import { readHistory, type History } from './history.ts';
import { readChoices } from './read-choices.ts';
import { readComplete, refuseIncomplete } from './read-complete.ts';
import { headersOf, readInputs, type InputFile, type IsComplete } from './read-inputs.ts';
import { readChanged } from './changed-files.ts';
import { assignFiles } from './sync-files.ts';

/** Everything `plan` and `check` read, found in order. */
export interface Prepared {
  readonly path: string;
  readonly design: SyncDesign;
  readonly hash: string;
  readonly warnings: readonly DesignWarning[];
  readonly inputs: readonly InputFile[];
  readonly isComplete: IsComplete;
  readonly history: History;
}

/** What is said of a design on standard error before it is planned. */
export const warningLine = (warning: DesignWarning): string =>
  `warning: ${warning.at}: ${IN_FILES.designWarning(warning)}`;

/** Options of `plan` that `check` takes too. */
export const INPUT_OPTIONS = {
  left: 'values',
  right: 'values',
  baseline: 'value',
  choices: 'value',
  complete: 'values',
  changed: 'values',
  read: 'values',
  'as-of': 'value',
  json: 'flag',
} as const;

/**
 * Design, files, baseline and choices of a call, with the first kind of error that stands in the way: the call (1), a file
 * (2), the design (3). `everySide`: a sync without both files is a wrong call.
 */
export async function prepare(call: Call, tools: Tools, everySide: boolean): Promise<Attempt<Prepared>> {
  const path = call.positionals[0] ?? '';
  const loaded = await loadDesign(path, tools);
  if (!loaded.ok) return loaded;
  const { reading, hash } = loaded.value;
  const design = reading.design;
  if (design === null) return designErrors(path, reading.ok ? [] : reading.errors);
  const files = assignFiles(design, { left: call.values('left'), right: call.values('right') }, everySide);
  if (!files.ok) return files;

  const choices = readChoices(design, call.values('read'));
  if (!choices.ok) return choices;

  const isComplete = readComplete(design, call.values('complete'));
  if (!isComplete.ok) return isComplete;

  const refused = reading.ok ? [] : reading.errors;
  const unread = checkDesign(design, new Map(), tools);
  if (refused.length > 0 || unread.errors.length > 0)
    return designErrors(path, [...refused, ...unread.errors]);

  const inputs = await readInputs(files.value, choices.value);
  if (!inputs.ok) return inputs;
  const check = checkDesign(design, headersOf(inputs.value));
  if (check.errors.length > 0) return designErrors(path, check.errors);
  const whole = refuseIncomplete(design, inputs.value, isComplete.value);
  if (!whole.ok) return whole;
  const merged = await readChanged(
    design,
    inputs.value,
    call.values('changed'),
    choices.value,
    isComplete.value,
  );
  if (!merged.ok) return merged;
  const history = await readHistory(design, {
    baseline: call.value('baseline'),
    choices: call.value('choices'),
  });
  if (!history.ok) return history;
  if (hash === null) throw new Error('a design that was read has a hash');
  return done({
    path,
    design,
    hash,
    warnings: check.warnings,
    inputs: merged.value,
    isComplete: isComplete.value,
    history: history.value,
  });
}
