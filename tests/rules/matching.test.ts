import { describe, expect, it } from 'vitest';
import { lineOf, tell } from './story.ts';

const NAME_DOMAIN = {
  kind: 'companies',
  matching: {
    method: 'keys',
    keys: [
      { fields: [{ left: 'name', right: 'name', normalize: ['name'] }] },
      { fields: [{ left: 'domain', right: 'domain', normalize: ['domain'] }] },
    ],
  },
};

describe('matching where the rules are silent', () => {
  it('[S20] what hits nothing is a duplicate of an earlier record of its side, whatever that is itself', async () => {
    const told = await tell({
      left: 'id,name,domain,phone\n1,Nord,x.no,1\n2,Fjord,x.no,2\n3,Berg,y.no,3\n',
      right: 'id,name,domain,phone\nA,Nord,,1\n',
      sync: NAME_DOMAIN,
    });
    expect(told.ends).toEqual(['1=A: in-sync', '2: duplicate', '3: create']);
    expect(lineOf(told, '2').reasons).toMatchObject([{ code: 'duplicate-key', ids: ['1'] }]);
  });

  it('[S40] the value named is of the first key of the signature, else of the first key shared', async () => {
    const told = await tell({
      left: 'id,name,domain,phone\n1,Nord,x.no,1\n2,Nord,x.no,2\n3,Berg,y.no,3\n4,Fjell,y.no,4\n',
      right: 'id,name,domain,phone\nA,Nord,x.no,1\n',
      sync: NAME_DOMAIN,
    });
    expect(lineOf(told, '2').reasons).toMatchObject([{ code: 'duplicate-key', value: 'nord' }]);
    expect(lineOf(told, '4').reasons).toMatchObject([{ code: 'duplicate-key', value: 'y.no' }]);
  });

  it('[S44] an ambiguous record lists its candidates, else those it hits, in reading order', async () => {
    const told = await tell({
      left: 'id,name,domain,phone\n1,Nord,b.no,1\n',
      right: 'id,name,domain,phone\nA,Berg,b.no,1\nB,Nord,c.no,1\n',
      sync: NAME_DOMAIN,
    });
    expect(told.ends).toEqual(['1: ambiguous', 'A: ambiguous', 'B: ambiguous']);
    expect(lineOf(told, '1').reasons).toMatchObject([{ ids: ['A', 'B'] }]);
    expect(lineOf(told, 'B').reasons).toMatchObject([{ ids: ['1'] }]);
  });

  it('[S45] what is waited for is listed left before right, each in reading order', async () => {
    const told = await tell({
      // Both linked pairs get an address from the other side; record 9 holds both old ones in turn.
      left: 'id,email,phone\n1,new@x.no,1\n2,old@x.no,2\n3,old@x.no,3\n',
      right: 'id,email,phone\nA,old@x.no,1\nB,new2@x.no,2\n',
      sync: { mappings: [{ left: 'email', right: 'email' }], requireValidEmail: null },
      links: [
        {
          sync: 's',
          left: '1',
          right: 'A',
          by: 'key',
          values: { left: { email: 'old@x.no' }, right: { email: 'old@x.no' } },
        },
        {
          sync: 's',
          left: '2',
          right: 'B',
          by: 'key',
          values: { left: { email: 'old@x.no' }, right: { email: 'old@x.no' } },
        },
      ],
    });
    expect(told.ends).toEqual(['1=A: update', '2=B: update', '3: waits']);
    expect(lineOf(told, '3').reasons).toMatchObject([{ code: 'waits-for-key-change', ids: ['2', 'A'] }]);
  });

  it('[S57] a duplicate whose first candidate is free names the counterpart of its first linked one', async () => {
    const told = await tell({
      left: 'id,name,domain,phone\n1,Nord,a.no,1\n2,Berg,b.no,2\n',
      right: 'id,name,domain,phone\nA,Nord,b.no,1\n',
      sync: { ...NAME_DOMAIN, matching: { ...NAME_DOMAIN.matching, ambiguous: 'first-key' } },
    });
    expect(told.ends).toEqual(['1=A: in-sync', '2: duplicate']);
    expect(lineOf(told, '2').reasons).toMatchObject([{ code: 'duplicate-key', ids: ['1'] }]);
  });

  it('[S58] n/a and - are keys like any other text', async () => {
    const told = await tell({
      left: 'id,code,phone\n1,n/a,1\n2,-,2\n',
      right: 'id,code,phone\nA,N/A,1\nB,n/a,1\nC,-,2\n',
      sync: {
        requireValidEmail: null,
        matching: {
          method: 'keys',
          keys: [{ fields: [{ left: 'code', right: 'code', normalize: ['text'] }] }],
        },
      },
    });
    expect(told.ends).toEqual(['1=B: in-sync', '2=C: in-sync', 'A: create']);
  });

  it('[S56] a host of digits is no address; user, port and www go before the dot', async () => {
    const told = await tell({
      left: 'id,domain,phone\n1,1.2,1\n2,https://me@www.Fjord.no.:8080/x?y,2\n',
      right: 'id,domain,phone\nA,1.0.0.2,1\nB,fjord.no,2\nC,1.2,1\n',
      sync: {
        kind: 'companies',
        matching: {
          method: 'keys',
          keys: [{ fields: [{ left: 'domain', right: 'domain', normalize: ['domain'] }] }],
        },
      },
    });
    expect(told.ends).toEqual(['1=C: in-sync', '2=B: in-sync', 'A: create']);
  });
});
