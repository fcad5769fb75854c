import { describe, expect, it } from 'vitest';
import { lineOf, tell, type Told } from './story.ts';

const LEFT = 'id,email,phone\n1,a@x.no,1\n';
const different = { choices: { links: [{ sync: 's', left: '1', right: 'A', verdict: 'different' }] } };
const voidOf = ({ summary }: Told) => summary.warnings.filter(({ code }) => code === 'choices-void');

describe('what a person says of two records', () => {
  it('[S22] a wrong link is undone also where its other record is not in this export', async () => {
    const first = await tell({ left: LEFT, right: 'id,email,phone\nA,a@x.no,1\n' });
    const without = { left: LEFT, right: 'id,email,phone\nB,b@x.no,1\n', links: first.links };
    expect(lineOf(await tell(without), '1')).toMatchObject({ outcome: 'excluded', right: null });

    const told = await tell({ ...without, ...different });
    expect(lineOf(told, '1')).toMatchObject({ outcome: 'create', right: null });
    expect(voidOf(told)).toEqual([]);
    expect(told.links.filter(({ right }) => right === 'A')).toEqual([]);
  });

  it('[S41] of two records without a link, one not in this export, it says nothing and is counted', async () => {
    const told = await tell({ left: LEFT, right: 'id,email,phone\nB,b@x.no,1\n', ...different });
    expect(voidOf(told)).toMatchObject([{ count: 1 }]);
  });
});
