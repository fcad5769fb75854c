import { expect, test } from 'vitest';
import { FEATURES, featuresOf } from './features.ts';
import { randomWorld } from './random-world.ts';

/** Worlds the agreement of engine and reference is tried on. */
const WORLDS = 10_000;

/** Pairs of features no sync of a world can have, each with why. */
const NEVER: readonly (readonly [string, string, why: string])[] = [
  ['sync: left-to-right', 'sync: right-to-left', 'a sync has one direction'],
  ['matching: none', 'matching: own keys', 'a sync has one method'],
  ['matching: none', 'matching: composite key', 'a sync has one method'],
  ['filter: initial only', 'filter: always', 'filters have one mode'],
  ['lifecycle stages', 'changed since', 'custom objects have no lifecycle stages'],
  ['changed since', 'field: required', 'a history may switch off all of them, which is refused (FM12)'],
];

test('[MA16] the random worlds have every pair of features in one sync, but those that cannot be', () => {
  const seen = new Map<string, number>();
  for (let seed = 1; seed <= WORLDS; seed++) {
    for (const features of featuresOf(randomWorld(seed)))
      for (const [at, one] of features.entries())
        for (const other of features.slice(at)) {
          const pair = pairOf(one, other);
          seen.set(pair, (seen.get(pair) ?? 0) + 1);
        }
  }
  const pairs = FEATURES.flatMap((one, at) => FEATURES.slice(at).map((other) => pairOf(one, other)));
  const rarest = [...pairs].sort((a, b) => (seen.get(a) ?? 0) - (seen.get(b) ?? 0)).slice(0, 10);
  console.log(rarest.map((pair) => `${String(seen.get(pair) ?? 0).padStart(5)}  ${pair}`).join('\n'));
  const never = NEVER.map(([one, other]) => pairOf(one, other));
  expect(pairs.filter((pair) => !seen.has(pair)).sort()).toEqual([...never].sort());
});

const pairOf = (one: string, other: string): string => `${one} × ${other}`;
