import type { ReadProblem } from '../../conversation/sides.ts';

/** Why a file cannot be read, where, and what to do: one sentence. Part of `problems`, and what the command line says. */
export function readingProblem(problem: ReadProblem): string {
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
