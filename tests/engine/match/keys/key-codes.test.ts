import { describe, expect, test } from 'vitest';
import { columnOf, type Records } from '../../../../src/lib/engine/columns/records.ts';
import {
  fieldCodes,
  keyCodes,
  normalField,
  rewrittenCodes,
  type KeyCodes,
} from '../../../../src/lib/engine/match/keys/key-codes.ts';
import type { NormalizerName } from '../../../../src/lib/engine/model/design.ts';
import { onBoth, type Side } from '../../../../src/lib/engine/model/side.ts';
import { drain } from '../../../../src/lib/engine/run/steps.ts';
import { createTools } from '../../../../src/lib/tools/index.ts';

const tools = createTools();

/** Codes over fields `f0`, `f1` …, each `'left values / right values'`; `-` is a blank cell. */
function codesOf(values: readonly string[], normalize: NormalizerName): KeyCodes {
  const cells = values.map((field) => field.split(' / ').map((side) => side.split(' ').map(cell)));
  const records = onBoth(
    (side): Records =>
      ({
        count: cells[0]![side === 'left' ? 0 : 1]!.length,
        *flatten() {
          // They are flat.
        },
        column: (name: string) => columnOf(cells[Number(name.slice(1))]![side === 'left' ? 0 : 1]!),
      }) as Pick<Records, 'count' | 'column' | 'flatten'> as Records,
  );
  const fields = values.map((_, at) => {
    const field = { left: `f${String(at)}`, right: `f${String(at)}`, normalize: [normalize], country: null };
    const apart = onBoth((side: Side) => drain(normalField(field, side, records[side], tools)));
    const coded = drain(fieldCodes(field, records, null, tools));
    // Normal forms that another worker made give the same codes.
    expect(drain(fieldCodes(field, records, apart, tools)).codes).toEqual(coded.codes);
    return coded;
  });
  return drain(keyCodes({ fields: fields.map(({ field }) => field) }, fields));
}

const cell = (text: string): string => (text === '-' ? '' : text);

/** The same letter for the same code, in the order met; `-` no code. */
function told({ codes }: KeyCodes): string {
  const seen: number[] = [];
  const letter = (code: number): string => {
    if (code < 0) return '-';
    if (!seen.includes(code)) seen.push(code);
    return 'abcdef'[seen.indexOf(code)]!;
  };
  return [codes.left, codes.right].map((side) => [...side].map(letter).join(' ')).join(' / ');
}

describe('codes of a key', () => {
  test.each([
    // values                  normaliser   codes
    ['[MA12] equal values, equal codes', ['x y x / y z'], 'text', 'a b a / b c'],
    ['[MA12] as the normaliser sees them', ['A@b.no a@b.no / A@B.NO c@b.no'], 'email', 'a a / a b'],
    ['[MA11] blank has none', ['x - / - x'], 'text', 'a - / - a'],
    ['[MA10] all fields together', ['x x y / x y', 'p q p / q q'], 'text', 'a b c / b d'],
    ['[MA11] blank where one field is', ['x x / x', 'p - / p'], 'text', 'a - / a'],
  ] as const)('%s', (_, values, normalize, expected) => {
    expect(told(codesOf(values, normalize))).toBe(expected);
  });
});

describe('codes after writes', () => {
  const write = (field: string, side: Side, row: number, to: string) => ({ field, side, row, to });

  test.each([
    // values                   write                        codes
    ['[MA15] a known value takes its code', ['x y / z'], write('f0', 'right', 0, 'y'), 'a b / b'],
    ['[MA15] a new one gets a new code', ['x y / y'], write('f0', 'left', 1, 'n'), 'a b / c'],
    ['[MA15] a blank has none', ['x y / y'], write('f0', 'left', 1, ''), 'a - / b'],
    ['[MA15] one field of two', ['x y / y', 'p p / p'], write('f0', 'left', 0, 'y'), 'a a / a'],
  ] as const)('%s', (_, values, written, expected) => {
    const key = codesOf(values, 'text');
    const before = told(key);
    expect(told(drain(rewrittenCodes(key, [written], tools)))).toBe(expected);
    expect(told(key)).toBe(before);
  });

  test('[MA15] the same object where no write touches the key', () => {
    const key = codesOf(['x / y'], 'text');
    expect(drain(rewrittenCodes(key, [write('other', 'left', 0, 'n')], tools))).toBe(key);
  });
});
