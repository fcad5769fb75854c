import { expect, it } from 'vitest';
import { readCsv } from '../../src/lib/connectors/csv/index.ts';
import { lineOf } from '../../src/lib/connectors/table/lines.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { Random } from '../reference/random.ts';
import { hostileFile } from './hostile-file.ts';
import { cellsOf } from './read-text.ts';

const FILES = 5000;
/** `DRYSYNC_SEED=n` replays the file of that seed alone. */
const replay = process.env['DRYSYNC_SEED'];

it('[F7] 5,000 hostile files: nothing crashes, rows add up, every cell is exact', async () => {
  const first = replay === undefined ? 1 : Number(replay);
  const last = replay === undefined ? FILES : first;
  let cellsCompared = 0;
  for (let seed = first; seed <= last; seed++) {
    const random = new Random(seed);
    const truth = hostileFile(random);
    const chunk = random.pick([1, 2, 3, 7, 64, 1000, 1024 * 1024]);
    const size = truth.bytes.length > 20_000 ? Math.max(chunk, 1000) : chunk;
    const result = await readCsv(bytesSource('h.csv', truth.bytes, size), truth.choices);
    const where = `seed ${String(seed)}`;
    if (!result.ok) throw new Error(`${where}: ${JSON.stringify(result.problem)}`);
    const { report, set } = result;
    const read = cellsOf(set);
    expect(report.encoding, where).toBe(truth.encoding);
    expect(report.header, where).toEqual(truth.header);
    expect(read.cells, where).toEqual(truth.stored);
    expect(read.fileRows, where).toEqual(truth.fileRows);
    expect(
      report.rejected.map(({ fileRow, line }) => ({ fileRow, line })),
      where,
    ).toEqual(truth.rejected);
    expect([report.rows, report.stored, report.blank], where).toEqual([
      truth.rows,
      truth.stored.length,
      truth.blank,
    ]);
    expect(report.stored + report.rejected.length + report.blank, where).toBe(report.rows);
    for (const { fileRow, line } of truth.rejected)
      expect(lineOf(report.lineBreaks, fileRow), where).toBe(line);
    cellsCompared += read.cells.length * report.header.length;
  }
  console.log(`hostile files: seeds ${String(first)}–${String(last)}, ${String(cellsCompared)} cells exact`);
});

it('[F7] a cell of 50 MiB and a quote open for 70 million characters', async () => {
  const encoder = new TextEncoder();
  const long = 'line of a very long cell\n'.repeat(2_097_152);
  const closed = await readCsv(bytesSource('h.csv', encoder.encode(`Id,N\n1,"${long}"\n2,ok\n`)));
  expect(closed.ok && [closed.report.stored, closed.report.warnings]).toEqual([2, []]);
  expect(closed.ok && closed.set.segments[0]!.columns[1]!.offsets[1]).toBe(long.length);
  const row = '1,some more text to fill the file with rows\n';
  const open = await readCsv(bytesSource('h.csv', encoder.encode(`Id,N\n1,"open\n${row.repeat(1_600_000)}`)));
  expect(open.ok && [open.report.stored, open.report.warnings]).toEqual([
    1_600_001,
    [{ code: 'unclosed-quote', count: 1, lines: [2] }],
  ]);
});
