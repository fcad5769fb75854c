import type { Tools } from '../lib/engine/tools.ts';
import { readCall, type CallShape } from './arguments.ts';
import { readAsOf } from './as-of.ts';
import { done, EXIT, type Attempt, type ExitStatus } from './attempt.ts';
import { INPUT_OPTIONS, prepare, warningLine } from './prepare.ts';
import type { Terminal } from './terminal.ts';

const SHAPE: CallShape = {
  usage:
    'drysync check DESIGN [--left [SYNC=]FILE …] [--right [SYNC=]FILE …] [--baseline FILE] [--choices FILE] [--complete [SYNC=]left|right …] [--changed [SYNC=]left|right:FILE …] [--read [SYNC=]left|right:NAME=VALUE,…] [--json]',
  positionals: ['DESIGN'],
  options: INPUT_OPTIONS,
};

/** Is a design sound, and does it fit these files? Nothing is planned. */
export async function checkCommand(
  argv: readonly string[],
  tools: Tools,
  terminal: Terminal,
): Promise<Attempt<ExitStatus>> {
  const call = readCall(argv, SHAPE);
  if (!call.ok) return call;
  const asOf = readAsOf(call.value.value('as-of'), terminal.today());
  if (!asOf.ok) return asOf;
  const prepared = await prepare(call.value, tools, false);
  if (!prepared.ok) return prepared;
  for (const warning of prepared.value.warnings) terminal.err(warningLine(warning));
  terminal.out(call.value.flag('json') ? '[]\n' : `${prepared.value.path}: the design has no errors.\n`);
  return done(EXIT.done);
}
