import { checkDesign, readDesign, type Check, type Counted, type DesignError } from '../../engine/index.ts';
import type { Filter } from '../../conversation/index.ts';

/** An id none of them has. */
export function freshId(written: readonly Pick<Check, 'id'>[], word = 'check'): string {
  const taken = new Set(written.map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`${word}-${String(number)}`)) number++;
  return `${word}-${String(number)}`;
}

/** What is wrong in a list of a design. */
export function faultsOf(json: unknown, list: 'checks' | 'approval'): readonly DesignError[] {
  const reading = readDesign(json);
  const errors = reading.ok ? checkDesign(reading.design, new Map()).errors : reading.errors;
  return errors.filter(({ at }) => at.startsWith(`${list}[`));
}

/** What a filter of a plan says of the plan alone, null: nothing; decisions, differences and words are no part of a check or a rule. */
export function countedBy(sync: string, filter: Filter | null): Counted {
  const nothing = { outcomes: [], reasons: [], fields: [], linkedBy: [], directions: [] };
  const { outcomes, reasons, fields, linkedBy, directions } = filter ?? nothing;
  const scope = filter === null || filter.scope === 'changed' ? 'all' : filter.scope;
  return { sync, scope, outcomes, reasons, fields, linkedBy, directions, writes: [], where: [] };
}
