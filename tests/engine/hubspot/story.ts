import type { World } from '../../reference/world.ts';

type Json = Readonly<Record<string, unknown>>;

/** Companies matched by their organisation number, as a consultant has it; HubSpot knows names and domains. */
export const COMPANIES: Json = {
  id: 's',
  kind: 'companies',
  left: { object: 'companies', idField: 'id' },
  right: { object: 'Account', idField: 'id' },
  direction: 'both',
  winner: 'left',
  matching: {
    method: 'keys',
    keys: [{ fields: [{ left: 'Org number', right: 'OrgNumber' }] }],
  },
  mappings: [
    { left: 'Company name', right: 'Account Name' },
    { left: 'Company Domain Name', right: 'Domain' },
    { left: 'Phone', right: 'Phone', same: ['phone'] },
    { left: 'City', right: 'City', conflict: 'right' },
    { left: 'Note', right: 'Note', conflict: 'fill-blank' },
    { left: 'Org number', right: 'OrgNumber' },
  ],
};

const LEFT = ['id', 'Company name', 'Company Domain Name', 'Org number', 'Phone', 'City', 'Note'];
const RIGHT = ['id', 'Account Name', 'Domain', 'OrgNumber', 'Phone', 'City', 'Note'];

/** Rows as texts with `|` between cells. */
export function worldOf(
  left: readonly string[],
  right: readonly string[],
  sync: Json = {},
  top: Json = {},
): World {
  const rows = (texts: readonly string[]): string[][] => texts.map((text) => text.split('|'));
  return {
    design: {
      format: 'drysync/design@1',
      name: 'a story',
      apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'R', kind: 'file' } },
      syncs: [{ ...COMPANIES, ...sync }],
      ...top,
    },
    tables: { s: { left: { header: LEFT, rows: rows(left) }, right: { header: RIGHT, rows: rows(right) } } },
    baseline: null,
    choices: null,
  };
}
