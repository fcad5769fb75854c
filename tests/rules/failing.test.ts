import { describe, expect, it } from 'vitest';
import { lineOf, tell } from './story.ts';

describe('failing and setting aside where the rules are silent', () => {
  it('[S31] mapped fields in mapping order, then unmapped ones in schema order; read-only ones are not asked for', async () => {
    const required = { type: 'text', required: true };
    const right = {
      zip: required,
      fax: { ...required, readOnly: true },
      city: required,
      phone: required,
      score: { type: 'calculated', required: true },
    };
    const told = await tell({
      left: 'id,email,phone,title\n1,a@x.no,,\n',
      right: 'id,email,phone,title,zip,fax,city,score\n',
      schema: { right },
      sync: {
        mappings: [
          { left: 'title', right: 'title' },
          { left: 'phone', right: 'phone' },
        ],
      },
    });
    expect(lineOf(told, '1').outcome).toBe('failing');
    expect(lineOf(told, '1').reasons.map(({ code, field }) => [code, field])).toEqual([
      ['required-blank', 'phone'],
      ['required-blank', 'zip'],
      ['required-blank', 'city'],
    ]);
  });

  it('[S31] what fails is told by its code first, then by field', async () => {
    const right = { title: { type: 'text', maxLength: 2 }, phone: { type: 'text', required: true } };
    const told = await tell({
      left: 'id,email,phone,title\n1,a@x.no,,long\n',
      right: 'id,email,phone,title\n',
      schema: { right },
      sync: {
        mappings: [
          { left: 'title', right: 'title' },
          { left: 'phone', right: 'phone' },
        ],
      },
    });
    expect(lineOf(told, '1').reasons.map(({ code, field }) => [code, field])).toEqual([
      ['required-blank', 'phone'],
      ['too-long', 'title'],
    ]);
  });

  it('[S32] uniqueness folds case and trims; a blank is never asked; the pair’s own record does not count', async () => {
    const schema = { right: { phone: { type: 'text', unique: true } } };
    const told = await tell({
      left: 'id,email,phone\n1,a@x.no,  AB \n2,b@x.no,\n3,c@x.no,\n4,d@x.no,Cd\n',
      right: 'id,email,phone\nA,z@x.no,ab\nD,d@x.no,cd\n',
      schema,
      sync: { direction: 'left-to-right' },
    });
    expect(lineOf(told, '1').reasons).toMatchObject([{ code: 'not-unique', ids: ['A'] }]);
    expect(lineOf(told, '2').outcome).toBe('create');
    expect(lineOf(told, '3').outcome).toBe('create');
    // Its own record holds the value in another case: written over, not refused.
    expect(lineOf(told, '4').outcome).toBe('update');
  });

  it('[S33] an excluded pair lists no conflicts and no writes, a failing one its conflicts only', async () => {
    const schema = { right: { title: { type: 'text', maxLength: 2 } } };
    const mappings = [
      { left: 'phone', right: 'phone' },
      { left: 'title', right: 'title' },
    ];
    const told = await tell({
      left: 'id,key,email,phone,title\n1,k1,none,1,x\n2,k2,b@x.no,1,long\n',
      right: 'id,key,email,phone,title\nA,k1,none,2,x\nB,k2,b@x.no,2,xy\n',
      schema,
      sync: {
        mappings,
        requireValidEmail: { left: 'email', right: 'email' },
        matching: {
          method: 'keys',
          keys: [{ fields: [{ left: 'key', right: 'key', normalize: ['text'] }] }],
        },
      },
    });
    expect(lineOf(told, '1')).toMatchObject({ outcome: 'excluded', writes: [], conflicts: [] });
    expect(lineOf(told, '2')).toMatchObject({ outcome: 'failing', writes: [] });
    expect(lineOf(told, '2').conflicts.map(({ left }) => left)).toEqual(['phone', 'title']);
  });

  it('[S55] a number fits where the target’s own decimal sign reads it; lengths count the untrimmed text', async () => {
    const right = {
      phone: { type: 'number', decimal: ',' },
      title: { type: 'text', maxLength: 4 },
    };
    const told = await tell({
      left: 'id,email,phone,title\n1,a@x.no,"1,5",\n2,b@x.no,1.5.5,\n3,c@x.no,,abc  \n4,d@x.no,,😀😀😀😀\n',
      right: 'id,email,phone,title\n',
      schema: { right },
      sync: {
        mappings: [
          { left: 'phone', right: 'phone', direction: 'left-to-right' },
          { left: 'title', right: 'title' },
        ],
      },
    });
    expect(lineOf(told, '1').outcome).toBe('create');
    expect(lineOf(told, '2').reasons).toMatchObject([{ code: 'bad-number' }]);
    expect(lineOf(told, '3').reasons).toMatchObject([{ code: 'too-long' }]);
    expect(lineOf(told, '4').outcome).toBe('create');
  });

  it('[S52] [S60] one-way asks the source’s e-mail only and names that side alone; both ways each side is named', async () => {
    const files = {
      left: 'id,key,email,phone\n1,k,none,1\n',
      right: 'id,key,email,phone\nA,k,neither,2\n',
    };
    const matching = {
      method: 'keys',
      keys: [{ fields: [{ left: 'key', right: 'key', normalize: ['text'] }] }],
    };
    const email = { left: 'email', right: 'email' };
    const both = await tell({ ...files, sync: { matching, requireValidEmail: email } });
    expect(lineOf(both, '1').reasons.map(({ side }) => side)).toEqual(['left', 'right']);
    const oneWay = { matching, requireValidEmail: email, direction: 'left-to-right' };
    expect(lineOf(await tell({ ...files, sync: oneWay }), '1').reasons.map(({ side }) => side)).toEqual([
      'left',
    ]);
    const unasked = { ...oneWay, requireValidEmail: { left: null, right: 'email' } };
    expect(lineOf(await tell({ ...files, sync: unasked }), '1').outcome).toBe('update');
  });
});
