import type { SyncDesign } from '../../../src/lib/engine/model/design.ts';
import { readDesign } from '../../../src/lib/engine/design/read/read-design.ts';

type Json = Record<string, unknown>;

/** The least a design may hold, as JSON, with other members of the sync and of the design put over it. */
export function designJson(sync: Json = {}, design: Json = {}): Json {
  return {
    format: 'drysync/design@1',
    name: 'Test',
    apps: { left: { name: 'L', kind: 'file' }, right: { name: 'R', kind: 'file' } },
    syncs: [
      {
        id: 'contacts',
        kind: 'contacts',
        left: { object: 'contacts', idField: 'Id' },
        right: { object: 'Contact', idField: 'Id' },
        direction: 'both',
        winner: 'left',
        matching: { identifiers: { email: { left: 'Email', right: 'Mail' } } },
        ...sync,
      },
    ],
    ...design,
  };
}

/** A design that must be readable. */
export function designOf(sync: Json = {}, design: Json = {}): SyncDesign {
  const reading = readDesign(designJson(sync, design));
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.design;
}

/** Place and code of every error of a design's JSON. */
export function errorsIn(json: unknown): string[] {
  const reading = readDesign(json);
  return reading.ok ? [] : reading.errors.map(({ at, code }) => `${at} ${code}`);
}
