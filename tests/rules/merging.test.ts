import { describe, expect, it } from 'vitest';
import { lineOf, tell } from './story.ts';

const linked = (left: Record<string, string>, right: Record<string, string>, more = {}) => [
  { sync: 's', left: '1', right: 'A', by: 'key', values: { left, right }, ...more },
];

describe('merging where the rules are silent', () => {
  it('[S42] changed asks the field of that side alone, by its own type', async () => {
    const schema = { left: { phone: { type: 'number' } }, right: { phone: { type: 'text' } } };
    const told = await tell({
      left: 'id,email,phone\n1,a@x.no,"1,000.0"\n',
      right: 'id,email,phone\nA,a@x.no,seven\n',
      schema,
      sync: { mappings: [{ left: 'phone', right: 'phone', direction: 'left-to-right' }] },
      // 1000 and 1,000.0 are one number: the left has not changed; the right has, and may not flow.
      links: linked({ phone: '1000' }, { phone: '1000' }),
    });
    expect(lineOf(told, 'A').writes).toEqual([]);
    expect(lineOf(told, 'A').outcome).toBe('in-sync');
  });

  it('[S42] entries of a missing record stay', async () => {
    const values = { left: { phone: '1' }, right: { phone: '2' } };
    const told = await tell({
      left: 'id,email,phone\n1,a@x.no,9\n',
      right: 'id,email,phone\nB,b@x.no,2\n',
      links: linked(values.left, values.right),
    });
    expect(told.ends[0]).toBe('1: excluded');
    expect(told.links).toContainEqual(expect.objectContaining({ left: '1', right: 'A', values }));
  });

  it('[S59] a conflict shows its baseline as the entry stood', async () => {
    const told = await tell({
      left: 'id,email,phone\n1,a@x.no,2\n',
      right: 'id,email,phone\nA,a@x.no,3\n',
      links: linked({ phone: ' 1 ' }, { phone: '1' }),
    });
    expect(lineOf(told, 'A').conflicts).toMatchObject([{ baseline: { left: ' 1 ', right: '1' } }]);
  });

  it('[S28] one-way, a clear of the source travels as set, one of the target never', async () => {
    const story = (left: string, right: string) =>
      tell({
        left: `id,email,phone\n1,a@x.no,${left}\n`,
        right: `id,email,phone\nA,a@x.no,${right}\n`,
        sync: { direction: 'left-to-right', blanks: { propagateClears: 'always' } },
        links: linked({ phone: '1' }, { phone: '1' }),
      });
    expect(lineOf(await story('', '1'), 'A').writes).toMatchObject([{ side: 'right', to: '' }]);
    expect(lineOf(await story('1', ''), 'A').writes).toEqual([]);
  });

  it('[S48] an inferred type compares and never writes: Yes stays Yes', async () => {
    const told = await tell({
      left: 'id,email,phone\n1,a@x.no,Yes\n2,b@x.no,no\n3,c@x.no,Yes\n',
      right: 'id,email,phone\nA,a@x.no,true\nB,b@x.no,\nC,c@x.no,\n',
    });
    expect(lineOf(told, 'A').outcome).toBe('in-sync');
    expect(lineOf(told, 'C').writes).toMatchObject([{ to: 'Yes' }]);
    expect(lineOf(told, 'B').writes).toMatchObject([{ to: 'no' }]);
  });

  it('[S54] a part that is no option meets the other side’s by text, and a blank is no option', async () => {
    const options = [{ value: 'a', label: 'Alpha' }];
    const field = { phone: { type: 'multi-select', options } };
    const told = await tell({
      left: 'id,email,phone\n1,a@x.no,Alpha;other\n2,b@x.no,a\n',
      right: 'id,email,phone\nA,a@x.no,other;a\nB,b@x.no,\n',
      schema: { left: field, right: field },
    });
    expect(lineOf(told, 'A').outcome).toBe('in-sync');
    expect(lineOf(told, 'B').writes).toMatchObject([{ to: 'a', because: 'fill-blank' }]);
  });

  it('[S1] blank is what ECMAScript trims to nothing; a NUL is a character', async () => {
    const told = await tell({
      left: 'id,email,phone\n1,a@x.no,\u00a0\u2003\ufeff\n2,b@x.no,\u0000\n',
      right: 'id,email,phone\nA,a@x.no,7\nB,b@x.no,\n',
    });
    expect(lineOf(told, '1').writes).toMatchObject([{ side: 'left', to: '7', because: 'fill-blank' }]);
    expect(lineOf(told, '2').writes).toMatchObject([{ side: 'right', to: '\u0000', because: 'fill-blank' }]);
  });
});
