import type { RecordSet } from '../../engine/index.ts';
import type { ReadHooks, ReadProblem } from '../report.ts';
import { failed } from '../stopped.ts';
import type { ByteSource } from '../source.ts';
import type { LineBreaks } from './lines.ts';
import type { Table } from './table.ts';
import type { RowHabit } from './widths.ts';

/** The end of the file showed that its rows are to be taken otherwise than its start let presume. */
export interface Again {
  readonly again: RowHabit;
}

/** Hands the segments on that are full. */
export async function handOn(table: Table, { onSegments }: Pick<ReadHooks, 'onSegments'>): Promise<void> {
  const { builder } = table;
  if (onSegments === undefined || builder === null) return;
  const segments = builder.takeSegments();
  if (segments.length > 0) await onSegments(segments, table.names);
}

interface Ended {
  readonly ok: true;
  /** Without the segments that were handed on. */
  readonly set: RecordSet;
  readonly lineBreaks: LineBreaks;
}

/** Ends a table with its file, and hands the last segments on. */
export async function endTable(
  table: Table,
  source: ByteSource,
  { onSegments }: Pick<ReadHooks, 'onSegments'>,
): Promise<Ended | Again | { readonly ok: false; readonly problem: ReadProblem }> {
  const finished = table.finish();
  if (finished === null) {
    const { code, line } = table.failure ?? { code: 'empty-file' as const, line: 1 };
    return failed(source, code === 'empty-file' ? { code } : { code, line });
  }
  const outcome = table.outcome();
  if (outcome.kind === 'again') return { again: outcome.habit };
  if (outcome.kind === 'header-width')
    return failed(source, { code: 'header-width', line: table.headerLine, ...outcome.width });
  const { set, lineBreaks } = finished;
  if (onSegments === undefined) return { ok: true, set, lineBreaks };
  if (set.segments.length > 0) await onSegments(set.segments, set.header);
  return { ok: true, set: { ...set, segments: [] }, lineBreaks };
}
