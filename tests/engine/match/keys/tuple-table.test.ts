import { expect, it } from 'vitest';
import { TupleTable } from '../../../../src/lib/engine/match/keys/tuple-table.ts';

/** Numbers below `under` in an order that looks like none. */
function* numbers(count: number, under: number): Generator<number> {
  let state = 1;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield (state >>> 8) % under;
  }
}

it('gives a tuple the same code whenever it is asked, also while the table grows, and no other tuple that code', () => {
  const table = new TupleTable();
  const codes = new Map<string, number>();
  const parts = [...numbers(9000, 40)];
  for (let at = 0; at < parts.length; at += 3) {
    const tuple = parts.slice(at, at + 3);
    const name = tuple.join(' ');
    const known = codes.get(name);
    expect(table.find(1, tuple)).toBe(known ?? -1);
    const code = table.code(1, tuple);
    if (known === undefined) codes.set(name, code);
    else expect(code).toBe(known);
  }
  expect(new Set(codes.values()).size).toBe(codes.size);
  for (const [name, code] of codes) {
    expect(table.find(1, name.split(' ').map(Number))).toBe(code);
    expect(code).toBeLessThan(table.count);
  }
});
