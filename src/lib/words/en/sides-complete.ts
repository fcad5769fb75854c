import type { Speech } from '../speech.ts';

/** May what a file lacks be taken for deleted (DE5)? */
export const completeWords = ({ count, plural, percent }: Speech) => ({
  label: 'This export is complete',
  byApp: (app: string): string => `${app} gives every record it has: one that is missing was deleted there.`,
  missing: (missing: number, links: number): string =>
    missing === 0
      ? 'Every linked record is in it.'
      : plural(missing, {
          one: `# of ${count(links)} linked records is not in it.`,
          other: `# of ${count(links)} linked records are not in it.`,
        }),
  partial: 'Not in this export says nothing of the app: nothing is taken for deleted.',
  deleted: (app: string): string =>
    `They count as deleted in ${app}. Nothing is created again unless you say so on Plan.`,
  stopped: (limit: number): string =>
    `The guard allows ${percent(limit)}, so nothing is taken for deleted. Check the export, or change the guard on Design.`,
  noId: 'Its records have no id field, so nobody can tell which of them are gone.',
  cutOff: (line: number): string => `It may be cut off at line ${count(line)}. Load it again.`,
  rejected: 'Rows of it were rejected that are not all kept, so it is not taken for complete.',
});
