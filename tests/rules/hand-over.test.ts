import { describe, expect, it } from 'vitest';
import { lineOf, tell, type Story, type Told } from './story.ts';

/** One pair whose phones are these, planned with the links of the day before; `declared`: the type of both. */
function day(left: string, right: string, before: Told | null, more: Partial<Story> = {}): Promise<Told> {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return tell({
    left: `id,email,phone\n1,a@x.no,${quoted(left)}\n`,
    right: `id,email,phone\nA,a@x.no,${quoted(right)}\n`,
    ...(before === null ? {} : { links: before.links }),
    ...more,
  });
}

const number = { phone: { type: 'number' } };
const writesOf = (told: Told) => lineOf(told, '1').writes.map(({ side, from, to }) => [side, from, to]);
const reasonsOf = (told: Told) => lineOf(told, '1').reasons.map(({ code }) => code);
const warningsOf = (told: Told) => told.summary.warnings.map(({ code, count }) => [code, count]);
const choice = (take: string, on: readonly [string, string]) => ({
  choices: { choices: [{ sync: 's', left: '1', right: 'A', field: 'phone', on, take }] },
});

describe('what was handed over, and what came back', () => {
  it('[BL1] [BL2] a baseline holds what was read and what was handed over, not what is hoped for', async () => {
    const first = await day('CEO', 'Boss', null);
    expect(first.links).toMatchObject([
      {
        values: { left: {}, right: {} },
        sent: { right: { phone: { from: 'Boss', to: 'CEO', other: 'CEO', because: 'winner', tries: 1 } } },
      },
    ]);
    const second = await day('CEO', 'CEO', first);
    expect(second.links).toMatchObject([{ values: { left: { phone: 'CEO' }, right: { phone: 'CEO' } } }]);
    expect(second.links[0]).not.toHaveProperty('sent');
  });

  it('[BL3] taken: the other side’s edit of the next day travels, and nothing comes back', async () => {
    const first = await day('CEO', 'Boss', null);
    const second = await day('Chair', 'CEO', first);
    expect(writesOf(second)).toEqual([['right', 'CEO', 'Chair']]);
    expect(reasonsOf(second)).toEqual([]);
  });

  it('[BL3] not taken: the same write comes again, and says so', async () => {
    const first = await day('CEO', 'Boss', null);
    const second = await day('CEO', 'Boss', first);
    expect(writesOf(second)).toEqual([['right', 'Boss', 'CEO']]);
    expect(reasonsOf(second)).toEqual(['not-taken']);
    expect(warningsOf(second)).toContainEqual(['not-taken', 1]);
    // Taken late, and edited since: the value stood there before anybody knew.
    expect(writesOf(await day('CEO', 'Chief', second))).toEqual([]);
  });

  it('[BL3] [S77] a blank that a person takes lets stand what came back where clears never travel', async () => {
    const first = await day('CEO', 'Boss', null);
    expect(lineOf(await day('', 'Chief', first), '1').conflicts).toMatchObject([{ decidedBy: null }]);
    const taken = await day('', 'Chief', first, choice('left', ['', 'Chief']));
    expect(writesOf(taken)).toEqual([]);
    expect(lineOf(taken, '1').conflicts).toMatchObject([{ decidedBy: 'person', winner: null }]);
    expect(lineOf(await day('', 'Chief', taken), '1').conflicts).toEqual([]);
  });

  it('[BL3] a refused write never undoes the edit it came from', async () => {
    const agreed = await day('Boss', 'Boss', null);
    const edited = await day('CEO', 'Boss', agreed);
    const refused = await day('CEO', 'Boss', edited);
    expect(writesOf(edited)).toEqual(writesOf(refused));
    expect(lineOf(refused, '1').writes).toMatchObject([
      { side: 'right', to: 'CEO', because: 'left-changed' },
    ]);
  });

  it('[BL3] [S77] undone at the source before it was loaded: nothing is left to do', async () => {
    const agreed = await day('Boss', 'Boss', null);
    const edited = await day('CEO', 'Boss', agreed);
    const undone = await day('Boss', 'Boss', edited);
    expect(lineOf(undone, '1').outcome).toBe('in-sync');
    expect(reasonsOf(undone)).toEqual([]);
    expect(undone.links[0]).not.toHaveProperty('sent');
  });

  it('[BL3] a person’s decision comes again with the write the app refused', async () => {
    const ask = { sync: { mappings: [{ left: 'phone', right: 'phone', conflict: 'ask' }] } };
    const first = await day('CEO', 'Boss', null, { ...ask, ...choice('right', ['CEO', 'Boss']) });
    expect(writesOf(first)).toEqual([['left', 'CEO', 'Boss']]);
    const second = await day('CEO', 'Boss', first, ask);
    expect(lineOf(second, '1').conflicts).toMatchObject([{ decidedBy: 'person', winner: 'right' }]);
    expect(writesOf(second)).toEqual([['left', 'CEO', 'Boss']]);
    // Another value at the source: nobody decided on that.
    expect(lineOf(await day('CEO', 'Head', second, ask), '1').outcome).toBe('conflict');
  });

  it.each([
    ['-250', '250', number],
    ['1.5', '15', number],
    ['C#', 'C++', {}],
    ['a.berg@x.no', 'aberg@x.no', {}],
    ['1.11.2026', '11.1.2026', {}],
    ['Likes long walks on the beach', 'Likes long walks', {}],
    ['99.999', '100', number],
    ['N-1', 'N1', {}],
  ])('[BL3] [BL4] %s that comes back as %s is asked about', async (sent, back, fields) => {
    const schema = { left: fields, right: fields };
    const first = await day(sent, '', null, { schema });
    const second = await day(sent, back, first, { schema });
    expect(lineOf(second, '1')).toMatchObject({
      outcome: 'conflict',
      writes: [],
      conflicts: [{ leftValue: sent, rightValue: back, decidedBy: null }],
      reasons: [{ code: 'came-back-different', side: 'right', field: 'phone', value: sent }],
    });
    expect(warningsOf(second)).toContainEqual(['came-back-different', 1]);
    // Asked again until somebody decides, also where both sides were edited.
    expect(lineOf(await day(`${sent}1`, back, second, { schema }), '1').outcome).toBe('conflict');
  });

  it.each([
    ['fjell.no', 'https://fjell.no/'],
    ['HTTP://WWW.Fjell.no/om', 'fjell.no/om'],
    ['22 33 44 55', '22334455'],
    ['+47 22 33 44 55', '+4722334455'],
    ['Post <A@X.no>', 'a@x.no'],
    ['CEO & Founder', 'CEO &amp; Founder'],
    ['Åse  Nyhus', 'ÅSE NYHUS'],
    ['“so” – called', '"So" - called'],
  ])('[BL4] [S78] %s that comes back as %s is the app’s own form, and stands', async (sent, back) => {
    const first = await day(sent, '', null);
    const second = await day(sent, back, first);
    expect(lineOf(second, '1').outcome).toBe('in-sync');
    expect(second.summary.counts['s']!.fields[0]).toMatchObject({ handOver: { ownForm: 1 } });
    expect(second.links).toMatchObject([{ values: { left: { phone: sent }, right: { phone: back } } }]);
    expect(lineOf(await day(sent, back, second), '1').outcome).toBe('in-sync');
    // An edit of either side is one again.
    expect(writesOf(await day('other', back, second))).toEqual([['right', back, 'other']]);
  });

  it('[BL3] cameBack says what is made of it: accept, take, write-again', async () => {
    const told = async (cameBack: string): Promise<Told> => {
      const sync = { mappings: [{ left: 'phone', right: 'phone', cameBack }] };
      return day('full text', 'full', await day('full text', '', null, { sync }), { sync });
    };
    const accepted = await told('accept');
    expect(writesOf(accepted)).toEqual([]);
    expect(accepted.links).toMatchObject([
      { values: { left: { phone: 'full text' }, right: { phone: 'full' } } },
    ]);
    expect(writesOf(await told('take'))).toEqual([['left', 'full text', 'full']]);
    expect(writesOf(await told('write-again'))).toEqual([['right', 'full', 'full text']]);
    expect(warningsOf(accepted)).toContainEqual(['came-back-different', 1]);
  });

  it.each([
    ['left', [['right', 'full', 'full text']]],
    ['right', [['left', 'full text', 'full']]],
    ['again', [['right', 'full', 'full text']]],
    ['accept', []],
    ['none', []],
  ])('[BL3] a person takes %s of what came back', async (take, writes) => {
    const first = await day('full text', '', null);
    const decided = await day('full text', 'full', first, choice(take, ['full text', 'full']));
    expect(writesOf(decided)).toEqual(writes);
    const entries = { left: { phone: 'full text' }, right: { phone: 'full' } };
    if (take === 'none') expect(decided.links[0]).toHaveProperty('sent.right.phone');
    else expect(decided.links).toMatchObject([{ values: entries }]);
    if (take === 'accept')
      expect(lineOf(await day('full text', 'full', decided), '1').outcome).toBe('in-sync');
  });

  it('[BL5] [S79] a write handed over twice in vain is said not to settle', async () => {
    let told = await day('CEO', 'Boss', null);
    told = await day('CEO', 'Boss', told);
    expect(warningsOf(told).map(([code]) => code)).not.toContain('will-not-settle');
    told = await day('CEO', 'Boss', told);
    expect(told.summary.warnings).toContainEqual({
      code: 'will-not-settle',
      sync: 's',
      field: 'phone',
      count: 1,
    });
    // Read equal: counted anew.
    told = await day('CEO', 'CEO', told);
    told = await day('Chair', 'CEO', told);
    expect(told.links[0]).toHaveProperty('sent.right.phone.tries', 1);
  });

  it('[BL5] a form is handed over once, and again when the value changed', async () => {
    const sync = { mappings: [{ left: 'phone', right: 'phone', rewriteForm: true }] };
    const schema = { left: number, right: number };
    const first = await day('1000', '1,000', null, { sync, schema });
    expect(writesOf(first)).toEqual([['right', '1,000', '1000']]);
    const second = await day('1000', '1,000', first, { sync, schema });
    expect(writesOf(second)).toEqual([]);
    const kept = await day('1000', '1000.0', second, { sync, schema });
    expect(writesOf(kept)).toEqual([]);
    expect(writesOf(await day('1000', '1000.00', kept, { sync, schema }))).toEqual([
      ['right', '1000.00', '1000'],
    ]);
  });

  it('[BL8] a pair that is missing, excluded or failing keeps its hand-over', async () => {
    const first = await day('CEO', 'Boss', null);
    const [{ sent }] = first.links as [{ sent: unknown }];
    const gone = await tell({
      left: 'id,email,phone\n1,a@x.no,CEO\n',
      right: 'id,email,phone\nB,b@x.no,1\n',
      links: first.links,
    });
    expect(gone.links).toContainEqual(expect.objectContaining({ left: '1', right: 'A', sent }));
    const rule = { sync: { requireValidEmail: { left: 'email', right: 'email' } } };
    const excluded = await tell({
      left: 'id,email,phone\n1,,CEO\n',
      right: 'id,email,phone\nA,,Boss\n',
      links: first.links,
      ...rule,
    });
    expect(excluded.ends).toEqual(['1=A: excluded']);
    expect(reasonsOf(excluded)).not.toContain('not-taken');
    expect(excluded.links).toMatchObject([{ sent }]);
    const short = { schema: { right: { phone: { type: 'text', maxLength: 2 } } } };
    const failing = await day('CEO', 'Boss', first, short);
    expect(failing.ends).toEqual(['1=A: failing']);
    expect(failing.links).toMatchObject([{ sent }]);
  });
});
