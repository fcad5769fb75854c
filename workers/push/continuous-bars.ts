import { isOff, SIDES, type Side } from '../../src/lib/engine/index.ts';
import type { GuardLook } from '../../src/lib/push/index.ts';
import type { ContinuousBar } from '../../src/lib/conversation/index.ts';
import type { LiveSides } from '../live/live-sides.ts';
import { liveTarget, type LiveTarget } from '../live/live-target.ts';
import type { OpenedProject } from '../project/opened-project.ts';

const targetsOf = (
  { sets, reading }: OpenedProject,
  live: LiveSides,
): readonly { readonly sync: string; readonly side: Side; readonly is: LiveTarget['is'] }[] =>
  (reading.design?.syncs ?? [])
    .filter((sync) => !isOff(sync))
    .flatMap(({ id }) =>
      SIDES.map((side) => ({ sync: id, side, is: liveTarget(sets.get(id, side), live, side).is })),
    );

/** Object syncs of which both sides are apps somebody is signed in to, with the accounts they were read from. */
export function liveSyncs(project: OpenedProject, live: LiveSides): ReadonlySet<string> {
  const all = targetsOf(project, live);
  const out = new Set(all.filter(({ is }) => is !== 'ready').map(({ sync }) => sync));
  return new Set(all.map(({ sync }) => sync).filter((sync) => !out.has(sync)));
}

/** Sides that were read from an app and nobody is signed in to, or to another account. */
export const absentSides = (project: OpenedProject, live: LiveSides): readonly Side[] => {
  const out = targetsOf(project, live).filter(({ is }) => is === 'signed-out' || is === 'other-account');
  return SIDES.filter((side) => out.some((one) => one.side === side));
};

/** What keeps continuous sync from being turned on, of all that was looked at. */
export function barsOf(of: {
  readonly isOwner: boolean;
  readonly rules: number;
  readonly syncs: number;
  readonly absent: readonly Side[];
  readonly silent: readonly Side[];
  readonly unfinished: boolean;
  readonly stale: boolean;
  readonly checks: readonly string[];
  readonly guards: readonly GuardLook[];
}): readonly ContinuousBar[] {
  const { absent, silent, checks: names } = of;
  const guards = of.guards.filter((one) => one.stops);
  const bars: readonly (readonly [boolean, ContinuousBar])[] = [
    [!of.isOwner, { is: 'read-only' }],
    [of.rules === 0, { is: 'no-rule' }],
    [absent.length > 0, { is: 'signed-out', sides: absent }],
    [of.syncs === 0 && absent.length === 0, { is: 'no-apps' }],
    [silent.length > 0, { is: 'no-answer', sides: silent }],
    [of.unfinished, { is: 'unfinished' }],
    [of.stale, { is: 'stale' }],
    [names.length > 0, { is: 'checks', names }],
    [guards.length > 0, { is: 'guards', guards }],
  ];
  return bars.flatMap(([stands, bar]) => (stands ? [bar] : []));
}
