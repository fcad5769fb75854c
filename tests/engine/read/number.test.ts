import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readNumber } from '../../../src/lib/engine/read/number.ts';

describe('[S3] numbers', () => {
  test.each<[string, '.' | ',', string | null]>([
    ['1000.0', '.', '1000'],
    ['1,000', '.', '1000'],
    ['1,000', ',', '1'],
    ['1.000', ',', '1000'],
    ['1.000,50', ',', '1000.5'],
    ['1 000 000,5', ',', '1000000.5'],
    ['1\u00a0000', '.', '1000'],
    ['1\u202f000.25', '.', '1000.25'],
    ["1'000", '.', '1000'],
    ['1’000', '.', '1000'],
    ['1,000 000', '.', null],
    ['10,00', '.', null],
    ['1000,000', '.', null],
    ['1,0000', '.', null],
    [',100', '.', null],
    ['.5', '.', '0.5'],
    ['5.', '.', '5'],
    ['.', '.', null],
    ['-', '.', null],
    ['', '.', null],
    ['-0', '.', '0'],
    ['-0.00', '.', '0'],
    ['+7', '.', '7'],
    ['007', '.', '7'],
    ['- 7', '.', null],
    ['1.0E7', '.', '10000000'],
    ['1,5e+2', ',', '150'],
    ['12.5e-3', '.', '0.0125'],
    ['1e-99', '.', `0.${'0'.repeat(98)}1`],
    ['1e100', '.', null],
    ['e5', '.', null],
    ['.e5', '.', null],
    ['123456789012345678', '.', '123456789012345678'],
    ['0.123456789012345678900', '.', '0.1234567890123456789'],
    ['12a', '.', null],
    ['1.2.3', '.', null],
    ['NaN', '.', null],
    ['0x10', '.', null],
    ['€5', '.', null],
    ['٣', '.', null],
  ])('[S3] %j with decimal %j is %s', (text, decimal, expected) => {
    expect(readNumber(text, decimal)).toBe(expected);
  });

  test('[S3] the canonical text is its own number and the exponent moves the point exactly', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^-?\d{1,25}(\.\d{0,20})?$/),
        fc.integer({ min: -99, max: 99 }),
        (text, exponent) => {
          const value = readNumber(text, '.')!;
          expect(readNumber(value, '.')).toBe(value);
          const moved = readNumber(`${value}e${String(exponent)}`, '.')!;
          expect(readNumber(`${moved}e${String(-exponent)}`, '.')).toBe(value);
        },
      ),
    );
  });
});
