import type { Tools } from '../lib/engine/tools.ts';
import { done, EXIT, wrongCall, type Attempt, type ExitStatus } from './attempt.ts';
import { checkCommand } from './check-command.ts';
import { compareCommand } from './compare-command.ts';
import { diffCommand } from './diff-command.ts';
import { planCommand } from './plan-command.ts';
import { rehearseCommand } from './rehearse-command.ts';
import { suggestCommand } from './suggest-command.ts';
import type { Terminal } from './terminal.ts';

export const HELP = `drysync plan DESIGN --left [SYNC=]FILE … --right [SYNC=]FILE …   dry run of two exports
  [--baseline FILE] [--results [CHANGE_FILE=]FILE …] [--choices FILE] [--as-of DATE] [--out DIR] [--changes systems|spreadsheets|xlsx] [--json]
  [--changed [SYNC=]left|right:FILE …]                             an export of only what changed since the side's file
  [--read [SYNC=]left|right:encoding=…,delimiter=…,sheet=…,header=N,short=…,long=…,apostrophes=…,labels=…]   how a file is read
drysync rehearse DESIGN --left … --right … [--rounds N]           the plan carried out on copies, and planned again
  [--forms left|right:trim,email,phone=NO,web,cut=N,round=N,days,local=ZONE,refuse=N%] [--baseline FILE] [--choices FILE] [--json]
drysync compare-hubspot DESIGN --left … --right …                 what HubSpot's defaults would do with the same records
  [--baseline FILE] [--choices FILE] [--json]
drysync suggest --left FILE --right FILE [--kind contacts]       a design with a suggested mapping
drysync check DESIGN [--left …] [--right …]                      errors of a design
drysync diff PLAN_DIR PLAN_DIR                                   what differs between two plans
Exit: 0 done · 1 the call is wrong · 2 an input cannot be read · 3 the design has errors · 4 a guard stopped it
`;

/** Runs one call; returns the exit status. Everything expected ends in a sentence on standard error. */
export async function run(argv: readonly string[], tools: Tools, terminal: Terminal): Promise<ExitStatus> {
  const [command, ...rest] = argv;
  const result = await dispatch(command, rest, tools, terminal);
  if (result.ok) return result.value;
  const { exit, sentences, errors } = result.problem;
  for (const sentence of sentences) terminal.err(sentence);
  if (errors !== undefined && rest.includes('--json')) terminal.out(`${JSON.stringify(errors, null, 2)}\n`);
  return exit;
}

async function dispatch(
  command: string | undefined,
  rest: readonly string[],
  tools: Tools,
  terminal: Terminal,
): Promise<Attempt<ExitStatus>> {
  switch (command) {
    case 'plan':
      return planCommand(rest, tools, terminal);
    case 'suggest':
      return suggestCommand(rest, terminal);
    case 'check':
      return checkCommand(rest, tools, terminal);
    case 'diff':
      return diffCommand(rest, terminal);
    case 'compare-hubspot':
      return compareCommand(rest, tools, terminal);
    case 'rehearse':
      return rehearseCommand(rest, tools, terminal);
    case 'help':
    case '--help':
      terminal.out(HELP);
      return done(EXIT.done);
    default: {
      const found = command === undefined ? 'No command is given' : `There is no command ${command}`;
      return wrongCall(
        `${found}; use plan, rehearse, compare-hubspot, suggest, check or diff (drysync help shows how).`,
      );
    }
  }
}
