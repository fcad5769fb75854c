import { describe, expect, it } from 'vitest';
import { ChangeRows } from '../../src/lib/engine/plan/out/change-rows.ts';
import type { FieldWrite, PlanLine } from '../../src/lib/engine/model/line.ts';
import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import { designOf } from '../engine/design/design-of.ts';

const [sync] = designOf({
  right: { object: 'Contact', idField: 'Nr' },
  mappings: [{ left: 'Mail', right: 'Email' }],
}).syncs;

const write = (field: string, to: string, from: string | null = 'x'): FieldWrite => ({
  side: 'right',
  field,
  from,
  to,
  because: 'winner',
});

const line = (id: string, writes: FieldWrite[], outcome: PlanLine['outcome'] = 'update'): PlanLine => ({
  sync: 'contacts',
  outcome,
  left: { id: `L${id}`, row: 0 },
  right: outcome === 'create' ? null : { id: `R${id}`, row: 0 },
  link: null,
  writes,
  conflicts: [],
  reasons: [],
});

const columns = (header: readonly string[]) => ({ columns: { names: header, header }, idDamage: null });

describe('[S97] ids of records that the same plan creates', () => {
  const ref = { sync: 'companies', side: 'left', id: 'L9' } as const;
  const awaiting = (from: string | null): FieldWrite => ({ ...write('Parent', '', from), to: null, ref });
  const associated = (required: boolean): ObjectSync => ({
    ...sync!,
    associations: [
      {
        to: 'companies',
        required,
        left: { field: 'Parent', by: null, primaryOnly: false },
        right: { field: 'Parent', by: null, primaryOnly: false },
      },
    ],
  });
  const planned = [
    line('1', [write('Email', 'n', null), awaiting(null)], 'create'),
    line('2', [write('Email', 'e'), awaiting('')]),
    line('3', [{ ...write('Parent', '7'), because: 'winner' }]),
  ];
  const rowsOf = (required: boolean) =>
    new ChangeRows(
      associated(required),
      { left: 'file', right: 'salesforce' },
      { left: columns(['Id', 'Mail', 'Parent']), right: columns(['Nr', 'Email', 'Parent']) },
    );

  /** By kind, the header and the rows. */
  function files(rows: ChangeRows): Record<string, (readonly string[])[]> {
    for (const each of planned) rows.survey(each);
    const made: Record<string, (readonly string[])[]> = {};
    for (const file of rows.files()) made[file.kind] = [file.header];
    for (const each of planned) for (const { file, cells } of rows.rows(each)) made[file.kind]?.push(cells);
    return made;
  }

  it('are said by no cell, and listed; an id that is known is said', () => {
    expect(files(rowsOf(false))).toEqual({
      creates: [['Email'], ['n']],
      updates: [
        ['Nr', 'Email', 'Parent'],
        ['R2', 'e', ''],
        ['R3', '', '7'],
      ],
    });
    const rows = rowsOf(false);
    expect(rows.unsayable(planned[1]!)).toEqual([
      { sync: 'contacts', side: 'right', id: 'R2', isNew: false, field: 'Parent', cause: 'awaits-parent' },
    ]);
    expect(rows.says(planned[0]!, planned[0]!.writes[0]!)).toBe(true);
  });

  it('hold a create back whose parent is required, not an update', () => {
    const made = files(rowsOf(true));
    expect(made['creates']).toBeUndefined();
    expect(made['updates']).toHaveLength(3);
    const rows = rowsOf(true);
    expect(rows.unsayable(planned[0]!).map(({ field, cause }) => [field, cause])).toEqual([
      ['Email', 'awaits-parent'],
      ['Parent', 'awaits-parent'],
    ]);
    expect(rows.says(planned[0]!, planned[0]!.writes[0]!)).toBe(false);
  });
});
