import type { Agreement } from '../match/links/bind-closest.ts';
import { comparePairs } from '../merge/compare-pairs.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { STATE } from '../merge/state.ts';
import type { MatchKey, ObjectSync } from '../model/design.ts';
import { inSlices } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { comparison } from './members.ts';

/**
 * KW10: agreement as the merge compares (CO5, SA1, FM10), counted over mapped fields that are filled on both sides; null where the first
 * of each side bind. A constant says nothing of a record, and parents are linked after it (S82).
 */
export function agreementOf(
  sync: ObjectSync,
  keys: readonly MatchKey[],
  mappings: readonly CompiledMapping[],
  tools: Tools,
): Agreement | null {
  if (sync.matching.contested === 'first') return null;
  const telling = tellingMappings(mappings).map((on) => ({ on, keys: keysWith(keys, on) }));
  return function* (pairs, signature) {
    const equal = new Uint16Array(pairs.left.length);
    for (const { on, keys: own } of telling) {
      const states = yield* comparePairs(comparison(sync, on, pairs).input, pairs, tools);
      yield* inSlices('links', equal.length, (from, to) => {
        for (let pair = from; pair < to; pair++)
          if ((states[pair]! & SAME) === STATE.equal && (signature[pair]! & own) === 0) equal[pair]!++;
      });
    }
    return equal;
  };
}

const SAME = STATE.equal | STATE.blankLeft | STATE.blankRight;

/** Those whose equality tells records apart. */
export const tellingMappings = (mappings: readonly CompiledMapping[]): readonly CompiledMapping[] =>
  mappings.filter(
    (on) => on.stage === null && on.parents === null && on.transform?.transform.kind !== 'constant',
  );

/** The keys that have this very pair of fields, as bits. */
const keysWith = (keys: readonly MatchKey[], { fields }: CompiledMapping): number =>
  keys.reduce(
    (bits, key, at) =>
      key.fields.some((field) => fields.left.includes(field.left) && fields.right.includes(field.right))
        ? bits | (1 << at)
        : bits,
    0,
  );
