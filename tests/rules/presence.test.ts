import { describe, expect, it } from 'vitest';
import { lineOf, tell, type Story, type Told } from './story.ts';

const HEAD = 'id,email,phone,gone,into,from\n';
const side = (object: string) => ({
  object,
  idField: 'id',
  modifiedField: null,
  archived: { field: 'gone', is: ['true', 'x'] },
  mergedInto: 'into',
  mergedFrom: 'from',
});

/** Contacts matched by e-mail; both apps say who is archived and who was merged into whom. No file is called complete. */
const day = (left: string, right: string, before: Told | null, more: Partial<Story> = {}): Promise<Told> =>
  tell({
    left: HEAD + left,
    right: HEAD + right,
    ...(before === null ? {} : { links: before.links }),
    ...more,
    sync: {
      left: side('contacts'),
      right: side('Contact'),
      mappings: [{ left: 'phone', right: 'phone' }],
      ...more.sync,
    },
  });

const LEFT = '1,anna@a.no,11,,,\n2,bo@b.no,22,,,\n';
const RIGHT = 'A,anna@a.no,11,,,\nB,bo@b.no,22,,,\n';
const linked = (): Promise<Told> => day(LEFT, RIGHT, null);
const idsOf = (told: Told) => told.links.map(({ left, right }) => [left, right]);

describe('archived records', () => {
  it('[S430] [S431] [DE5] [DE1] it takes no part, its counterpart is failing, and no file need be complete', async () => {
    const told = await day('1,anna@a.no,11, TRUE ,,\n2,bo@b.no,22,no,,\n', RIGHT, await linked());
    expect(told.ends).toEqual(['2=B: in-sync', '1: excluded', 'A: failing']);
    expect(lineOf(told, '1').reasons).toEqual([
      { code: 'archived', side: 'left', field: 'gone', value: ' TRUE ', ids: [] },
    ]);
    expect(lineOf(told, 'A').reasons).toEqual([{ code: 'counterpart-deleted', side: 'right', ids: ['1'] }]);
    const { left, right } = told.summary.counts['s'] ?? {};
    expect([left?.read, left?.excluded, right?.read, right?.failing]).toEqual([2, 1, 2, 1]);
    // The link stands: what is taken out of the bin is linked as it was.
    const back = await day(LEFT, RIGHT, told);
    expect(lineOf(back, '1')).toMatchObject({ outcome: 'in-sync', link: { by: 'baseline' } });
  });

  it('[S431] the guard over what is missing counts only what is missing', async () => {
    const half = { complete: ['left'], guards: { maxMissing: 0.5 } } as const;
    const told = await day('1,anna@a.no,11,x,,\n', RIGHT, await linked(), half);
    expect(told.ends).toEqual(['1: excluded', 'A: failing', 'B: failing']);
  });

  it('[S431] it is created again where the design or a person has it so', async () => {
    const left = '1,anna@a.no,11,x,,\n2,bo@b.no,22,,,\n';
    const restores = [{ sync: 's', left: '1', right: 'A', to: 'left', at: '2026-03-01T10:00:00Z' }];
    for (const more of [{ sync: { deletes: { right: 'recreate' } } }, { choices: { restores } }]) {
      const told = await day(left, RIGHT, await linked(), more);
      expect(told.ends).toEqual(['2=B: in-sync', '1: excluded', 'A: create']);
    }
  });

  it('[S431] [MA14] what was never linked is not created again either, while a record that lives with the key binds', async () => {
    const told = await day('1,anna@a.no,11,x,,\n', RIGHT, null);
    expect(told.ends).toEqual(['1: excluded', 'A: excluded', 'B: create']);
    expect(lineOf(told, 'A').reasons).toEqual([
      { code: 'counterpart-archived', side: 'right', value: 'anna@a.no', ids: ['1'] },
    ]);
    const lives = await day('1,anna@a.no,10,x,,\n3,Anna@a.no,11,,,\n', RIGHT, null);
    expect(lives.ends).toEqual(['3=A: in-sync', '1: excluded', 'B: create']);
    const wanted = await day('1,anna@a.no,11,x,,\n', RIGHT, null, {
      sync: { deletes: { right: 'recreate' } },
    });
    expect(wanted.ends).toContain('A: create');
  });

  it('[S431] what it held of a unique field is free, and it names no parent', async () => {
    const sync = {
      deletes: { left: 'recreate' },
      mappings: [
        { left: 'phone', right: 'phone' },
        { left: 'email', right: 'email' },
      ],
    };
    const schema = { right: { email: { type: 'text', unique: true } } };
    const told = await day('1,anna@a.no,11,,,\n', 'A,anna@a.no,11,x,,\n', null, { sync, schema });
    expect(told.ends).toEqual(['1: create', 'A: excluded']);
    const named = {
      mappings: [],
      associations: [
        { to: 's', left: { field: 'phone', by: 'email' }, right: { field: 'phone', by: 'email' } },
      ],
    };
    const family = await day(
      '1,anna@a.no,,x,,\n3,anna@a.no,,,,\n2,bo@b.no,anna@a.no,,,\n',
      'A,anna@a.no,,,,\nB,bo@b.no,,,,\n',
      null,
      { sync: named },
    );
    expect(lineOf(family, '2').reasons).toEqual([]);
    expect(lineOf(family, '2').writes).toMatchObject([{ side: 'right', field: 'phone', to: 'anna@a.no' }]);
  });

  it('[S430] a person`s word on it is void, and no id pair names it', async () => {
    const links = [
      { sync: 's', left: '1', right: 'B', verdict: 'same', at: '2026-03-01T10:00:00Z', by: 'P' },
    ];
    const told = await day('1,anna@a.no,11,x,,\n', RIGHT, null, { choices: { links } });
    expect(lineOf(told, 'B')).toMatchObject({ outcome: 'create', link: null });
    expect(told.summary.warnings).toContainEqual({ code: 'choices-void', sync: 's', count: 1 });
    const byId = await day('2,bo@b.no,A,,,\n', 'A,,11,x,,\n', null, {
      sync: { matching: { method: 'none', idPair: { left: 'phone' } } },
    });
    expect(byId.ends).toEqual(['2: create', 'A: excluded']);
  });
});

