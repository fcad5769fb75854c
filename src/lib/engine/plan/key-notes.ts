import { KIND } from '../match/links/matches.ts';
import { misleadingCodes, type KeyCodes } from '../match/keys/key-codes.ts';
import { MISLEADING, type Misleading } from '../model/design.ts';
import { BY } from '../model/link-by.ts';
import { noteBit, type NoteCode } from '../model/reason.ts';
import { SIDES } from '../model/side.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { LinkedSync } from './link-sync.ts';
import { pairCount } from './sync-plan.ts';

/** What is said of a subject whose key value is one of these. */
export const SAYS: Readonly<Record<Misleading, NoteCode>> = {
  placeholders: 'placeholder-key',
  publicDomains: 'public-domain',
};

/** The key that bound a pair: the first by which the two hit each other; -1 where it was no key. */
export function bindingKey({ codes, matches }: LinkedSync['matching'], left: number, right: number): number {
  if (matches.by.left[left] !== BY.key) return -1;
  return codes.findIndex(
    (key) => key.codes.left[left]! >= 0 && key.codes.left[left] === key.codes.right[right],
  );
}

/** Codes of a key that mislead: all its parts do. */
type MisleadingKey = (side: 'left' | 'right', row: number) => boolean;

/**
 * KW3, KW4: marks the pairs that such a value binds, and for public domains the records that are ambiguous by one. Looks at nothing
 * where no record has one.
 */
export function* noteKeys(linked: LinkedSync, notes: Uint32Array): Steps<void> {
  const { matching, pairs, lone } = linked;
  for (const what of MISLEADING) {
    const misleads = matching.codes.map((key) => misleadingKey(what, key));
    if (misleads.every((one) => one === null)) continue;
    const bit = noteBit(SAYS[what]);
    yield* inSlices('judge', pairs.left.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        const left = pairs.left[pair]!;
        const key = bindingKey(matching, left, pairs.right[pair]!);
        if (key >= 0 && misleads[key]?.('left', left) === true) notes[pair]! |= bit;
      }
    });
    if (what !== 'publicDomains') continue;
    let first = pairCount(linked);
    for (const side of SIDES) {
      const rows = lone[side];
      const at = first;
      yield* inSlices('judge', rows.length, (from, to) => {
        for (let i = from; i < to; i++) {
          const row = rows[i]!;
          if (matching.matches.kind[side][row] !== KIND.ambiguous) continue;
          if (misleads.some((one) => one?.(side, row) === true)) notes[at + i]! |= bit;
        }
      });
      first += rows.length;
    }
  }
}

/** Null where the records have no such value. */
export function misleadingKey(what: Misleading, { fields }: KeyCodes): MisleadingKey | null {
  const parts = fields.map(({ field, table, codes }) => ({
    codes,
    misleading: new Set(misleadingCodes(what, field, table)),
  }));
  if (parts.some(({ misleading }) => misleading.size === 0)) return null;
  return (side, row) => parts.every(({ codes, misleading }) => misleading.has(codes[side][row]!));
}
