import { expect, it } from 'vitest';
import { utf8 } from '../../../src/lib/engine/bytes/utf8.ts';
import type { FilterCondition } from '../../../src/lib/engine/model/filter.ts';
import { valueTest } from '../../../src/lib/engine/read/condition.ts';
import { bytesTest } from '../../../src/lib/engine/read/condition-bytes.ts';
import type { FieldView } from '../../../src/lib/engine/read/field-view.ts';

const TEXT: FieldView = { type: 'text', options: null, dateOrder: 'ymd', decimal: '.', zone: null };
const field = 'F';
const WORDS = [
  'a',
  'AB',
  'ab ',
  '\tb',
  'Å',
  'k',
  '\u212a',
  'ß',
  'ss',
  'a b',
  '[',
  '{',
  '@',
  '`',
  '-1',
  'z',
  ' ',
  '\u00a0a',
];
const TEXTS = [
  ...WORDS,
  'xABx',
  'abab',
  'aab',
  ' aB\r\n',
  'STRASSE',
  'straße',
  'Kk',
  'k\u212a',
  'ba b',
  'A[b',
  'a{B',
];

it('[FI1] bytes say what the text says, or leave it to the text', () => {
  let told = 0;
  for (const value of WORDS) {
    const conditions: readonly FilterCondition[] = [
      ...(['eq', 'ne', 'contains', 'starts-with'] as const).map((op) => ({ field, op, value })),
      { field, op: 'in', values: [value, 'zz'] },
    ];
    for (const condition of conditions) {
      const [bytes, text] = [bytesTest(condition, TEXT), valueTest(condition, TEXT, 0)];
      for (const one of TEXTS.filter((candidate) => candidate.trim() !== '')) {
        const own = utf8(`<${one}>`);
        const said = bytes?.(own, 1, own.length - 1) ?? null;
        if (said === null) continue;
        told++;
        expect(said, `${JSON.stringify(one)} ${condition.op} ${JSON.stringify(value)}`).toBe(text(one));
      }
    }
  }
  expect(told).toBeGreaterThan(1_000);
});

const NUMBERS = [
  '0',
  '-0',
  '7',
  '-7',
  '12',
  '12.5',
  '12.50',
  '1234',
  '-0.001',
  '0.1',
  '999999999999999',
  '9007199254740993',
];
const NUMBER_TEXTS = [
  ...NUMBERS,
  ...[
    '007',
    '.5',
    '5.',
    '1,234',
    '1.234',
    '12,5',
    '1 234',
    '+7',
    '7e2',
    ' 7',
    '7 ',
    'x',
    '-',
    '--7',
    '1.2.3',
    '1.2,3',
  ],
  ...[
    '0.3',
    '0.30',
    '123456789012345',
    '12345678901234.5',
    '1234567890123456',
    '-12',
    '-12.5',
    '12.500000000000001',
  ],
];

it('[FI1] bytes of numbers say what their text says, or leave it to the text', () => {
  let told = 0;
  for (const decimal of ['.', ','] as const) {
    const view: FieldView = { ...TEXT, type: 'number', decimal };
    for (const value of NUMBERS) {
      const conditions: readonly FilterCondition[] = [
        ...(['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const).map((op) => ({ field, op, value })),
        { field, op: 'in', values: [value, '7'] },
        { field, op: 'between', from: value, to: '1000' },
        { field, op: 'between', from: '-5', to: value },
      ];
      for (const condition of conditions) {
        const [bytes, text] = [bytesTest(condition, view), valueTest(condition, view, 0)];
        for (const one of NUMBER_TEXTS) {
          const own = utf8(`<${one}>`);
          const said = bytes?.(own, 1, own.length - 1) ?? null;
          if (said === null) continue;
          told++;
          expect(said, `${one} ${JSON.stringify(condition)} ${decimal}`).toBe(text(one));
        }
      }
    }
  }
  expect(told).toBeGreaterThan(2_500);
});

it('[FI1] another type, an order of texts and a number of many digits are left to the text', () => {
  expect(bytesTest({ field, op: 'lt', value: 'b' }, TEXT)).toBe(null);
  expect(bytesTest({ field, op: 'eq', value: '2024-01-01' }, { ...TEXT, type: 'date' })).toBe(null);
  expect(bytesTest({ field, op: 'eq', value: 'x' }, { ...TEXT, type: 'number' })).toBe(null);
  expect(bytesTest({ field, op: 'gt', value: '1234567890123456' }, { ...TEXT, type: 'number' })).toBe(null);
  expect(bytesTest({ field, op: 'contains', value: '1' }, { ...TEXT, type: 'number' })).not.toBe(null);
});
