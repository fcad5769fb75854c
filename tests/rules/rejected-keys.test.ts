import { describe, expect, it } from 'vitest';
import { tell, type Story } from './story.ts';

const NAMES: Story['sync'] = {
  kind: 'companies',
  matching: { method: 'keys', keys: [{ fields: [{ left: 'name', right: 'name', normalize: ['name'] }] }] },
  mappings: [
    { left: 'name', right: 'name' },
    { left: 'city', right: 'city' },
  ],
};
const RIGHT = 'id,name,city\nA,Nord,Oslo\nB,"Fjell, Inc.",Bergen\nC,Dal,Bodø\nD,Elv,Hamar\n';

/** What is said of the records of the right that have no partner. */
async function heldBack(story: Story): Promise<readonly (readonly unknown[])[]> {
  const { lines } = await tell(story);
  return lines
    .filter(({ left }) => left === null)
    .map(({ right, outcome, reasons }) => [
      right?.id,
      outcome,
      ...reasons.map(({ code, value, rule }) => [code, value, rule]),
    ]);
}

const rejected = (value: string | string[], line: number) => ['counterpart-rejected', value, String(line)];

describe('[KW8] a rejected row is in its app all the same', () => {
  it('by its id: no id, and one that an earlier row had', async () => {
    const left = 'id,name,city\n1,Nord,Oslo\n,Dal,Bodø\n1,Elv,Hamar\n';
    expect(await heldBack({ left, right: RIGHT, sync: NAMES })).toEqual([
      ['B', 'create'],
      ['C', 'excluded', rejected('dal', 3)],
      ['D', 'excluded', rejected('elv', 4)],
    ]);
  });

  it('of several rows with one key the first is named', async () => {
    const left = 'id,name,city\n1,Nord,Oslo\n,Dal,Bodø\n,Elv,Inn\n,Dal,Voss\n1,Elv,Hamar\n';
    expect(await heldBack({ left, right: RIGHT, sync: NAMES })).toEqual([
      ['B', 'create'],
      ['C', 'excluded', rejected('dal', 3)],
      ['D', 'excluded', rejected('elv', 4)],
    ]);
  });

  it('with a cell too many: in the key itself, before it and behind it', async () => {
    const left = 'id,name,city\n1,Nord,Oslo\n2,Fjell, Inc.,Bergen\n3,x,Dal,Bodø\n4,Elv,Hamar,Inn\n';
    expect(await heldBack({ left, right: RIGHT, sync: NAMES })).toEqual([
      ['B', 'excluded', rejected('fjell, inc.', 3)],
      ['C', 'excluded', rejected('dal', 4)],
      ['D', 'excluded', rejected('elv', 5)],
    ]);
  });

  it('over several keys and fields: a composite key counts whole, one key of several is enough', async () => {
    const story = (keys: readonly object[]): Story => ({
      left: 'id,name,city\n1,Nord,Oslo\n,Dal,Bodø\n,Elv,Tynset\n',
      right: RIGHT,
      sync: { ...NAMES, matching: { method: 'keys', keys } },
    });
    const field = (name: string) => ({ left: name, right: name, normalize: ['name'] });
    const both = { fields: [field('name'), field('city')] };
    expect(await heldBack(story([both]))).toEqual([
      ['B', 'create'],
      ['C', 'excluded', rejected(['dal', 'bodø'], 3)],
      ['D', 'create'],
    ]);
    expect((await heldBack(story([both, { fields: [field('name')] }])))[2]).toEqual([
      'D',
      'excluded',
      rejected('elv', 4),
    ]);
  });

  it('of the other side alone, and only where its key is filled', async () => {
    const left = 'id,name,city\n1,Nord,Oslo\n2,Sund,Voss\n,,Hamar\n';
    const right = 'id,name,city\nA,Nord,Oslo\n,Elv,Hamar\nD,Elv,Hamar\nE,,Hamar\n';
    const { ends } = await tell({
      left,
      right,
      sync: { ...NAMES, matching: { ...(NAMES!['matching'] as object), noKey: 'create' } },
    });
    expect(ends).toEqual(['1=A: in-sync', '2: create', 'D: create', 'E: create']);
  });

  it('is a reason against a create alone: what has a partner, a double or no way to be created stays as it is', async () => {
    const left = 'id,name,city\n1,Nord,Oslo\n1,Nord,Oslo\n,Dal,Bodø\n';
    const right = 'id,name,city\nA,Nord,Oslo\nC,Dal,Bodø\nC2,Dal,Bodø\n';
    expect(await heldBack({ left, right, sync: NAMES })).toEqual([
      ['C', 'excluded', rejected('dal', 4)],
      ['C2', 'duplicate', ['duplicate-key', 'dal', undefined]],
    ]);
    expect(await heldBack({ left, right, sync: { ...NAMES, direction: 'left-to-right' } })).toEqual([
      ['C', 'excluded', ['direction-forbids-create', undefined, undefined]],
      ['C2', 'duplicate', ['duplicate-key', 'dal', undefined]],
    ]);
  });

  it('counts among the reasons of the summary', async () => {
    const { summary } = await tell({ left: 'id,name,city\n,Dal,Bodø\n', right: RIGHT, sync: NAMES });
    expect(summary.counts['s']!.reasons).toEqual({ 'counterpart-rejected': 1 });
  });
});
