import { describe, expect, it } from 'vitest';
import { appFacts, idForm } from '../../../src/lib/engine/model/app.ts';

describe('[S24] ids of an app', () => {
  it.each([
    ['salesforce', '003A0000000aBcD', '003A0000000aBcDIAU'],
    ['salesforce', 'row-7', 'row-7'],
    ['hubspot', '003A0000000aBcD', '003A0000000aBcD'],
    ['something else', '003A0000000aBcD', '003A0000000aBcD'],
  ])('%s: %s is %s', (kind, id, form) => {
    expect(idForm(kind)(id)).toBe(form);
  });
});

describe('[change files] what an app does with a blank', () => {
  it.each([
    ['hubspot', 'leaves', null, false],
    ['salesforce', 'leaves', '#N/A', false],
    ['odoo', 'empties', '', false],
    ['something else', 'leaves', '', true],
  ])('%s', (kind, blank, clear, namesFields) => {
    expect(appFacts(kind)).toMatchObject({ blanks: { blank, clear, namesFields } });
  });
});
