import { describe, expect, it } from 'vitest';
import { AT, day, follows, GONE, LEFT, MAPPINGS, RIGHT, SF } from './deleted-story.ts';
import { lineOf, tell, type Story, type Told } from './story.ts';

const linked = (): Promise<Told> => day(LEFT, RIGHT, null);
const RECREATE = { sync: { deletes: { left: 'recreate' } } };

const restore = (left: string, right: string, to = 'right'): Partial<Story> => ({
  choices: { restores: [{ sync: 's', left, right, to, at: AT }] },
});

describe('deleted records', () => {
  it('[DE1] [DE5] missing from a complete file: failing, nothing is written; from any other: not in this export', async () => {
    const gone = await day(LEFT, 'A,anna@a.no,11\n', await linked());
    expect(gone.ends).toEqual(['1=A: in-sync', '2: failing']);
    expect(lineOf(gone, '2')).toMatchObject({
      writes: [],
      reasons: [{ code: 'counterpart-deleted', side: 'left', ids: ['B'] }],
    });
    const partial = await day(LEFT, 'A,anna@a.no,11\n', await linked(), { complete: ['left'] });
    expect(partial.ends).toEqual(['1=A: in-sync', '2: excluded']);
    // The link stands, so it comes back with its record.
    const back = await day(LEFT, RIGHT, gone);
    expect(back.ends).toEqual(['1=A: in-sync', '2=B: in-sync']);
    expect(lineOf(back, '2').link?.by).toBe('baseline');
  });

  it('[DE5] at the bound of the guard nothing is stopped, beyond it nothing is deleted and the guard says so', async () => {
    const right = 'A,anna@a.no,11\n';
    const at = await day(LEFT, right, await linked(), { guards: { maxMissing: 0.5 } });
    expect(at.ends).toContain('2: failing');
    const beyond = await day(LEFT, right, await linked(), { guards: { maxMissing: 0.4 } });
    expect(beyond.ends).toContain('2: excluded');
    expect(beyond.summary.warnings).toEqual([
      { code: 'maxMissing', sync: 's', count: 1, side: 'right', of: 2, limit: 0.4 },
    ]);
  });

  it('[S130] a linked record whose id stands in a rejected row is in the app, however the row is read', async () => {
    // Under another key than its link was made by, which alone would keep it from being created.
    const told = await day(LEFT, 'A,anna@a.no,11\nB,bo@c.no,22,1,2,3\n', await linked(), RECREATE);
    expect(told.summary.inputs[1]).toMatchObject({ rejected: 1, complete: true });
    expect(told.ends).toEqual(['1=A: in-sync', '2: excluded']);
    expect(lineOf(told, '2').reasons).toMatchObject([{ code: 'not-in-this-export', ids: ['B'] }]);
  });

  it('[DE2] [L13] the design has all of them created again, a person the chosen ones; nobody else does', async () => {
    const right = 'A,anna@a.no,11\n';
    for (const more of [RECREATE, restore('2', 'B')]) {
      const told = await day(LEFT, right, await linked(), more);
      expect(told.ends).toEqual(['1=A: in-sync', '2: create']);
      expect(lineOf(told, '2').writes.map(({ field, to, because }) => [field, to, because])).toEqual([
        ['phone', '22', 'restore'],
        ['email', 'bo@b.no', 'restore'],
      ]);
    }
    const other = await day(LEFT, right, await linked(), restore('2', 'C'));
    expect(other.ends).toContain('2: failing');
    expect(other.summary.warnings).toEqual([{ code: 'choices-void', sync: 's', count: 1 }]);
  });

  it('[S131] handed over it is a create as any other; held back its link stands', async () => {
    const right = 'A,anna@a.no,11\n';
    const handed = await day(LEFT, right, await linked(), restore('2', 'B'));
    expect(handed.links).toMatchObject([
      { left: '1', right: 'A' },
      { left: '2', right: null, by: 'created' },
    ]);
    const loaded = await day(LEFT, right + 'C,bo@b.no,22\n', handed);
    expect(loaded.ends).toEqual(['1=A: in-sync', '2=C: in-sync']);
    const lost = await day(LEFT, right, handed);
    expect(lineOf(lost, '2')).toMatchObject({ outcome: 'create', reasons: [{ code: 'not-taken' }] });
    // Nothing to write: nothing is handed over, and it stays deleted in the next plan.
    const held = await day(LEFT, right, await linked(), {
      ...restore('2', 'B'),
      sync: { mappings: MAPPINGS.map((one) => ({ ...one, direction: 'right-to-left' })) },
    });
    expect(held.links).toContainEqual(expect.objectContaining({ left: '2', right: 'B' }));
    expect((await day(LEFT, right, held)).ends).toContain('2: failing');
  });

  it('[S131] [L11] what has its key on the other side by now is linked, not made twice', async () => {
    const told = await day(LEFT, 'A,anna@a.no,11\nC,bo@b.no,23\n', await linked(), restore('2', 'B'));
    expect(told.ends).toEqual(['1=A: in-sync', '2=C: update']);
    expect(told.links.map(({ left, right }) => [left, right])).toEqual([
      ['1', 'A'],
      ['2', 'C'],
    ]);
  });

  it('[S131] [BL6] what is created again was there before: it is not what a create of the other side became', async () => {
    const sync = { kind: 'deals', matching: { method: 'none' } };
    const links = [{ sync: 's', left: '2', right: 'B', by: 'key', values: { left: {}, right: {} } }];
    const first = await day('2,bo@b.no,22\n', 'B,bo@b.no,22\nC,bo@b.no,22\n', null, { sync, links });
    expect(first.ends).toEqual(['2=B: in-sync', 'C: create']);
    const told = await day('2,bo@b.no,22\n', 'C,bo@b.no,22\n', first, { sync, ...restore('2', 'B') });
    expect(told.ends).toEqual(['2: create', 'C: create']);
    expect(lineOf(told, 'C').reasons).toMatchObject([{ code: 'not-taken', side: 'left' }]);
  });

  it('[S130] [BL7] what an app says it created is not deleted while no export has shown it', async () => {
    const right = 'A,anna@a.no,11\n';
    const handed = await day(LEFT, right, null);
    const results = { 'right-creates.csv': 'Id,email,phone,Error\nC,bo@b.no,22,\n' };
    const told = await day(LEFT, right, handed, { results, ...RECREATE, complete: ['right'] });
    expect(told.links).toContainEqual(expect.objectContaining({ left: '2', right: 'C' }));
    expect(told.ends).toEqual(['1=A: in-sync', '2: excluded']);
  });

  it('[DE3] [S133] against a one-way direction it is refused, with the direction', async () => {
    const oneWay = { direction: 'right-to-left', deletes: { left: 'report' } };
    const told = await day(LEFT, 'A,anna@a.no,11\n', await linked(), {
      ...restore('2', 'B'),
      sync: oneWay,
    });
    expect(lineOf(told, '2')).toMatchObject({
      outcome: 'failing',
      reasons: [{ code: 'counterpart-deleted', side: 'left', rule: 'right-to-left', ids: ['B'] }],
    });
    expect(told.summary.warnings.map(({ code }) => code)).toContain('choices-void');
  });

  it('[S132] [AS6] a deleted parent is missing, one that is created again is there', async () => {
    const sync = {
      mappings: MAPPINGS,
      associations: [{ to: 's', left: { field: 'boss' }, right: { field: 'boss' } }],
    };
    const files = {
      left: 'id,email,phone,boss\n1,anna@a.no,11,\n2,bo@b.no,22,1\n',
      right: 'id,email,phone,boss\nB,bo@b.no,22,\n',
    };
    const values = { left: {}, right: {} };
    const linkOf = (left: string, right: string) => ({ sync: 's', left, right, by: 'key', values });
    const story: Story = {
      ...files,
      links: [linkOf('1', 'A'), linkOf('2', 'B')],
      complete: ['right'],
      guards: { maxMissing: null },
      sync,
    };
    const gone = await tell(story);
    expect(lineOf(gone, 'B').reasons).toMatchObject([{ code: 'parent-missing', ids: ['1'] }]);
    const again = await tell({ ...story, ...restore('1', 'A') });
    expect(again.ends).toContain('1: create');
    expect(lineOf(again, 'B').reasons).toEqual([]);
    expect(lineOf(again, 'B').writes).toMatchObject([{ field: 'boss', to: null, ref: { id: '1' } }]);
  });

  it('[DE4] under the profile salesforce it is deleted too where the design has it so, side by side', async () => {
    const before = await day(LEFT, RIGHT, null, SF);
    const told = await day(LEFT, GONE, before, follows({ left: 'delete' }));
    expect(told.ends).toEqual(['1=A: in-sync', '2: delete']);
    expect(lineOf(told, '2')).toMatchObject({
      right: null,
      link: null,
      writes: [{ side: 'left', field: null, from: null, to: null, because: 'deleted' }],
      reasons: [{ code: 'counterpart-deleted', side: 'left', ids: ['B'] }],
    });
    const { left, writes } = told.summary.counts['s'] ?? {};
    expect([left?.delete, left?.['in-sync'], left?.read, writes?.left]).toEqual([
      1,
      1,
      2,
      { create: 0, update: 0, delete: 1 },
    ]);
    const other = await day(LEFT, GONE, before, follows({ right: 'delete' }));
    expect(other.ends).toEqual(['1=A: in-sync', '2: failing']);
    const mirrored = await day('1,anna@a.no,11\n', RIGHT, before, {
      ...follows({ right: 'delete' }),
      complete: ['left'],
    });
    expect(mirrored.ends).toEqual(['1=A: in-sync', 'B: delete']);
  });

  it('[S135] [DE4] nowhere else: not where the direction forbids it, not of a partial file, not under data-sync', async () => {
    const before = await day(LEFT, RIGHT, null, SF);
    const oneWay = await day(LEFT, GONE, before, follows({ left: 'delete' }, { direction: 'left-to-right' }));
    expect(oneWay.ends).toContain('2: failing');
    const partial = await day(LEFT, GONE, before, { ...follows({ left: 'delete' }), complete: ['left'] });
    expect(partial.ends).toContain('2: excluded');
    await expect(day(LEFT, GONE, before, { sync: { deletes: { left: 'delete' } } })).rejects.toThrow(
      /not-carried-out/,
    );
  });

  it('[S136] what changed since it was last seen is kept for a person, whoever changed it; what was handed over is no change', async () => {
    const before = await day(LEFT, RIGHT, null, SF);
    const rule = follows({ left: 'delete' });
    const edited = await day('1,anna@a.no,11\n2,bo@b.no,99\n', GONE, before, rule);
    expect(lineOf(edited, '2')).toMatchObject({
      outcome: 'failing',
      writes: [],
      reasons: [{ code: 'counterpart-deleted', side: 'left', field: 'phone', ids: ['B'] }],
    });
    // The form alone is a change too: a delete cannot be taken back.
    const reformed = await day('1,anna@a.no,11\n2,bo@b.no,+22\n', GONE, before, rule);
    expect(reformed.ends).toContain('2: failing');
    const entry = { sync: 's', left: '2', right: 'B', by: 'key' };
    const values = { left: { phone: '21' }, right: { phone: '21' } };
    const sent = { left: { phone: { from: '21', to: '22', other: '22', because: 'winner', tries: 1 } } };
    const taken = await day(LEFT, GONE, null, { ...rule, links: [{ ...entry, values, sent }] });
    expect(taken.ends).toContain('2: delete');
    const unseen = { left: {}, right: {} };
    const unknown = await day(LEFT, GONE, null, { ...rule, links: [{ ...entry, values: unseen }] });
    expect(unknown.ends).toContain('2: failing');
  });

  it('[S136] nor is one deleted that a person wants back, or whose key stands in the other file anew', async () => {
    const before = await day(LEFT, RIGHT, null, SF);
    const rule = follows({ left: 'delete' });
    const back = await day(LEFT, GONE, before, { ...restore('2', 'B'), ...rule });
    expect(back.ends).toContain('2: create');
    const anew = await day(LEFT, `${GONE}C,bo@b.no,22\n`, before, rule);
    expect(anew.ends).toEqual(['1=A: in-sync', '2: failing', expect.stringMatching(/^C: /)]);
    expect(lineOf(anew, '2').reasons.map(({ code }) => code)).toEqual([
      'counterpart-deleted',
      'maybe-recreated',
    ]);
  });

  it('[S137] [BL2] not taken it is asked for again; once both are gone from complete files the link is dropped', async () => {
    const before = await day(LEFT, RIGHT, null, SF);
    const rule = follows({ left: 'delete' });
    const handed = await day(LEFT, GONE, before, rule);
    expect(handed.links).toContainEqual(expect.objectContaining({ left: '2', right: 'B' }));
    const again = await day(LEFT, GONE, handed, rule);
    expect(again.ends).toContain('2: delete');
    const half = await day('1,anna@a.no,11\n', GONE, handed, rule);
    expect(half.links).toHaveLength(2);
    const both = await day('1,anna@a.no,11\n', GONE, handed, { ...rule, complete: ['left', 'right'] });
    expect(both.links).toEqual([expect.objectContaining({ left: '1', right: 'A' })]);
  });

  it('[DE4] the guard that counts what is cleared counts what is deleted', async () => {
    const before = await day(LEFT, RIGHT, null, SF);
    const guards = (count: number) => ({ maxMissing: null, maxCleared: { count, share: 1 } });
    const rule = follows({ left: 'delete' });
    const codes = async (count: number) =>
      (await day(LEFT, GONE, before, { ...rule, guards: guards(count) })).summary.warnings.map(
        ({ code }) => code,
      );
    expect(await codes(0)).toEqual(['maxCleared']);
    expect(await codes(1)).toEqual([]);
  });
});
