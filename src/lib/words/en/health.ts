import type { HealthColumn } from '../../conversation/health.ts';
import type { Speech } from '../speech.ts';
import { failureWords } from './failure-words.ts';
import { RECORD_COLUMNS } from './files.ts';

/** Health: how every object stands, why records fail, and every record by its state. */
export const health = (speech: Speech) => {
  const { count, plural } = speech;
  const failures = failureWords(speech);
  return {
    failures,
    title: (project: string) => `Health · ${project} · Drysync`,
    head: 'Health',
    views: { name: 'What is shown', objects: 'Objects', records: 'Records' },
    of: (plan: number, asOf: string) => `from plan ${count(plan)}, as of ${asOf}`,
    newer: 'Load newer exports',
    empty: 'Health is told from a plan.',
    counting: 'The causes are being counted.',
    objects: {
      name: 'Object syncs',
      columns: {
        object: 'Object sync',
        sides: 'Side',
        share: 'Share of records',
        synced: 'In sync',
        written: 'To be written',
        conflict: 'In conflict',
        waits: 'Waiting',
        failing: 'Failing',
        excluded: 'Excluded',
        duplicate: 'Duplicate',
        ambiguous: 'Ambiguous',
        read: 'Read',
        state: 'State',
      },
      /** HE4 */
      sums: 'The counts of a side are all its records.',
      states: {
        off: 'Off',
        empty: 'No records',
        person: (many: number) => plural(many, { one: '# needs a person', other: '# need a person' }),
        writes: (many: number) => plural(many, { other: '# to be written' }),
        waits: (many: number) => plural(many, { one: '# waits', other: '# wait' }),
        settled: 'Nothing to do',
      },
    },
    causes: {
      title: (failing: number, object: string) =>
        plural(failing, { one: `${object}: why # fails`, other: `${object}: why # fail` }),
      rows: (object: string) => `${object}: rows of the files that are no records`,
      none: 'No record fails.',
      says: 'grouped by cause; fixing a cause frees those that fail for nothing else',
      several: (many: number) =>
        plural(many, { one: '# fails for more than one cause', other: '# fail for more than one cause' }),
      by: {
        name: 'Who fixes it',
        all: 'All causes',
        person: 'A person must act',
        time: 'Time fixes it',
        unknown: 'Nobody knows',
      },
      count: (many: number) => plural(many, { one: '# record fails', other: '# records fail' }),
      only: (only: number) => plural(only, { one: '# for nothing else', other: '# for nothing else' }),
      sides: (left: number, leftApp: string, right: number, rightApp: string) =>
        `${count(left)} in ${leftApp}, ${count(right)} in ${rightApp}`,
      first: 'The first of them:',
      fix: 'Fix in design',
      show: 'Show records',
      means: 'What this means',
      reading: 'Show the reading',
      waits: 'Waits',
      more: (many: number) => plural(many, { one: '# more cause', other: '# more causes' }),
    },
    records: {
      name: 'Records',
      grid: 'Records by their state',
      found: (many: number) => plural(many, { one: '# record', other: '# records' }),
      object: 'Object',
      side: 'Side',
      state: 'State',
      changed: 'Last change',
      all: 'all',
      days: (days: number) => plural(days, { one: 'on the day of the plan', other: 'in the last # days' }),
      undated:
        'A file has no field that says when its records were changed; those are left out of a time frame.',
      none: 'No record is so.',
      csv: 'Export CSV',
      xlsx: 'Export XLSX',
      writing: 'Writing the records',
    },
    columns: {
      button: (shown: number, all: number) => `Columns: ${count(shown)} of ${count(all)}`,
      says: 'Shown, and in the file, in this order.',
      up: (column: string) => `${column}: one to the left`,
      down: (column: string) => `${column}: one to the right`,
      names: RECORD_COLUMNS satisfies Readonly<Record<HealthColumn, string>>,
    },
  };
};
