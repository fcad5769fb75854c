import { csvRow, csvStart } from '../../formats/index.ts';
import type { Reading } from '../../conversation/index.ts';
import { READING_FILE } from '../../words/reading-in-files.ts';

/** A note with its first lines, and how many more there are. */
interface Note {
  readonly text: string;
  readonly count: number;
  readonly lines: readonly number[];
  readonly more: number;
  readonly done: keyof (typeof READING_FILE)['sides']['report']['done'];
}

interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What reading a file said, to be handed on: the sum, then every note with its count and lines. For spreadsheets, so no cell runs. */
export function readingFile(
  reading: Pick<Reading, 'file' | 'rows' | 'stored' | 'rejected' | 'blank'>,
  notes: readonly Note[],
): NamedFile {
  const { header, sum, sides } = READING_FILE;
  const row = (cells: readonly string[]): string => csvRow(cells, 'spreadsheets');
  const text = [
    csvStart('spreadsheets'),
    row(header),
    row([sum, sides.report.addsUp(reading), String(reading.rows), '', '']),
    ...notes.map(({ done, text, count, lines, more }) =>
      row([sides.report.done[done], text, String(count), lines.join(' '), more === 0 ? '' : String(more)]),
    ),
  ].join('');
  return {
    name: `${reading.file.replace(/\.[^.]*$/, '')}.reading.csv`,
    blob: new Blob([text], { type: 'text/csv' }),
  };
}
