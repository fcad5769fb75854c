import type { GuardName, Guards } from '../../model/design.ts';
import type { Expected } from '../../model/design-error.ts';
import type { Place } from './read-design-place.ts';

/** FORMATS.md, guards. */
export const GUARD_DEFAULTS: Omit<Guards, 'named'> = {
  maxMissing: 0.05,
  createsPerMatch: 2,
  maxCleared: { share: 0.1, count: 100 },
  maxChanged: 0.5,
  minMatched: 0.2,
  maxShrunk: 0.2,
  maxRejected: 0.02,
  maxOverwritten: 0.5,
  maxAge: 7,
};

export const GUARD_NAMES: readonly GuardName[] = [
  'maxMissing',
  'createsPerMatch',
  'maxCleared',
  'maxChanged',
  'minMatched',
  'maxShrunk',
  'maxRejected',
  'maxOverwritten',
  'maxAge',
];

/** The guards with their defaults; null switches one off; `named` are those written down. */
export function readGuards(guards: Place): Guards {
  if (guards.absent || !guards.isObject()) return { ...GUARD_DEFAULTS, named: [] };
  const share = (
    name: 'maxMissing' | 'maxChanged' | 'minMatched' | 'maxShrunk' | 'maxRejected' | 'maxOverwritten',
  ): number | null => bound(guards.member(name), 1, 'share-or-null', GUARD_DEFAULTS[name]);
  const number = (name: 'createsPerMatch' | 'maxAge'): number | null =>
    bound(guards.member(name), Number.MAX_VALUE, 'number-or-null', GUARD_DEFAULTS[name]);
  return {
    maxMissing: share('maxMissing'),
    createsPerMatch: number('createsPerMatch'),
    maxCleared: readCleared(guards.member('maxCleared')),
    maxChanged: share('maxChanged'),
    minMatched: share('minMatched'),
    maxShrunk: share('maxShrunk'),
    maxRejected: share('maxRejected'),
    maxOverwritten: share('maxOverwritten'),
    maxAge: number('maxAge'),
    named: GUARD_NAMES.filter((name) => !guards.member(name).absent),
  };
}

function readCleared(place: Place): Guards['maxCleared'] {
  if (place.value === null) return null;
  const otherwise = GUARD_DEFAULTS.maxCleared!;
  if (place.absent || !place.isObject()) return otherwise;
  const [share, count] = [place.member('share'), place.member('count')];
  return {
    share: share.absent ? otherwise.share : share.numberUpTo(1, 'share', otherwise.share),
    count: count.absent ? otherwise.count : count.numberUpTo(Number.MAX_VALUE, 'number', otherwise.count),
  };
}

function bound(place: Place, most: number, expected: Expected, otherwise: number | null): number | null {
  if (place.value === null) return null;
  return place.absent ? otherwise : place.numberUpTo(most, expected, otherwise ?? 0);
}
