import { compareHubSpot, completeFiles, drain, Memo, planSyncs } from '../lib/engine/index.ts';
import type { Tools } from '../lib/engine/tools.ts';
import { hubspotText } from '../lib/formats/index.ts';
import { IN_FILES } from '../lib/words/in-files.ts';
import { readCall, type CallShape } from './arguments.ts';
import { readAsOf } from './as-of.ts';
import { designErrors, done, EXIT, wrongCall, type Attempt, type ExitStatus } from './attempt.ts';
import { hubspotTable } from './hubspot-table.ts';
import { INPUT_OPTIONS, prepare, warningLine } from './prepare.ts';
import { openInputs } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

const SHAPE: CallShape = {
  usage:
    'drysync compare-hubspot DESIGN --left [SYNC=]FILE … --right [SYNC=]FILE … [--baseline FILE] [--choices FILE] [--complete [SYNC=]left|right …] [--changed [SYNC=]left|right:FILE …] [--read [SYNC=]left|right:NAME=VALUE,…] [--as-of DATE] [--json]',
  positionals: ['DESIGN'],
  options: INPUT_OPTIONS,
};

/** The plan beside the one that HubSpot's defaults would give on the same records (SA2). Nothing is written. */
export async function compareCommand(
  argv: readonly string[],
  tools: Tools,
  terminal: Terminal,
): Promise<Attempt<ExitStatus>> {
  const read = readCall(argv, SHAPE);
  if (!read.ok) return read;
  const call = read.value;
  const asOf = readAsOf(call.value('as-of'), terminal.today());
  if (!asOf.ok) return asOf;
  const prepared = await prepare(call, tools, true);
  if (!prepared.ok) return prepared;
  const { design, history, hash, path } = prepared.value;
  const { records, reports, notes } = openInputs(design, prepared.value.inputs, prepared.value.isComplete);
  for (const note of notes) terminal.err(`note: ${note}`);
  for (const warning of prepared.value.warnings) terminal.err(warningLine(warning));
  const { baseline, choices } = history;
  const input = { design, records, baseline, choices, asOf: asOf.value, complete: completeFiles(reports) };
  const memo = new Memo();
  const plan = drain(planSyncs(input, tools, memo));
  const told = drain(compareHubSpot({ plan, input }, tools, memo));
  if (!told.ok) {
    const { why } = told;
    return why.code === 'design' ? designErrors(path, why.errors) : wrongCall(IN_FILES.hubspot.refused(why));
  }
  const about = { asOf: asOf.value, designHash: hash };
  terminal.out(
    call.flag('json') ? hubspotText(told, about, IN_FILES.hubspot.said) : hubspotTable(design, told),
  );
  return done(EXIT.done);
}
