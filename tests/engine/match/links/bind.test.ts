import { describe, expect, test } from 'vitest';
import { bind } from '../../../../src/lib/engine/match/links/bind.ts';
import { BY } from '../../../../src/lib/engine/model/link-by.ts';
import { drain } from '../../../../src/lib/engine/run/steps.ts';
import { keyOf, told, unlinked } from './lettered.ts';

const bound = (
  values: readonly string[],
  change: (links: ReturnType<typeof unlinked>) => void,
  first = false,
) => {
  const keys = values.map(keyOf);
  const links = unlinked(keys);
  change(links);
  return told(drain(bind(keys, links, first, null)));
};

const nothing = (): void => undefined;

describe('binding', () => {
  test.each([
    // key                what becomes of left / right
    ['[MA6] equal values bind', 'a b c / b a', '1 0 free / 1 0'],
    [
      '[MA6] the first of each side bind, the others are duplicates',
      'a a b / a b b',
      '0 duplicate 1 / 0 2 duplicate',
    ],
    ['[MA6][S20] also within one side that the other does not have', 'a a / b', 'free duplicate / free'],
    ['[MA11] a blank never matches', '- a - / - a', 'noKey 1 noKey / noKey 1'],
  ])('%s', (_, values, expected) => {
    expect(bound([values], nothing)).toBe(expected);
    // The same through the way for several keys: a second key that nobody has.
    const empty = values.replaceAll(/[a-z]/g, '-');
    expect(bound([values, empty], nothing)).toBe(expected);
  });

  test.each([
    // first key      second key     what becomes of left / right
    ['[MA8] any key that hits binds', 'a - / - a', '- x / x -', '1 0 / 1 0'],
    [
      '[MA8] two keys that name two records: ambiguous',
      'a - / a b',
      'x y / - x',
      'ambiguous free / ambiguous ambiguous',
    ],
    [
      '[MA8] fewer keys than another with the same value: a duplicate',
      'a a / a',
      'x - / x',
      '0 duplicate / 0',
    ],
    ['[MA11] blank in all keys', '- a / a', '- - / -', 'noKey 0 / 1'],
  ])('%s', (_, first, second, expected) => {
    expect(bound([first, second], nothing)).toBe(expected);
  });

  test('[MA8] with `first-key` the first key that hits decides', () => {
    expect(bound(['a - / a b', 'x y / - x'], nothing, true)).toBe('0 free / 0 duplicate');
  });

  test.each(['a a / a', 'a a / a b'])(
    '[MA14] a standing link stays, what has its value is a duplicate: %s',
    (values) => {
      const linked = bound([values], ({ partner, by }) => {
        partner.left[1] = 0;
        partner.right[0] = 1;
        by.left[1] = BY.baseline;
        by.right[0] = BY.baseline;
      });
      expect(linked.startsWith('duplicate 0 / 1')).toBe(true);
    },
  );

  test('a pair that must not bind leaves the place to the next left record', () => {
    const linked = bound(['a a / a'], ({ forbidden }) => {
      forbidden.left.set(0, [0]);
      forbidden.right.set(0, [0]);
    });
    expect(linked).toBe('duplicate 0 / 1');
  });
});
