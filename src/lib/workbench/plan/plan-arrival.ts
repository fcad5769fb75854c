import type { Outcome } from '../../engine/index.ts';
import type { Filter, PlannedSync } from '../../conversation/index.ts';
import { EVERYTHING } from './plan-list.svelte.ts';

/** The list of records a link to the plan asks for: an outcome of a sync, or (null) what the last change changed. */
export interface Arrival {
  readonly sync: string;
  readonly outcome: string | null;
}

/** Reads `#p=…&sync=…&scope=changed` or `&outcome=create`; null where the address asks for no list. */
export function arrivalOf(hash: string): Arrival | null {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const sync = params.get('sync');
  const outcome = params.get('outcome');
  return sync === null || (outcome === null && params.get('scope') !== 'changed') ? null : { sync, outcome };
}

/** The filter that shows it; everything where the address names no outcome there is. */
export function filterOf({ outcome }: Arrival, { subjects }: PlannedSync): Filter {
  if (outcome === null) return { ...EVERYTHING, scope: 'changed' };
  const known = (Object.keys(subjects) as Outcome[]).find((one) => one === outcome);
  return { ...EVERYTHING, outcomes: known === undefined ? [] : [known] };
}
