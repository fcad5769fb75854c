import { describe, expect, it } from 'vitest';
import { suggest, toDesignFile, type SuggestNote } from '../../src/lib/engine/suggest/index.ts';
import { readDesign } from '../../src/lib/engine/index.ts';
import { PLAIN } from '../../src/lib/words/in-files.ts';
import { suggestNotes } from '../../src/lib/words/en/suggest-notes.ts';
import { withCells } from './made-side.ts';

const EMAILS = ['anna@a.no', 'bo@b.no', 'cy@c.no'];
type Columns = readonly (readonly [string, readonly string[]])[];

/** Two files of three contacts, the right one with more columns: what the suggested design says of its records' lives. */
function suggested(columns: Columns, file = 'file.csv') {
  const left = withCells([
    ['Record ID', ['1', '2', '3']],
    ['Email', EMAILS],
  ]);
  const right = withCells([['Email', EMAILS], ...columns], file);
  const found = suggest({ left, right, kind: 'contacts' });
  const reading = readDesign(toDesignFile(found));
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const [sync] = reading.design.syncs;
  const { archived, mergedInto, mergedFrom } = sync!.right;
  expect(sync!.left).not.toHaveProperty('archived');
  const notes = found.notes.filter(({ code }) => code === 'archived-field' || code === 'merged-field');
  return { archived, mergedInto, mergedFrom, notes, mappings: found.mappings };
}

const tell = (note: SuggestNote | undefined): string =>
  suggestNotes(PLAIN).note(note!, { left: 'HubSpot', right: 'Salesforce' });

describe('[S435] who is archived and who was merged', () => {
  it.each([
    ['IsDeleted', ['false', 'true', 'false'], ['true']],
    ['IsDeleted', ['0', '0', '1'], ['1']],
    ['Archived', ['No', 'Yes', ''], ['yes']],
    ['archived', ['', '', ''], ['true']],
  ])('%s of %j is archived where it is %j', (name, cells, is) => {
    const { archived, notes } = suggested([[name, cells]]);
    expect(archived).toEqual({ field: name, is });
    expect(tell(notes[0])).toContain(`${name} says who was deleted or archived (${is.join(', ')})`);
  });

  it('is not asked of a column that holds anything else', () => {
    expect(suggested([['Archived', ['2024-01-01', '', 'false']]]).archived).toBeUndefined();
    expect(suggested([['Active', ['true', 'false', 'true']]]).archived).toBeUndefined();
  });

  it('is said by Odoo the other way round', () => {
    const { archived } = suggested(
      [
        ['External ID', ['a.1', 'a.2', 'a.3']],
        ['Is a Company', ['True', 'False', 'False']],
        ['Active', ['True', 'False', 'True']],
      ],
      'odoo.csv',
    );
    expect(archived).toEqual({ field: 'Active', is: ['false'] });
  });

  it('merges are told by either record, and neither column is mapped', () => {
    const into = suggested([['MasterRecordId', ['', '003A', '']]]);
    expect(into).toMatchObject({ mergedInto: 'MasterRecordId', mergedFrom: undefined });
    expect(tell(into.notes[0])).toContain('MasterRecordId says who was merged into whom');
    const from = suggested([['hs_merged_object_ids', ['', '7;8', '']]]);
    expect(from).toMatchObject({ mergedInto: undefined, mergedFrom: 'hs_merged_object_ids' });
    expect([...into.mappings, ...from.mappings].map(({ right }) => right)).not.toContain('MasterRecordId');
  });
});
