import type { Dropped, ReadingReport, ReadProblem, ReadWarning, Rejection } from './report.ts';

/** Why a file cannot be read, where, and what to do: one English sentence. */
export function problemSentence(problem: ReadProblem): string {
  const { file } = problem;
  switch (problem.code) {
    case 'empty-file':
      return `${file} is empty: export it again, with a header row.`;
    case 'no-header':
      return `${file}, line ${String(problem.line)}: this is not a header row but data; export with column names, or say which line holds them.`;
    case 'unknown-encoding':
      return `${file}: the encoding "${problem.encoding}" is not known here; use a name such as utf-8, windows-1252 or shift_jis.`;
    case 'bad-delimiter':
      return `${file}: ${JSON.stringify(problem.delimiter)} cannot part cells; use a comma, a semicolon, a tab or another sign that is no quote or line end.`;
    case 'not-in-encoding':
      return `${file}, line ${String(problem.line)}: the bytes are not ${problem.encoding}; choose the encoding the file was saved in.`;
    case 'row-too-long':
      return `${file}, line ${String(problem.line)}: the row does not end within 256 million characters; check that this is a text file.`;
    case 'changed-while-read':
      return `${file} changed while it was read: wait until it is written completely and read it again.`;
    case 'unreadable':
      return `${file} cannot be read: ${problem.because}.`;
    case 'cancelled':
      return `Reading ${file} was stopped.`;
    default:
      return problem satisfies never;
  }
}

/** What a person should know of how a file was read, most important first; empty where nothing is unusual. */
export function reportSentences(report: ReadingReport): string[] {
  const sentences = report.warnings.map((warning) => warningSentence(report.file, warning));
  if (report.rejected.length > 0) sentences.push(rejectedSentence(report.file, report.rejected));
  for (const dropped of report.dropped) sentences.push(droppedSentence(report.file, dropped));
  if (report.blank > 0)
    sentences.push(`${report.file}: ${counted(report.blank, 'blank row')} not counted as records.`);
  return sentences;
}

export function warningSentence(file: string, warning: ReadWarning): string {
  const { count } = warning;
  const at = place(file, warning.lines);
  switch (warning.code) {
    case 'assumed-windows-1252':
      return `${at}: not UTF-8, read as windows-1252; if letters look wrong, choose the encoding by hand.`;
    case 'mixed-encoding':
      return `${at}: the file mixes two encodings; ${counted(count, 'line')} read as windows-1252${list(warning)}, the others as UTF-8.`;
    case 'unclosed-quote':
      return `${at}: a quote is never closed; from this line on quotes are read as ordinary characters. Correct the line and read again.`;
    case 'stray-quote':
      return `${at}: ${counted(count, 'row')} with a quote inside a quoted cell${list(warning)}; the cell goes on to its next closing quote. Check ${count === 1 ? 'it' : 'them'}.`;
    case 'mixed-newlines':
      return `${file}: rows end in different ways (${counted(count, 'row')} unlike the others); each is read as a row end.`;
    case 'nul-characters':
      return `${at}: ${counted(count, 'line')} with NUL characters${list(warning)}; they are kept.`;
    case 'mojibake':
      return `${at}: letters such as Ã¼ for ü on ${counted(count, 'line')}${list(warning)}; the file was probably saved in the wrong encoding before. Export it again as UTF-8.`;
    case 'no-rows':
      return `${file} has a header row and no records.`;
    default:
      return warning.code satisfies never;
  }
}

export function rejectionSentence(file: string, rejection: Rejection): string {
  const { line, cells, columns } = rejection;
  return `${file}, line ${String(line)}: ${counted(cells, 'cell')} under ${counted(columns, 'column')}; put the cell that holds a delimiter in quotes.`;
}

export function droppedSentence(file: string, dropped: Dropped): string {
  const where = `${file}, ${lines(dropped.fromLine, dropped.toLine)}`;
  const texts = dropped.texts.length === 0 ? '' : ` (${dropped.texts.map((text) => `"${text}"`).join(', ')})`;
  switch (dropped.kind) {
    case 'sep-line':
      return `${where}: a note for spreadsheets${texts}, left out.`;
    case 'preamble':
      return `${where}: text above the header row${texts}, left out.`;
    case 'footer':
      return `${where}: the footer of a report${texts}, left out.`;
    case 'second-table':
      return `${where}: a second table${texts}, left out; to use it save it as a file of its own.`;
    default:
      return dropped.kind satisfies never;
  }
}

function rejectedSentence(file: string, rejected: readonly Rejection[]): string {
  const first = rejectionSentence(file, rejected[0]!);
  return rejected.length === 1 ? first : `${first} ${String(rejected.length - 1)} more.`;
}

const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

const place = (file: string, at: readonly number[]): string =>
  at[0] === undefined ? file : `${file}, line ${String(at[0])}`;

const lines = (from: number, to: number): string =>
  from === to ? `line ${String(from)}` : `lines ${String(from)}–${String(to)}`;

/** ` (lines 3, 4, …)`, where there is more than the line already named. */
function list(warning: ReadWarning): string {
  if (warning.lines.length < 2) return '';
  const more = warning.count > warning.lines.length ? ', …' : '';
  return ` (lines ${warning.lines.join(', ')}${more})`;
}
