import { describe, expect, it } from 'vitest';
import { nameFields } from '../../../../src/lib/engine/index.ts';
import type { ObjectKind } from '../../../../src/lib/engine/model/design.ts';
import { designOf } from '../../design/design-of.ts';

/** The fields a left record is named by, of a design that maps these columns. */
function namedBy(kind: ObjectKind, columns: readonly (readonly [left: string, right: string])[]) {
  const mappings = columns.map(([left, right]) => ({ left, right }));
  const [sync] = designOf({ kind, mappings, matching: undefined, requireValidEmail: undefined }).syncs;
  return nameFields({ ...sync!, kind, matching: { ...sync!.matching, keys: [] } }, 'left');
}

/**
 * What records are called in lists is found with the words of the suggestions: a word more or less there must not give every
 * record of a list another name without anybody seeing it.
 */
describe('what a record is called by', () => {
  it.each([
    [
      'contacts',
      [
        ['First Name', 'FirstName'],
        ['Last Name', 'LastName'],
        ['Email', 'Email'],
      ],
      [['First Name', 'Last Name'], ['Email']],
    ],
    [
      'contacts',
      [
        ['Job Title', 'Title'],
        ['Full Name', 'Name'],
      ],
      [['Full Name']],
    ],
    [
      'companies',
      [
        ['Company Domain Name', 'Website'],
        ['Company name', 'Account Name'],
      ],
      [['Company name']],
    ],
    [
      'deals',
      [
        ['Amount', 'Amount'],
        ['Deal Name', 'Opportunity Name'],
      ],
      [['Deal Name']],
    ],
    ['products', [['SKU', 'Product Code']], [['SKU']]],
    [
      'tickets',
      [
        ['Ticket name', 'Subject'],
        ['Priority', 'Priority'],
      ],
      [['Ticket name']],
    ],
    ['custom', [['Colour', 'Colour']], []],
  ] as const)('%s with %j', (kind, columns, fields) => {
    expect(namedBy(kind, columns)).toEqual(fields);
  });
});