describe('merged records', () => {
  it('[S432] [S433] the link follows, by either way of telling, with what was seen', async () => {
    const ways = [
      '1,anna@a.no,11,,3,\n2,bo@b.no,22,,,\n3,anna@new.no,12,,,\n',
      '2,bo@b.no,22,,,\n3,anna@new.no,12,,,1; 9\n',
      // From merge to merge; of a circle nothing comes.
      '1,anna@a.no,11,x,4,\n2,bo@b.no,22,,,\n3,anna@new.no,12,,,4\n',
    ];
    for (const left of ways) {
      const told = await day(left, RIGHT, await linked());
      expect(lineOf(told, 'A')).toMatchObject({
        outcome: 'update',
        left: { id: '3' },
        link: { by: 'baseline' },
        writes: [{ side: 'right', field: 'phone', from: '11', to: '12', because: 'left-changed' }],
      });
      expect(idsOf(told)).toContainEqual(['3', 'A']);
      const next = await day(left, RIGHT, told);
      expect(lineOf(next, 'A').left?.id).toBe('3');
    }
    const round = await day(
      '1,anna@a.no,11,,5,\n5,eva@e.no,55,,1,\n2,bo@b.no,22,,,\n',
      RIGHT,
      await linked(),
    );
    expect(round.ends).toContain('A: failing');
  });

  it('[S432] a record that is there is nobody else, and one that leads to no row is missing', async () => {
    const there = await day('1,anna@a.no,11,,,\n2,bo@b.no,22,,,1\n', RIGHT, await linked());
    expect(there.ends).toEqual(['1=A: in-sync', '2=B: in-sync']);
    const nowhere = await day('1,anna@a.no,11,x,7,\n2,bo@b.no,22,,,\n', RIGHT, await linked());
    expect(lineOf(nowhere, 'A')).toMatchObject({
      outcome: 'excluded',
      reasons: [{ code: 'not-in-this-export', ids: ['1'] }],
    });
    const said = await day('1,anna@a.no,11,x,7,\n2,bo@b.no,22,,,\n', RIGHT, await linked(), {
      complete: ['left'],
      guards: { maxMissing: null },
    });
    expect(said.ends).toContain('A: failing');
  });

  it('[S433] two links that meet are said with both, and nothing is bound by guess', async () => {
    // 1 went into 2, which has a link of its own: A is left over.
    const met = await day('1,anna@a.no,11,x,2,\n2,bo@b.no,22,,,\n', RIGHT, await linked());
    expect(met.ends).toEqual(['2=B: in-sync', '1: excluded', 'A: ambiguous']);
    expect(lineOf(met, 'A')).toMatchObject({
      writes: [],
      reasons: [{ code: 'links-merged', side: 'right', ids: ['2'] }],
    });
    expect(idsOf(met)).toEqual([
      ['2', 'B'],
      ['1', 'A'],
    ]);
    // Both went into a third, as HubSpot does it: nobody knows which of the two it is.
    const third = await day('3,cy@c.no,33,,,1;2\n', RIGHT, await linked());
    expect(third.ends).toEqual(['3: ambiguous', 'A: ambiguous', 'B: ambiguous']);
    expect(lineOf(third, '3').reasons).toEqual([{ code: 'links-merged', side: 'left', ids: ['A', 'B'] }]);
    expect(idsOf(third)).toEqual([
      ['1', 'A'],
      ['2', 'B'],
    ]);
  });

  it('[S433] a person says which link stands, or parts them', async () => {
    const verdict = (left: string, right: string, word: string) => ({
      choices: {
        links: [{ sync: 's', left, right, verdict: word, at: '2026-03-01T10:00:00Z', by: 'P' }],
      },
    });
    const left = '3,cy@c.no,11,,,1;2\n';
    const same = await day(left, RIGHT, await linked(), verdict('3', 'A', 'same'));
    expect(same.ends).toEqual(['3=A: in-sync', 'B: create']);
    expect(lineOf(same, '3').link?.by).toBe('person');
    // Of what was seen by the link that stands: no conflict, nothing new.
    expect(lineOf(same, '3')).toMatchObject({ writes: [], conflicts: [] });
    for (const [one, other] of [
      ['3', 'B'],
      ['2', 'B'],
    ] as const) {
      const parted = await day(left, RIGHT, await linked(), verdict(one, other, 'different'));
      expect(parted.ends).toEqual(['3=A: in-sync', 'B: create']);
      expect(parted.summary.warnings.map(({ code }) => code)).not.toContain('choices-void');
    }
  });

  it('[S433] merged on both sides two links are one', async () => {
    const left = '1,anna@a.no,11,x,2,\n2,bo@b.no,11,,,\n';
    const right = 'A,anna@a.no,11,,,\nB,bo@b.no,22,x,A,\n';
    const told = await day(left, right, await linked());
    expect(told.ends).toEqual(['2=A: in-sync', '1: excluded', 'B: excluded']);
    expect(idsOf(told)).toEqual([['2', 'A']]);
  });

  it('[S433] a record that waits for its own create takes no link over', async () => {
    const first = await day('1,anna@a.no,11,,,\n3,cy@c.no,33,,,\n', 'A,anna@a.no,11,,,\n', null);
    expect(first.ends).toEqual(['1=A: in-sync', '3: create']);
    const told = await day('1,anna@a.no,11,,3,\n3,cy@c.no,33,,,\n', 'A,anna@a.no,11,,,\n', first);
    expect(told.ends).toEqual(['1: excluded', '3: ambiguous', 'A: ambiguous']);
    expect(idsOf(told)).toEqual(
      expect.arrayContaining([
        ['1', 'A'],
        ['3', null],
      ]),
    );
  });

  it('[S434] [DE4] what others were merged into is not deleted for one of them', async () => {
    const rule = { profile: 'salesforce', sync: { deletes: { left: 'delete' } } };
    const before = await day(LEFT, RIGHT, null, { profile: 'salesforce' });
    const right = 'A,anna@a.no,11,x,,\nB,bo@b.no,22,,,\n';
    const followed = await day(LEFT, right, before, rule);
    expect(followed.ends).toContain('1: delete');
    const merged = await day('3,anna@a.no,11,,,1\n2,bo@b.no,22,,,\n', right, before, rule);
    expect(lineOf(merged, '3')).toMatchObject({
      outcome: 'failing',
      reasons: [{ code: 'counterpart-deleted', side: 'left', ids: ['A'] }],
    });
  });
});
