import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Both } from '../../../../src/lib/engine/model/side.ts';

/** A file of these lines in a story's folder: its path. */
export function written(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [...lines, ''].join('\n'));
  return path;
}

/** Twelve contacts; nine of them are known on the other side too, four under another title. */
export function twelvePeople(folder: string): Both<string> {
  const numbers = Array.from({ length: 12 }, (_, n) => n);
  return {
    left: written(folder, 'contacts.csv', [
      'Record ID,Email,First Name,Job Title',
      ...numbers.map((n) => `${String(n)},p${String(n)}@acme.no,Kari,${n < 4 ? 'Engineer' : 'Head'}`),
    ]),
    right: written(folder, 'Contact.csv', [
      'Id,Email,FirstName,Title',
      ...numbers.slice(0, 9).map((n) => `003${String(n)},p${String(n)}@acme.no,Kari,Head`),
    ]),
  };
}
