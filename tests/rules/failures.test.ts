import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ERROR_CATEGORIES,
  FAILURE_CATEGORIES,
  REASONS,
  REASON_CODES,
  type ToldFailures,
} from '../../src/lib/engine/index.ts';
import { planScenario } from '../scenarios/plan-scenario.ts';
import { readScenarios } from '../scenarios/scenario.ts';
import { tell, type Story, type Told } from './story.ts';

const failuresOf = ({ summary }: Told): ToldFailures => {
  const told = summary.failures?.['s'];
  if (told === undefined) throw new Error('no failures told');
  return told;
};
const listed = (told: Told): string[] =>
  failuresOf(told).groups.map(({ code, field, value, words, count, only, category }) =>
    [count, only, category, code, field ?? '', value ?? words ?? ''].join(' ').trim(),
  );

const contacts = (rows: readonly string[], more: Partial<Story> = {}): Promise<Told> =>
  tell({
    left: `id,email,phone,title\n${rows.join('\n')}\n`,
    right: 'id,email,phone,title\n',
    ...more,
    sync: {
      mappings: [
        { left: 'email', right: 'email' },
        { left: 'phone', right: 'phone' },
        { left: 'title', right: 'title' },
      ],
      ...more.sync,
    },
  });

/** What is told of a scenario, by sync. */
async function scenario(name: string): Promise<Readonly<Record<string, ToldFailures>>> {
  const found = readScenarios(join(import.meta.dirname, '../scenarios')).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no scenario ${name}`);
  const planned = await planScenario(found, 97);
  if (!planned.ok) throw new Error(JSON.stringify(planned.errors));
  return planned.summary.failures ?? {};
}

const OPTIONS = { title: { type: 'single-select', options: ['Boss'] } };

describe('why records fail', () => {
  it('[HE2] every reason that makes a record failing has a category, but an app`s own words', () => {
    const refusing = REASON_CODES.filter((code) => REASONS[code].group === 'refusal');
    expect([...Object.keys(FAILURE_CATEGORIES), 'refused-by-app'].sort()).toEqual([...refusing].sort());
    expect(Object.values(ERROR_CATEGORIES)).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((n) => `ER${n}`),
    );
  });

  it('[ER1] rows that could not be read as records are told by cause, and are as many as were rejected', async () => {
    const told = await contacts(['1,a@x.no,,', '1,b@x.no,,', ',c@x.no,,', '4,d@x.no,,,,', '5,e@x.no,,']);
    const { structural } = failuresOf(told);
    expect(structural.map(({ side, code, count, lines }) => [side, code, count, lines])).toEqual([
      ['left', 'too-many-cells', 1, [5]],
      ['left', 'repeated-id', 1, [3]],
      ['left', 'no-id', 1, [4]],
    ]);
    const [left] = told.summary.inputs;
    expect(structural.reduce((sum, { count }) => sum + count, 0)).toBe(left?.rejected);
  });

  it('[HE5] a thousand records of one cause are one row, and an option that is missing is a cause', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) => `${n},p${n}@x.no,,${n % 4 === 0 ? 'Chef' : 'Cook'}`);
    const told = await contacts(rows, { schema: { right: OPTIONS } });
    expect(listed(told)).toEqual([
      '750 750 property-value option-missing title Cook',
      '250 250 property-value option-missing title Chef',
    ]);
    expect(failuresOf(told).groups.map(({ left, right }) => [left, right])).toEqual([
      [750, 0],
      [250, 0],
    ]);
  });

  it('[HE5] [S180] a record that fails for two causes is in both rows, and frees neither alone', async () => {
    const right = { ...OPTIONS, phone: { type: 'text', maxLength: 3 } };
    const told = await contacts(['1,a@x.no,12345,Cook', '2,b@x.no,1,Cook', '3,c@x.no,12,Boss'], {
      schema: { right },
    });
    expect(listed(told)).toEqual([
      '2 1 property-value option-missing title Cook',
      '1 0 property-value too-long phone',
    ]);
    const { failing, several, groups } = failuresOf(told);
    expect([failing, several]).toEqual([2, 1]);
    expect(groups.reduce((sum, { only }) => sum + only, several)).toBe(failing);
    // Mended, the group is gone.
    const mended = await contacts(['1,a@x.no,123,Boss', '2,b@x.no,1,Boss', '3,c@x.no,12,Boss'], {
      schema: { right },
    });
    expect(failuresOf(mended)).toMatchObject({ failing: 0, several: 0, groups: [] });
  });

  it('[S181] the twenty most frequent values have rows of their own, the others share one', async () => {
    const rows = Array.from({ length: 30 }, (_, n) =>
      Array.from({ length: n < 20 ? 2 : 1 }, (_, k) => `${n}-${k},p${n}-${k}@x.no,,V${n}`),
    ).flat();
    const told = await contacts(rows, { schema: { right: OPTIONS } });
    const { groups } = failuresOf(told);
    expect(groups).toHaveLength(21);
    expect(groups[0]).toMatchObject({ count: 10, only: 10, values: 10, first: 'V20' });
    expect(groups[0]).not.toHaveProperty('value');
    expect(groups.slice(1).every(({ count, value }) => count === 2 && value !== undefined)).toBe(true);
  });

  it('[ER3] [ER4] [ER6] values, duplicates and read-only fields have the category of their reason', async () => {
    const right = {
      title: { type: 'text', required: true },
      phone: { type: 'text', unique: true },
    };
    const told = await contacts(['1,a@x.no,1,', '2,b@x.no,7,x', '3,c@x.no,7,y'], { schema: { right } });
    expect(listed(told)).toEqual([
      '1 1 duplicate not-unique phone',
      '1 1 property-value required-blank title',
    ]);
    expect(FAILURE_CATEGORIES['read-only']).toBe('permission');
  });

  it('[ER5] a required parent that is missing is an association`s, one that is only reported is no failure', async () => {
    const told = await scenario('as6-required-parents');
    expect(told['contacts']).toMatchObject({
      failing: 3,
      several: 0,
      groups: [{ count: 3, only: 3, category: 'association', code: 'parent-missing' }],
    });
  });

  it('[ER5] of a record that fails for something else, a parent that is only reported is no cause', async () => {
    const told = await tell({
      left: 'id,email,title,boss\n1,a@x.no,Chief,9\n',
      right: 'id,email,title,boss\n',
      schema: { right: OPTIONS },
      sync: {
        mappings: [
          { left: 'email', right: 'email' },
          { left: 'title', right: 'title' },
        ],
        associations: [{ to: 's', left: { field: 'boss' }, right: { field: 'boss' } }],
      },
    });
    expect(told.lines[0]?.reasons.map(({ code }) => code)).toEqual(['option-missing', 'parent-missing']);
    expect(failuresOf(told)).toMatchObject({
      failing: 1,
      several: 0,
      groups: [{ code: 'option-missing', only: 1 }],
    });
    expect(failuresOf(told).groups.length).toBe(1);
  });

  it('[ER7] a counterpart that was deleted is told with the side that is left', async () => {
    const links = [{ sync: 's', left: '1', right: 'A', by: 'key', values: { left: {}, right: {} } }];
    const told = await contacts(['1,a@x.no,,', '2,b@x.no,,'], {
      links: [...links],
      right: 'id,email,phone,title\nB,b@x.no,,\n',
      complete: ['right'],
      guards: { maxMissing: null },
    });
    expect(failuresOf(told).groups).toMatchObject([
      { code: 'counterpart-deleted', category: 'deleted', side: 'left', count: 1, left: 1, right: 0 },
    ]);
  });

  it('[ER8] [ER9] [HE5] rows an app refused go by its code, or by its words where nobody knows them', async () => {
    const right = 'id,email,phone,title\nA,a@x.no,,\nB,b@x.no,,\nC,c@x.no,,\nD,d@x.no,,\nE,e@x.no,,\n';
    const rows = ['1,a@x.no,1,', '2,b@x.no,2,', '3,c@x.no,3,', '4,d@x.no,4,', '5,e@x.no,5,'];
    const first = await contacts(rows, { right });
    const words = [
      'A,UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record or 1 records: 0015g00000AbCdE:--',
      'B,UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record or 9 records: 0015g00000ZzZzZ:--',
      'C,FIELD_CUSTOM_VALIDATION_EXCEPTION:A phone needs a country:phone --',
      'D,Sorry 17: no luck today',
      'E,Sorry 18: no luck today',
    ];
    const results = { 'e.csv': `Id,Error\n${words.join('\n')}\n` };
    const told = await contacts(rows, { right, links: first.links, results });
    expect(
      failuresOf(told).groups.map(({ count, category, fixedBy, words: said, first: whole }) => [
        count,
        category,
        fixedBy,
        said,
        whole?.slice(0, 8),
      ]),
    ).toEqual([
      [2, 'transport', 'time', 'UNABLE_TO_LOCK_ROW', 'UNABLE_T'],
      [2, null, null, 'Sorry …: no luck today', 'Sorry 17'],
      [
        1,
        'automation',
        'person',
        'FIELD_CUSTOM_VALIDATION_EXCEPTION:A phone needs a country:phone --',
        'FIELD_CU',
      ],
    ]);
  });
});
