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

it('[FI1] a type or an order is left to the text', () => {
  expect(bytesTest({ field, op: 'lt', value: 'b' }, TEXT)).toBe(null);
  expect(bytesTest({ field, op: 'eq', value: '1' }, { ...TEXT, type: 'number' })).toBe(null);
  expect(bytesTest({ field, op: 'contains', value: '1' }, { ...TEXT, type: 'number' })).not.toBe(null);
});
