import type { ObjectSync } from './design.ts';
import type { FilterCondition } from './filter.ts';
import type { Side } from './side.ts';

/** The fields a list of conditions asks of. */
export const fieldsAsked = (conditions: readonly FilterCondition[]): readonly string[] =>
  conditions.map(({ field }) => field);

/** The fields of a side that conditions require, each with those its conditions ask of (S110). */
export const fieldsRequiredWhen = ({ schema }: ObjectSync, side: Side): readonly string[] =>
  (schema[side]?.fields ?? []).flatMap(({ name, requiredWhen = [] }) =>
    requiredWhen.length === 0 ? [] : [name, ...fieldsAsked(requiredWhen)],
  );

/** How the values are said that are not one text. */
interface ValueWords {
  readonly between: (from: string, to: string) => string;
  readonly days: (days: number) => string;
}

/** What a condition compares with, as text; null where it compares with nothing. */
export function conditionValue(condition: FilterCondition, words: ValueWords): string | null {
  switch (condition.op) {
    case 'known':
    case 'unknown':
      return null;
    case 'in':
      return condition.values.join(', ');
    case 'between':
      return words.between(condition.from, condition.to);
    case 'last-days':
      return words.days(condition.days);
    case 'eq':
    case 'ne':
    case 'contains':
    case 'starts-with':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return condition.value;
    default:
      return condition satisfies never;
  }
}
