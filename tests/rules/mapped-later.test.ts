import { describe, expect, it } from 'vitest';
import { lineOf, tell, type Story, type Told } from './story.ts';

/** Three linked contacts whose phones agree; Mobile was mapped after that. The second one's phone was edited in HubSpot since. */
const STORY: Story = {
  left: 'id,email,phone,mobile\n1,a@x.no,11,900\n2,b@x.no,22x,901\n3,c@x.no,33,\n',
  right: 'id,email,phone,mobile\nA,a@x.no,11,800\nB,b@x.no,22,801\nC,c@x.no,33,\n',
  profile: 'salesforce',
  sync: {
    mappings: [
      { left: 'phone', right: 'phone', sfRule: 'two-way' },
      { left: 'mobile', right: 'mobile' },
    ],
  },
  links: [link('1', 'A', '11'), link('2', 'B', '22'), { ...link('3', 'C', '33'), later: [['gone', 'gone']] }],
  mapped: [['phone', 'phone']],
};

function link(left: string, right: string, phone: string): Record<string, unknown> {
  return { sync: 's', left, right, by: 'key', values: { left: { phone }, right: { phone } } };
}

const writesOf = (told: Told, id: string): string[] =>
  lineOf(told, id).writes.map(({ side, field, to }) => `${side} ${field} ${String(to)}`);
const laterOf = ({ links }: Told): unknown[] => links.map(({ later }) => later);

describe('[FM13] a field that is mapped on a running sync', () => {
  it('waits under the profile salesforce until the record changes', async () => {
    const told = await tell(STORY);
    expect(writesOf(told, '1')).toEqual([]);
    expect(writesOf(told, '2')).toEqual(['right phone 22x', 'left mobile 801']);
    expect(lineOf(told, '1').conflicts).toEqual([]);
    expect(told.summary.warnings).toContainEqual({
      code: 'mapped-waits',
      sync: 's',
      field: 'mobile',
      count: 1,
    });
  });

  it('is remembered of the records that still wait, and forgotten of those that changed', async () => {
    const told = await tell(STORY);
    expect(laterOf(told)).toEqual([[['mobile', 'mobile']], undefined, [['gone', 'gone']]]);
    // The next plan knows of the mapping; what waits, waits on.
    const next = await tell({
      ...STORY,
      links: told.links,
      mapped: [
        ['phone', 'phone'],
        ['mobile', 'mobile'],
      ],
    });
    expect(writesOf(next, '1')).toEqual([]);
    expect(laterOf(next)[0]).toEqual([['mobile', 'mobile']]);
    // Then the record changes.
    const changed = await tell({
      ...STORY,
      right: STORY.right.replace('A,a@x.no,11,', 'A,a@x.no,12,'),
      links: told.links,
      mapped: [
        ['phone', 'phone'],
        ['mobile', 'mobile'],
      ],
    });
    expect(writesOf(changed, '1')).toEqual(['left phone 12', 'left mobile 800']);
  });

  it('applies to history under the profile data-sync, and the plan says of how many', async () => {
    const { profile: _, ...usual } = STORY;
    const mappings = [
      { left: 'phone', right: 'phone' },
      { left: 'mobile', right: 'mobile' },
    ];
    const told = await tell({ ...usual, sync: { mappings } });
    expect(writesOf(told, '1')).toEqual(['right mobile 900']);
    expect(told.summary.warnings).toContainEqual(
      expect.objectContaining({ code: 'mapped-applies', field: 'mobile', count: 2 }),
    );
  });

  it('is no new one where the baseline does not say what was mapped, nor for records that were linked since', async () => {
    const { mapped: _, ...silent } = STORY;
    expect(writesOf(await tell(silent), '1')).toEqual(['left mobile 800']);
    const unlinked = await tell({ ...STORY, links: STORY.links!.slice(1) });
    expect(writesOf(unlinked, '1')).toEqual(['left mobile 800']);
  });

  it('stays a wait of links whose record is excluded or not in the files', async () => {
    const told = await tell({ ...STORY, left: STORY.left.replace('1,a@x.no,11,900\n', '') });
    expect(told.links.find(({ left }) => left === '1')?.['later']).toEqual([['mobile', 'mobile']]);
  });
});
