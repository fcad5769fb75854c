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
    /** Of a filter what a form has no control for. */
    others: (counts: Counted) => filterParts(counts, speech),
    way: wayWords,
    record: (record: RecordAsked): string => recordWords(record, speech),
    ops: designFilters(speech).ops,
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

/** What a filter of the plan says, list by list; outcomes and directions apart. */
function filterParts(
  counts: Counted,
  speech: Speech,
): readonly { readonly list: 'scope' | 'reasons' | 'linkedBy' | 'fields'; readonly text: string }[] {
  const { reasons } = terms(speech);
  const or = (of: readonly string[]): string => of.join(' or ');
  const said = (code: Counted['reasons'][number]): string =>
    code === 'by-rule' || code === 'fills-blank' || code === 'one-side-changed'
      ? TRAITS[code]
      : reasons[code];
  return [
    ...(counts.scope === 'all' ? [] : [{ list: 'scope' as const, text: SCOPES[counts.scope] }]),
    { list: 'reasons' as const, text: or(counts.reasons.map(said)) },
    {
      list: 'linkedBy' as const,
      text: counts.linkedBy.length === 0 ? '' : `linked by ${or(counts.linkedBy.map((by) => LINKED[by]))}`,
    },
    { list: 'fields' as const, text: counts.fields.length === 0 ? '' : `writes ${or(counts.fields)}` },
  ].filter(({ text }) => text !== '');
}

const wayWords = (way: Counted['directions'][number], apps: Both<string>): string =>
  way === 'both-ways' ? 'both ways' : `to ${way === 'to-left' ? apps.left : apps.right}`;

function countedParts(counts: Counted, apps: Both<string>, speech: Speech): readonly string[] {
  const { outcomes } = terms(speech);
  const or = (of: readonly string[]): string => of.join(' or ');
  const parts = [
    or(counts.outcomes.map((is) => outcomes[is].word)),
    or(counts.directions.map((way) => wayWords(way, apps))),
    ...filterParts(counts, speech).map(({ text }) => text),
    ...counts.writes.map((write) => writeWords(write, apps)),
  ].filter((text) => text !== '');
  if (parts.length === 0) parts.push('records');
  if (counts.where.length === 0) return parts;
  return [...parts, `where ${counts.where.map((record) => recordWords(record, speech)).join(' and ')}`];
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
