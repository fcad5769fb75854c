import { expect, test } from 'vitest';
import { caseFold, comparisonText, foldText } from '../../../src/lib/engine/read/fold.ts';
import { findOption, sameOption, splitMulti } from '../../../src/lib/engine/read/select.ts';

const options = [
  { value: 'hot', label: 'Warm' },
  { value: 'warm', label: 'Hot' },
  { value: 'cold', label: 'Straße' },
  { value: 'COLD', label: 'other' },
];

test.each<[string, string | null]>([
  ['hot', 'hot'],
  [' WARM', 'warm'],
  ['STRASSE', 'cold'],
  ['cold', 'cold'],
  ['Other', 'COLD'],
  ['tepid', null],
  ['', null],
])('[S7] %j is the option %s: by value, else by label, first in list order', (text, value) => {
  expect(findOption(options, text)?.value ?? null).toBe(value);
});

test('[S7] two options are the same by value, else by label', () => {
  expect(sameOption({ value: 'A', label: 'x' }, { value: ' a', label: 'y' })).toBe(true);
  expect(sameOption({ value: 'a', label: 'X' }, { value: 'b', label: 'x ' })).toBe(true);
  expect(sameOption({ value: 'a', label: 'b' }, { value: 'b', label: 'a' })).toBe(false);
  expect(sameOption({ value: 'a', label: '' }, { value: 'b', label: ' ' })).toBe(false);
});

test.each<[string, readonly string[]]>([
  ['a; b', ['a', 'b']],
  [';a;;b; ', ['a', 'b']],
  [';', []],
  ['a,b', ['a,b']],
])('[S7] %j has the parts %j', (text, parts) => {
  expect(splitMulti(text)).toEqual(parts);
});

test.each<[string, string]>([
  ['  Å ', 'å'],
  ['A\u030a', 'å'],
  ['ΟΔΟΣ', 'οδος'],
  ['ß', 'ss'],
])('[S13] %j folds to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
  expect(caseFold(folded)).toBe(folded);
});

test.each<[string, string]>([
  [' a\r\nb\rc\n', 'a\nb\nc'],
  ['A\u030a', 'Å'],
  ['\u00a0x\ufeff', 'x'],
  ['a\u0000', 'a\u0000'],
])('[S2] comparison text of %j is %j', (text, expected) => {
  expect(comparisonText(text)).toBe(expected);
});
