import type { Reading, RejectedRows } from '../../conversation/index.ts';
import type { Messages } from '../../words/index.ts';

/** What a file does to itself, and what was done about it. */
export interface ReadingNote {
  readonly key: string;
  readonly text: string;
  /** Rows, lines or cells concerned. */
  readonly count: number;
  /** First lines concerned, from 1. */
  readonly lines: readonly number[];
  /** Further lines that are not named. */
  readonly more: number;
  readonly done: 'rejected' | 'left-out' | 'stored';
}

type Groups = RejectedRows['groups'];

/** Worst first: rows that were rejected, what is to be read with care, what was left out. */
export const readingNotes = (
  { warnings, dropped, workbook }: Pick<Reading, 'warnings' | 'dropped' | 'workbook'>,
  groups: Groups,
  { reading, sides }: Pick<Messages, 'reading' | 'sides'>,
): readonly ReadingNote[] => [
  ...groups.map(({ code, count, lines }): ReadingNote => ({
    key: code,
    text:
      workbook !== undefined && code === 'too-many-cells'
        ? sides.report.beyondHeader(count)
        : sides.report.rejected[code](count),
    count,
    lines,
    more: count - lines.length,
    done: 'rejected',
  })),
  ...warnings.map((one, at): ReadingNote => ({
    key: `${one.code} ${String(at)}`,
    text: reading.note(one),
    count: one.count,
    lines: one.lines,
    more: one.lines.length === 0 ? 0 : Math.max(0, one.count - one.lines.length),
    done: one.code === 'repeated-header' ? 'left-out' : 'stored',
  })),
  ...dropped.map((one, at): ReadingNote => ({
    key: `${one.kind} ${String(at)}`,
    text: reading.droppedNote(one),
    count: one.toLine - one.fromLine + 1,
    lines: one.fromLine === one.toLine ? [one.fromLine] : [one.fromLine, one.toLine],
    more: 0,
    done: 'left-out',
  })),
];

/** Lines of the file that are no data rows. */
export const linesLeftOut = ({ dropped }: Pick<Reading, 'dropped'>): number =>
  dropped.reduce((sum, { fromLine, toLine }) => sum + toLine - fromLine + 1, 0);

/** What is to be seen of the notes: all, or those of one end. Every note is in one of them, so their counts add up. */
export type NoteFilter = 'all' | ReadingNote['done'];

const ENDS = ['rejected', 'stored', 'left-out'] as const;

/** The filters that show something, with how many notes each has; none where there is nothing to choose between. */
export function noteFilters(notes: readonly ReadingNote[]): readonly (readonly [NoteFilter, number])[] {
  const ends = ENDS.map((end) => [end, notes.filter(({ done }) => done === end).length] as const).filter(
    ([, count]) => count > 0,
  );
  return ends.length < 2 ? [] : [['all', notes.length], ...ends];
}
