import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { misfits } from '../formats/json-schema.ts';
import { FILES, playground, type Json, type Playground } from './playground.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../static/schemas/hubspot.json', import.meta.url), 'utf8'),
) as Json;

/** Companies by their number, of which HubSpot knows nothing. */
function companies(): Playground {
  const own = playground([
    {
      ...{ id: 'companies', kind: 'companies', requireValidEmail: null },
      left: { object: 'companies', idField: 'Record ID' },
      right: { object: 'Account', idField: 'Id' },
      matching: { method: 'keys', keys: [{ fields: [{ left: 'Org', right: 'Org' }] }] },
      mappings: [
        { left: 'Company name', right: 'Account Name' },
        { left: 'Company Domain Name', right: 'Domain' },
        { left: 'Phone', right: 'Phone', conflict: 'fill-blank' },
      ],
    },
  ]);
  own.write({
    'l.csv':
      'Record ID,Company name,Company Domain Name,Org,Phone\n1,Fjell AS,fjell.no,100,11\n2,Dal,dal.no,200,22\n3,Vik,vik.no,300,33\n',
    'r.csv':
      'Id,Account Name,Domain,Org,Phone\nA,fjell as,fjell-drift.no,900,11\nB,Dal Gruppen,dalgruppen.no,200,22\nC,Vik,vik.no,300,34\n',
  });
  return own;
}

describe('drysync compare-hubspot', () => {
  it('[SA2] says what HubSpot does otherwise, warns in words, and its records add up', async () => {
    const { exit, out, err } = await companies().call('compare-hubspot', '@d.json', ...FILES);
    expect(err).toEqual([]);
    expect(exit).toBe(0);
    expect(out).toBe(`What HubSpot does otherwise:
  Companies are matched by Company name / Account Name and Company Domain Name / Domain, not by Org. [MA1]
  Phone: HubSpot wins as in the whole sync; in your design only blanks are filled. [CO1]

  1 company would be linked by name although its domain differs.
  2 companies would be created a second time: your design links them with records that are there.
  1 company would have a value overwritten that your design leaves or writes otherwise.

With HubSpot          Records or pairs  HubSpot  Salesforce
Linked by name alone                 1        1           1
Created twice                        2        1           1
Overwritten                          1        1           1
Records read                                  3           3
`);
  });

  it('[SA2] --json has the counts, the records and the sentences, as the schema says', async () => {
    const { exit, out } = await companies().call('compare-hubspot', '@d.json', ...FILES, '--json');
    expect(exit).toBe(0);
    const told = JSON.parse(out) as Json;
    expect(misfits(schema, told)).toEqual([]);
    expect(told).toMatchObject({
      format: 'drysync/hubspot@1',
      syncs: [{ delta: { made: 1, parted: 1, creates: 0, overwrites: 0 } }],
      warnings: [
        { is: 'name-alone', sync: 'companies', count: 1 },
        { is: 'doubled', count: 2 },
        { is: 'overwritten', count: 1, message: expect.stringContaining('1 company would') as string },
      ],
    });
    const [sync] = told['syncs'] as { classes: { is: string; left: number; records: unknown[] }[] }[];
    expect(sync!.classes.reduce((sum, { left }) => sum + left, 0)).toBe(3);
    expect(sync!.classes.find(({ is }) => is === 'doubled')!.records).toEqual([
      { left: '2', right: null, own: { left: 'update', right: null }, hubspot: 'create' },
      { left: null, right: 'B', own: { left: null, right: 'update' }, hubspot: 'create' },
    ]);
  });

  it('a design of the defaults has no difference', async () => {
    const { exit, out } = await playground().call('compare-hubspot', '@d.json', ...FILES);
    expect(exit).toBe(0);
    expect(out).toContain('HubSpot does nothing otherwise: your design has its defaults.');
    expect(out).toContain('No record would be treated otherwise.');
  });

  it('under the profile salesforce nothing is compared, and the reason is said', async () => {
    const own = playground(undefined, { profile: 'salesforce' });
    const { exit, err } = await own.call('compare-hubspot', '@d.json', ...FILES);
    expect(exit).toBe(1);
    expect(err.at(-1)).toContain('Not compared: this design has the profile salesforce');
  });

  it('where no field is known to be what HubSpot matches by, it says which are wanted', async () => {
    const own = playground([
      {
        requireValidEmail: null,
        matching: { method: 'none' },
        mappings: [{ left: 'First Name', right: 'FirstName' }],
      },
    ]);
    const { exit, err } = await own.call('compare-hubspot', '@d.json', ...FILES);
    expect(exit).toBe(1);
    expect(err.at(-1)).toBe(
      'Not compared: HubSpot matches contacts by e-mail address, and no fields of contacts are known to hold that. Name them under matching, identifiers.',
    );
  });
});
