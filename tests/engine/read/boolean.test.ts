import { expect, test } from 'vitest';
import { readBoolean } from '../../../src/lib/engine/read/boolean.ts';

test.each<[string, boolean | null]>([
  ['true', true],
  [' YES ', true],
  ['y', true],
  ['On', true],
  ['1', true],
  ['False', false],
  ['NO', false],
  ['n', false],
  ['oFF', false],
  ['0', false],
  ['ja', null],
  ['2', null],
  ['', null],
])('[S4] [CO5] %j is %s', (text, expected) => {
  expect(readBoolean(text)).toBe(expected);
});
