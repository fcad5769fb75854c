import type { LinkBy, NormalizerName } from '../../engine/index.ts';
import type { DecisionCounts, DecisionWord, Facet, Filter } from '../../conversation/index.ts';
import type { Speech } from '../speech.ts';

/** The plan's list: its filters, rows and what is decided on many at once. */
export const planList = ({ count, plural }: Speech) => ({
  beingRead: 'Being read',
  lost: { row: 'Could not be read', again: 'Read them again' },
  name: 'Records',
  gridName: 'Records of this filter',
  found: (many: number) =>
    plural(many, { one: '# record in this filter', other: '# records in this filter' }),
  none: { title: 'No record is in this filter', all: 'Show all records' },
  columns: { outcome: 'Outcome', match: 'Match', approved: 'Approved' },
  checkAll: 'Check all',
  checkNone: 'Check none',
  checkAllSays: 'Check all, or none',
  tooMany: 'Too many to check one by one; the bar below acts on all of them',
  fields: (many: number) => plural(many, { one: '# field', other: '# fields' }),
  openConflicts: (many: number) => plural(many, { other: '# open' }),
  newIn: (app: string) => `new in ${app}`,
  noRecord: 'none',
  decisions: {
    approved: 'Approved',
    held: 'Held',
    rejected: 'Rejected',
    open: 'Undecided',
  } satisfies Record<DecisionWord, string>,
  decided: { approved: 'Yes', held: 'Held', rejected: 'No', open: 'Decide' } satisfies Record<
    DecisionWord,
    string
  >,
  /** A decision that a rule made (S405). */
  decidedBy: (rule: string) => `by rule: ${rule}`,
  scope: 'Scope',
  scopes: {
    written: 'Would be written',
    'needs-person': 'Needs a person',
    changed: 'Changed',
    all: 'All',
  } satisfies Record<Filter['scope'], string>,
  facets: {
    name: 'Filters',
    some: (chosen: number) => `Filters · ${count(chosen)}`,
    clear: 'Clear the filters',
    fewer: 'fewer',
    all: (many: number) => `all ${count(many)}`,
    fewerOf: (group: string) => `fewer values of ${group}`,
    allOf: (group: string, many: number) => `all ${count(many)} values of ${group}`,
    groups: {
      outcomes: 'Outcome',
      decisions: 'Decision',
      reasons: 'Reason',
      fields: 'Field changed',
      linkedBy: 'Linked by',
      directions: 'Direction',
      differs: 'Why they differ',
      differsIn: 'Differ in',
    } satisfies Record<Facet['group'], string>,
    reasons: {
      'by-rule': 'Conflict, by rule',
      'fills-blank': 'Fills a blank',
      'one-side-changed': 'One side changed',
    },
    linkedBy: {
      baseline: 'Linked before',
      'id-pair': 'Record id',
      key: 'A key',
      probabilistic: 'Probability',
      person: 'You',
      none: 'No match',
      created: 'Created there',
      'name-only': 'Name only',
    } satisfies Record<LinkBy | 'none' | 'name-only', string>,
    toSide: (app: string) => `To ${app}`,
    bothWays: 'Both ways',
  },
  /** How a pair was found. */
  evidence: {
    'name-only': 'name only',
    none: 'no match',
    baseline: 'linked',
    'id-pair': 'record id',
    person: 'by you',
    probabilistic: 'probable',
    created: 'created there',
  } satisfies Record<Exclude<LinkBy, 'key'> | 'none' | 'name-only', string>,
  /** What a key is made of. */
  keyParts: {
    domain: 'domain',
    email: 'e-mail',
    phone: 'phone',
    'salesforce-id': 'record id',
    name: 'name',
    'name-no-diacritics': 'name',
    'name-no-legal-form': 'name',
  } satisfies Partial<Record<NormalizerName, string>>,
  key: 'key',
  keyNumber: (key: number) => `key ${count(key)}`,
  search: {
    says: 'Search names and ids',
    hint: 'Name or id',
  },
  bulk: {
    name: 'Decide all of this filter',
    nameChecked: 'Decide what is checked',
    all: (many: number) => `All ${count(many)} in this filter`,
    checked: (many: number) => `${count(many)} checked`,
    nothing: 'nothing to decide',
    sums: ({ approved, held, rejected, open }: DecisionCounts) =>
      [
        `${count(approved)} yes`,
        `${count(held)} held`,
        ...(rejected > 0 ? [`${count(rejected)} no`] : []),
        `${count(open)} to decide`,
      ].join(' · '),
    approve: 'Approve',
    hold: 'Hold',
    reject: 'Reject',
    byRule: 'By rule…',
    rules: 'Rules of approval',
    conflictsOfChecked: 'Open conflicts of what is checked',
    conflictsOf: (many: number) =>
      plural(many, { one: 'Open conflicts of # record', other: 'Open conflicts of # records' }),
    take: (app: string) => `Take the value of ${app}`,
    leave: 'Leave both sides as they are',
    before: 'Chosen by a person before',
    machine: 'Back to the design’s rule',
  },
  toasts: {
    approved: (many: number) => plural(many, { one: '# record approved', other: '# records approved' }),
    held: (many: number) => plural(many, { one: '# record held', other: '# records held' }),
    rejected: (many: number) => plural(many, { one: '# record rejected', other: '# records rejected' }),
    open: (many: number) =>
      plural(many, { one: '# record to decide again', other: '# records to decide again' }),
    chosen: (many: number) =>
      plural(many, {
        one: 'Conflicts of # record decided; the plan was made again',
        other: 'Conflicts of # records decided; the plan was made again',
      }),
    restored: (many: number) =>
      plural(many, {
        one: '# deleted record is created again; the plan was made again',
        other: '# deleted records are created again; the plan was made again',
      }),
    'not-restored': (many: number) =>
      plural(many, {
        one: '# deleted record stays deleted; the plan was made again',
        other: '# deleted records stay deleted; the plan was made again',
      }),
    'given-back': (many: number) =>
      plural(many, {
        one: 'Conflicts of # record open again; the plan was made again',
        other: 'Conflicts of # records open again; the plan was made again',
      }),
    noted: (many: number) =>
      plural(many, {
        one: '# thing to know before loading is in about-the-change-files.txt, beside the files',
        other: '# things to know before loading are in about-the-change-files.txt, beside the files',
      }),
    linked: () => 'Linked; the plan was made again',
    unlinked: () => 'Unlinked; the plan was made again',
    designed: () => 'The design was changed; the plan was made again',
    undone: (many: number) =>
      plural(many, {
        one: '# choice taken back; the plan was made again',
        other: '# choices taken back; the plan was made again',
      }),
  } satisfies Record<string, (many: number) => string>,
  /** Ids, the first few of them, and how many others there are. */
  ids: (ids: readonly string[], more: number) =>
    more > 0 ? `${ids.join(', ')} and ${count(more)} more` : ids.join(', '),
});
