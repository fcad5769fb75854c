import { describe, expect, it } from 'vitest';
import { lineOf, tell, type Story, type Told } from './story.ts';

const MAPPINGS = [
  { left: 'phone', right: 'phone' },
  { left: 'title', right: 'title' },
];

/** Contacts matched by e-mail; rows as `1,anna@a.no,11,Boss`. */
const day = (left: string, right: string, before: Told | null, more: Partial<Story> = {}): Promise<Told> =>
  tell({
    left: `id,email,phone,title\n${left}\n`,
    right: `id,email,phone,title\n${right}\n`,
    ...(before === null ? {} : { links: before.links }),
    ...more,
    sync: { mappings: MAPPINGS, ...more.sync },
  });

const LEFT = '1,anna@a.no,11,Boss';
const RIGHT = 'A,anna@a.no,,Chief';

const codesOf = (told: Told, id: string) => lineOf(told, id).reasons.map(({ code }) => code);
const writesOf = (told: Told, id: string) =>
  lineOf(told, id).writes.map(({ side, field, to }) => `${side} ${field} ${to}`);
const countsOf = ({ summary }: Told) =>
  (summary.results ?? []).map(({ sync, side, kind, rows, written, refused, notUnderstood, causes }) => ({
    about: sync === null ? null : `${sync} ${String(side)} ${String(kind)}`,
    rows: [rows, written, refused, notUnderstood],
    causes,
  }));

const pushSays = (why: string) => ({ 'p.csv': `id,phone,title,Why\nA,11,Boss,${why}\n` });

const refusedBy = (error: string) => ({ 'e.csv': `Id,Phone,Title,ERROR\nA,11,Boss,${error}\n` });

