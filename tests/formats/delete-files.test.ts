import { describe, expect, it } from 'vitest';
import { ChangeRows } from '../../src/lib/engine/plan/out/change-rows.ts';
import { payloadsOf } from '../../src/lib/engine/plan/out/payload.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { isChangeFileName } from '../../src/lib/formats/index.ts';
import { changeWords } from '../../src/lib/words/en/files.ts';
import { designOf } from '../engine/design/design-of.ts';

const [sync] = designOf({
  right: { object: 'Contact', idField: 'Nr' },
  mappings: [{ left: 'Mail', right: 'Email' }],
}).syncs;
const LINE: PlanLine = {
  sync: 'contacts',
  outcome: 'delete',
  left: null,
  right: { id: 'R7', row: 3 },
  link: null,
  writes: [{ side: 'right', field: null, from: null, to: null, because: 'deleted' }],
  conflicts: [],
  reasons: [],
};
const columns = (names: readonly string[]) => ({ columns: { names, header: names }, idDamage: null });

const rowsFor = (own = sync!): ChangeRows => {
  const targets = { left: columns(['Id', 'Mail']), right: columns(['Nr', 'Email']) };
  const rows = new ChangeRows(own, { left: 'file', right: 'file' }, targets);
  rows.survey(LINE);
  return rows;
};

describe('[DE4] [S137] records to be deleted', () => {
  it('have a file of their ids and nothing else, and are handed over by it', () => {
    const rows = rowsFor();
    expect(rows.files().map(({ side, kind, header }) => [side, kind, header])).toEqual([
      ['right', 'deletes', ['Nr']],
    ]);
    expect(rows.rows(LINE).map(({ cells }) => cells)).toEqual([['R7']]);
    expect(rows.says(LINE, LINE.writes[0]!)).toBe(true);
    expect(rows.unsayable(LINE)).toEqual([]);
    expect(isChangeFileName('right-deletes.csv', [])).toBe(true);
  });

  it('have none where no id names them', () => {
    const rows = rowsFor({ ...sync!, right: { ...sync!.right, idField: null } });
    expect(rows.files()).toEqual([]);
    expect(rows.says(LINE, LINE.writes[0]!)).toBe(false);
    expect(rows.held()).toMatchObject([{ side: 'right', records: 1 }]);
  });

  it('are told apart from updates where a payload is shown', () => {
    expect(payloadsOf(LINE)).toMatchObject([{ side: 'right', act: 'delete', id: 'R7', fields: [] }]);
  });

  it('say beside the file what it cannot do', () => {
    const note = { code: 'deletes', name: 'right-deletes.csv', count: 2 } as const;
    expect(changeWords.says({ ...note, app: 'salesforce' })).toContain('operation Delete');
    expect(changeWords.says({ ...note, app: 'hubspot' })).toContain('No import of this app deletes');
  });
});
