import {
  checkDesign,
  EDITS,
  readDesign,
  type Check,
  type CheckDraft,
  type Counted,
  type DesignError,
} from '../../engine/index.ts';
import type { Filter } from '../../conversation/index.ts';

/** An id no check has. */
export function freshId(written: readonly Check[]): string {
  const taken = new Set(written.map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`check-${String(number)}`)) number++;
  return `check-${String(number)}`;
}

/** What is wrong with a check, as the design with it would say. */
export function faultsOf(json: unknown, draft: CheckDraft): readonly DesignError[] {
  const reading = readDesign(EDITS.check(json, 0, draft).json);
  const errors = reading.ok ? checkDesign(reading.design, new Map()).errors : reading.errors;
  return errors.filter(({ at }) => at.startsWith('checks['));
}

/** What a filter of a plan says of the plan alone, null: nothing; decisions, differences and words are no part of a check. */
export function countedBy(sync: string, filter: Filter | null): Counted {
  const nothing = { outcomes: [], reasons: [], fields: [], linkedBy: [], directions: [] };
  const { outcomes, reasons, fields, linkedBy, directions } = filter ?? nothing;
  const scope = filter === null || filter.scope === 'changed' ? 'all' : filter.scope;
  return { sync, scope, outcomes, reasons, fields, linkedBy, directions, writes: [], where: [] };
}
