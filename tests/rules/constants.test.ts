import { describe, expect, it } from 'vitest';
import { lineOf, tell, type Told } from './story.ts';

/** A constant whose source field is mapped both ways beside it. */
const mappings = [
  { left: 'phone', right: 'phone' },
  {
    left: 'phone',
    right: 'note',
    direction: 'left-to-right',
    transform: { kind: 'constant', value: 'K' },
  },
];

function day(left: string, right: string, before: Told | null, winner = 'left'): Promise<Told> {
  return tell({
    left: `id,email,phone\n1,a@x.no,${left}\n`,
    right: `id,email,phone,note\nA,a@x.no,${right},K\n`,
    sync: { winner, mappings },
    ...(before === null ? {} : { links: before.links }),
  });
}

it('[S100] what came back of a constant itself is asked about as of any field', async () => {
  const day = (note: string, before: Told | null): Promise<Told> =>
    tell({
      left: 'id,email,phone\n1,a@x.no,CEO\n',
      right: `id,email,phone,note\nA,a@x.no,CEO,${note}\n`,
      sync: { mappings },
      ...(before === null ? {} : { links: before.links }),
    });
  const back = await day('Z', await day('x', null));
  expect(lineOf(back, '1').conflicts).toMatchObject([{ right: 'note', rightValue: 'Z', decidedBy: null }]);
});

describe('a constant beside another mapping of its source field', () => {
  it('[S124] does not lose what is handed over to that field', async () => {
    const first = await day('CEO', 'Boss', null, 'right');
    expect(first.links).toMatchObject([
      { sent: { left: { phone: { from: 'CEO', to: 'Boss', other: 'Boss', because: 'winner' } } } },
    ]);
  });

  it('[S124] does not say that an edit of that field was seen on both sides', async () => {
    const agreed = await day('CEO', 'CEO', await day('CEO', 'Boss', null));
    expect(agreed.links).toMatchObject([
      { values: { left: { phone: 'CEO' }, right: { phone: 'CEO', note: 'K' } } },
    ]);
    const edited = await day('Chair', 'CEO', agreed);
    expect(edited.links).toMatchObject([{ values: { left: { phone: 'CEO' }, right: { phone: 'CEO' } } }]);
    const lost = { ...edited, links: edited.links.map(({ sent: _, ...link }) => link) };
    expect(lineOf(await day('Chair', 'CEO', lost), '1').writes).toMatchObject([
      { side: 'right', field: 'phone', to: 'Chair', because: 'left-changed' },
    ]);
  });
});
