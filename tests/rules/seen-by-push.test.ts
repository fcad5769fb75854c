import { describe, expect, it } from 'vitest';
import type { HandOver } from '../../src/lib/engine/model/hand-over.ts';
import { enginePlanner } from '../reference/engine-plan.ts';
import type { World, WorldLink } from '../reference/world.ts';

const HANDED: HandOver = {
  ...{ from: 'Boss', to: 'CEO', other: 'CEO', because: 'winner', tries: 2, missed: false },
  ...{ written: 'yes', seen: 'CEO' },
};

/** One linked pair whose title a push wrote on the right side; `after`: was that side read after the push? */
function world(left: string, right: string, after: boolean | null, handed: Partial<HandOver> = {}): World {
  const design = {
    format: 'drysync/design@1',
    name: 'x',
    apps: { left: { kind: 'csv', label: 'L' }, right: { kind: 'csv', label: 'R' } },
    syncs: [
      {
        ...{ id: 's', kind: 'custom', direction: 'both', winner: 'left', matching: { method: 'none' } },
        left: { object: 's', idField: 'id' },
        right: { object: 's', idField: 'id' },
        mappings: [{ left: 'title', right: 'title' }],
      },
    ],
  };
  const table = (id: string, title: string) => ({ header: ['id', 'title'], rows: [[id, title]] });
  const link: WorldLink = {
    ...{ sync: 's', left: '1', right: 'A', by: 'key', values: { left: {}, right: {} } },
    sent: { right: { title: { ...HANDED, ...handed } } },
  };
  return {
    ...{ design, tables: { s: { left: table('1', left), right: table('A', right) } }, choices: null },
    ...{ baseline: { links: [link] }, readAfter: { s: { left: null, right: after } } },
  };
}

function plan(of: World) {
  const planned = enginePlanner(of);
  const [line] = planned.lines;
  const { taken, notReadBack = 0, notTaken } = planned.counts()['s']!.fields[0]!.handOver!;
  return {
    writes: line!.writes.map(({ side, from, to, because }) => [side, from, to, because]),
    reasons: line!.reasons.map(({ code }) => code),
    counts: { taken, notReadBack, notTaken },
    next: (handed: boolean | null) => planned.next(handed === null ? null : () => handed).links[0]!,
  };
}

describe('what a push saw in an app', () => {
  it('[S462] the text found then, read after the push, was put back by somebody: it travels, and is not written over', () => {
    const { writes, reasons, counts, next } = plan(world('CEO', 'Boss', true));
    expect(writes).toEqual([['left', 'CEO', 'Boss', 'right-changed']]);
    expect(reasons).toEqual([]);
    expect(counts).toEqual({ taken: 1, notReadBack: 0, notTaken: 0 });
    // What was seen is read by now, whether anything is handed over or not (BL1).
    expect(next(null)).toMatchObject({ values: { left: { title: 'CEO' }, right: { title: 'CEO' } } });
    expect(next(null).sent).toEqual({ left: {}, right: {} });
    expect(next(true).sent?.left).toMatchObject({ title: { from: 'CEO', to: 'Boss', tries: 1 } });
  });

  it('[S462] both sides changed since: the rule decides between them, and it is listed', () => {
    const { writes, counts } = plan(world('Chair', 'Boss', true));
    expect(writes).toEqual([['right', 'Boss', 'Chair', 'winner']]);
    expect(counts.taken).toBe(1);
  });

  it('[S462] where the records may be older than the push it is not read back, however often something is handed over', () => {
    const before = plan(world('CEO', 'Boss', false));
    expect(before).toMatchObject({ writes: [], reasons: ['not-read-back'], counts: { notReadBack: 1 } });
    expect(before.next(true).sent?.right).toEqual({ title: HANDED });
    const waited = plan(world('CEO', 'Boss', false, { written: 'waited' }));
    expect(waited).toMatchObject({ writes: [], reasons: ['not-read-back'] });
  });

  it('[S462] of a file nobody knows when it was made: read as what a result file says was written (S104)', () => {
    const once = plan(world('CEO', 'Boss', null));
    expect(once).toMatchObject({ writes: [], reasons: ['not-read-back'] });
    expect(plan(world('CEO', 'Boss', null, { written: 'waited' })).reasons).toEqual(['not-taken']);
  });

  it('[S462] of a created record what was read cannot be older than it', () => {
    const created = { because: 'create', from: null } as const;
    for (const after of [true, false, null]) {
      const { reasons, counts, next } = plan(world('CEO', '', after, created));
      expect({ reasons, counts }).toEqual({ reasons: [], counts: { taken: 1, notReadBack: 0, notTaken: 0 } });
      expect(next(null)).toMatchObject({ values: { left: { title: 'CEO' }, right: { title: 'CEO' } } });
    }
  });

  it('[S462] the app`s own form is what was seen; sides that agree again are level', () => {
    const form = plan(world('CEO', 'Boss', true, { seen: 'Ceo' }));
    expect(form.next(null).values.right).toEqual({ title: 'Ceo' });
    const level = plan(world('Boss', 'Boss', true));
    expect(level).toMatchObject({ writes: [], counts: { taken: 0 } });
    expect(level.next(null)).toMatchObject({ values: { left: { title: 'Boss' }, right: { title: 'Boss' } } });
  });

  it('[BL3] what was seen and is something else again is asked about, as whatever comes back different', () => {
    expect(plan(world('CEO', 'Chief', true)).reasons).toEqual(['came-back-different']);
    expect(plan(world('Chair', 'CEO', true)).writes).toEqual([['right', 'CEO', 'Chair', 'left-changed']]);
  });

  it('[S104] [S90] of a place of which a part waits to be read back nothing is written: half a place is none', () => {
    const of = world('', '', null);
    const own = { sync: 's', left: '1', right: 'A', by: 'key' } as const;
    const place = (after: boolean | null): World => ({
      ...of,
      design: {
        ...(of.design as object),
        syncs: [
          {
            ...{ id: 's', kind: 'deals', direction: 'both', winner: 'left', matching: { method: 'none' } },
            left: { object: 's', idField: 'id' },
            right: { object: 's', idField: 'id' },
            mappings: [],
            stages: {
              left: { pipeline: 'pipe', stage: 'stage' },
              right: { pipeline: null, stage: 'stage' },
              pairs: [
                { left: ['Sales', 'Lost'], right: [null, 'Offer'] },
                { left: ['Renewal', 'New'], right: [null, 'Closed'] },
              ],
            },
          },
        ],
      },
      tables: {
        s: {
          left: { header: ['id', 'pipe', 'stage'], rows: [['1', 'Renewal', 'New']] },
          right: { header: ['id', 'stage'], rows: [['A', 'Offer']] },
        },
      },
      baseline: {
        links: [
          {
            ...own,
            values: { left: { pipe: 'Renewal', stage: 'New' }, right: { stage: 'Closed' } },
            sent: {
              left: {
                pipe: {
                  ...{ from: 'Renewal', to: 'Sales', other: 'Offer', because: 'right-changed', tries: 1 },
                  ...{ missed: false, written: 'yes', seen: 'Sales' },
                },
              },
            },
          },
        ],
      },
      readAfter: { s: { left: after, right: null } },
    });
    const waits = enginePlanner(place(false)).lines[0]!;
    expect([waits.writes, waits.reasons.map(({ code }) => code)]).toEqual([[], ['not-read-back']]);
    // Once it was read after the push, the whole place is decided anew.
    const read = enginePlanner(place(true)).lines[0]!;
    expect(read.reasons).toEqual([]);
    expect(read.writes.length + read.conflicts.length).toBeGreaterThan(0);
  });
});
