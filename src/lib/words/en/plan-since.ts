import type {
  CreatedCounts,
  DeletedCounts,
  HandOverCounts,
  ResultsReport,
  SinceWord,
  UnclearCause,
} from '../../engine/index.ts';
import type { Speech } from '../speech.ts';

/** What newer exports and result files say of what was handed over (BL). */
export const planSince = ({ count, plural, moment, list }: Speech) => ({
  says: (plan: number | null) =>
    plan === null
      ? 'What newer exports and result files say of what was handed over.'
      : `What newer exports and result files say of plan ${count(plan)}, handed over as files.`,
  handed: {
    title: 'Handed over',
    none: 'No change files were made of a plan yet. Make them under Export, load them in the apps, and come back with what the apps say.',
    taken: 'This project came with what was handed over before.',
    made: (plan: number, at: string) =>
      `Change files of plan ${count(plan)}, made ${moment(new Date(at), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })}`,
    pushed: (plan: number, at: string) =>
      `Plan ${count(plan)}, pushed ${moment(new Date(at), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })}`,
    rows: (many: number) => plural(many, { one: '# row', other: '# rows' }),
    waits: 'Counts with the first newer export or result file. Until then the plan stands as it was.',
    counts: 'The plan knows of it.',
    forget: 'They were not loaded',
    forgetSays: 'Forgets these change files and their result files; nothing in the apps changes.',
  },
  back: {
    title: 'What came back',
    values: 'Values handed over',
    creates: 'Creates handed over',
    deletes: 'Deletes handed over',
    sum: (parts: readonly number[], all: number) => `${parts.map(count).join(' + ')} = ${count(all)}`,
    of: {
      taken: 'taken',
      ownForm: 'in a form of the app’s own',
      notTaken: 'not taken',
      cameBack: 'came back different',
      notReadBack: 'written, not in this export yet',
    } satisfies Record<keyof HandOverCounts, string>,
    created: {
      found: 'found and linked',
      notTaken: 'not found, offered again',
      handedOver: 'may be there, held',
      ambiguous: 'fit several',
      aside: 'set aside',
      refused: 'refused',
    } satisfies Record<keyof CreatedCounts, string>,
    deleted: {
      taken: 'deleted there',
      notTaken: 'there still, offered again',
      refused: 'refused',
      notReadBack: 'said to be deleted, there still',
      open: 'not in this export, unknown',
      aside: 'there still, not asked for any more',
    } satisfies Record<keyof DeletedCounts, string>,
    none: 'Nothing that was handed over was read in these exports.',
    show: (many: number, word: string) => `Show ${count(many)}: ${word}`,
  },
  records: {
    title: 'The exports since then',
    none: 'Nothing is known of a last time: this plan was made without a baseline.',
    caption: 'Records of each side against the links of last time',
    side: 'Side',
    changed: 'Changed there',
    unchanged: 'As they were',
    unlinked: 'In no link then',
    read: 'Read',
    gone: 'Not in this export',
    sum: (changed: number, unchanged: number, unlinked: number, read: number) =>
      `${count(changed)} + ${count(unchanged)} + ${count(unlinked)} = ${count(read)}`,
    goneSays: (app: string, complete: boolean) =>
      complete
        ? `What was read of ${app} is taken for complete: what it lacks was deleted there. `
        : `What the file of ${app} lacks is no delete. `,
    showGone: 'Show the records whose counterpart is not in this export',
  },
  values: {
    name: 'Values since last time',
    words: {
      cameBack: 'Came back different',
      notTaken: 'Not taken',
      notReadBack: 'Not read back',
      ownForm: 'Own form',
      taken: 'Taken',
      changed: 'Changed there',
    } satisfies Record<SinceWord, string>,
    unlinked: 'In no link then',
    caption: (word: string) => `${word}: the records, one by one`,
    record: 'Record',
    side: 'In',
    field: 'Field',
    then: 'Seen then',
    handed: 'Handed over',
    now: 'Now',
    open: (name: string) => `Open ${name} in the list`,
    first: (shown: number, all: number) => `The first ${count(shown)} of ${count(all)}.`,
    none: 'None of these.',
  },
  results: {
    title: 'Result files',
    add: 'Add result files',
    drop: 'Drop the files of successes and errors the apps gave you: Data Loader, Bulk API, HubSpot, Odoo, a push of Drysync, or any CSV with the id or row and a message.',
    cannot: 'Result files tell of change files; none were made yet.',
    caption: 'Result files and what their rows say',
    file: 'File',
    about: (file: string) => `for ${file}`,
    written: 'Written',
    refused: 'Refused',
    unknown: 'Unknown',
    notSent: 'Not sent',
    unclear: 'Not understood',
    rows: 'Rows',
    taken: 'Take out again',
    remove: (file: string) => `Take ${file} out again`,
    noFile: 'no change file',
    sum: (parts: readonly number[], rows: number) =>
      `${parts.map(count).join(' + ')} = ${plural(rows, { one: '# row', other: '# rows' })}`,
    why: ({ causes, lines, notUnderstood }: ResultsReport) => {
      const all = Object.entries(causes) as [UnclearCause, number][];
      const more = notUnderstood - lines.length;
      const at = list([...lines.map(count), ...(more > 0 ? [`${count(more)} more`] : [])]);
      return `${list(all.map(([cause, many]) => `${count(many)} ${CAUSES[cause]}`))} (line ${at})`;
    },
  },
  refused: {
    title: (many: number) => plural(many, { one: '# record refused', other: '# records refused' }),
    none: 'No record waits with a refusal.',
    all: 'Show all',
    until: 'Failing until they or their mapping change.',
    noWords: 'no message',
    more: (many: number) => plural(many, { one: '# more message', other: '# more messages' }),
  },
});

const CAUSES: Readonly<Record<UnclearCause, string>> = {
  'says-nothing': 'with no word of written or refused',
  'which-file': 'of which no column tells the change file',
  'not-handed-over': 'of a record that was not handed over',
  'other-values': 'with other values than were handed over',
  'id-taken': 'whose new id is linked already',
};
