import { completeFiles, drain, rehearse } from '../lib/engine/index.ts';
import type { Tools } from '../lib/engine/tools.ts';
import { handedByFiles, rehearsalText } from '../lib/formats/index.ts';
import { readCall, type CallShape } from './arguments.ts';
import { readAsOf } from './as-of.ts';
import { done, EXIT, wrongCall, type Attempt, type ExitStatus } from './attempt.ts';
import { INPUT_OPTIONS, prepare, warningLine } from './prepare.ts';
import { readForms } from './read-forms.ts';
import { openInputs } from './read-inputs.ts';
import { rehearsalTable } from './rehearsal-table.ts';
import type { Terminal } from './terminal.ts';

const SHAPE: CallShape = {
  usage:
    'drysync rehearse DESIGN --left [SYNC=]FILE … --right [SYNC=]FILE … [--rounds N] [--forms left|right:NAME[=VALUE],…] [--baseline FILE] [--choices FILE] [--complete [SYNC=]left|right …] [--changed [SYNC=]left|right:FILE …] [--read [SYNC=]left|right:NAME=VALUE,…] [--as-of DATE] [--json]',
  positionals: ['DESIGN'],
  options: { ...INPUT_OPTIONS, rounds: 'value', forms: 'values' },
};

/** Rounds that are carried out where nothing is said, and at most. */
const ROUNDS = { usual: 5, most: 100 };

/** The whole plan carried out on copies of both sides and planned again, round by round. Nothing is written. */
export async function rehearseCommand(
  argv: readonly string[],
  tools: Tools,
  terminal: Terminal,
): Promise<Attempt<ExitStatus>> {
  const read = readCall(argv, SHAPE);
  if (!read.ok) return read;
  const call = read.value;
  const asOf = readAsOf(call.value('as-of'), terminal.today());
  if (!asOf.ok) return asOf;
  const said = call.value('rounds') ?? String(ROUNDS.usual);
  const rounds = /^\d{1,3}$/.test(said) ? Number(said) : 0;
  if (rounds < 1 || rounds > ROUNDS.most)
    return wrongCall(`--rounds takes a number from 1 to ${String(ROUNDS.most)}, not ${said}.`);
  const forms = readForms(call.values('forms'), tools);
  if (!forms.ok) return forms;
  const prepared = await prepare(call, tools, true);
  if (!prepared.ok) return prepared;
  const { design, history, hash } = prepared.value;
  const { records, reports, notes } = openInputs(design, prepared.value.inputs, prepared.value.isComplete);
  for (const note of notes) terminal.err(`note: ${note}`);
  for (const warning of prepared.value.warnings) terminal.err(warningLine(warning));
  const { baseline, choices } = history;
  const told = drain(
    rehearse(
      {
        ...{ design, records, baseline, choices, complete: completeFiles(reports) },
        ...{ asOf: asOf.value, rounds, forms: forms.value },
        hand: (plan) => handedByFiles(plan.design, plan.syncs, (line) => line),
      },
      tools,
    ),
  );
  terminal.out(
    call.flag('json')
      ? rehearsalText(told, { asOf: asOf.value, designHash: hash, rounds, forms: forms.value })
      : rehearsalTable(design, told, rounds),
  );
  return done(EXIT.done);
}
