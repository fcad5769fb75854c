import { describe, expect, it } from 'vitest';
import { day, follows, GONE, LEFT, RIGHT, SF } from './deleted-story.ts';
import { lineOf, type Story, type Told } from './story.ts';

describe('deletes that were handed over', () => {
  /** Handed over by the first plan of this design: 2 is to be deleted on the left. */
  const handedOver = async (): Promise<Told> => {
    const before = await day(LEFT, RIGHT, null, SF);
    return day(LEFT, GONE, before, follows({ left: 'delete' }));
  };
  const answered = (before: Told, file: string, left = LEFT, more: Partial<Story> = {}): Promise<Told> =>
    day(left, GONE, before, { ...follows({ left: 'delete' }), ...more, results: { 'r.csv': file } });
  const removalOf = ({ links }: Told) => links.find(({ left }) => left === '2')?.['delete'];
  const deleted = ({ summary }: Told) => summary.counts['s']?.deleted;
  const NONE = { taken: 0, notTaken: 0, refused: 0, notReadBack: 0, open: 0, aside: 0 };
  const codesOf = (told: Told, id: string) => lineOf(told, id).reasons.map(({ code }) => code);
  const REST = '1,anna@a.no,11\n';

  it('[S468] a delete that is handed over is kept with its link, counted on, and not by a plan that offers none', async () => {
    const handed = await handedOver();
    expect(removalOf(handed)).toEqual({ side: 'left', tries: 1 });
    expect(handed.links.find(({ left }) => left === '2')?.['rows']).toEqual({ left: 1 });
    expect(deleted(handed)).toBeUndefined();
    const again = await day(LEFT, GONE, handed, follows({ left: 'delete' }));
    expect(lineOf(again, '2')).toMatchObject({
      outcome: 'delete',
      reasons: [
        { code: 'counterpart-deleted', ids: ['B'] },
        { code: 'not-taken', side: 'left', ids: ['B'] },
      ],
    });
    expect([removalOf(again), deleted(again)]).toEqual([
      { side: 'left', tries: 2 },
      { ...NONE, notTaken: 1 },
    ]);
    const none = await day(LEFT, GONE, handed, SF);
    expect([none.ends[1], removalOf(none), deleted(none)]).toEqual([
      '2: failing',
      { side: 'left', tries: 1 },
      { ...NONE, aside: 1 },
    ]);
  });

  it('[S469] [BL7] refused it fails with the app`s words and is not offered again, until something else becomes of it', async () => {
    const refused = await answered(await handedOver(), 'Id,Error\n2,It has open cases.\n');
    expect(refused.summary.results).toMatchObject([{ sync: 's', side: 'left', kind: 'deletes', refused: 1 }]);
    expect(lineOf(refused, '2')).toMatchObject({
      outcome: 'failing',
      writes: [],
      reasons: [
        { code: 'counterpart-deleted', side: 'left', ids: ['B'] },
        { code: 'refused-by-app', side: 'left', value: 'It has open cases.', ids: ['B'] },
      ],
    });
    expect(deleted(refused)).toEqual({ ...NONE, refused: 1 });
    const rule = follows({ left: 'delete' });
    const third = await day(LEFT, GONE, refused, rule);
    expect([third.ends, third.links]).toEqual([refused.ends, refused.links]);
    // Somebody works on it: that is no delete any more, and once it is as it was, it is asked for anew.
    const edited = await day('1,anna@a.no,11\n2,bo@b.no,99\n', GONE, refused, rule);
    expect([codesOf(edited, '2'), removalOf(edited), deleted(edited)]).toEqual([
      ['counterpart-deleted'],
      undefined,
      { ...NONE, aside: 1 },
    ]);
    expect((await day(LEFT, GONE, edited, rule)).ends).toContain('2: delete');
    // Gone all the same, by whoever it was.
    const gone = await day(REST, GONE, refused, { ...rule, complete: ['left', 'right'] });
    expect([deleted(gone), gone.links.length]).toEqual([{ ...NONE, taken: 1 }, 1]);
  });

  it('[S469] what the app says is gone is taken once it is not read, and never deleted again while it is', async () => {
    const handed = await handedOver();
    const success = 'Id,Status\n2,Item Deleted\n';
    const older = await answered(handed, success);
    expect(lineOf(older, '2')).toMatchObject({
      outcome: 'failing',
      writes: [],
      reasons: [{ code: 'counterpart-deleted' }, { code: 'not-read-back', side: 'left', ids: ['B'] }],
    });
    expect([deleted(older), removalOf(older)]).toEqual([
      { ...NONE, notReadBack: 1 },
      { side: 'left', tries: 1, written: true },
    ]);
    const still = await day(LEFT, GONE, older, follows({ left: 'delete' }));
    expect([still.ends, still.links]).toEqual([older.ends, older.links]);
    // The left file is not called complete: the app's word is enough, and the link of two that are gone goes.
    const newer = await answered(handed, success, REST);
    expect([deleted(newer), newer.links.length]).toEqual([{ ...NONE, taken: 1 }, 1]);
    // Without a word of it nobody knows.
    const unknown = await day(REST, GONE, handed, follows({ left: 'delete' }));
    expect([deleted(unknown), unknown.links.length]).toEqual([{ ...NONE, open: 1 }, 2]);
  });

  it('[S469] a later file stands, what was once said to be gone stays so, and the counts add up to what was handed over', async () => {
    const left = `${LEFT}3,cy@c.no,33\n4,di@d.no,44\n5,ed@e.no,55\n6,fy@f.no,66\n`;
    const right = `${RIGHT}C,cy@c.no,33\nD,di@d.no,44\nE,ed@e.no,55\nF,fy@f.no,66\n`;
    const rule = follows({ left: 'delete' });
    const before = await day(left, right, null, SF);
    const handed = await day(left, GONE, before, rule);
    expect(handed.summary.counts['s']?.writes.left.delete).toBe(5);
    const now = '1,anna@a.no,11\n2,bo@b.no,22\n3,cy@c.no,33\n4,di@d.no,44\n5,ed@e.no,99\n';
    const told = await day(now, GONE, handed, {
      ...rule,
      results: {
        'a.csv': 'Id,Status\n2,Deleted\n3,Error: locked\n',
        'b.csv': 'Id,Error\n2,No.\n3,It is locked.\n',
      },
    });
    expect(deleted(told)).toEqual({ ...NONE, notReadBack: 1, refused: 1, notTaken: 1, aside: 1, open: 1 });
    expect(lineOf(told, '3').reasons[1]).toMatchObject({ value: 'It is locked.' });
    const byHand = told.links.find((link) => link['left'] === '6');
    expect(byHand?.['delete']).toEqual({ side: 'left', tries: 1 });
  });

  it('[S469] what is back while its counterpart was deleted after it is not deleted in turn', async () => {
    const gone = await answered(await handedOver(), 'Id,Error\n2,\n', REST, { complete: [] });
    expect(gone.links).toHaveLength(1);
    const open = await day(REST, GONE, await handedOver(), { ...follows({ left: 'delete' }), complete: [] });
    const both = { ...follows({ left: 'delete', right: 'delete' }), complete: ['left' as const] };
    const back = await day(REST, RIGHT, open, both);
    expect(back.ends).toEqual(['1=A: in-sync', 'B: failing']);
    expect(deleted(back)).toEqual({ ...NONE, taken: 1 });
    // Where both are back they are a pair as before; a plan that hands something over asks for nothing more.
    const pair = await day(LEFT, RIGHT, open, both);
    expect([pair.ends, removalOf(pair), deleted(pair)]).toEqual([
      ['1=A: in-sync', '2=B: in-sync'],
      undefined,
      { ...NONE, aside: 1 },
    ]);
  });

  it('[S470] [S102] a result file tells of deletes by the id or the row; one with a column of a field does not', async () => {
    const handed = await handedOver();
    const unclear = ({ summary }: Told) => summary.results?.map(({ kind, causes }) => [kind, causes]);
    const byRow = await answered(handed, 'Row,Error\n1,No.\n');
    expect(codesOf(byRow, '2')).toContain('refused-by-app');
    const updates = await answered(handed, 'Id,Phone,Status\n2,22,Item Updated\n');
    expect([updates.ends[1], unclear(updates)]).toEqual(['2: delete', [[null, { 'which-file': 1 }]]]);
    const other = await answered(handed, 'Id,Status\n1,Item Deleted\n');
    expect(unclear(other)).toEqual([[null, { 'which-file': 1 }]]);
    const notSent = await day(LEFT, GONE, handed, {
      ...follows({ left: 'delete' }),
      results: { 's-left-deletes-not-sent.csv': 'id,Why\n2,not sent: the push was stopped before it\n' },
    });
    expect([codesOf(notSent, '2'), removalOf(notSent), deleted(notSent)]).toEqual([
      ['counterpart-deleted'],
      { side: 'left', tries: 1 },
      undefined,
    ]);
  });
});
