import type {
  Allowed,
  CheckResult,
  CheckScope,
  CheckState,
  Counted,
  RecordAsked,
  WriteAsked,
} from '../../engine/model/check.ts';
import type { LinkWord } from '../../engine/model/plan-filter.ts';
import type { Both } from '../../engine/model/side.ts';
import type { Speech } from '../speech.ts';
import { designFilters } from './design-filters.ts';
import { terms } from './terms.ts';

const STATES: Readonly<Record<CheckState, string>> = {
  holds: 'Holds',
  broken: 'Broken',
  waived: 'Waived',
};

const SCOPES: Readonly<Record<Exclude<CheckScope, 'all'>, string>> = {
  written: 'would be written',
  'needs-person': 'needs a person',
};

const TRAITS = {
  'by-rule': 'conflict, by rule',
  'fills-blank': 'fills a blank',
  'one-side-changed': 'one side changed',
} as const;

const LINKED: Readonly<Record<LinkWord, string>> = {
  none: 'nothing',
  baseline: 'an earlier push',
  'id-pair': 'record id',
  key: 'a key',
  probabilistic: 'probability',
  person: 'a person',
  created: 'its create',
  'name-only': 'name only',
};

/** What written checks ask and say (S400), on their screen and on the command line. */
export const checkSentences = (speech: Speech) => {
  const { count, percent, plural } = speech;
  const allowedOf = (allowed: Allowed): string => {
    const { atLeast, atMost, unit } = allowed;
    const said = (bound: number): string => (unit === 'percent' ? percent(bound / 100) : count(bound));
    if (atLeast === null) return atMost === 0 || atMost === null ? 'none' : `at most ${said(atMost)}`;
    return atMost === null ? `at least ${said(atLeast)}` : `${said(atLeast)} to ${said(atMost)}`;
  };
  return {
    states: STATES,
    allowed: allowedOf,
    /** What it counts; `sync`: how its sync is called. */
    counts: (counts: Counted, sync: string | null, apps: Both<string>): string =>
      `${sync ?? 'all'}: ${countedParts(counts, apps, speech).join(', ')}`,
    /** What stands beside the number. */
    beside: (result: CheckResult): string => {
      const { state, allowed, number, looked, waiver } = result;
      if (waiver !== null) return `waived by ${waiver.by}`;
      if (state === 'holds') return `${plural(looked, { other: '# looked at' })}`;
      const { atLeast, atMost, unit } = allowed;
      if (unit === 'percent') return `${percent(looked === 0 ? 0 : number / looked)} of ${count(looked)}`;
      if (atMost !== null && number > atMost) return `${count(number - atMost)} over`;
      return `${count((atLeast ?? 0) - number)} under`;
    },
    broken: ({ name, number, allowed }: CheckResult): string =>
      `The check “${name}” is broken: it counts ${count(number)} and allows ${allowedOf(allowed)}.`,
  };
};

function countedParts(counts: Counted, apps: Both<string>, speech: Speech): readonly string[] {
  const words = terms(speech);
  const or = (of: readonly string[]): string => of.join(' or ');
  const parts: string[] = [];
  if (counts.scope !== 'all') parts.push(SCOPES[counts.scope]);
  if (counts.outcomes.length > 0) parts.push(or(counts.outcomes.map((is) => words.outcomes[is].word)));
  if (counts.directions.length > 0)
    parts.push(
      or(
        counts.directions.map((way) =>
          way === 'both-ways' ? 'both ways' : `to ${way === 'to-left' ? apps.left : apps.right}`,
        ),
      ),
    );
  if (counts.reasons.length > 0)
    parts.push(
      or(
        counts.reasons.map((code) =>
          code === 'by-rule' || code === 'fills-blank' || code === 'one-side-changed'
            ? TRAITS[code]
            : words.reasons[code],
        ),
      ),
    );
  if (counts.linkedBy.length > 0) parts.push(`linked by ${or(counts.linkedBy.map((by) => LINKED[by]))}`);
  if (counts.fields.length > 0) parts.push(`writes ${or(counts.fields)}`);
  parts.push(...counts.writes.map((write) => writeWords(write, apps)));
  if (parts.length === 0) parts.push('records');
  if (counts.where.length > 0)
    parts.push(`where ${counts.where.map((record) => recordWords(record, speech)).join(' and ')}`);
  return parts;
}

function writeWords({ field, side, change, from, to }: WriteAsked, apps: Both<string>): string {
  const there = side === null ? '' : ` in ${apps[side]}`;
  const what = field ?? 'a value';
  const text = (value: string | null): string =>
    value === null ? 'anything' : value.trim() === '' ? 'blank' : value;
  switch (change) {
    case 'any':
      return field === null ? `something is written${there}` : `${what} is written${there}`;
    case 'fills':
      return `${what} goes into a blank${there}`;
    case 'overwrites':
      return `${what} is overwritten${there}`;
    case 'clears':
      return `${what} is cleared${there}`;
    case 'values':
      return from === null
        ? `${what} becomes ${text(to)}${there}`
        : `${what} from ${text(from)} to ${text(to)}${there}`;
    case 'backwards':
      return `${what} moves backwards${there}`;
    case 'created-blank':
      return `created${there} with ${what} blank`;
    default:
      return change satisfies never;
  }
}

const recordWords = ({ side: _, ...condition }: RecordAsked, speech: Speech): string =>
  designFilters(speech).parts(condition).join(' ').trim();
