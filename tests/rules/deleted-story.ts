import { tell, type Story, type Told } from './story.ts';

const HEAD = 'id,email,phone\n';
export const LEFT = '1,anna@a.no,11\n2,bo@b.no,22\n';
export const RIGHT = 'A,anna@a.no,11\nB,bo@b.no,22\n';
export const AT = '2026-03-01T10:00:00Z';
export const MAPPINGS = [
  { left: 'phone', right: 'phone' },
  { left: 'email', right: 'email' },
];

/** Contacts matched by e-mail, of which any share may be missing; the right file is called complete. */
export const day = (
  left: string,
  right: string,
  before: Told | null,
  more: Partial<Story> = {},
): Promise<Told> =>
  tell({
    left: HEAD + left,
    right: HEAD + right,
    complete: ['right'],
    guards: { maxMissing: null },
    ...(before === null ? {} : { links: before.links }),
    ...more,
    sync: { mappings: MAPPINGS, ...more.sync },
  });

export const SF = { profile: 'salesforce' };
export const follows = (deletes: object, more: object = {}): Partial<Story> => ({
  ...SF,
  sync: { deletes, ...more },
});
export const GONE = 'A,anna@a.no,11\n';
