import type { Both, LinkBy, Outcome, ReasonCode, Side } from '../../engine/index.ts';
import type { IconName } from '../controls/icon-name.ts';
import { count, OUTCOME_ORDER, OUTCOME_WORDS, REASON_WORDS } from '../words.ts';
import type { DecisionCounts, DecisionWord, FacetGroup, ListRow, PlanFilter } from './plan-list.ts';

/** The words of the plan screen's lists, one place. */
export const DECISION_WORDS: Readonly<Record<DecisionWord, string>> = {
  approved: 'Approved',
  held: 'Held',
  rejected: 'Rejected',
  open: 'Undecided',
};

/** What the grid says in its last column. */
export const DECIDED: Readonly<
  Record<DecisionWord, { readonly word: string; readonly icon: IconName | null }>
> = {
  approved: { word: 'Yes', icon: 'check' },
  held: { word: 'Held', icon: 'hold' },
  rejected: { word: 'No', icon: 'x' },
  open: { word: 'Decide', icon: null },
};

export const SCOPE_WORDS: Readonly<Record<PlanFilter['scope'], string>> = {
  written: 'Would be written',
  'needs-person': 'Needs a person',
  changed: 'Changed',
  all: 'All',
};

export const GROUP_WORDS: Readonly<Record<FacetGroup, string>> = {
  outcomes: 'Outcome',
  decisions: 'Decision',
  reasons: 'Reason',
  fields: 'Field changed',
  linkedBy: 'Linked by',
  directions: 'Direction',
};

export const GROUPS = Object.keys(GROUP_WORDS) as readonly FacetGroup[];

/** Values that stand in their group even at zero, in their order. */
export const STANDING: Readonly<Partial<Record<FacetGroup, readonly string[]>>> = {
  outcomes: OUTCOME_ORDER.filter((one) => one !== 'delete'),
  decisions: ['approved', 'held', 'rejected', 'open'] satisfies readonly DecisionWord[],
};

/** An outcome where the count is of what is still open. */
export const outcomeWord = (outcome: Outcome): string =>
  outcome === 'conflict' ? 'Conflict, open' : OUTCOME_WORDS[outcome].word;

const LINKED: Readonly<Record<LinkBy | 'none' | 'name-only', string>> = {
  baseline: 'linked before',
  'id-pair': 'record id',
  key: 'a key',
  probabilistic: 'probability',
  person: 'you',
  none: 'no match',
  'name-only': 'name only',
};

const OWN_REASONS: Readonly<Record<string, string>> = {
  'by-rule': 'Conflict, by rule',
  'fills-blank': 'Fills a blank',
  'one-side-changed': 'One side changed',
};

/** A facet's value in words; field names are data and stay as they are. */
export function facetWord(group: FacetGroup, value: string, apps: Both<string>): string {
  switch (group) {
    case 'outcomes':
      return outcomeWord(value as Outcome);
    case 'decisions':
      return DECISION_WORDS[value as DecisionWord];
    case 'reasons':
      return OWN_REASONS[value] ?? capital(REASON_WORDS[value as ReasonCode] ?? value);
    case 'fields':
      return value;
    case 'linkedBy':
      return capital(LINKED[value as LinkBy] ?? value);
    case 'directions':
      return value === 'to-left'
        ? `To ${apps.left}`
        : value === 'to-right'
          ? `To ${apps.right}`
          : 'Both ways';
    default:
      return group satisfies never;
  }
}

/** How a pair was found; `keys` are the design's keys in words. */
export function evidence(
  match: ListRow['match'],
  keys: readonly string[],
): { readonly word: string; readonly icon: IconName | null; readonly doubtful: boolean } {
  if (match.onlyName) return { word: 'name only', icon: 'warn', doubtful: true };
  switch (match.by) {
    case 'none':
      return { word: 'no match', icon: null, doubtful: false };
    case 'baseline':
      return { word: 'linked', icon: 'link', doubtful: false };
    case 'id-pair':
      return { word: 'record id', icon: 'link', doubtful: false };
    case 'person':
      return { word: 'by you', icon: 'link', doubtful: false };
    case 'probabilistic':
      return { word: 'probable', icon: 'match', doubtful: false };
    case 'key':
      return { word: keyWord(match.key, keys), icon: 'match', doubtful: false };
    default:
      return match.by satisfies never;
  }
}

/** A key of the design by what it is made of. */
export const keyWord = (key: number | null, keys: readonly string[]): string =>
  key === null ? 'key' : (keys[key] ?? `key ${String(key + 1)}`);

export const towardWord = (toward: Side | 'both' | null, apps: Both<string>): string =>
  toward === null ? 'nothing written' : toward === 'both' ? 'to both' : `to ${apps[toward]}`;

export function decisionSums(counts: DecisionCounts): string {
  const parts = [`${count(counts.approved)} yes`, `${count(counts.held)} held`];
  if (counts.rejected > 0) parts.push(`${count(counts.rejected)} no`);
  return [...parts, `${count(counts.open)} to decide`].join(' · ');
}

/** What was done to how many, for the toast. */
export const decidedWord = (decision: DecisionWord, many: number): string =>
  `${count(many)} ${many === 1 ? 'record' : 'records'} ${decision === 'open' ? 'to decide again' : decision}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `+312`, `−41`, `0`. */
export const signed = (value: number): string =>
  value > 0 ? `+${count(value)}` : value < 0 ? `−${count(-value)}` : '0';

const PLURAL: Readonly<Record<Outcome, string>> = {
  create: 'creates',
  update: 'updates',
  delete: 'deletes',
  conflict: 'conflicts',
  'in-sync': 'in sync',
  excluded: 'excluded',
  duplicate: 'duplicates',
  failing: 'failing',
  ambiguous: 'ambiguous',
  waits: 'waiting',
};

/** The two largest moves of a delta in words: `+312 updates, −41 conflicts`. */
export function deltaWords(subjects: Readonly<Record<Outcome, number>>): string {
  return OUTCOME_ORDER.filter((one) => subjects[one] !== 0)
    .toSorted((a, b) => Math.abs(subjects[b]) - Math.abs(subjects[a]))
    .slice(0, 2)
    .map((one) => `${signed(subjects[one])} ${PLURAL[one]}`)
    .join(', ');
}
