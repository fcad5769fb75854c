import { expect, test } from 'vitest';
import fc from 'fast-check';
import { comparer } from '../../../src/lib/engine/read/compare.ts';
import { writer } from '../../../src/lib/engine/read/form.ts';
import type { FieldView } from '../../../src/lib/engine/read/field-view.ts';
import { view } from './fields.ts';

const TEXT = view('text');
const COMMA = view('number', { decimal: ',' });
const DMY = view('date', { dateOrder: 'dmy' });
const SIZE = [
  { value: 's', label: 'Small' },
  { value: 'l', label: 'Large' },
];
const NORSK = [
  { value: '10', label: 'SMALL' },
  { value: '20', label: 'Stor' },
];
const one = (options: FieldView['options']): FieldView => view('single-select', { options });
const many = (options: FieldView['options']): FieldView => view('multi-select', { options });

test.each<[string, FieldView, FieldView, string, string]>([
  ['text as it stands', TEXT, view('long-text'), ' a\r\n', ' a\r\n'],
  ['number into text', COMMA, TEXT, '1.000,50', '1000.5'],
  ['no number into text', COMMA, TEXT, ' n/a', ' n/a'],
  ['boolean into text', view('boolean'), TEXT, 'YES', 'true'],
  ['date into owner', DMY, view('owner'), '5.3.2024', '2024-03-05'],
  ['datetime into text', view('datetime'), TEXT, '2024-03-05 10:00:00.25+01:00', '2024-03-05T09:00:00.250Z'],
  ['single-select into text', one(SIZE), TEXT, 'small', 's'],
  ['no option into text', one(SIZE), TEXT, 'XL', 'XL'],
  ['multi-select into text', many(SIZE), TEXT, 'Large; x;', 'l;x'],
  ['multi-select of nothing', many(SIZE), TEXT, ' ; ', ' ; '],
  ['text into number', TEXT, COMMA, '1,000', '1000'],
  ['text into number, none', TEXT, COMMA, 'many', 'many'],
  ['number under the source decimal', COMMA, view('number'), '1,5', '1.5'],
  ['number, exact', view('number'), view('number'), '123456789012345678', '123456789012345678'],
  ['date into datetime', DMY, view('datetime'), '5.3.2024', '2024-03-05T00:00:00Z'],
  ['datetime into date', view('datetime'), view('date'), '2024-03-05T00:30+01:00', '2024-03-04'],
  ['date of another order', view('date'), view('date'), '5.3.2024', '5.3.2024'],
  ['text into boolean', TEXT, view('boolean'), 'on', 'true'],
  ['option by label', one(SIZE), one(NORSK), 's', '10'],
  ['option found nowhere', one(SIZE), one(NORSK), 'Large', 'Large'],
  ['option by the cell', one(SIZE), one(NORSK), 'stor', '20'],
  ['option of a text', TEXT, one(NORSK), ' stor ', '20'],
  ['target select without options', one(SIZE), one(null), 'Large', 'l'],
  ['text into a select without options', TEXT, many(null), 'a; b', 'a; b'],
  ['multi into multi', many(SIZE), many(NORSK), 'Small; Large', '10;Large'],
  ['text into multi', TEXT, many(NORSK), 'stor;small', '20;10'],
  ['multi without options', many(null), many(null), 'a; b', 'a;b'],
])('[S9] [FM8] %s', (_name, source, target, text, expected) => {
  expect(writer(source, target)(text)).toBe(expected);
});

test('[S9] [L6] what is written of a number, date, datetime or boolean equals its source and is written as itself', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'yes',
      'OFF',
      '1,000',
      '1.5',
      '2024-03-05',
      '5.3.2024',
      '2024-03-05 10:00+01',
      'n/a',
      's; l',
    ),
    fc.string(),
  );
  const type = fc.constantFrom('number', 'date', 'datetime', 'boolean', 'text', 'multi-select' as const);
  fc.assert(
    fc.property(cell, type, (text, kind) => {
      const source = view(kind);
      const write = writer(source, source);
      fc.pre(text.trim() !== '');
      expect(comparer(source, source)(text, write(text))).toBe(true);
      expect(write(write(text))).toBe(write(text));
    }),
  );
});
