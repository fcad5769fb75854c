import { expect, it, vi } from 'vitest';
import { readCsv } from '../../src/lib/connectors/csv/index.ts';
import { PlainLines } from '../../src/lib/connectors/csv/plain-lines.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import { Random } from '../reference/random.ts';
import { cellsOf } from './read-text.ts';
import { longFile, type LongFile } from './long-file.ts';

const FILES = 60;
/** `DRYSYNC_SEED=n` replays the file of that seed alone. */
const replay = process.env['DRYSYNC_SEED'];

/** A file that comes in one piece is text as a whole; one in pieces is told by its bytes once its table is open. */
async function read({ bytes, choices }: LongFile, chunk: number): Promise<object> {
  const result = await readCsv(bytesSource('l.csv', bytes, chunk), choices, undefined, { segmentRows: 100 });
  return result.ok ? { report: result.report, ...cellsOf(result.set) } : result.problem;
}

it('[Reading files] the byte-wise way takes what the grammar-wise way takes: rows, notes and rejections', async () => {
  const lines = vi.spyOn(PlainLines.prototype, 'push');
  const first = replay === undefined ? 1 : Number(replay);
  const last = replay === undefined ? FILES : first;
  let byBytes = 0;
  for (let seed = first; seed <= last; seed++) {
    const random = new Random(seed);
    const file = longFile(random);
    const whole = await read(file, file.bytes.length);
    expect(lines, `seed ${String(seed)}`).not.toHaveBeenCalled();
    const pieces = await read(file, random.pick([997, 4096, 65_536]));
    if (lines.mock.calls.length > 0) byBytes++;
    lines.mockClear();
    expect(pieces, `seed ${String(seed)}`).toEqual(whole);
  }
  console.log(
    `both ways: seeds ${String(first)}–${String(last)}, ${String(byBytes)} files told by their bytes`,
  );
  if (replay === undefined) expect(byBytes).toBeGreaterThan(FILES / 2);
});
