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

  describe('[S110] a field that conditions require', () => {
    const lost = { field: 'stage', op: 'eq', value: 'Lost' };
    const schema = { right: { why: { type: 'text', requiredWhen: [lost] } } };
    const sync = {
      mappings: [
        { left: 'stage', right: 'stage' },
        { left: 'why', right: 'why' },
        { left: 'phone', right: 'phone' },
      ],
    };
    const blank = { code: 'required-blank', side: 'right', field: 'why', rule: 'stage eq Lost' };

    it('is asked for on a create of which they hold', async () => {
      const left =
        'id,email,stage,why,phone\n1,a@x.no,lost,,\n2,b@x.no,won,,\n3,c@x.no,lost,dear,\n4,d@x.no,,,1\n';
      const told = await tell({ left, right: 'id,email,stage,why,phone\n', schema, sync });
      expect(told.ends).toEqual(['1: failing', '2: create', '3: create', '4: create']);
      expect(lineOf(told, '1').reasons).toEqual([blank]);
    });

    it('is asked for on a pair where a write sets a condition or empties the field, not for another field', async () => {
      const told = await tell({
        left: 'id,email,stage,why,phone\n1,a@x.no,lost,,\n2,b@x.no,Lost,,2\n3,c@x.no,lost,late,\n4,d@x.no,lost,,\n',
        right:
          'id,email,stage,why,phone\nA,a@x.no,won,,\nB,b@x.no,Lost,,1\nC,c@x.no,won,,\nD,d@x.no,won,dear,\n',
        schema,
        sync: { ...sync, direction: 'left-to-right' },
      });
      expect(told.ends).toEqual(['1=A: failing', '2=B: update', '3=C: update', '4=D: update']);
      expect(lineOf(told, '1')).toMatchObject({ reasons: [blank], writes: [] });
    });

    it('is asked for where a clear travels', async () => {
      const cleared = { values: { left: { why: 'dear' }, right: { why: 'dear' } } };
      const told = await tell({
        left: 'id,email,stage,why,phone\n1,a@x.no,lost,,\n2,b@x.no,won,,\n',
        right: 'id,email,stage,why,phone\nA,a@x.no,Lost,dear,\nB,b@x.no,won,dear,\n',
        schema,
        sync: { ...sync, blanks: { fillWinner: false, propagateClears: 'always' } },
        links: [
          { sync: 's', left: '1', right: 'A', by: 'key', ...cleared },
          { sync: 's', left: '2', right: 'B', by: 'key', ...cleared },
        ],
      });
      expect(told.ends).toEqual(['1=A: failing', '2=B: update']);
      expect(lineOf(told, '1').reasons).toEqual([blank]);
    });

    it('takes all conditions together, and is said once where the field is required anyway', async () => {
      const both = [lost, { field: 'phone', op: 'gt', value: '100' }];
      const left = 'id,email,stage,why,phone\n1,a@x.no,lost,,99\n2,b@x.no,lost,,101\n';
      const right = 'id,email,stage,why,phone\n';
      const of = (more: object) => ({
        right: { phone: { type: 'number' }, why: { type: 'text', requiredWhen: both, ...more } },
      });
      const told = await tell({ left, right, schema: of({}), sync });
      expect(told.ends).toEqual(['1: create', '2: failing']);
      expect(lineOf(told, '2').reasons).toEqual([{ ...blank, rule: 'stage eq Lost and phone gt 100' }]);
      const always = await tell({ left, right, schema: of({ required: true }), sync });
      expect(lineOf(always, '2').reasons).toEqual([{ code: 'required-blank', side: 'right', field: 'why' }]);
    });

    it('names fields and values that can be, else the design has an error', async () => {
      const asking = (condition: object) => ({
        right: { why: { type: 'number', requiredWhen: [condition] } },
      });
      const files = { left: 'id,email,why\n', right: 'id,email,why\n' };
      const unknown = tell({
        ...files,
        schema: asking({ field: 'none', op: 'known' }),
        sync: { mappings: [] },
      });
      await expect(unknown).rejects.toThrow(/unknown-field.*requiredWhen|requiredWhen.*unknown-field/);
      const text = tell({
        ...files,
        schema: asking({ field: 'why', op: 'gt', value: 'x' }),
        sync: { mappings: [] },
      });
      await expect(text).rejects.toThrow(/requiredWhen/);
    });
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
