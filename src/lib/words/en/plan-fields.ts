import type { Speech } from '../speech.ts';

/** What each mapping would do to the linked records. */
export const planFields = ({ count, plural }: Speech) => ({
  says: (linked: number, object: string) =>
    `What each mapping would do to the ${count(linked)} linked ${object}. Creates are counted apart.`,
  caption: 'What each mapping would do to the linked records',
  legend: { fills: 'Fills a blank', overwrites: 'Overwrites', clears: 'Clears' },
  direction: 'Direction',
  fills: 'Fills',
  overwrites: 'Overwrites',
  clears: 'Clears',
  same: 'Same',
  writes: 'Writes',
  top: 'Most frequent change',
  off: 'off',
  becomes: 'becomes',
  change: (from: string, to: string) => `${from} → ${to}`,
  mapping: 'Mapping',
  close: 'Close the mapping',
  sum: (all: number, fills: number, overwrites: number, clears: number) => {
    const parts = [
      ...(fills > 0 ? [plural(fills, { one: '# fill', other: '# fills' })] : []),
      ...(overwrites > 0 ? [plural(overwrites, { one: '# overwrite', other: '# overwrites' })] : []),
      ...(clears > 0 ? [plural(clears, { one: '# clear', other: '# clears' })] : []),
    ];
    const writes = plural(all, { one: '# write', other: '# writes' });
    return parts.length === 0 ? writes : `${writes}: ${parts.join(', ')}`;
  },
  alike: (many: number) =>
    plural(many, {
      one: '# record is the same on both sides.',
      other: '# records are the same on both sides.',
    }),
  before: 'Before',
  where: 'Where',
  after: 'After',
  records: 'Records',
  inAppBecomes: (app: string) => `in ${app} becomes`,
  others: 'Other changes',
  show: (many: number) => plural(many, { one: 'Show # record', other: 'Show # records' }),
  changeRule: 'Change the rule',
});
