import { describe, expect, it } from 'vitest';
import { ColumnBuilder } from '../../src/lib/engine/columns/column-builder.ts';
import type { Column } from '../../src/lib/engine/model/column.ts';
import { columnOf } from '../../src/lib/engine/columns/records.ts';
import { profileColumn } from '../../src/lib/engine/profile/profile.ts';

const profile = (...cells: string[]) => profileColumn('c', [columnOf(cells)]);

describe('[Reading files] [S67] date order and decimal sign are decided over the whole column, else asked', () => {
  it.each([
    [['03/04/2025', '13/04/2025', ''], { type: 'date', dateOrder: 'dmy', ask: null }],
    [['03/04/2025', '04/13/2025'], { type: 'date', dateOrder: 'mdy', ask: null }],
    [['03/04/2025', '05/06/2025'], { type: 'date', dateOrder: null, ask: 'date-order' }],
    [['13/04/2025', '04/13/2025'], { type: 'date', dateOrder: null, ask: 'date-order' }],
    [['2025-04-13', '2025-04-03'], { type: 'date', dateOrder: 'ymd', ask: null }],
    [['4.4.2025 10:00', '5.5.2025'], { type: 'datetime', dateOrder: 'ymd', ask: null }],
    [['1.234,56', '1.234'], { type: 'number', decimal: ',', ask: null }],
    [['1,234.56', '1,234'], { type: 'number', decimal: '.', ask: null }],
    [['1.234', '5.678'], { type: 'number', decimal: null, ask: 'decimal' }],
    [['1,5', '1.5'], { type: 'number', decimal: null, ask: 'decimal' }],
    [['12', '-7'], { type: 'number', decimal: '.', ask: null }],
    [['yes', 'No'], { type: 'boolean', ask: null }],
    [['No', ' false ', 'true   '], { type: 'boolean', fits: 3 }],
    [['0047', '0123'], { type: 'text' }],
    [['+4712345678'], { type: 'text' }],
    [['123456789012345678'], { type: 'text' }],
    [['', ' '], { type: 'text', fits: 0, of: 0 }],
  ])('%j', (cells, guess) => {
    expect(profile(...cells).guess).toMatchObject(guess);
  });

  it('names the cells that decide and those that do not fit', () => {
    const cells = ['01/02/2025', '', '14/02/2025', ...Array.from({ length: 17 }, () => '02/02/2025'), 'soon'];
    const { guess } = profile(...cells);
    expect(guess).toMatchObject({
      type: 'date',
      dateOrder: 'dmy',
      fits: 19,
      of: 20,
      evidence: { dmy: { text: '14/02/2025', row: 2 } },
      others: [{ text: 'soon', row: 20 }],
    });
    expect(profile('13/04/2025', '04/13/2025').guess.evidence).toEqual({
      dmy: { text: '13/04/2025', row: 0 },
      mdy: { text: '04/13/2025', row: 1 },
    });
  });
});

describe('fill, distinct, samples, repeats', () => {
  it('over several segments, coded or plain', () => {
    const coded = new ColumnBuilder();
    for (let i = 0; i < 1000; i++) coded.append(i % 2 === 0 ? 'a' : ' ');
    const segments: Column[] = [coded.finish(), columnOf(['a', 'b', '', 'c'])];
    const found = profileColumn('c', segments);
    expect(segments[0]!.codes).not.toBeNull();
    expect(found).toMatchObject({
      rows: 1004,
      filled: 503,
      inferred: 'text',
      distinct: { count: 3, exact: true },
      repeats: { values: 1, rows: 501 },
      samples: ['a', 'b', 'c'],
    });
  });

  it('agrees with a plain count on many values, and says where it stopped counting', () => {
    const cells = Array.from({ length: 20_000 }, (_, i) => `v${String((i * 7919) % 13_000)}`);
    const counts = new Map<string, number>();
    for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    const repeated = [...counts.values()].filter((n) => n > 1);
    const found = profile(...cells);
    expect(found.distinct).toEqual({ count: counts.size, exact: true });
    expect(found.repeats).toEqual({ values: repeated.length, rows: repeated.reduce((a, b) => a + b, 0) });
    const stopped = profileColumn('c', [columnOf(cells)], 100).distinct;
    expect(stopped.exact).toBe(false);
    expect(stopped.count).toBeGreaterThan(100);
    expect(stopped.count).toBeLessThan(counts.size);
  });
});
