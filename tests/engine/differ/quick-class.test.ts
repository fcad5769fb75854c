import { describe, expect, test } from 'vitest';
import { columnOf } from '../../../src/lib/engine/columns/records.ts';
import { quickClass } from '../../../src/lib/engine/differ/quick-class.ts';
import { QUICK } from '../../../src/lib/engine/differ/quick-forms.ts';
import { QUICK_CLASSES, QUICK_LATE } from '../../../src/lib/engine/differ/pair-looks.ts';
import { valueClassifier } from '../../../src/lib/engine/differ/value-class.ts';
import { ValueMarks } from '../../../src/lib/engine/differ/value-marks.ts';
import { valueOf } from '../../../src/lib/engine/model/column.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { Random } from '../../reference/random.ts';
import { valuePair } from './values.ts';

const tools = createTools();
const PAIRS = 8_000;

describe('[DX1] [S212] what bytes tell of two values', () => {
  test.each([1, 2])('is what their texts say, seed %i', (seed) => {
    const random = new Random(seed * 7919);
    const pairs = Array.from({ length: PAIRS }, () => valuePair(random)).filter(
      ([l, r]) => l.trim() !== '' && r.trim() !== '',
    );
    const [left, right] = [columnOf(pairs.map(([l]) => l)), columnOf(pairs.map(([, r]) => r))];
    const marks = { left: new ValueMarks(left), right: new ValueMarks(right) };
    let told = 0;
    for (const country of [null, 'NO']) {
      const texts = valueClassifier(
        { zeroIsValue: false, country: { left: country, right: country } },
        tools,
      );
      for (const [row, [l, r]] of pairs.entries()) {
        const quick = quickClass(marks.left, valueOf(left, row), marks.right, valueOf(right, row));
        if (quick === QUICK.ask) continue;
        told++;
        const said = { pair: [l, r], quick, early: QUICK_CLASSES[quick] };
        expect({ pair: [l, r], quick, early: texts.early(l, r) }).toEqual(said);
        const late = QUICK_LATE[quick];
        if (late !== undefined) expect([l, r, texts.late(l, r)]).toEqual([l, r, late]);
      }
    }
    expect(told).toBeGreaterThan(PAIRS * 0.5);
  });

  test.each([
    ['Nordlysbakke...', 'Nordlysbakken 12', QUICK.cutLeft],
    ['Nordlysbakken 12', 'Nordlysbakke...', QUICK.cutRight],
    ['Nordlysbakken', 'Nordlysbakken 12', QUICK.cutLeft],
    ['Nordlys...', 'Nordlysbakken 12', QUICK.other],
    ['BØRRE ÅS', 'børre ås', QUICK.case],
    ['bør', 'bår', QUICK.late],
  ])('%s and %s', (l, r, quick) => {
    const marks = [l, r].map((text) => new ValueMarks(columnOf([text])));
    expect(quickClass(marks[0]!, 0, marks[1]!, 0)).toBe(quick);
  });

  test('letters beyond ASCII are not the same because both are', () => {
    const [l, r] = ['éø', 'øé'];
    const marks = [l, r].map((text) => new ValueMarks(columnOf([text])));
    expect(quickClass(marks[0]!, 0, marks[1]!, 0)).toBe(QUICK.ask);
  });
});
