import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Spare } from '../../../src/lib/engine/index.ts';

const KIB = 1024;

describe('memory that is used again', () => {
  it('gives what was given back, where it is not much too large', () => {
    const spare = new Spare();
    const first = spare.take(100 * KIB);
    spare.give(new Uint8Array(first, 0, 10));
    expect(spare.take(90 * KIB)).toBe(first);
    spare.give(new Uint8Array(first));
    expect(spare.take(33 * KIB)).toBe(first);
    spare.give(new Uint8Array(spare.take(900 * KIB)));
    expect(spare.take(33 * KIB).byteLength).toBeLessThan(200 * KIB);
  });

  it('gives exactly so much where that is asked for', () => {
    const spare = new Spare();
    const odd = spare.exactly(100 * KIB + 8);
    expect(odd.byteLength).toBe(100 * KIB + 8);
    spare.give(new Uint8Array(odd));
    expect(spare.exactly(100 * KIB)).not.toBe(odd);
    expect(spare.exactly(100 * KIB + 8)).toBe(odd);
  });

  it('holds nothing any more once it was cleared', () => {
    const spare = new Spare();
    const former = spare.take(64 * KIB);
    spare.give(new Uint8Array(former));
    spare.clear();
    expect(spare.take(64 * KIB)).not.toBe(former);
  });

  it('never hands out a piece that is in use, nor one too small', () => {
    const act = fc.record({
      bytes: fc.integer({ min: 0, max: 600 * KIB }),
      back: fc.nat(),
      exact: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const spare = new Spare();
        const used: ArrayBuffer[] = [];
        for (const { bytes, back, exact } of acts) {
          if (back % 3 === 0 && used.length > 0) {
            spare.give(new Uint8Array(used.splice(back % used.length, 1)[0]!));
            continue;
          }
          const piece = exact ? spare.exactly(bytes) : spare.take(bytes);
          expect(used).not.toContain(piece);
          expect(piece.byteLength).toBeGreaterThanOrEqual(bytes);
          used.push(piece);
        }
      }),
    );
  });
});
