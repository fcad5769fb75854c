import { describe, expect, it } from 'vitest';
import type { FilterCondition } from '../../../src/lib/engine/model/filter.ts';
import type { FieldType } from '../../../src/lib/engine/model/field.ts';
import { canBeOf, passesBlank, valueTest } from '../../../src/lib/engine/read/condition.ts';
import type { FieldView } from '../../../src/lib/engine/read/field-view.ts';

/** Days since 1970-01-01 of 2 March 2026. */
const AS_OF = 20_514;

const view = (type: FieldType, more: Partial<FieldView> = {}): FieldView => ({
  type,
  options: null,
  dateOrder: 'ymd',
  decimal: '.',
  zone: null,
  ...more,
});

/** The texts that pass. */
const passing = (condition: FilterCondition, own: FieldView, texts: readonly string[]): readonly string[] =>
  texts.filter(valueTest(condition, own, AS_OF));

const field = 'F';

describe('[FI1] a condition of a filter', () => {
  it('compares texts trimmed, NFC and case-folded', () => {
    const texts = [' ØST ', 'o\u0308st', 'nordøst', 'øst-2'];
    expect(passing({ field, op: 'eq', value: 'øst' }, view('text'), texts)).toEqual([' ØST ']);
    expect(passing({ field, op: 'eq', value: 'Öst ' }, view('text'), texts)).toEqual(['o\u0308st']);
    expect(passing({ field, op: 'ne', value: 'øst' }, view('text'), texts)).toEqual(texts.slice(1));
    expect(passing({ field, op: 'contains', value: 'ØST' }, view('text'), texts)).toEqual([
      ' ØST ',
      'nordøst',
      'øst-2',
    ]);
    expect(passing({ field, op: 'starts-with', value: 'øst' }, view('text'), texts)).toEqual([
      ' ØST ',
      'øst-2',
    ]);
    expect(passing({ field, op: 'in', values: ['x', 'NORDØST'] }, view('text'), texts)).toEqual(['nordøst']);
    expect(passing({ field, op: 'lt', value: 'O' }, view('text'), texts)).toEqual(['nordøst']);
  });

  it('compares numbers as numbers, under the sign of their file, to the last digit', () => {
    const comma = view('number', { decimal: ',' });
    const texts = ['9', '10', '1.000,5', '-2', 'many'];
    expect(passing({ field, op: 'gt', value: '9' }, comma, texts)).toEqual(['10', '1.000,5']);
    expect(passing({ field, op: 'eq', value: '1000.5' }, comma, texts)).toEqual(['1.000,5']);
    expect(passing({ field, op: 'between', from: '-2', to: '9,0' }, comma, texts)).toEqual(['9', '-2']);
    expect(passing({ field, op: 'lt', value: '-1.5' }, comma, texts)).toEqual(['-2']);
    expect(passing({ field, op: 'eq', value: 'Many' }, comma, texts)).toEqual(['many']);
    const long = ['9007199254740993', '9007199254740992.1', '9007199254740992'];
    expect(passing({ field, op: 'le', value: '9007199254740992' }, view('number'), long)).toEqual([
      '9007199254740992',
    ]);
    expect(passing({ field, op: 'gt', value: '-0.25' }, view('number'), ['-0.3', '-0.2', '0.1'])).toEqual([
      '-0.2',
      '0.1',
    ]);
  });

  it('compares dates as dates, moments by the day where the condition names a day', () => {
    const dmy = view('date', { dateOrder: 'dmy' });
    expect(
      passing({ field, op: 'lt', value: '2026-02-01' }, dmy, ['02.01.2026', '01.02.2026', '2026']),
    ).toEqual(['02.01.2026']);
    const texts = ['2026-03-01T00:00Z', '2026-03-01T23:30Z', '2026-03-02T00:00Z'];
    expect(passing({ field, op: 'le', value: '2026-03-01' }, view('datetime'), texts)).toEqual(
      texts.slice(0, 2),
    );
    expect(passing({ field, op: 'eq', value: '2026-03-01' }, view('datetime'), texts)).toEqual(
      texts.slice(0, 2),
    );
    expect(passing({ field, op: 'gt', value: '2026-03-01T12:00Z' }, view('datetime'), texts)).toEqual(
      texts.slice(1),
    );
  });

  it('takes the last days from midnight to the end of the day of the plan', () => {
    const texts = ['2026-02-28T23:59Z', '2026-03-01', '2026-03-02T23:59:59Z', '2026-03-03', 'soon'];
    expect(passing({ field, op: 'last-days', days: 1 }, view('text'), texts)).toEqual(texts.slice(1, 3));
    expect(passing({ field, op: 'last-days', days: 0 }, view('date'), texts)).toEqual(texts.slice(2, 3));
  });

  it('reads truth values', () => {
    expect(passing({ field, op: 'eq', value: 'true' }, view('boolean'), ['Yes', 'no', '1', 'maybe'])).toEqual(
      ['Yes', '1'],
    );
  });

  it('is false for a blank, but for `unknown` and the negation of `eq`', () => {
    const values = { field, value: 'x' } as const;
    expect(passesBlank({ ...values, op: 'ne' })).toBe(true);
    expect(passesBlank({ field, op: 'unknown' })).toBe(true);
    for (const op of ['eq', 'contains', 'starts-with', 'lt', 'le', 'gt', 'ge'] as const)
      expect(passesBlank({ ...values, op })).toBe(false);
    expect(passesBlank({ field, op: 'known' })).toBe(false);
    expect(passesBlank({ field, op: 'in', values: [''] })).toBe(false);
    expect(passesBlank({ field, op: 'last-days', days: 9 })).toBe(false);
    expect(valueTest({ field, op: 'known' }, view('text'), AS_OF)('x')).toBe(true);
    expect(valueTest({ field, op: 'unknown' }, view('text'), AS_OF)('x')).toBe(false);
  });

  it('has a value that its field can hold where an order is asked for', () => {
    expect(['1,5', '1.5', 'x'].map((value) => canBeOf(value, view('number', { decimal: ',' })))).toEqual([
      true,
      true,
      false,
    ]);
    expect(['2026-01-31', '31.1.2026', 'x'].map((value) => canBeOf(value, view('date')))).toEqual([
      true,
      false,
      false,
    ]);
    expect(canBeOf('x', view('text'))).toBe(true);
  });
});
