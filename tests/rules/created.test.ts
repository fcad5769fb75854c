import { describe, expect, it } from 'vitest';
import { lineOf, tell, type Story, type Told } from './story.ts';

/** Deals without an identifier: `1,Alfa,100` a line. */
function day(left: string, right: string, before: Told | null, more: Partial<Story> = {}): Promise<Told> {
  const rows = (text: string): string => (text === '' ? '' : `${text.replaceAll(' ', '\n')}\n`);
  return tell({
    left: `id,name,amount\n${rows(left)}`,
    right: `id,name,amount\n${rows(right)}`,
    sync: {
      kind: 'deals',
      direction: 'both',
      matching: { method: 'none' },
      mappings: [
        { left: 'name', right: 'name' },
        { left: 'amount', right: 'amount' },
      ],
    },
    ...(before === null ? {} : { links: before.links }),
    ...more,
  });
}

const reasonsOf = (told: Told, id: string) => lineOf(told, id).reasons;
const warningsOf = (told: Told) => told.summary.warnings.map(({ code, count }) => [code, count]);
const createdOf = (told: Told) => told.summary.counts['s']?.created;

describe('creates that were handed over', () => {
  it('[BL6] [BL1] a create that was handed over is a line without counterpart, beside what was there', async () => {
    const first = await day('1,Alfa,100', 'B,Beta,200', null);
    expect(first.ends).toEqual(['1: create', 'B: create']);
    expect(first.links).toMatchObject([
      { sync: 's', there: 'left', ids: ['1'] },
      { sync: 's', there: 'right', ids: ['B'] },
      {
        left: '1',
        right: null,
        by: 'created',
        sent: { right: { name: { from: null, to: 'Alfa', tries: 1 } } },
      },
      { left: null, right: 'B', by: 'created', sent: { left: { amount: { to: '200', because: 'create' } } } },
    ]);
  });

  it('[BL6] without any key a new record with all texts is the counterpart, and nothing is created again', async () => {
    const first = await day('1,Alfa,100', 'B,Beta,200', null);
    const second = await day('1,Alfa,100 7,BETA,200', 'B,Beta,200 N,Alfa,100', first);
    expect(second.ends).toEqual(['1=N: in-sync', '7=B: in-sync']);
    expect(lineOf(second, '1').link).toMatchObject({ by: 'created', key: null });
    expect(createdOf(second)).toEqual({ found: 2, notTaken: 0, handedOver: 0, ambiguous: 0, aside: 0 });
    expect(second.links).toMatchObject([
      { left: '1', right: 'N', by: 'created', values: { right: { name: 'Alfa' } } },
      { left: '7', right: 'B', by: 'created' },
    ]);
    expect((await day('1,Alfa,100 7,BETA,200', 'B,Beta,200 N,Alfa,100', second)).ends).toEqual(second.ends);
  });

  it('[BL6] what was there before is no counterpart', async () => {
    const one = await day('1,Alfa,100', 'B,Alfa,100', null);
    const two = await day('1,Alfa,100', 'B,Alfa,100', one);
    expect(two.ends).toEqual(['1: create', 'B: create']);
    expect(reasonsOf(two, '1')).toEqual([{ code: 'not-taken', side: 'right' }]);
    expect(warningsOf(two)).toContainEqual(['not-taken', 2]);
  });

  it('[BL6] [S80] as many new ones as creates with these texts bind in reading order; else both sides ask', async () => {
    const first = await day('1,Alfa,100 2,Alfa,100', '', null);
    const both = await day('1,Alfa,100 2,Alfa,100', 'M,Alfa,100 N,alfa,100', first);
    expect(both.ends).toEqual(['1=M: in-sync', '2=N: in-sync']);
    const half = await day('1,Alfa,100 2,Alfa,100', 'M,Alfa,100', first);
    expect(half.ends).toEqual(['1: ambiguous', '2: ambiguous', 'M: ambiguous']);
    expect(reasonsOf(half, '1')).toEqual([{ code: 'handed-over', side: 'left', ids: ['M'] }]);
    expect(reasonsOf(half, 'M')).toEqual([{ code: 'handed-over', side: 'right', ids: ['1', '2'] }]);
    const same = { links: [{ sync: 's', left: '2', right: 'M', verdict: 'same', at: '' }] };
    const said = await day('1,Alfa,100 2,Alfa,100', 'M,Alfa,100', first, { choices: same });
    expect(said.ends).toEqual(['2=M: in-sync', '1: create']);
  });

  it('[BL6] a single text is not enough', async () => {
    const first = await day('1,Alfa,', '', null);
    const second = await day('1,Alfa,', 'N,Alfa,', first);
    expect(second.ends).toEqual(['1: ambiguous', 'N: ambiguous']);
    expect(createdOf(second)).toMatchObject({ found: 0, ambiguous: 1 });
    expect(warningsOf(second)).toContainEqual(['handed-over', 2]);
  });

  it('[BL6] what is new and fits none is named, those that share a text first; nothing is created unseen', async () => {
    const first = await day('1,Alfa,100', '', null);
    const second = await day('1,Alfa,100', 'M,Gamma,1 N,Alfa,99', first);
    expect(second.ends).toEqual(['1: create', 'M: create', 'N: create']);
    expect(reasonsOf(second, '1')).toEqual([{ code: 'handed-over', side: 'left', ids: ['N', 'M'] }]);
    expect(reasonsOf(second, 'M')).toEqual([{ code: 'handed-over', side: 'right', ids: ['1'] }]);
    // Not handed over again without a person: its line and what was there stay.
    expect(second.links).toEqual(first.links);
    expect(createdOf(second)).toMatchObject({ handedOver: 1, notTaken: 0 });
  });

  it('[BL6] a create whose source is missing still holds what is new', async () => {
    const first = await day('1,Alfa,100 2,Delta,5', '', null);
    const second = await day('2,Delta,5', 'N,Omega,7 O,Delta,5', first);
    expect(second.ends).toEqual(['2=O: in-sync', 'N: create']);
    expect(reasonsOf(second, 'N')).toEqual([{ code: 'handed-over', side: 'right', ids: ['1'] }]);
    expect(createdOf(second)).toMatchObject({ found: 1, aside: 1 });
  });

  it('[BL6] [BL3] a key finds the counterpart; what the app made of a text is asked about', async () => {
    const keyed = (left: string, right: string, before: Told | null): Promise<Told> =>
      tell({
        left: `id,email,phone\n${left}\n`,
        right: `id,email,phone\n${right}`,
        ...(before === null ? {} : { links: before.links }),
        sync: {
          mappings: [
            { left: 'email', right: 'email' },
            { left: 'phone', right: 'phone', cameBack: 'accept' },
          ],
        },
      });
    const first = await keyed('1,a@x.no,CEO of all', '', null);
    const cut = await keyed('1,a@x.no,CEO of all', 'N,A@x.no,CEO\n', first);
    expect(lineOf(cut, '1').outcome).toBe('conflict');
    expect(reasonsOf(cut, '1').map(({ code }) => code)).toEqual(['came-back-different']);
    const blank = await keyed('1,a@x.no,CEO of all', 'N,a@x.no,\n', first);
    expect(lineOf(blank, '1').writes).toMatchObject([{ side: 'right', to: 'CEO of all' }]);
    expect(reasonsOf(blank, '1').map(({ code }) => code)).toEqual(['not-taken']);
    const taken = await keyed('1,a@x.no,Chair', 'N,a@x.no,CEO of all\n', first);
    expect(lineOf(taken, '1').writes).toMatchObject([{ because: 'left-changed', to: 'Chair' }]);
    expect(taken.links[0]).toMatchObject({ left: '1', right: 'N', by: 'key' });
  });

  it('[BL5] [BL6] a create offered a third time does not settle', async () => {
    const first = await day('1,Alfa,100', '', null);
    const second = await day('1,Alfa,100', '', first);
    expect(warningsOf(second).map(([code]) => code)).not.toContain('will-not-settle');
    const third = await day('1,Alfa,100', '', second);
    expect(third.links).toMatchObject([{ sent: { right: { name: { tries: 3 } } } }]);
    expect(warningsOf(third)).toContainEqual(['will-not-settle', 1]);
  });
});
