import type { Speech } from '../speech.ts';

/** The review of deleted records (DE2, DE3). */
export const planRestore = ({ count, plural }: Speech) => ({
  open: (many: number): string => `Restore ${count(many)} deleted…`,
  title: (many: number): string =>
    plural(many, { one: 'Restore # deleted record', other: 'Restore # deleted records' }),
  says: (from: string, to: string): string =>
    `Linked records of ${from} whose counterpart was deleted in ${to}. Each is created there again from what ${from} has now, unless ${to} has its key by now: then the two are linked.`,
  object: 'Object',
  destination: 'Create them again in',
  none: 'No linked record of this object was deleted.',
  asking: 'Looking for them',
  listed: (app: string): string => `Deleted in ${app}`,
  first: (shown: number, all: number): string =>
    `The first ${count(shown)} of ${count(all)} are listed; all of them are restored together.`,
  choose: (name: string): string => `Restore ${name}`,
  columns: { choose: 'Choose', record: 'Record', id: 'Id', gone: 'Deleted record' },
  all: (many: number): string => plural(many, { one: 'Restore it', other: 'Restore all #' }),
  some: (many: number): string => `Restore ${count(many)} chosen`,
  chosen: (many: number): string =>
    plural(many, {
      one: '# record is chosen already and is created again by this plan.',
      other: '# records are chosen already and are created again by this plan.',
    }),
  back: 'Restore none of them',
  refused: (from: string, to: string): string =>
    `Records flow from ${to} to ${from} only, so nothing is created in ${to}. Change the direction on Design to restore them.`,
  cancel: 'Cancel',
});
