import { expect, test } from 'vitest';
import fc from 'fast-check';
import { distinct } from '../../../src/lib/engine/columns/distinct.ts';
import { columnOf, textAt } from '../../../src/lib/engine/columns/records.ts';
import { valueCount, type Column } from '../../../src/lib/engine/model/column.ts';
import { drain } from '../../../src/lib/engine/run/steps.ts';

const textsOf = (column: Column): string[] =>
  Array.from({ length: column.rows }, (_, row) => textAt(column, row));

test('the same texts, each once, empty ones too; where most texts are of one row the column stays as it is', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ø'), maxLength: 2 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), (texts) => {
      const plain = columnOf(texts);
      const once = drain(distinct(plain));
      expect(textsOf(once)).toEqual(texts);
      const different = new Set(texts).size;
      const words = new Set(texts.filter((text) => text !== '')).size;
      if (words > texts.length / 2) expect(once).toBe(plain);
      else expect(valueCount(once)).toBe(different);
      expect(drain(distinct(once))).toBe(once);
    }),
    { numRuns: 300 },
  );
});
