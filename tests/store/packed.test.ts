import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Spare } from '../../src/lib/engine/index.ts';
import { pack, unpack, type PackedArray } from '../../src/lib/store/packed.ts';

const arrays = fc.dictionary(
  fc.string(),
  fc.oneof<fc.Arbitrary<PackedArray>[]>(
    fc.uint8Array({ maxLength: 40 }),
    fc.uint16Array({ maxLength: 20 }),
    fc.uint32Array({ maxLength: 20 }),
    fc.int32Array({ maxLength: 20 }),
  ),
  { noNullPrototype: true },
);

describe('packed arrays', () => {
  it('come back as they were, whatever their names and lengths', () => {
    fc.assert(
      fc.property(fc.jsonValue(), arrays, (meta, given) => {
        const found = unpack(pack(meta, given));
        expect(found?.meta).toEqual(JSON.parse(JSON.stringify(meta)));
        expect([...(found?.arrays ?? [])]).toEqual(Object.entries(given));
      }),
    );
  });

  it('come back from memory that was used before, whatever it held', () => {
    const spare = new Spare();
    const dirty = fc
      .integer({ min: 40_000, max: 50_000 })
      .map((length) => new Uint8Array(length).fill(length));
    fc.assert(
      fc.property(dirty, fc.string(), (bytes, name) => {
        const packed = pack({ name }, { bytes, odd: new Uint8Array([7]) }, spare);
        expect(packed.length % 8).toBe(0);
        const found = unpack(packed);
        expect(found?.meta).toEqual({ name });
        expect(found?.arrays.get('bytes')?.join()).toBe(bytes.join());
        expect(found?.arrays.get('odd')).toEqual(new Uint8Array([7]));
        spare.give(packed.fill(0xff));
      }),
      { numRuns: 30 },
    );
  });

  it('come back from the middle of other bytes', () => {
    const bytes = pack('m', { a: new Uint32Array([1, 2]) });
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(unpack(shifted.subarray(3))?.arrays.get('a')).toEqual(new Uint32Array([1, 2]));
  });

  it('[F4] any other length is no packed array, and no damage throws', () => {
    const bytes = pack({ rows: 3 }, { a: new Uint32Array([1, 2, 3]), b: new Uint8Array([4]) });
    for (let length = 0; length < bytes.length; length++) expect(unpack(bytes.slice(0, length))).toBeNull();
    expect(unpack(Uint8Array.of(...bytes, 0, 0, 0, 0, 0, 0, 0, 0))).toBeNull();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ bits;
        expect(() => unpack(damaged)).not.toThrow();
      }),
    );
  });
});
