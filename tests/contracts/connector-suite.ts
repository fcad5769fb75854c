import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { RecordSetBuilder, type RecordSet, type Segment } from '../../src/lib/engine/index.ts';
import type { Connector } from '../../src/lib/connectors/connector.ts';
import { placeOf, type ReadHooks, type SideReport } from '../../src/lib/connectors/report.ts';
import { bytesSource, type ByteSource } from '../../src/lib/connectors/source.ts';
import { cellsOf } from '../connectors/read-text.ts';

/** A reader of files under test, and how a table is written in its format. */
export interface ConnectorSetup<C, R extends SideReport & { readonly choices: C }> {
  readonly connector: Connector<ByteSource, C, R>;
  /** A file of these rows, the header first; null is a blank row. */
  readonly file: (rows: readonly (readonly string[] | null)[]) => Uint8Array;
}

const HEADER = ['Id', 'Name', 'Note'];
const ROWS = [
  ['1', 'Anna', 'a, b'],
  null,
  ['2', 'Bo', 'three\nlines\nhere'],
  ['3', 'Cy', '', 'one too many'],
  ['4', 'Dé', 'ü "quoted"'],
];
const STORED = [
  ['1', 'Anna', 'a, b'],
  ['2', 'Bo', 'three\nlines\nhere'],
  ['4', 'Dé', 'ü "quoted"'],
];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What every reader of a side keeps, whatever it reads (`connector.ts`). */
export function connectorContract<C, R extends SideReport & { readonly choices: C }>(
  setup: ConnectorSetup<C, R>,
): void {
  const bytes = setup.file([HEADER, ...ROWS]);
  const read = (source: ByteSource, hooks: ReadHooks = {}, choices: Partial<C> = {}) =>
    setup.connector.read(source, choices, () => undefined, hooks);
  const whole = async (source: ByteSource, hooks?: ReadHooks, choices?: Partial<C>) => {
    const result = await read(source, hooks, choices);
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    return result;
  };
  const source = (chunk?: number): ByteSource => bytesSource('t', bytes, chunk);

  it('accounts for every row: stored, rejected and blank are all there are', async () => {
    const { set, report } = await whole(source());
    expect(report).toMatchObject({ file: 't', size: bytes.length, header: HEADER, rows: 5, blank: 1 });
    expect(report.stored + report.rejected.length + report.blank).toBe(report.rows);
    expect(report.stored).toBe(set.rows);
    expect(report.rejected).toMatchObject([
      { code: 'too-many-cells', fileRow: 3, cells: 4, columns: 3, texts: ROWS[3] },
    ]);
    expect(cellsOf(set)).toEqual({ cells: STORED, fileRows: [0, 2, 4] });
  });

  it('names the place of every row, rising', async () => {
    const { report } = await whole(source());
    const places = [0, 1, 2, 3, 4].map((row) => placeOf(report, row).line);
    expect(places.every((line, at) => line > (places[at - 1] ?? report.headerLine))).toBe(true);
    expect(placeOf(report, 3).line).toBe(report.rejected[0]?.line);
  });

  it('hashes the bytes as they were read', async () => {
    const { report } = await whole(source());
    expect(report.sha256).toBe(sha256(bytes));
  });

  it('[MA16] gives the same whatever the pieces, the segments and the way it is asked again', async () => {
    const first = await whole(source());
    for (const chunk of [1, 7, 64]) {
      const again = await whole(source(chunk), { segmentRows: 2 }, first.report.choices);
      expect(cellsOf(again.set)).toEqual(cellsOf(first.set));
      expect({ ...again.report, encodingBy: '', delimiterBy: '' }).toEqual({
        ...first.report,
        encodingBy: '',
        delimiterBy: '',
      });
    }
  });

  it('hands closed segments on while it reads; none is then left in the set', async () => {
    const segments: Segment[] = [];
    let header: readonly string[] = [];
    const { set } = await whole(source(3), {
      segmentRows: 1,
      onSegments: (closed, names) => {
        segments.push(...closed);
        header = names;
      },
    });
    expect(set.segments).toEqual([]);
    const kept: RecordSet = { ...set, segments };
    expect(cellsOf(kept).cells).toEqual(STORED);
    expect(header).toEqual(new RecordSetBuilder(HEADER).finish().header);
  });

  it('tells how far it is, never more than there is', async () => {
    const done: number[] = [];
    await setup.connector.read(source(4), {}, (step) => done.push(step.done / step.total), {});
    expect(done.length).toBeGreaterThan(1);
    expect(done.every((share) => share > 0 && share <= 1)).toBe(true);
    expect(done.at(-1)).toBe(1);
  });

  it('stops when it is told to', async () => {
    let asked = 0;
    const result = await read(source(4), { cancelled: () => ++asked > 2 });
    expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled', file: 't' } });
  });

  it('what the source throws is a problem with a code', async () => {
    const broken: ByteSource = {
      ...source(),
      chunks: () => ({
        [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('disk gone')) }),
      }),
    };
    expect(await read(broken)).toEqual({
      ok: false,
      problem: { file: 't', code: 'unreadable', because: 'disk gone' },
    });
  });

  it('of a source that changes meanwhile it gives one state whole, or says so', async () => {
    const states = [bytes, setup.file([HEADER, ...ROWS.slice(0, -1)])];
    for (const after of [1, 2, 3]) {
      let opened = 0;
      const changing: ByteSource = {
        ...source(),
        chunks: () => bytesSource('t', states[opened++ < after ? 0 : 1]!).chunks(),
      };
      const result = await read(changing);
      if (!result.ok) expect(result.problem.code).toBe('changed-while-read');
      else {
        const state = states.find((one) => sha256(one) === result.report.sha256)!;
        expect(cellsOf(result.set)).toEqual(cellsOf((await whole(bytesSource('t', state))).set));
      }
    }
  });

  it('no bytes are an empty file, a header alone a table without rows', async () => {
    expect(await read(bytesSource('t', new Uint8Array(0)))).toMatchObject({
      ok: false,
      problem: { code: 'empty-file' },
    });
    const { report } = await whole(bytesSource('t', setup.file([HEADER])));
    expect(report.rows).toBe(0);
    expect(report.warnings.map(({ code }) => code)).toContain('no-rows');
  });
}
