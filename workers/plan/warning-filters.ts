import {
  ALL_SUBJECTS,
  SIDES,
  mayWrite,
  type Side,
  type SyncPlan,
  type Warning,
} from '../../src/lib/engine/index.ts';
import type { Filter, WarningFilter } from '../../src/lib/conversation/index.ts';

const NO_FILTER: Filter = { ...ALL_SUBJECTS, text: '', cause: '', check: '' };

/** The warnings of a sync, each with the filter that lists exactly the records it is about, where there is one. */
export const warningsOf = (plan: SyncPlan, warnings: readonly Warning[]): readonly WarningFilter[] =>
  warnings
    .filter(({ sync }) => sync === plan.sync.id)
    .map((warning) => {
      const field = 'field' in warning ? (warning.field ?? null) : null;
      return { code: warning.code, field, filter: filterOf(plan, warning.code, field) };
    });

function filterOf(plan: SyncPlan, code: Warning['code'], field: string | null): Filter | null {
  switch (code) {
    case 'doubles':
    case 'createsPerMatch':
      return { ...NO_FILTER, outcomes: ['create'] };
    case 'waits':
      return { ...NO_FILTER, outcomes: ['waits'] };
    case 'no-key-written':
      return unkeyed(plan);
    case 'maxChanged':
      return { ...NO_FILTER, scope: 'written', outcomes: ['update', 'conflict'] };
    case 'sync-off':
    case 'filter-would-exclude':
    case 'came-back-different':
    case 'not-taken':
    case 'handed-over':
    case 'contested':
    case 'nothing-in-common':
    case 'near-key':
    case 'key-twice':
    case 'maybe-recreated':
    case 'one-of-several':
    case 'crossed-keys':
    case 'public-domain':
    case 'placeholder-key':
    case 'other-day':
      return { ...NO_FILTER, reasons: [code] };
    case 'differs-mostly':
    case 'mapped-waits':
    case 'mapped-applies':
      return field === null ? null : { ...NO_FILTER, differsIn: [field] };
    case 'worse-overwrites-better':
      return field === null ? null : { ...NO_FILTER, differs: ['worse-written'], differsIn: [field] };
    // Records without a key, without a value, cleared, shrunk, missing or unmatched, choices, and what a person associates: no group tells them apart.
    case 'no-email-creates':
    case 'empty-create':
    case 'maxCleared':
    case 'maxShrunk':
    case 'maxMissing':
    case 'maxRejected':
    case 'maxOverwritten':
    case 'minMatched':
    case 'damaged-ids':
    case 'lost-zeros':
    case 'decimal-unknown':
    case 'date-order-unknown':
    case 'not-of-type':
    case 'choices-void':
    case 'by-hand':
    case 'will-not-settle':
      return null;
    default:
      return code satisfies never;
  }
}

/** Creates on the sides where no key is written (S50); empty ones have no direction, so both sides are all creates. */
function unkeyed({ matching, mappings, creates }: SyncPlan): Filter | null {
  const writesKey = (side: Side): boolean =>
    matching.keys.some(({ fields }) =>
      fields.every((field) =>
        mappings.some((on) => on.fields[side].includes(field[side]) && mayWrite(on.direction, side)),
      ),
    );
  const sides = SIDES.filter((side) => !writesKey(side));
  // Of a side that is given its key only those without one are meant, which no group tells apart.
  if (sides.length === 0 || SIDES.some((side) => writesKey(side) && creates[side].withoutKey > 0))
    return null;
  if (sides.length === 2) return { ...NO_FILTER, outcomes: ['create'] };
  return { ...NO_FILTER, outcomes: ['create'], directions: [sides[0] === 'left' ? 'to-left' : 'to-right'] };
}
