import { describe, expect, it } from 'vitest';
import type { ColumnRow, ProjectHead, Reading } from '../../src/lib/conversation/index.ts';
import { mayHoldChanges, putIntoOf } from '../../src/lib/workbench/sides/changed-export.ts';
import { designOf } from '../engine/design/design-of.ts';

const columns = ['Id', 'Email', 'Phone'].map((name) => ({ name }) as ColumnRow);
const reading = { rows: 100, size: 4000, sha256: 'ab', changed: [] as Reading['changed'] } as Reading;
const set = { columns, reading };
const sum = (rows: number) => ({ rows, stored: rows, rejected: 0, blank: 0 });

describe('[S205] what a newer export may hold', () => {
  const header = ['Phone', 'Id', 'Email'];
  it.each([
    ['far fewer rows', { header, sum: sum(49) }, 9000, true],
    ['half of them', { header, sum: sum(50) }, 10, false],
    ['far fewer bytes, its start alone read', { header, sum: null }, 1999, true],
    ['half of them, its start alone read', { header, sum: null }, 2000, false],
    ['a column less', { header: ['Id', 'Email'], sum: sum(1) }, 10, false],
    ['a column more', { header: [...header, 'City'], sum: sum(1) }, 10, false],
    ['another column', { header: ['Id', 'Email', 'City'], sum: sum(1) }, 10, false],
    ['one column twice', { header: ['Id', 'Email', 'Email'], sum: sum(1) }, 10, false],
  ])('is asked only where it looks so: %s', (_, preview, size, asked) => {
    expect(mayHoldChanges(preview, size, set)).toBe(asked);
  });
});

describe('[S175] where a file of only what changed may be put', () => {
  const sync = {
    ...{ id: 'people', kind: 'contacts', direction: 'both', winner: 'left', mappings: [] },
    ...{ left: { object: 'contacts', idField: 'Id' }, right: { object: 'Contact', idField: null } },
  };
  const head = (members: object, of: Partial<Reading> = {}): ProjectHead =>
    ({
      syncs: [
        {
          id: 'people',
          sides: { left: { ...set, setId: 's', reading: { ...reading, ...of } }, right: null },
        },
      ],
      design: { design: designOf({ ...sync, ...members }) },
    }) as unknown as ProjectHead;

  it('is a side with records, an id field they have, and a file that is not called complete', () => {
    expect(putIntoOf(head({}), 'people', 'left')).toMatchObject({ setId: 's', idField: 'Id' });
    expect(putIntoOf(head({}), 'people', 'right')).toBeNull();
    expect(putIntoOf(head({}), 'firms', 'left')).toBeNull();
    const other = { left: { object: 'contacts', idField: 'Key' } };
    expect(putIntoOf(head(other), 'people', 'left')).toBeNull();
    const complete = { complete: { left: 'ab', right: null } };
    expect(putIntoOf(head(complete), 'people', 'left')).toBeNull();
    expect(putIntoOf(head({ complete: { left: 'cd', right: null } }), 'people', 'left')).not.toBeNull();
  });
});
