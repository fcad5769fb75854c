import type { Speech } from '../speech.ts';
import { failureWords } from './failure-words.ts';
import { planApproval } from './plan-approval.ts';
import { planChecks } from './plan-checks.ts';
import { planDiffer } from './plan-differ.ts';
import { planFields } from './plan-fields.ts';
import { planList } from './plan-list.ts';
import { planReasons } from './plan-reasons.ts';
import { planRecord } from './plan-record.ts';
import { planHubSpot } from './plan-hubspot.ts';
import { planRounds } from './plan-rounds.ts';
import { planRestore } from './plan-restore.ts';
import { planSince } from './plan-since.ts';
import { planToDos } from './plan-to-dos.ts';
import { planTrace } from './plan-trace.ts';
import { planWarnings } from './plan-warnings.ts';

/** The plan's screen: its head and picture here, its rooms in files of their own. */
export const plan = (speech: Speech) => {
  const { count, seconds } = speech;
  return {
    list: planList(speech),
    record: planRecord(speech),
    reasons: planReasons(speech),
    trace: planTrace(speech),
    fields: planFields(speech),
    differ: planDiffer(speech),
    toDos: planToDos(speech),
    since: planSince(speech),
    rounds: planRounds(speech),
    hubspot: planHubSpot(speech),
    checks: planChecks(speech),
    approval: planApproval(speech),
    restore: planRestore(speech),
    warnings: planWarnings(speech),
    failures: failureWords(speech),
    /** Over a list of one cause (HE5). */
    ofCause: {
      says: 'Only records of one cause:',
      gone: 'a cause that is no more',
      all: 'Show the others too',
    },
    /** The same of a check (S400). */
    ofCheck: {
      says: 'Only records that a check counts:',
      gone: 'a check that is no more',
      all: 'Show the others too',
    },
    title: (project: string) => `Plan · ${project} · Drysync`,
    head: (number: number) => `Plan ${count(number)}`,
    dryRun: 'Dry run',
    objectSync: 'Object sync',
    kinds: { contacts: 'Contacts', companies: 'Companies', deals: 'Deals' },
    made: {
      planning: (at: string, took: number) => `Planning again · made ${at} in ${seconds(took)}`,
      'out-of-date': (at: string, took: number) => `Out of date · made ${at} in ${seconds(took)}`,
      kept: (at: string, took: number) => `Current · made ${at} in ${seconds(took)}`,
      candidate: (at: string, took: number) => `Not kept yet · made ${at} in ${seconds(took)}`,
    },
    compare: 'Compare',
    compareSays: (since: number) => `The records that are not as in plan ${count(since)}`,
    planAgain: 'Plan again',
    pushApproved: (many: number) => `Push ${speech.count(many)} approved`,
    pushBlocked: (many: number) =>
      `Push is blocked by ${speech.plural(many, { one: '# check', other: '# checks' })}`,
    keep: 'Keep this plan',
    exports: {
      name: 'Export',
      approved: (many: number) => `Change files, ${count(many)} approved`,
      all: 'Change files, all that would be written',
      systems: 'For the systems',
      spreadsheets: 'For spreadsheets',
      workbook: 'For spreadsheets, as one XLSX',
      rest: 'Plan and project',
      plan: 'Plan files',
      project: 'Project file without records',
      projectWithRecords: 'Project file with records',
      writingChanges: 'Writing the change files',
      writingPlan: 'Writing the plan files',
      writingProject: 'Writing the project file',
    },
    shown: 'What is shown',
    parts: {
      records: 'Records',
      fields: 'Fields',
      since: 'Since last time',
      checks: 'Checks',
      rounds: 'Rounds',
      hubspot: 'HubSpot',
    },
    glance: 'Plan at a glance',
    picture: {
      name: 'Records of both sides by outcome',
      table: 'Records by outcome on both sides',
      outcome: 'Outcome',
      read: (object: string) => `${object} read`,
      writes: (many: number) => speech.plural(many, { one: '# write', other: '# writes' }),
      planned: 'planned here',
      addsUp: 'adds up on both sides',
      doesNotAddUp: 'does not add up',
      cell: (left: number, leftApp: string, right: number, rightApp: string) =>
        `${count(left)} in ${leftApp}, ${count(right)} in ${rightApp}`,
      row: (word: string, says: string) => `${word}: ${says}`,
      all: 'All, as read',
      allWrites: 'Writes planned here',
    },
    /** What the records of a side are called; of an object whose name says nothing. */
    objects: { Account: 'accounts', Contact: 'contacts', Lead: 'leads', Opportunity: 'opportunities' },
    records: 'records',
    recordsOf: (object: string) => `${object} records`,
    files: { left: 'Left file', right: 'Right file' },
    empty: {
      title: 'There is no plan yet',
      errors: (many: number) =>
        speech.plural(many, {
          one: 'The design has # point that must be put right first.',
          other: 'The design has # points that must be put right first.',
        }),
      files: 'A plan needs a file of each side and a design.',
      openDesign: 'Open the design',
      openSides: 'Open the sides',
    },
  };
};
