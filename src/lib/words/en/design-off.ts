import type { Speech } from '../speech.ts';

/** LI2: a sync that is off, and one that is deleted. */
export const designOff = ({ plural, list }: Speech) => ({
  turnOff: 'Turn off',
  turnOn: 'Turn on',
  title: 'This sync is off.',
  says: 'Nothing of it is planned or pushed. Its links, hand-overs and decisions stay as they are.',
  edits: 'Any change of how it syncs turns it on again.',
  drop: 'Delete …',
  deleteTitle: (sync: string) => `Delete the sync ${sync}?`,
  links: (pairs: number) =>
    plural(pairs, {
      one: '# pair is linked. The link is dropped: the two would have to match again.',
      other:
        pairs === 0
          ? 'No pair is linked yet.'
          : '# pairs are linked. The links are dropped: all of these pairs would have to match again.',
    }),
  counting: 'Counting the linked pairs …',
  notCounted: 'How many pairs are linked cannot be read. Their links are dropped.',
  children: (syncs: readonly string[]) =>
    `The associations of ${list(syncs)} that lead to it are deleted too.`,
  checks: (names: readonly string[]) => {
    const said = plural(names.length, {
      one: 'The check that asks of it is deleted too',
      other: 'The checks that ask of it are deleted too',
    });
    return `${said}: ${list(names)}.`;
  },
  rules: (names: readonly string[]) => {
    const said = plural(names.length, {
      one: 'The rule of approval that asks of it is deleted too',
      other: 'The rules of approval that ask of it are deleted too',
    });
    return `${said}: ${list(names)}.`;
  },
  files: 'The files stay. Undo brings all of it back.',
  delete: 'Delete the sync',
});
