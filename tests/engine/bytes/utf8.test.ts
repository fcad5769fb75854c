import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readUtf8, utf8 } from '../../../src/lib/engine/bytes/utf8.ts';

describe('cells between text and UTF-8', () => {
  test('the same bytes as the platform, and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(utf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
        const bytes = utf8(text);
        expect(readUtf8(bytes, 0, bytes.length)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('texts longer than a piece, cut between characters', () => {
    const text = 'aø漢👩‍👧'.repeat(3000);
    const bytes = utf8(text);
    expect(readUtf8(bytes, 0, bytes.length)).toBe(text);
  });
});
