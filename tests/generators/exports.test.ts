import { expect, test } from 'vitest';
import type { Side } from '../../src/lib/engine/model/side.ts';
import { EXPORT_HEADERS, exportCsv, exportRows, exportsOf } from './exports.ts';

const N = 5000;
const rows = (side: Side): string[][] => [...copies(exportRows(side, N, 7))];

function* copies(all: Iterable<readonly string[]>): Generator<string[]> {
  for (const row of all) yield [...row];
}

const left = rows('left');
const right = rows('right');
const byEmail = new Map(left.map((row) => [row[1]!, row]));

test('N rows of 12 columns a side, ids and e-mails once each', () => {
  for (const side of [left, right]) {
    expect(side).toHaveLength(N);
    expect(side.every((row) => row.length === 12 && row[0] !== '' && row[1] !== '')).toBe(true);
    expect(new Set(side.map((row) => row[0])).size).toBe(N);
    expect(new Set(side.map((row) => row[1]!.toLowerCase())).size).toBe(N);
  }
});

test('80 % of the e-mails are shared, the case of some differing', () => {
  const pairs = right.filter((row) => byEmail.has(row[1]!.toLowerCase()));
  expect(pairs).toHaveLength(N * 0.8);
  const cased = pairs.filter((row) => row[1] !== row[1]!.toLowerCase()).length / pairs.length;
  expect(cased).toBeGreaterThan(0.1);
  expect(cased).toBeLessThan(0.14);
});

test('30 % of the pairs differ somewhere, in every field', () => {
  const pairs = right.flatMap((row) => {
    const other = byEmail.get(row[1]!.toLowerCase());
    return other === undefined ? [] : [{ row, other }];
  });
  const differing = pairs.filter(({ row, other }) => row.some((cell, at) => at > 1 && cell !== other[at]));
  expect(differing.length / pairs.length).toBeGreaterThan(0.28);
  expect(differing.length / pairs.length).toBeLessThan(0.32);
  for (let at = 2; at < 12; at++)
    expect(differing.some(({ row, other }) => row[at] !== other[at])).toBe(true);
});

test('the record sets and the CSV text hold the same rows', () => {
  const sets = exportsOf(N, 7);
  expect(sets.left.rows).toBe(N);
  expect(sets.right.header).toEqual(EXPORT_HEADERS.right);
  const text = [...exportCsv('right', N, 7)].join('');
  const lines = text.split('\n').slice(0, -1);
  expect(lines).toHaveLength(N + 1);
  expect(lines.slice(1)).toEqual(right.map((row) => row.join(',')));
});

test('another seed gives other rows', () => {
  expect([...exportCsv('left', 10, 1)]).not.toEqual([...exportCsv('left', 10, 2)]);
  expect([...exportCsv('left', 0, 1)].join('').split('\n')).toHaveLength(2);
});
