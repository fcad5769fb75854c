import type { Both } from '../../engine/index.ts';
import { hashOf } from './place.ts';

/** Two records a person asks about; null where one is still to be picked. */
export interface WhyPlace {
  readonly sync: string;
  readonly ids: Both<string | null>;
}

/** The part of an address behind its path: `#p=…&sync=…&left=7&right=12`. */
export function whyHash(project: string | null, { sync, ids }: WhyPlace): `#${string}` | '' {
  const base = hashOf(project);
  if (base === '') return '';
  const params = new URLSearchParams({ sync });
  if (ids.left !== null) params.set('left', ids.left);
  if (ids.right !== null) params.set('right', ids.right);
  return `${base}&${params.toString()}`;
}

/** The place an address names; null where it names none. */
export function whyPlaceOf(hash: string): WhyPlace | null {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const sync = params.get('sync');
  return sync === null ? null : { sync, ids: { left: params.get('left'), right: params.get('right') } };
}
