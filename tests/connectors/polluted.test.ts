import { expect, test } from 'vitest';
import { readFile, type FileReport } from '../../src/lib/connectors/read-file.ts';
import { placeOf } from '../../src/lib/connectors/report.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { pollutedFiles } from '../generators/polluted.ts';
import type { PollutedFile } from '../generators/polluted-pieces.ts';
import { cellsOf } from './read-text.ts';

type Verdict = 'refused' | 'right' | 'named' | 'silent';

/** Is a line, or the whole file, named by a rejection, a note or what was left out? */
function names(report: FileReport, from: number, to: number): boolean {
  const within = (line: number): boolean => from <= line && line <= to;
  return (
    report.rejected.some(({ line }) => within(line)) ||
    report.dropped.some(({ fromLine, toLine }) => fromLine <= to && from <= toLine) ||
    report.warnings.some(({ code, count, lines }) => {
      if (code === 'mixed-newlines' || code === 'no-rows') return false;
      // From this line on every cell is in doubt.
      if (code === 'unclosed-quote') return lines[0]! <= to;
      return lines.length === 0 || lines.some(within) || count > lines.length;
    })
  );
}

async function verdictOn({ bytes, header, rows }: PollutedFile): Promise<readonly [Verdict, string]> {
  const result = await readFile(bytesSource('p.csv', bytes, 4096));
  if (!result.ok) return ['refused', result.problem.code];
  const { set, report } = result;
  const { cells, fileRows } = cellsOf(set);
  const stored = new Map(fileRows.map((fileRow, at) => [placeOf(report, fileRow).line, cells[at]!]));
  const isHeader = header !== null && JSON.stringify(report.header) === JSON.stringify(header);
  let named = false;
  for (const { cells: truth, from, to } of rows) {
    const read = stored.get(from);
    stored.delete(from);
    if (isHeader && read !== undefined && JSON.stringify(read) === JSON.stringify(truth)) continue;
    if (!names(report, from, to))
      return ['silent', `line ${String(from)}: ${JSON.stringify(read)} for ${JSON.stringify(truth)}`];
    named = true;
  }
  for (const [line, read] of stored) {
    if (!names(report, line, line))
      return ['silent', `line ${String(line)} is no record: ${JSON.stringify(read)}`];
    named = true;
  }
  return [named ? 'named' : 'right', ''];
}

test('[F7] polluted files: each cell is right, or its row or file is named', async () => {
  const counts = new Map<string, Record<Verdict, number>>();
  const silent: string[] = [];
  for (const file of pollutedFiles()) {
    const [verdict, says] = await verdictOn(file);
    const count = counts.get(file.kind) ?? { right: 0, named: 0, refused: 0, silent: 0 };
    counts.set(file.kind, { ...count, [verdict]: count[verdict] + 1 });
    if (verdict === 'silent') silent.push(`${file.kind}, ${file.says}: ${says}`);
  }
  console.log(
    [...counts]
      .map(
        ([kind, n]) =>
          `${kind}: ${String(n.right)} right, ${String(n.named)} named, ${String(n.refused)} refused, ${String(n.silent)} silent`,
      )
      .join('\n'),
  );
  expect(
    [...counts.values()].reduce((sum, n) => sum + n.right + n.named + n.refused + n.silent, 0),
  ).toBeGreaterThan(1_850);
  expect(silent).toEqual([]);
});
