import { expect } from 'vitest';
import { RecordSetBuilder, type RecordSet, type Segment } from '../../src/lib/engine/index.ts';
import type { Opened, Result, Store } from '../../src/lib/store/index.ts';

/** The value, where there must be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

export function codeOf(result: Result<unknown> | Opened): string {
  return result.ok ? 'ok' : result.problem.code;
}

/** Rows of three columns: an id, a word of a few, and text of every kind. */
export function sampleSet(rows: number, segmentRows = 4, word = 'x'): RecordSet {
  const builder = new RecordSetBuilder(['Id', 'Word', '__proto__'], segmentRows);
  for (let row = 0; row < rows; row++) {
    builder.add(
      [`id-${String(row)}`, `${word}${String(row % 2)}`, row % 3 === 0 ? '' : `æ🎉 ${String(row)}`],
      row * 2,
    );
  }
  return builder.finish();
}

export async function storeSet(
  store: Store,
  project: string,
  set: RecordSet,
  at: { sync?: string; side?: 'left' | 'right'; file?: string; putIn?: string } = {},
): Promise<string> {
  const beginning = { sync: 'contacts', side: 'left' as const, file: 'people.csv', choices: {}, ...at };
  const writer = valueOf(await store.sets.begin(project, beginning));
  for (const segment of set.segments) valueOf(await writer.add([segment]));
  const about = { header: set.header, report: { rows: set.rows }, profiles: [] };
  return valueOf(await writer.finish(about)).id;
}

export function expectSame(found: readonly Segment[], wanted: readonly Segment[]): void {
  expect(found.length).toBe(wanted.length);
  found.forEach((segment, i) => {
    expect(segment).toEqual(wanted[i]);
  });
}
