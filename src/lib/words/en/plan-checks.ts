import type { Allowed, Change, CheckResult } from '../../engine/model/check.ts';
import type { Speech } from '../speech.ts';
import { checkSentences } from './check-words.ts';

/** The plan's checks (S400). */
export const planChecks = (speech: Speech) => {
  const { count, plural } = speech;
  const sentences = checkSentences(speech);
  return {
    ...sentences,
    says: 'What must be true of any plan before it is pushed, in your words.',
    name: 'Checks',
    many: (checks: number) => plural(checks, { one: '# check', other: '# checks' }),
    filter: {
      name: 'Which checks',
      all: (many: number) => `All ${count(many)}`,
      broken: (many: number) => `Broken ${count(many)}`,
      waived: (many: number) => `Waived ${count(many)}`,
      holds: (many: number) => `Hold ${count(many)}`,
    },
    columns: { state: 'State', check: 'Check', allowed: 'Allowed', now: 'Now', beside: 'Beside it' },
    none: 'No check is written yet. Write down what must be true of any plan before it is pushed.',
    noneOfState: 'No check is so.',
    fromFilter: 'From a filter of the plan',
    fresh: 'New check',
    blockedBy: ({ name, number, allowed }: CheckResult) =>
      `“${name}” counts ${count(number)}; it allows ${sentences.allowed(allowed)}.`,
    blocked: (approved: number) =>
      `Nothing more can be approved or pushed until it holds or a person waives it. ${plural(approved, {
        one: 'The # approval so far is kept.',
        other: 'The # approvals so far are kept.',
      })}`,
    show: (many: number) => `Show the ${count(many)}`,
    showIn: (many: number, sync: string) => `${sync}: ${count(many)}`,
    hold: (many: number) => `Hold the ${count(many)}`,
    foot: 'Checks are saved with the design and looked at in every plan; their results stand in every report. On the command line a broken one ends with status 4.',
    drawer: 'Check',
    labels: {
      name: 'Name',
      count: 'Count',
      sync: 'Records of',
      outcome: 'Outcome',
      direction: 'Written',
      allowed: 'Allowed',
      atMost: 'At most',
      atLeast: 'At least',
      unit: 'Of what',
      now: 'Now',
      reason: 'Reason',
      blocks: 'If broken',
      field: 'Field',
      change: 'What is written',
      side: 'Side',
      from: 'From',
      to: 'To',
      order: 'Order, from the first value to the last, with commas',
      op: 'Condition',
      value: 'Value',
      who: 'Who',
      why: 'Why',
      holdsFor: 'Holds for',
    },
    everySync: 'every sync',
    anyOutcome: 'any outcome',
    anyDirection: 'any side',
    anyField: 'any field',
    eitherSide: 'either side',
    changes: {
      any: 'is written',
      fills: 'goes into a blank',
      overwrites: 'is overwritten',
      clears: 'is cleared',
      values: 'from … to …',
      backwards: 'moves backwards',
      'created-blank': 'is blank on a create',
    } satisfies Record<Change, string>,
    bounds: {
      none: 'none',
      'at-most': 'at most',
      'at-least': 'at least',
      between: 'from … to …',
    },
    units: { records: 'records', percent: 'percent of what it looks at' } satisfies Record<
      Allowed['unit'],
      string
    >,
    blocks: { yes: 'blocks approval and push', no: 'is only said' },
    blank: 'blank',
    addWrite: 'Something written',
    addRecord: 'Something of the record',
    remove: 'Take it out',
    where: 'where',
    alsoOf: (text: string) => `and ${text}`,
    of: (looked: number) => `of ${count(looked)} looked at`,
    gauge: (number: number, most: number) => `${count(number)} of ${count(most)} allowed`,
    unsaved: 'Not counted yet',
    save: 'Save check',
    delete: 'Delete check',
    close: 'Close the check',
    waive: {
      title: 'Let it pass this once',
      act: 'Waive with this reason',
      holds: (plan: number, key: string, number: number) =>
        `plan ${count(plan)}, ${key}, and up to ${count(number)}; another plan asks again`,
      given: (by: string, reason: string, number: number) => `Waived by ${by} at ${count(number)}: ${reason}`,
    },
    lacks: {
      name: 'It needs a name.',
      value: 'A value is missing.',
      bound: 'A bound is missing.',
    },
  };
};
