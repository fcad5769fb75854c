/** The project of an address, `#p=<id>`; null where it names none. */
export function projectOf(hash: string): string | null {
  const id = new URLSearchParams(hash.slice(1)).get('p');
  return id === null || id === '' ? null : id;
}

/** What a link needs so that a reload returns to the project. */
export const hashOf = (project: string | null): `#${string}` | '' =>
  project === null ? '' : `#p=${encodeURIComponent(project)}`;
