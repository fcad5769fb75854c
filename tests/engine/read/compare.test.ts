import { describe, expect, test } from 'vitest';
import { comparer } from '../../../src/lib/engine/read/compare.ts';
import { viewOf, viewsOfPair } from '../../../src/lib/engine/read/field-view.ts';
import type { FieldView } from '../../../src/lib/engine/read/field-view.ts';
import { field, view } from './fields.ts';

const NUMBER = view('number');
const COMMA = view('number', { decimal: ',' });
const TEXT = view('text');
const SIZE = [
  { value: 's', label: 'Small' },
  { value: 'l', label: 'Large' },
];
const STORR = [
  { value: '1', label: 'small' },
  { value: '2', label: 'Stor' },
];
const one = (options: FieldView['options']): FieldView => view('single-select', { options });
const many = (options: FieldView['options']): FieldView => view('multi-select', { options });

describe('[S8] equal cells of a pair', () => {
  test.each<[string, FieldView, string, FieldView, string, boolean]>([
    ['text, spaces and NFC', TEXT, ' A\u030a', TEXT, 'Å', true],
    ['text, case', TEXT, 'a', TEXT, 'A', false],
    ['text, line ends', TEXT, 'a\r\nb', view('long-text'), 'a\nb', true],
    ['owner is text', view('owner'), '1.0', view('calculated'), '1', false],
    ['number by value', NUMBER, '1000.0', NUMBER, '1,000', true],
    ['number, each its decimal', NUMBER, '1.5', COMMA, '1,50', true],
    ['number, digits beyond a double', NUMBER, '9007199254740993', NUMBER, '9007199254740992', false],
    ['number, not one of its type', NUMBER, 'n/a', NUMBER, ' n/a', true],
    ['number and text', NUMBER, '1,000', TEXT, '1000', true],
    ['number and text that is none', NUMBER, '1000', TEXT, '1000 kr', false],
    ['boolean', view('boolean'), 'Yes', view('boolean'), '1', true],
    ['boolean and text', TEXT, 'off', view('boolean'), 'FALSE', true],
    ['date', view('date'), '2024-03-05', view('date', { dateOrder: 'dmy' }), '5.3.2024', true],
    [
      'date and datetime: the UTC day',
      view('date'),
      '2024-03-04',
      view('datetime'),
      '2024-03-05T00:30+01:00',
      true,
    ],
    [
      'datetime: the instant',
      view('datetime'),
      '2024-03-05T10:00Z',
      view('datetime'),
      '2024-03-05 11:00+01',
      true,
    ],
    [
      'datetime: the same day is not enough',
      view('datetime'),
      '2024-03-05T10:00Z',
      view('datetime'),
      '2024-03-05',
      false,
    ],
    ['datetime and text', view('datetime'), '2024-03-05T00:00:00Z', TEXT, '2024-03-05', true],
    ['number and boolean are text', NUMBER, '1', view('boolean'), 'true', false],
    ['number and date, equal texts', NUMBER, ' 1 ', view('date'), '1', true],
  ])('[S8] [CO5] %s: %o %j, %o %j', (_name, left, l, right, r, equal) => {
    expect(comparer(left, right)(l, r)).toBe(equal);
    expect(comparer(right, left)(r, l)).toBe(equal);
  });
});

describe('[S7] selects', () => {
  test.each<[string, FieldView, string, FieldView, string, boolean]>([
    ['by value and label of one list', one(SIZE), 'S', one(SIZE), ' small', true],
    ['by label of two lists', one(SIZE), 's', one(STORR), '1', true],
    ['other options', one(SIZE), 'l', one(STORR), '2', false],
    ['no option compares as text', one(SIZE), 'XL', one(STORR), 'XL ', true],
    ['no option, other case', one(SIZE), 'XL', one(STORR), 'xl', false],
    [
      'equal texts of two lists that mean different options',
      one([{ value: '1', label: 'A' }]),
      '1',
      one([{ value: 'x', label: '1' }]),
      '1',
      false,
    ],
    ['one list serves both', one(SIZE), 's', one(null), 'SMALL', true],
    ['one list serves a text', TEXT, 'small', one(SIZE), 's', true],
    ['no list: text', one(null), 'a', one(null), 'A', false],
    ['a number is not looked up', one([{ value: '1', label: 'one' }]), 'one', NUMBER, '1', false],
    ['set', many(SIZE), 's;l', many(SIZE), 'Large; Small', true],
    ['set, repeated part', many(SIZE), 's;s', many(SIZE), 'Small', true],
    ['set, part missing', many(SIZE), 's;l', many(SIZE), 's', false],
    ['set, part that is no option', many(SIZE), 's;XL', many(SIZE), 'XL;s', true],
    ['set without options', many(null), 'b;a', many(null), 'a; b', true],
    ['set and text', many(SIZE), 's;l', TEXT, 'Large;s', true],
    ['single and multi are text', one(SIZE), 's', many(SIZE), 'Small', false],
  ])('[S7] %s: %o %j, %o %j', (_name, left, l, right, r, equal) => {
    expect(comparer(left, right)(l, r)).toBe(equal);
    expect(comparer(right, left)(r, l)).toBe(equal);
  });
});

describe('[S8] the view of a field', () => {
  const number = field('number', { decimal: ',' });
  test('the declared type wins, else the inferred, else text', () => {
    expect(viewOf(number, 'date')).toEqual(COMMA);
    expect(viewOf(null, 'date')).toEqual(view('date'));
    expect(viewOf(null, null)).toEqual(TEXT);
    expect(viewOf(field('single-select', { options: [] }), null).options).toBeNull();
    expect(viewOf(field('text', { options: SIZE }), null).options).toBeNull();
  });

  test.each<[string, 'number' | null, 'number' | 'date', 'number' | 'date', string, string]>([
    ['both inferred alike', null, 'number', 'number', 'number', 'number'],
    ['inferred differently', null, 'number', 'date', 'text', 'text'],
    ['one declares what the other infers', 'number', 'date', 'number', 'number', 'number'],
    ['one declares another type', 'number', 'number', 'date', 'number', 'text'],
  ])('[S8] %s', (_name, declared, leftInferred, rightInferred, left, right) => {
    const views = viewsOfPair(
      { def: declared === null ? null : number, inferred: leftInferred },
      { def: null, inferred: rightInferred },
    );
    expect(views.map((v) => v.type)).toEqual([left, right]);
  });
});
