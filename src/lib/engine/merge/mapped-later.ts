import type { PriorLinks } from '../match/links/prior-links.ts';
import { mappedPair } from '../model/mapped-pair.ts';
import type { ObjectSync } from '../model/design.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { CompiledMapping } from './compiled.ts';
import type { VerdictList } from './resolve.ts';
import { RETURNED } from './returned.ts';
import { STATE, type Pairs } from './state.ts';

/** Of a pair: mapped after it was linked and not applied to it yet; and so, waiting for a change of the record. Bits. */
export const LATER = { is: 1, waits: 2 } as const;

/** Was the mapping not there yet when the baseline was made? A baseline that does not say so knew of all. */
export const isMappedSince = (on: CompiledMapping, { mapped }: PriorLinks): boolean =>
  mapped !== null && on.stage === null && !mapped.has(mappedPair(on.mapping));

/** What is known of every mapping of the pairs, and what came back of it. */
interface Compared {
  readonly states: readonly Uint8Array[];
  readonly returned: readonly (Uint8Array | null)[];
}

/**
 * FM13 under the profile `salesforce`: `LATER` bits of the pairs, by mapping; null where there are none. A record has changed where a
 * value with a baseline is another than it was; what has an entry itself is no new mapping of its pair.
 */
export function* mappedLater(
  sync: ObjectSync,
  mappings: readonly CompiledMapping[],
  prior: PriorLinks,
  pairs: Pairs,
  { states, returned }: Compared,
): Steps<readonly (Uint8Array | null)[]> {
  const { later } = prior.links;
  const isAsked = (on: CompiledMapping): boolean =>
    sync.salesforce !== undefined &&
    on.stage === null &&
    (isMappedSince(on, prior) || later.lists.some((names) => names.includes(mappedPair(on.mapping))));
  if (!mappings.some(isAsked)) return mappings.map(() => null);
  const changed = yield* changedPairs(states, pairs);
  const found: (Uint8Array | null)[] = [];
  for (const [at, on] of mappings.entries()) {
    if (!isAsked(on)) {
      found.push(null);
      continue;
    }
    const since = isMappedSince(on, prior);
    const listed = later.lists.map((names) => names.includes(mappedPair(on.mapping)));
    const bits = new Uint8Array(pairs.left.length);
    yield* inSlices('resolve', bits.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        const position = prior.baselineOf.left[pairs.left[pair]!]!;
        if (position < 0 || (states[at]![pair]! & (STATE.known | STATE.equal)) !== 0) continue;
        if ((returned[at]?.[pair] ?? RETURNED.none) !== RETURNED.none) continue;
        if (since || listed[later.of[position]!]!)
          bits[pair] = changed[pair] === 1 ? LATER.is : LATER.is | LATER.waits;
      }
    });
    found.push(bits);
  }
  return found;
}

function* changedPairs(states: readonly Uint8Array[], pairs: Pairs): Steps<Uint8Array> {
  const changed = new Uint8Array(pairs.left.length);
  const bits = STATE.changedLeft | STATE.changedRight;
  for (const own of states) {
    yield* inSlices('resolve', changed.length, (from, to) => {
      for (let pair = from; pair < to; pair++) if ((own[pair]! & bits) !== 0) changed[pair] = 1;
    });
  }
  return changed;
}

/** What waits is left as it is. Changes the verdicts in place. */
export function* leaveWaiting(
  later: Uint8Array | null,
  list: VerdictList,
  verdicts: Uint8Array,
): Steps<void> {
  if (later === null) return;
  const stands = list.position({ kind: 'nothing', rule: 'FM13' });
  yield* inSlices('resolve', verdicts.length, (from, to) => {
    for (let pair = from; pair < to; pair++) if ((later[pair]! & LATER.waits) !== 0) verdicts[pair] = stands;
  });
}
