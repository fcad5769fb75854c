import {
  evidenceOfColumn,
  profileColumn,
  withLines,
  type ColumnProfile,
  type RecordSet,
  type Segment,
  type Spare,
} from '../../src/lib/engine/index.ts';
import type { ColumnEvidence } from '../../src/lib/engine/suggest/index.ts';
import { placeOf, type SideReport } from '../../src/lib/connectors/report.ts';
import type { OnProgress } from '../../src/lib/conversation/index.ts';
import type { KeptProfiles } from './kept-set.ts';

/** Profiles of every column of a set that was just read; asks between two columns whether to go on. */
export async function profilesOf(
  set: RecordSet,
  report: Pick<SideReport, 'lineBreaks'>,
  onProgress: OnProgress,
  goOn: () => Promise<boolean>,
  spare: Spare,
): Promise<KeptProfiles | null> {
  const line = (row: number): number => placeOf(report, fileRowOf(set.segments, row)).line;
  const columns: ColumnProfile[] = [];
  const evidence: ColumnEvidence[] = [];
  for (const [i, name] of set.header.entries()) {
    onProgress({ what: 'profile', done: i, total: set.header.length });
    const parts = set.segments.map((segment) => segment.columns[i]!);
    const profile = profileColumn(name, parts, undefined, spare);
    columns.push({ ...profile, guess: withLines(profile.guess, line) });
    evidence.push(evidenceOfColumn(parts, columns[i]!));
    if (!(await goOn())) return null;
  }
  return { columns, evidence };
}

function fileRowOf(segments: readonly Segment[], row: number): number {
  let left = row;
  for (const { rows, fileRows } of segments) {
    if (left < rows) return fileRows[left]!;
    left -= rows;
  }
  throw new Error(`no row ${String(row)}`);
}
