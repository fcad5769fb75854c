import { FAILURE_CATEGORIES, type FailureCause, type FailureCode } from '../../model/failure.ts';
import { REASONS, type Reason } from '../../model/reason.ts';
import { readAppWords } from '../../read/app-words.ts';

/** A reason that makes a subject failing. */
export type FailureReason = Reason & { readonly code: FailureCode };

/** Values that are the cause themselves: what is missing there. */
const OF_VALUE: readonly FailureCode[] = ['option-missing', 'unknown-stage'];

/** The cause a reason tells of. `names`: fields of its side; an app's words keep them. */
export function causeOf(reason: FailureReason, names: ReadonlySet<string>): FailureCause {
  const { code, side, field, rule } = reason;
  const value = valueText(reason);
  if (code === 'refused-by-app') {
    const { category, fixedBy, cause } = readAppWords(value ?? '', names);
    return { code, side, category, fixedBy, words: cause };
  }
  return {
    code,
    side,
    category: FAILURE_CATEGORIES[code],
    fixedBy: 'person',
    ...(field === undefined ? {} : { field }),
    ...(rule === undefined ? {} : { rule }),
    ...(value !== undefined && OF_VALUE.includes(code) ? { value } : {}),
  };
}

/** The same of a reason of any kind; null where it makes nothing fail. */
export const causeOfReason = (reason: Reason): FailureCause | null =>
  isFailure(reason) ? causeOf(reason, NO_NAMES) : null;

const NO_NAMES: ReadonlySet<string> = new Set();

/** Is it a reason that makes a subject failing? */
export const isFailure = (reason: Reason): reason is FailureReason =>
  REASONS[reason.code].group === 'refusal';

/** The value a reason names, as text; absent where it names none. */
export function valueText({ value }: Reason): string | undefined {
  return value === undefined || typeof value === 'string' ? value : value.join(' / ');
}

/** What is told apart within a cause: only the frequent ones have rows of their own (S181). */
export const splitBy = ({ value, words }: FailureCause): string | undefined => value ?? words;

/** All of a cause but what is told apart within it, as one text. */
export const baseOf = ({ code, side, category, fixedBy, field = '', rule = '' }: FailureCause): string =>
  [code, side, category ?? '', fixedBy ?? '', field, rule].join('|');
