import type { FilterCondition, FilterMode, FilterOp } from '../../engine/model/filter.ts';
import { conditionValue } from '../../engine/show.ts';
import type { Speech } from '../speech.ts';

const OPS: Readonly<Record<FilterOp, string>> = {
  eq: 'is',
  ne: 'is not',
  contains: 'contains',
  'starts-with': 'starts with',
  in: 'is one of',
  known: 'is known',
  unknown: 'is unknown',
  lt: 'is below',
  le: 'is at most',
  gt: 'is above',
  ge: 'is at least',
  between: 'is between',
  'last-days': 'is in the last',
};

const MODES: Readonly<Record<FilterMode, string>> = {
  'initial-only': 'when a record starts',
  continuous: 'always',
};

/** Who takes part (FI), on the design's screen and in its history. */
export const designFilters = ({ count, plural }: Speech) => ({
  caption: 'who takes part; matching looks at everybody all the same',
  mode: 'Asked',
  modes: MODES,
  modeSays: {
    'initial-only': 'A linked record keeps syncing whatever its values.',
    continuous: 'A linked record that no longer passes is excluded.',
  } satisfies Record<FilterMode, string>,
  starts: 'starts syncing if',
  everybody: 'every record takes part',
  notAsked: 'not asked: nothing is written out of this side',
  and: 'and',
  or: 'or',
  addAnd: 'Condition',
  addOr: 'Or',
  addTo: (app: string) => `Add a condition for ${app}`,
  addOrTo: (app: string) => `Add an alternative for ${app}`,
  pass: (passed: number, of: number) => `${count(passed)} of ${count(of)} pass`,
  ops: OPS,
  op: 'Condition',
  field: 'Field',
  value: 'Value',
  values: 'Values, one a line',
  from: 'From',
  to: 'To, inside as well',
  days: 'Days before the day of the plan',
  save: 'Use condition',
  remove: 'Remove condition',
  heading: (app: string) => `Condition for ${app}`,
  lacksValue: 'A value is needed.',
  lacksDays: 'A whole number of days is needed.',
  /** What a condition asks, in parts: the middle one is set off. */
  parts: (condition: FilterCondition): readonly [string, string, string] => [
    condition.field,
    OPS[condition.op],
    valueWords(condition, plural),
  ],
  lists: { allow: 'Always in', deny: 'Never in' },
  list: (name: 'allow' | 'deny', app: string, ids: number) =>
    `${name === 'allow' ? 'Always in' : 'Never in'}, ${app}: ${ids === 0 ? 'nobody' : plural(ids, { one: '# record', other: '# records' })}`,
  listHeading: (name: 'allow' | 'deny', app: string) =>
    name === 'allow' ? `Always in, whatever the filters say: ${app}` : `Never in, linked or not: ${app}`,
  ids: 'Record ids, one a line',
  saveList: 'Use list',
});

const valueWords = (condition: FilterCondition, plural: Speech['plural']): string =>
  conditionValue(condition, {
    between: (from, to) => `${from} – ${to}`,
    days: (days) => plural(days, { one: '# day', other: '# days' }),
  }) ?? '';
