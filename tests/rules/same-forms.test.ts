import { describe, expect, test } from 'vitest';
import { SAME_FORMS, type SameForm } from '../../src/lib/engine/model/design.ts';
import { sameInForm } from '../../src/lib/engine/read/same-form.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { lineOf, tell } from './story.ts';

const tools = createTools();
const NO = { left: 'NO', right: null };
const same = (left: string, right: string, ...forms: SameForm[]): boolean =>
  sameInForm(forms, NO, tools)(left, right);

describe('[SA1] values the same in a form a mapping names are equal', () => {
  test.each<[SameForm, string, string, string]>([
    ['case', 'ÅSE Nyhus', 'åse NYHUS', 'Åsa Nyhus'],
    ['spaces', 'Fjell\u00a0 AS', 'Fjell\u200b AS ', 'FjellAS'],
    ['punctuation', 'Fjell, Dal & Vik Inc.', 'Fjell Dal & Vik Inc', 'Fjell Dal + Vik Inc'],
    ['diacritics', 'Bjørn Ibáñez', 'Bjorn Ibanez', 'Bjarn Ibanez'],
    ['email', 'Ola <OLA@fjell.no>', 'mailto:ola@fjell.no', 'ola@dal.no'],
    ['phone', '22 33 44 55', '+47 2233-4455', '+46 22334455'],
    ['web-address', 'https://www.Fjell.no/', 'fjell.no', 'fjell.no/en'],
    ['list-order', 'red; green;blue', 'blue, red, green', 'blue, red'],
    ['html', '<p>R&amp;D &aring;pen<br>nå</p>', 'R&D åpen nå', 'R&D åpen'],
    ['legal-form', 'Fjell A/S', 'Fjell AS', 'Fjell A/S Oslo'],
  ])('%s', (form, left, right, other) => {
    expect(same(left, right, form)).toBe(true);
    expect(same(right, left, form)).toBe(true);
    expect(same(left, other, form)).toBe(false);
    expect(same(left, right, ...SAME_FORMS.filter((one) => one !== form))).toBe(false);
  });

  test('forms of texts hold together, and signs that say something stay', () => {
    expect(same('FJELL,  as', 'Fjell', 'case', 'spaces', 'legal-form')).toBe(true);
    expect(same('C#', 'C', 'punctuation')).toBe(false);
    expect(same('-250', '250', 'punctuation')).toBe(false);
    expect(same('1.5', '15', 'punctuation')).toBe(false);
    expect(same('-', '.', 'punctuation')).toBe(false);
  });

  const story = {
    left: 'id,email,phone,name\n1,a@fjell.no,22 33 44 55,OLA\n2,b@fjell.no,22 33 44 56,Eva\n',
    right: 'id,email,phone,name\nA,a@fjell.no,+4722334455,Ola\nB,b@fjell.no,+4722334457,Eva\n',
    schema: { left: { phone: { type: 'text', country: 'NO' } } },
  };
  const mappings = (more: object): object[] => [
    { left: 'phone', right: 'phone', same: ['phone'], ...more },
    { left: 'name', right: 'name', same: ['case'] },
  ];

  test('such a pair writes nothing and is counted apart', async () => {
    const told = await tell({ ...story, sync: { mappings: mappings({}) } });
    expect(told.ends).toEqual(['1=A: in-sync', '2=B: update']);
    expect(lineOf(told, '2').writes).toHaveLength(1);
    expect(told.summary.counts['s']?.fields).toMatchObject([
      { same: 1, sameInForm: 1, overwrites: 1 },
      { same: 2, sameInForm: 1, overwrites: 0 },
    ]);
  });

  test('but under rewriteForm', async () => {
    const told = await tell({ ...story, sync: { mappings: mappings({ rewriteForm: true }) } });
    expect(lineOf(told, '1').writes).toEqual([
      { side: 'right', field: 'phone', from: '+4722334455', to: '22 33 44 55', because: 'form' },
    ]);
  });

  test('another form of what the baseline holds is no change', async () => {
    const values = { left: { phone: '+47 22 33 44 55' }, right: { phone: '0047 22334455' } };
    const link = { sync: 's', left: '1', right: 'A', by: 'key', values };
    const told = await tell({ ...story, links: [link], sync: { mappings: mappings({}) } });
    expect(lineOf(told, '1').outcome).toBe('in-sync');
    const plain = await tell({ ...story, links: [link] });
    expect(lineOf(plain, '1').conflicts).toHaveLength(1);
  });
});
