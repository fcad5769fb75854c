import { OBJECT_KINDS } from '../lib/engine/index.ts';
import type { RecordSet } from '../lib/engine/model/column.ts';
import type { FileReport } from '../lib/connectors/read-file.ts';
import { placeOf } from '../lib/connectors/report.ts';
import { sideOf, suggest, toDesignFile, type SuggestSide } from '../lib/engine/suggest/index.ts';
import { readCall, type CallShape } from './arguments.ts';
import { done, EXIT, wrongCall, type Attempt, type ExitStatus } from './attempt.ts';
import { readChoices } from './read-choices.ts';
import { readFile } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';
import { READING, SUGGESTED } from './words.ts';

const SHAPE: CallShape = {
  usage: 'drysync suggest --left FILE --right FILE [--kind contacts] [--read left|right:NAME=VALUE,…]',
  positionals: [],
  options: { left: 'value', right: 'value', kind: 'value', read: 'values', json: 'flag' },
};

/** A design with a suggested mapping on standard output; what was found, in short, on standard error. */
export async function suggestCommand(
  argv: readonly string[],
  terminal: Terminal,
): Promise<Attempt<ExitStatus>> {
  const call = readCall(argv, SHAPE);
  if (!call.ok) return call;
  const word = call.value.value('kind');
  const kind = OBJECT_KINDS.find((candidate) => candidate === word);
  if (word !== null && kind === undefined) {
    return wrongCall(`--kind takes one of ${OBJECT_KINDS.join(', ')}, not ${word}.`);
  }
  const [leftPath, rightPath] = [call.value.value('left'), call.value.value('right')];
  if (leftPath === null) return wrongCall(`--left is missing. Usage: ${SHAPE.usage}`);
  if (rightPath === null) return wrongCall(`--right is missing. Usage: ${SHAPE.usage}`);
  const choices = readChoices({ syncs: [] }, call.value.values('read'));
  if (!choices.ok) return choices;
  const left = await readFile(leftPath, choices.value('', 'left'));
  if (!left.ok) return left;
  const right = await readFile(rightPath, choices.value('', 'right'));
  if (!right.ok) return right;

  const suggestion = suggest({
    left: suggestSide(left.value),
    right: suggestSide(right.value),
    ...(kind === undefined ? {} : { kind }),
  });
  terminal.out(`${JSON.stringify(toDesignFile(suggestion), null, 2)}\n`);
  for (const { report } of [left.value, right.value])
    for (const note of READING.notes(report)) terminal.err(`note: ${note}`);
  const { mappings, leftOut } = suggestion;
  terminal.err(
    `${String(mappings.length)} fields mapped, ${String(leftOut.left.length)} left and ${String(leftOut.right.length)} right columns left out; look through the mapping before planning.`,
  );
  for (const { left: from, right: to, notes } of mappings) {
    for (const note of notes) terminal.err(`note: ${from} ⇔ ${to}: ${NOTES[note]}.`);
  }
  for (const note of suggestion.notes) {
    if (note.code !== 'date-order-unknown') terminal.err(`note: ${SUGGESTED.note(note, suggestion.names)}`);
  }
  return done(EXIT.done);
}

interface Read {
  readonly set: RecordSet;
  readonly report: FileReport;
}

const suggestSide = (read: Read): SuggestSide =>
  sideOf(read.report.file, read.set, lineOf(read), read.report.delimiter);

/** Line of a stored row in its file. */
function lineOf({ set, report }: Read): (row: number) => number {
  return (row) => {
    let rest = row;
    for (const { rows, fileRows } of set.segments) {
      if (rest < rows) return placeOf(report, fileRows[rest]!).line;
      rest -= rows;
    }
    throw new Error(`no row ${String(row)}`);
  };
}

const NOTES = {
  'values-differ': 'the two lists of values differ, so the mapping is switched off',
  'date-order-unknown': 'no date tells day from month; declare dateOrder',
  'own-ids': 'records find each other by these ids; the app gives them itself, so they are not written',
  'record-ids': 'both are record ids and may be two numberings, so the mapping is switched off',
} as const;