describe('result files', () => {
  it('[BL7] [HE3] a refused row is failing with the app`s words, and stays so in the plans that follow', async () => {
    const first = await day(LEFT, RIGHT, null);
    expect(writesOf(first, '1')).toEqual(['right phone 11', 'right title Boss']);
    const second = await day(LEFT, RIGHT, first, { results: refusedBy('Row was locked.') });
    expect(lineOf(second, '1')).toMatchObject({
      outcome: 'failing',
      writes: [],
      reasons: [{ code: 'refused-by-app', side: 'right', value: 'Row was locked.' }],
    });
    expect(countsOf(second)).toEqual([{ about: 's right updates', rows: [1, 0, 1, 0], causes: {} }]);
    expect(second.summary.counts['s']?.reasons).toEqual({ 'refused-by-app': 1 });
    const third = await day(LEFT, RIGHT, second);
    expect(third.ends).toEqual(['1=A: failing']);
    expect(third.links).toEqual(second.links);
  });

  it('[S374] what a push did not send is offered again as if it had never been handed over, what it does not know is not', async () => {
    const first = await day(LEFT, RIGHT, null);
    for (const why of [
      'stale: changed since the plan was made',
      'not sent: the push was stopped before it',
    ]) {
      const second = await day(LEFT, RIGHT, first, { results: pushSays(why) });
      expect(writesOf(second, '1')).toEqual(['right phone 11', 'right title Boss']);
      expect(countsOf(second)).toEqual([{ about: 's right updates', rows: [1, 0, 0, 0], causes: {} }]);
      expect(second.summary.results).toMatchObject([{ notSent: 1 }]);
      // The next hand-over is the first one.
      expect(second.links).toMatchObject([{ sent: { right: { phone: { tries: 1 } } } }]);
    }
    const open = await day(LEFT, RIGHT, first, { results: pushSays('unknown: the answer was lost') });
    expect(open.summary.results).toMatchObject([{ unknown: 1, notUnderstood: 0 }]);
    expect(open.links).toMatchObject([{ sent: { right: { phone: { tries: 2 } } } }]);
    const other = await day(LEFT, RIGHT, first, { results: pushSays('because') });
    expect(countsOf(other)).toEqual([
      { about: 's right updates', rows: [1, 0, 0, 1], causes: { 'says-nothing': 1 } },
    ]);
  });

  it('[S374] a create that a push did not send is no create that came again', async () => {
    const left = '1,anna@a.no,11,Boss\n2,bo@a.no,22,Clerk';
    const first = await day(left, RIGHT, null);
    expect(lineOf(first, '2').outcome).toBe('create');
    const results = {
      'p.csv': 'id,email,phone,title,Why\n,bo@a.no,22,Clerk,not sent: the push was stopped before it\n',
    };
    const second = await day(left, RIGHT, first, {
      results,
      sync: { mappings: [{ left: 'email', right: 'email' }, ...MAPPINGS] },
    });
    expect(lineOf(second, '2')).toMatchObject({ outcome: 'create', reasons: [] });
    const without = await day(left, RIGHT, first);
    expect(codesOf(without, '2')).toEqual(['not-taken']);
  });

  it('[HE3] [S103] it is tried again when a record or the mapping changes, and counted on', async () => {
    const second = await day(LEFT, RIGHT, await day(LEFT, RIGHT, null), { results: refusedBy('No.') });
    const edited = await day('1,anna@a.no,12,Boss', RIGHT, second);
    expect(writesOf(edited, '1')).toEqual(['right phone 12', 'right title Boss']);
    expect(edited.links).toMatchObject([{ sent: { right: { phone: { tries: 2 } } }, rows: { right: 1 } }]);
    expect(JSON.stringify(edited.links)).not.toContain('refused');
    // There somebody mends a part of it by hand.
    expect(writesOf(await day(LEFT, 'A,anna@a.no,,Boss', second), '1')).toEqual(['right phone 11']);
    const narrower = { sync: { mappings: MAPPINGS.slice(0, 1) } };
    expect(writesOf(await day(LEFT, RIGHT, second, narrower), '1')).toEqual(['right phone 11']);
  });

  it('[BL7] a refused row undoes no edit at its source, whatever stands there now', async () => {
    const agreed = await day('1,anna@a.no,10,Boss', 'A,anna@a.no,10,Boss', null);
    const edited = await day('1,anna@a.no,11,Boss', 'A,anna@a.no,10,Boss', agreed);
    expect(writesOf(edited, '1')).toEqual(['right phone 11']);
    const results = { 'e.csv': 'Id,Error\nA,No.\n' };
    const refused = await day('1,anna@a.no,11,Boss', 'A,anna@a.no,10,Boss', edited, { results });
    expect(refused.ends).toEqual(['1=A: failing']);
    // An edit there on top of it is an ordinary conflict, won by the left side.
    const both = await day('1,anna@a.no,11,Boss', 'A,anna@a.no,13,Boss', refused);
    expect(writesOf(both, '1')).toEqual(['right phone 11']);
    expect(lineOf(both, '1').conflicts).toMatchObject([
      { leftValue: '11', rightValue: '13', decidedBy: 'winner' },
    ]);
  });

  it('[BL7] [S104] what was written is not offered again by an older export, and asked about when another text comes', async () => {
    const first = await day(LEFT, RIGHT, null);
    const results = { 's.csv': 'ID,STATUS\nA,Item Updated\n' };
    const second = await day(LEFT, RIGHT, first, { results });
    expect([second.ends, writesOf(second, '1'), codesOf(second, '1')]).toEqual([
      ['1=A: in-sync'],
      [],
      ['not-read-back', 'not-read-back'],
    ]);
    expect(second.summary.counts['s']?.fields[0]?.handOver).toMatchObject({ taken: 0, notReadBack: 1 });
    // An edit at the source waits for it too.
    const edit = await day('1,anna@a.no,12,Boss', RIGHT, first, { results });
    expect(writesOf(edit, '1')).toEqual([]);
    // Once something was handed over since, what is not there is offered again; what is another text is asked about.
    const third = await day(LEFT, RIGHT, second);
    expect(writesOf(third, '1')).toEqual(['right phone 11', 'right title Boss']);
    const other = await day(LEFT, 'A,anna@a.no,1,Boss', second);
    expect(other.ends).toEqual(['1=A: conflict']);
    expect(codesOf(other, '1')).toEqual(['came-back-different']);
    // Read back, all is settled.
    const read = await day(LEFT, 'A,anna@a.no,11,Boss', second);
    expect([read.ends, codesOf(read, '1')]).toEqual([['1=A: in-sync'], []]);
    expect(JSON.stringify(read.links)).not.toContain('sent');
  });

  it('[BL7] a create binds by its new id, whatever its texts became, and is made once', async () => {
    const deals = { kind: 'deals', matching: { method: 'none' }, mappings: MAPPINGS };
    const first = await day(LEFT, 'B,bo@a.no,22,Chef', null, { sync: deals });
    expect(first.ends).toEqual(['1: create', 'B: create']);
    const results = { 's.csv': 'ID,PHONE,TITLE,STATUS\nN,11,Boss,Item Created\n' };
    const older = await day(LEFT, 'B,bo@a.no,22,Chef', first, { sync: deals, results });
    expect(older.ends).toEqual(['1: excluded', 'B: create']);
    expect(codesOf(older, '1')).toEqual(['not-in-this-export']);
    const newer = await day(LEFT, 'B,bo@a.no,22,Chef\nN,,11,The boss', older, { sync: deals });
    expect(newer.ends[0]).toBe('1=N: conflict');
    expect(lineOf(newer, '1').link?.by).toBe('baseline');
    // The same file once more changes nothing.
    const again = await day(LEFT, 'B,bo@a.no,22,Chef', older, { sync: deals, results });
    expect(again.ends[0]).toBe('1: excluded');
    expect(countsOf(again)).toEqual([{ about: 's right creates', rows: [1, 1, 0, 0], causes: {} }]);
  });

  it('[BL7] a line of the change file is the row above it, since the header is the first', async () => {
    const [left, right] = [`${LEFT}\n2,eva@a.no,22,Chef`, `${RIGHT}\nB,eva@a.no,,Cook`];
    const results = { 'e.csv': 'Line number,Error message\n3,No.\n' };
    const told = await day(left, right, await day(left, right, null), { results });
    expect(told.ends).toEqual(['1=A: update', '2=B: failing']);
  });

  it('[BL7] [S104] a refused create is failing; one written without an id is held until it is found', async () => {
    const first = await day(`${LEFT}\n2,eva@a.no,22,Chef`, RIGHT, null);
    expect(first.ends).toEqual(['1=A: update', '2: create']);
    const refused = { 'e.csv': 'Row,Error message\n1,Not allowed.\n' };
    // Row 1 of the updates or of the creates: nothing tells.
    const unclear = await day(`${LEFT}\n2,eva@a.no,22,Chef`, RIGHT, first, { results: refused });
    expect(countsOf(unclear)).toEqual([{ about: null, rows: [1, 0, 0, 1], causes: { 'which-file': 1 } }]);
    const told = { 'e.csv': 'Line number,Phone,Title,Error message\n2,22,Chef,Not allowed.\n' };
    const second = await day(`${LEFT}\n2,eva@a.no,22,Chef`, RIGHT, first, { results: told });
    expect(lineOf(second, '2')).toMatchObject({
      outcome: 'failing',
      reasons: [{ code: 'refused-by-app', side: 'right', value: 'Not allowed.' }],
    });
    expect(second.summary.counts['s']?.created).toMatchObject({ found: 0, notTaken: 0, refused: 1 });
    const edited = await day(`${LEFT}\n2,eva@a.no,23,Chef`, RIGHT, second);
    expect([edited.ends[1], codesOf(edited, '2')]).toEqual(['2: create', []]);
    const written = { 's.csv': 'Phone,Title,Status\n22,Chef,ok\n' };
    const held = await day(`${LEFT}\n2,eva@a.no,22,Chef`, RIGHT, first, { results: written });
    expect(lineOf(held, '2').reasons).toEqual([{ code: 'handed-over', side: 'left', ids: [] }]);
  });

  it('[BL7] [S102] every row is written, refused or not understood, and why not is said', async () => {
    const first = await day(`${LEFT}\n2,bo@a.no,22,Chef`, `${RIGHT}\nB,bo@a.no,,Vice`, null);
    const results = {
      'a.csv':
        'sf__Id,sf__Error,Id,phone,title\n,No.,A,11,Boss\n,,B,22,Chef\n,No.,C,1,1\n,No.,A,10,Boss head\n',
      'b.csv': 'Id,Status\nA,\nB,Updated\nB,"open, of course"\n',
    };
    const second = await day(`${LEFT}\n2,bo@a.no,22,Chef`, `${RIGHT}\nB,bo@a.no,,Vice`, first, { results });
    expect(countsOf(second)).toEqual([
      { about: 's right updates', rows: [4, 1, 1, 2], causes: { 'not-handed-over': 1, 'other-values': 1 } },
      { about: 's right updates', rows: [3, 1, 1, 1], causes: { 'says-nothing': 1 } },
    ]);
    // The later word stands.
    expect(second.ends).toEqual(['1=A: failing', '2=B: failing']);
    expect(lineOf(second, '2').reasons).toMatchObject([{ value: 'open, of course' }]);
  });
});
