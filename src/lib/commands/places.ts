import type { PlanHead, ProjectHead } from '../conversation/index.ts';

/** What a place of the rail says about itself: done, or so many things that wait. */
export type Badge =
  | { readonly code: 'sides-read' | 'no-points' | 'no-person' }
  | { readonly code: 'questions' | 'points' | 'people' | 'guards' | 'approved'; readonly count: number };

/** What is open, as far as the rail looks at it. */
export interface Opened {
  readonly head: ProjectHead | null;
  readonly plan: PlanHead | null;
}

interface Place {
  readonly id: string;
  /** Its route. */
  readonly path: string;
  readonly key: string;
  /** An icon of the sprite. */
  readonly icon: string;
  /** It shows something of the project that is open. */
  readonly ofProject: boolean;
  readonly badge: (opened: Opened) => Badge | null;
}

/** The way of the work, top to bottom. A new screen is its folder below `routes/` and a line here. */
export const PLACES = [
  { id: 'home', path: '/', key: 'g h', icon: 'home', ofProject: false, badge: () => null },
  { id: 'sides', path: '/sides', key: 'g s', icon: 'data', ofProject: true, badge: sidesBadge },
  { id: 'design', path: '/design', key: 'g d', icon: 'design', ofProject: true, badge: designBadge },
  { id: 'plan', path: '/plan', key: 'g p', icon: 'plan', ofProject: true, badge: planBadge },
  // Where an app is written to; in a project of files its page says that change files are the way.
  { id: 'push', path: '/push', key: 'g u', icon: 'push', ofProject: true, badge: pushBadge },
  { id: 'health', path: '/health', key: 'g e', icon: 'health', ofProject: true, badge: () => null },
  // Behind the plan, not on the rail.
  { id: 'why-not', path: '/why-not', key: 'g w', icon: 'link', ofProject: true, badge: () => null },
] as const satisfies readonly Place[];

export type PlaceId = (typeof PLACES)[number]['id'];

/** The place of a route; null where it is none. */
export const placeOf = (route: string): (typeof PLACES)[number] | null =>
  PLACES.find(({ path }) => path === route) ?? null;

function sidesBadge({ head }: Opened): Badge | null {
  if (head === null || head.syncs.length === 0) return null;
  const count = head.design.questions.length;
  if (count > 0) return { code: 'questions', count };
  const read = head.syncs.every(({ sides }) => sides.left !== null && sides.right !== null);
  return read ? { code: 'sides-read' } : null;
}

function designBadge({ head }: Opened): Badge | null {
  const count = head === null ? 0 : head.design.errors.length + head.design.warnings.length;
  if (count > 0) return { code: 'points', count };
  return head?.design.design == null ? null : { code: 'no-points' };
}

/** Was a side of it read from an app, which can be written to? */
export const isLive = (head: ProjectHead | null): boolean =>
  head?.syncs.some(
    ({ sides: { left, right } }) => (left?.reading.live ?? right?.reading.live) !== undefined,
  ) === true;

function pushBadge({ plan }: Opened): Badge | null {
  const count = plan?.syncs.reduce((sum, { decisions }) => sum + decisions.approved, 0) ?? 0;
  return count > 0 ? { code: 'approved', count } : null;
}

function planBadge({ plan }: Opened): Badge | null {
  if (plan === null) return null;
  // A guard stops the whole plan, whatever else waits.
  const guards = plan.summary.warnings.filter((one) => 'limit' in one).length;
  const count = guards || plan.syncs.reduce((sum, { needsPerson }) => sum + needsPerson, 0);
  return count > 0 ? { code: guards > 0 ? 'guards' : 'people', count } : { code: 'no-person' };
}
