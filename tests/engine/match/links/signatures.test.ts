import { expect, test } from 'vitest';
import { signatures } from '../../../../src/lib/engine/match/links/signatures.ts';
import { drain } from '../../../../src/lib/engine/run/steps.ts';
import { keyOf } from './lettered.ts';

/** Keys of a record that the other side has too, by their numbers; `-` none. */
function told(values: readonly string[], firstKey: boolean) {
  const keys = values.map(keyOf);
  const { left, right } = keys[0]!.codes;
  const signed = drain(signatures(keys, { left: left.length, right: right.length }, firstKey));
  const hits = (mask: number): string => [0, 1, 2].filter((key) => ((mask >> key) & 1) === 1).join('') || '-';
  return {
    masks: [signed.masks.left, signed.masks.right].map((side) => [...side].map(hits).join(' ')).join(' / '),
    ids: signed.ids,
  };
}

test.each([
  // first key       second key       hit by
  ['[MA8] a key hits where the other side has its value', 'a b / b', '- - / -', '- 0 / 0'],
  ['[MA8] by all keys that hit together', 'a b / a', 'x x / x', '01 1 / 01'],
  ['[MA11] a blank does not hit', '- a / - a', 'x - / x -', '1 0 / 1 0'],
])('%s', (_, first, second, expected) => {
  expect(told([first, second], false).masks).toBe(expected);
});

test('[MA8] with `first-key` only the first one that hits', () => {
  expect(told(['a b / a', 'x x / x'], true).masks).toBe('0 1 / 0');
});

test('[MA8] one number for the same keys with the same values, on both sides', () => {
  const { ids } = told(['a a b / a b', 'x x x / x x'], false);
  const [first, again, other] = ids.left;
  expect([first === again, first === ids.right[0], other === ids.right[1], first === other]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('[MA8] a value of one key is another signature than the same text in another key', () => {
  const { ids } = told(['a - / a -', '- a / - a'], false);
  expect(ids.left[0]).not.toBe(ids.left[1]);
  expect([ids.left[0], ids.left[1]]).toEqual([...ids.right]);
});
