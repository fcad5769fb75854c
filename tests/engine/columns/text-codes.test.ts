import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextCodes } from '../../../src/lib/engine/index.ts';

describe('codes of texts that come one by one', () => {
  it('are those of a map, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'binary' }))), (texts) => {
        const codes = new TextCodes();
        const known = new Map<string, number>();
        for (const text of texts) {
          if (!known.has(text)) known.set(text, known.size);
          expect(codes.code(text)).toBe(known.get(text));
        }
        expect(codes.count).toBe(known.size);
      }),
    );
  });

  it('outlive the buffers their bytes are in, also for a text longer than one', () => {
    const codes = new TextCodes();
    const long = 'x'.repeat(1 << 20);
    const text = (i: number): string => (i % 1000 === 7 ? `${long}${String(i)}` : `text ${String(i)}`);
    for (let i = 0; i < 30_000; i += 3) codes.code(text(i));
    let code = 0;
    for (let i = 0; i < 30_000; i += 3) expect(codes.code(text(i))).toBe(code++);
    expect(codes.code(long)).toBe(code);
  });
});
