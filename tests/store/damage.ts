import { expect } from 'vitest';
import type { Result } from '../../src/lib/store/index.ts';
import { codeOf } from './sample.ts';
import type { World } from './world.ts';

interface Head {
  readonly text: string;
}

export const isDamage = (result: Result<unknown>): boolean => ['damaged', 'missing'].includes(codeOf(result));

/** One bit of a byte turned over. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 16;
  return copy;
}

/** Does something to the nth stored chunk. */
export async function eachNth(
  world: World,
  nth: number,
  change: (bytes: Uint8Array, all: readonly Uint8Array[]) => Uint8Array | null,
): Promise<void> {
  const all: Uint8Array[] = [];
  await world.rewrite<Uint8Array>('chunks', (bytes) => {
    all.push(bytes);
    return bytes;
  });
  let at = 0;
  await world.rewrite<Uint8Array>('chunks', (bytes) => (at++ === nth ? change(bytes, all) : bytes));
}

/** Puts one text for another in a head. */
export const retold = (world: World, from: string, to: string, table = 'sets'): Promise<void> =>
  world.rewrite<Head>(table, (head) => {
    expect(head.text).toContain(from);
    return { ...head, text: head.text.replace(from, to) };
  });
