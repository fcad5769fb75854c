import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { CodeTable } from '../../../src/lib/engine/columns/code-table.ts';
import { columnOf } from '../../../src/lib/engine/columns/records.ts';
import { utf8 } from '../../../src/lib/engine/bytes/utf8.ts';

describe('values to codes', () => {
  test('equal texts one code, in the order first seen, however small the table starts', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ø', ' ', '0'), maxLength: 21 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), fc.array(word, { maxLength: 100 }), (left, right) => {
        const seen: string[] = [];
        const expected = (texts: readonly string[]): number[] =>
          texts.map((text) => {
            if (text === '') return -1;
            if (!seen.includes(text)) seen.push(text);
            return seen.indexOf(text);
          });
        const table = new CodeTable(1);
        for (const texts of [left, right]) {
          const { offsets, bytes } = columnOf(texts);
          const codes = new Int32Array(texts.length);
          table.codeValues(table.addBuffer(bytes), offsets, 0, texts.length, codes);
          expect([...codes]).toEqual(expected(texts));
        }
        expect(table.count).toBe(seen.length);
        for (const [code, text] of seen.entries()) expect(table.find(utf8(text))).toBe(code);
        expect(table.find(utf8('never seen'))).toBe(-1);
      }),
      { numRuns: 300 },
    );
  });
});
