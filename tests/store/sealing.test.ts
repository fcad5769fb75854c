import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Sealing } from '../../src/lib/store/sealing.ts';

const sealing = new Sealing({
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
});
const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 31) & 0xff);

describe('[F4] seals', () => {
  it('of much are made by pieces, of little and of former versions in one', async () => {
    const little = bytesOf(1000);
    expect(await sealing.inPieces(little)).toEqual(await sealing.of(little));
    const much = bytesOf(1_000_003);
    const seal = await sealing.inPieces(much);
    expect(seal.piece).toBeDefined();
    expect(await sealing.holds(much, seal)).toBe(true);
    expect(await sealing.holds(much, await sealing.of(much))).toBe(true);
    expect(seal.sha256).not.toBe((await sealing.of(much)).sha256);
  });

  it('hold for no byte changed, in whatever piece, and no other length', async () => {
    const much = bytesOf(1_000_003);
    const seal = await sealing.inPieces(much);
    for (let at = 0; at < much.length; at += 61_001) {
      const damaged = much.slice();
      damaged[at]! ^= 1;
      expect(await sealing.holds(damaged, seal), `byte ${String(at)}`).toBe(false);
    }
    const last = much.slice();
    last[last.length - 1]! ^= 1;
    expect(await sealing.holds(last, seal)).toBe(false);
    expect(await sealing.holds(much.subarray(1), seal)).toBe(false);
  });
});
