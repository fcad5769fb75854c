import type { Decision } from '../../engine/model/choices.ts';
import type { Because, DecidedBy } from '../../engine/model/line.ts';
import { SALESFORCE_WORDS } from './design-salesforce.ts';
import type { Speech } from '../speech.ts';

/** One record of the plan, in the drawer: its fields, what would be sent, its link and the decision on it. */
export const planRecord = ({ count, plural }: Speech) => ({
  name: 'Record',
  notListed: 'not in this filter',
  place: (at: number, of: number) => `${count(at)} of ${count(of)}`,
  planningAgain: 'planning again',
  previous: 'Previous record',
  next: 'Next record',
  close: 'Close the record',
  tabs: { fields: 'Fields', explain: 'Explain', sent: 'As sent' },
  differ: (some: number, all: number) => `${count(some)} of ${count(all)} differ`,
  differencesOnly: 'Differences only',
  noFields: 'No field is compared for this record. Explain says why.',
  decision: 'Decision',
  nothingToDecide: 'Nothing would be written; nothing to decide.',
  acts: { approved: 'Approve', held: 'Hold', rejected: 'Reject' },
  keys: {
    move: 'next, previous',
    side: 'choose a side',
    explain: 'explain',
    open: 'next open',
    all: 'all keys',
  },
  fields: {
    field: 'Field',
    baseline: 'Baseline',
    result: 'Result',
    notInBaseline: 'not in it',
    firstMatch: 'first match',
    same: (many: number) => plural(many, { other: '# the same' }),
    nothingDiffers: 'Nothing differs.',
    cleared: 'cleared',
    /** AS1: the app gives it. */
    idOfCreated: (from: string) => `the id of the record created from ${from}`,
    changed: 'changed',
    /** Said before characters that only one side has. */
    removed: 'removed',
    added: 'added',
    whichValue: (field: string) => `Which value for ${field}`,
    take: (app: string) => `Take the value of ${app}`,
    side: { left: 'Left', right: 'Right' },
    sideOf: { left: (app: string) => `Left: ${app}`, right: (app: string) => `Right: ${app}` },
    noWrite: 'No write',
    /** S463. */
    withheld: ({ rule, decision }: { readonly rule: string | null; readonly decision: Decision }) =>
      rule === null
        ? 'Held by you: not written'
        : `${decision === 'rejected' ? 'Rejected' : 'Held'} by rule “${rule}”: not written`,
    /** S480. */
    hold: 'Hold this change',
    holdOn: (field: string) => `Hold this change: ${field}`,
    release: 'Let it go',
    releaseOn: (field: string) => `Let it go: ${field}`,
    byYou: 'By you:',
    byRule: 'By rule:',
    undoChoice: 'Undo my choice',
    undoChoiceOn: (field: string) => `Undo my choice for ${field}`,
    equal: 'The same',
    equalOtherForm: 'The same value, other form',
    open: 'Both have a value; nobody has decided',
    openNoDate: 'No change date to decide by',
    openCameBack: 'Came back other than it was handed over; decide yourself',
    openDamaged: 'Letters look damaged, decide yourself',
    clearedStays: (app: string) => `Cleared in ${app}; clears do not travel (your setting)`,
    blankStays: (app: string) => `Blank in ${app}; not filled by this rule or direction`,
    directionForbids: 'The direction forbids it',
    neitherChanged: 'Neither changed, or the direction forbids it',
    besideStage: 'Decided with the stage; nothing of it to write here',
    waitsForChange: 'Mapped after the last plan: it waits until the record changes',
  },
  /** Why a value would be written; `from` is the app it comes from, `to` the one it is written to. */
  because: {
    create: (_from: string, to: string) => `New in ${to}`,
    'fill-blank': (_from: string, to: string) => `Fills a blank in ${to}`,
    winner: (from: string) => `${from} wins where values differ`,
    form: (from: string) => `Same value, rewritten in the form of ${from}`,
    'left-changed': (from: string) => `Only ${from} changed`,
    'right-changed': (from: string) => `Only ${from} changed`,
    cleared: (from: string) => `Cleared in ${from}; clears travel (your setting)`,
    'most-recent': (from: string) => `Newest wins: ${from}`,
    person: () => 'You decided',
    always: (from: string) => `${from} always wins`,
    restore: (_from: string, to: string) => `Restored in ${to}`,
    rollback: (_from: string, to: string) => `Taken back in ${to}`,
    deleted: (from: string) => `Deleted in ${from}`,
  } satisfies Record<Because, (from: string, to: string) => string>,
  /** A deleted value under Salesforce's rules, which clear by themselves (SF). */
  deletedIn: (from: string) => `Deleted in ${from}`,
  /** The Salesforce rule that decided. */
  salesforceRule: {
    SF1: SALESFORCE_WORDS['prefer-unless-blank'],
    SF2: SALESFORCE_WORDS.always,
    SF3: SALESFORCE_WORDS['two-way'],
  },
  byRuleOf: (rule: string, why: string) => `${rule}: ${why}`,
  /** How a conflict was decided; `stays` is the other value, which is kept in the plan file alone. */
  decided: (by: DecidedBy, app: string | null, stays: string | null) => decidedSentence(by, app, stays),
  link: {
    before: (ids: string) => `Linked before: ${ids}.`,
    person: (ids: string) => `Linked by you: ${ids}.`,
    created: (ids: string) => `Created from what was handed over: ${ids}.`,
    id: (ids: string) => `Linked by record id: ${ids}.`,
    key: (key: string, value: string | null, ids: string) =>
      value === null ? `Linked by ${key}: ${ids}.` : `Linked by ${key} ${value}: ${ids}.`,
    ids: (left: string, leftId: string, right: string, rightId: string) =>
      `${left} ${leftId}, ${right} ${rightId}`,
    baseline: 'It has a baseline.',
    only: (app: string, id: string) => `Only in ${app}, ${id}.`,
    wouldBeNew: (app: string) => `It would be new in ${app}.`,
    undo: { same: 'Undo my link', different: 'Undo my unlink' },
    part: 'Unlink pair',
    whyNot: 'Why not linked?',
    with: 'Link with…',
    withRecordOf: (app: string) => `Link with a record of ${app}`,
  },
  sent: {
    create: 'a new record',
    update: (id: string) => `record ${id}`,
    delete: (id: string) => `delete of record ${id}`,
    written: (many: number) =>
      plural(many, { one: '# field would be written.', other: '# fields would be written.' }),
    expects: 'Each is written only where the value under “expects” is still there.',
    payload: (app: string) => `Payload for ${app}`,
    nothing: 'Nothing would be sent for this record.',
  },
});

function decidedSentence(by: DecidedBy, app: string | null, stays: string | null): string {
  const kept = stays === null ? '' : `. ${stays} stays in the plan file`;
  switch (by) {
    case 'winner':
    case 'left':
    case 'right':
      return `${app ?? ''} wins${kept}`;
    case 'most-recent':
      return `Newest wins, ${app ?? ''}${kept}`;
    case 'prefer-unless-blank':
    case 'always':
      return `${SALESFORCE_WORDS[by]}${kept}`;
    case 'two-way':
      return `${SALESFORCE_WORDS[by]}, most recent wins: ${app ?? ''}${kept}`;
    case 'fill-blank':
      return 'Only blanks are filled; both stay';
    case 'direction':
      return `${app ?? ''} would win, but the direction forbids it`;
    case 'person':
      return app === null ? 'Both stay' : `${app}${kept}`;
    default:
      return by satisfies never;
  }
}
