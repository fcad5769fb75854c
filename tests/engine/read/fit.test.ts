import { expect, test } from 'vitest';
import { judge, ruleOf } from '../../../src/lib/engine/read/fit.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import type { FieldDef } from '../../../src/lib/engine/model/field.ts';
import type { ReasonCode } from '../../../src/lib/engine/model/reason.ts';
import { field } from './fields.ts';

const tools = createTools();
const options = [{ value: 'a', label: 'Alpha' }];

test.each<[string, FieldDef, string, ReasonCode | null]>([
  ['required', field('text', { required: true }), ' \u00a0', 'required-blank'],
  ['blank', field('number'), '', null],
  ['number', field('number'), '1,000.5', null],
  ['number of its file', field('number', { decimal: ',' }), '1.000,5', null],
  ['number as written', field('number', { decimal: ',' }), '1234.5', null],
  ['no number', field('number'), 'n/a', 'bad-number'],
  ['no number of its file', field('number', { decimal: ',' }), '1,234.5', 'bad-number'],
  ['datetime in a date', field('date'), '2024-03-05T10:00Z', null],
  ['date in a datetime', field('datetime'), '2024-03-05', null],
  ['no date', field('datetime'), '5.3.2024', 'bad-date'],
  ['boolean', field('boolean'), 'perhaps', 'bad-boolean'],
  ['option', field('single-select', { options }), 'ALPHA', null],
  ['option missing', field('single-select', { options }), 'b', 'option-missing'],
  ['option of several missing', field('multi-select', { options }), 'a;b', 'option-missing'],
  ['options of several', field('multi-select', { options }), 'a; alpha', null],
  ['select without options', field('single-select', { options: [] }), 'b', null],
  ['length by code points', field('text', { maxLength: 2 }), '😀😀', null],
  ['too long', field('text', { maxLength: 2 }), '😀😀😀', 'too-long'],
  ['too long, not trimmed', field('text', { maxLength: 2 }), ' ab', 'too-long'],
  ['type before length', field('number', { maxLength: 2 }), 'abc', 'bad-number'],
])('[S30] [FM9] %s', (_name, target, text, code) => {
  expect(judge(target, false, tools)(text)).toBe(code);
});

test('[S30] a bad e-mail comes before a long one', () => {
  const target = field('text', { maxLength: 3 });
  expect(judge(target, true, tools)('anna@acme')).toBe('bad-email');
  expect(judge(target, true, tools)('anna@acme.no')).toBe('too-long');
  expect(ruleOf(target, 'too-long')).toBe('3');
  expect(ruleOf(target, 'bad-email')).toBeNull();
});
