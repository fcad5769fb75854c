import { fieldCodes, keyCodes, type FieldCodes, type KeyCodes } from '../../match/keys/key-codes.ts';
import type { KeyField, MatchKey, NormalizerName } from '../../model/design.ts';
import { SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { Tools } from '../../tools.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** What a key does on the real records. */
export interface KeyFact {
  readonly fields: readonly KeyField[];
  /** Left records this key finds on the right; of them those no earlier key finds. */
  readonly hits: number;
  readonly newHits: number;
  /** Hits whose texts are equal on no record found but for the normalisers. */
  readonly byNormaliser: number;
  /** Per normaliser of the key (`text` apart): the hits lost when it alone is left out. */
  readonly alone: readonly { readonly name: NormalizerName; readonly hits: number }[];
}

type Matched = Pick<SyncPlan, 'matching' | 'records'>;

/** Facts of every key, in key order. Costs as much as a match of each key for each of its normalisers. */
export function* keyFacts(plan: Matched, tools: Tools): Steps<KeyFact[]> {
  const { keys, codes } = plan.matching;
  const earlier = new Uint8Array(plan.records.left.count);
  const facts: KeyFact[] = [];
  for (const [position, key] of keys.entries()) {
    const found = yield* hitsOf(codes[position]!);
    let hits = 0;
    let newHits = 0;
    yield* inSlices('key-facts', found.length, (from, to) => {
      for (let row = from; row < to; row++) {
        hits += found[row]!;
        if (found[row] === 1 && earlier[row] === 0) newHits++;
        earlier[row]! |= found[row]!;
      }
    });
    const names = [...new Set(key.fields.flatMap(({ normalize }) => normalize))].filter(
      (name) => name !== 'text',
    );
    const bare = without(key, names);
    const byNormaliser = names.length === 0 ? 0 : yield* lost(plan, found, bare, tools);
    const alone: { name: NormalizerName; hits: number }[] = [];
    for (const name of names) {
      const hitsLost =
        names.length === 1 ? byNormaliser : yield* lost(plan, found, without(key, [name]), tools);
      alone.push({ name, hits: hitsLost });
    }
    facts.push({ fields: key.fields, hits, newHits, byNormaliser, alone });
    yield { what: 'key-facts', done: position + 1, total: keys.length };
  }
  return facts;
}

/** The key without these normalisers; `text` is always left. */
const without = (key: MatchKey, names: readonly NormalizerName[]): MatchKey => ({
  fields: key.fields.map((field) => ({
    ...field,
    normalize: field.normalize.filter((name) => !names.includes(name)),
  })),
});

/** 1 for each left record whose key the right side has. */
function* hitsOf({ codes, count }: KeyCodes): Steps<Uint8Array> {
  const there = new Uint8Array(count);
  yield* inSlices('key-facts', codes.right.length, (from, to) => {
    for (let row = from; row < to; row++) if (codes.right[row]! >= 0) there[codes.right[row]!] = 1;
  });
  const hits = new Uint8Array(codes.left.length);
  yield* inSlices('key-facts', hits.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes.left[row]!;
      if (code >= 0) hits[row] = there[code]!;
    }
  });
  return hits;
}

/** How many of these hits another form of the key does not have. */
function* lost({ records }: Matched, hits: Uint8Array, key: MatchKey, tools: Tools): Steps<number> {
  const fields: FieldCodes[] = [];
  for (const field of key.fields) {
    fields.push(yield* fieldCodes(field, records, null, tools));
  }
  const others = yield* hitsOf(yield* keyCodes(key, fields));
  let count = 0;
  for (let row = 0; row < hits.length; row++) {
    if (row % SLICE === SLICE - 1) yield { what: 'key-facts', done: row, total: hits.length };
    if (hits[row] === 1 && others[row] === 0) count++;
  }
  return count;
}
