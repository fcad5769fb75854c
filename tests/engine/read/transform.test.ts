import { describe, expect, it } from 'vitest';
import type { Transform } from '../../../src/lib/engine/model/transform.ts';
import { hasInverse } from '../../../src/lib/engine/model/transform.ts';
import type { FieldView } from '../../../src/lib/engine/read/field-view.ts';
import { isDayPattern } from '../../../src/lib/engine/read/date-pattern.ts';
import { making, unmaking } from '../../../src/lib/engine/read/transform.ts';
import { createTools } from '../../../src/lib/tools/index.ts';

const tools = createTools();
const TEXT: FieldView = { type: 'text', options: null, dateOrder: 'ymd', decimal: '.', zone: null };
const made = (transform: Transform, texts: readonly string[], view: FieldView = TEXT) =>
  texts.map(making(transform, view, null, tools));
const back = (transform: Transform, texts: readonly string[], view: FieldView = TEXT) =>
  texts.map(unmaking(transform, view));

describe('[S101] days in time zones', () => {
  const moment = ['2024-03-02T01:00:00Z', '2024-03-02 01:00', '2024-03-02'];
  const days = (own: string | null, target: string | null) => {
    const zone = (name: string | null) => (name === null ? null : tools.zone(name));
    const make = making(
      { kind: 'date-format', to: 'DD.MM.YYYY' },
      { ...TEXT, zone: zone(own) },
      zone(target),
      tools,
    );
    return moment.map(make);
  };

  it('are those of the target, else of the source, else UTC', () => {
    expect(days(null, null)).toEqual(['02.03.2024', '02.03.2024', '02.03.2024']);
    expect(days('America/New_York', null)).toEqual(['01.03.2024', '02.03.2024', '02.03.2024']);
    expect(days(null, 'America/New_York')).toEqual(['01.03.2024', '01.03.2024', '02.03.2024']);
    expect(days('America/New_York', 'Asia/Kolkata')).toEqual(['02.03.2024', '02.03.2024', '02.03.2024']);
  });
});

describe('[FM10] a transform', () => {
  it('trims, and changes case by no locale', () => {
    expect(made({ kind: 'trim' }, [' a b\u00a0'])).toEqual(['a b']);
    expect(made({ kind: 'case', to: 'upper' }, ['straße i'])).toEqual(['STRASSE I']);
    expect(made({ kind: 'case', to: 'title' }, ['ÅSE-marie O’NEILL'])).toEqual(['Åse-Marie O’Neill']);
  });

  it('takes parts of a name, and of a text with another sign', () => {
    const of = (take: 'first' | 'last' | 'rest' | number, text = ' Anna  Maria Nyhus ') =>
      made({ kind: 'split', at: ' ', take }, [text])[0];
    expect([of('first'), of('last'), of('rest'), of(1), of(-2), of(3)]).toEqual([
      'Anna',
      'Nyhus',
      'Maria Nyhus',
      'Maria',
      'Maria',
      '',
    ]);
    expect(of('rest', 'Anna')).toBe('');
    expect(made({ kind: 'split', at: ',', take: 1 }, ['a,,b', 'a , c'])).toEqual(['', 'c']);
  });

  it('writes phones as E.164, and leaves alone what is none', () => {
    expect(made({ kind: 'phone', country: 'NO' }, ['22 05 12 34', ' call me '])).toEqual([
      '+4722051234',
      'call me',
    ]);
  });

  it('maps values by the cell, folded, and by the option it is; parts of a multi-select one by one', () => {
    const map = [
      ['new', 'N'],
      ['NEW', 'caps'],
      ['Åpen', 'O'],
    ] as const;
    const values: Transform = { kind: 'value-map', map, otherwise: 'fail' };
    expect(made(values, ['new', ' NEW', 'New', 'ÅPEN', 'x'])).toEqual(['N', 'caps', 'N', 'O', null]);
    const options = [{ value: 'o1', label: 'åpen' }];
    expect(made(values, ['o1', 'ÅPEN'], { ...TEXT, type: 'single-select', options })).toEqual(['O', 'O']);
    const several = { ...TEXT, type: 'multi-select', options } as const;
    expect(made(values, ['new; o1', 'new;x'], several)).toEqual(['N;O', null]);
    expect(made({ ...values, otherwise: 'keep' }, ['x'])).toEqual(['x']);
    expect(made({ ...values, otherwise: 'blank' }, ['x'])).toEqual(['']);
    expect(back({ kind: 'value-map', map: [['a', 'B']], otherwise: 'fail' }, ['b', 'x'])).toEqual([
      'a',
      null,
    ]);
  });

  it('has a way back only where nothing is lost on the way', () => {
    const map = (values: readonly string[], otherwise: 'fail' | 'keep' | 'blank' = 'fail'): Transform => ({
      kind: 'value-map',
      map: values.map((to, i) => [String(i), to] as const),
      otherwise,
    });
    expect(hasInverse(map(['a', 'b']))).toBe(true);
    expect(hasInverse(map(['a', 'b'], 'keep'))).toBe(true);
    expect(hasInverse(map(['a', 'b'], 'blank'))).toBe(false);
    expect(hasInverse(map(['a', ' A']))).toBe(false);
    expect(hasInverse(map(['a', '']))).toBe(false);
    expect(hasInverse({ kind: 'lookup', table: [] })).toBe(false);
    expect(hasInverse({ kind: 'date-format', to: 'D.M.YYYY' })).toBe(true);
  });

  it('writes days by a pattern and reads them back, real days only', () => {
    const pattern: Transform = { kind: 'date-format', to: 'D/MM/YYYY' };
    expect(made(pattern, ['2024-03-05', '05.03.2024', 'x'], { ...TEXT, dateOrder: 'dmy' })).toEqual([
      '5/03/2024',
      '5/03/2024',
      null,
    ]);
    expect(back(pattern, ['5/03/2024', '05/3/2024', '31/02/2024', '5.03.2024'])).toEqual([
      '2024-03-05',
      '2024-03-05',
      null,
      null,
    ]);
    expect(
      ['DD.MM.YYYY', 'YYYYMMDD', 'DD.MM.YY', 'DD.MM', 'DD.MM.YYYY hh', 'DD/DD/YYYY'].map(isDayPattern),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('writes numbers with their signs, rounded exactly, and reads them back', () => {
    const form: Transform = { kind: 'number-format', decimal: ',', group: '.', decimals: 2 };
    expect(made(form, ['1234567.005', '-0.004', '0.995', '7', 'x'])).toEqual([
      '1.234.567,01',
      '0,00',
      '1,00',
      '7,00',
      null,
    ]);
    expect(made({ ...form, decimals: 0 }, ['-2.5', '9007199254740993.4'])).toEqual([
      '-3',
      '9.007.199.254.740.993',
    ]);
    expect(made({ ...form, decimals: null, group: '' }, ['1,234.50'])).toEqual(['1234,5']);
    expect(back(form, ['1.234,50', 'x'])).toEqual(['1234.5', null]);
  });
});
