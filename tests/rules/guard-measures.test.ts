import { describe, expect, it } from 'vitest';
import {
  drain,
  partMeasures,
  subjectCount,
  type GuardMeasure,
  type Guards,
  type SyncPlan,
} from '../../src/lib/engine/index.ts';
import { designJson } from '../engine/design/design-of.ts';
import { enginePlanner } from '../reference/engine-plan.ts';
import { playground, FILES, schemaOf } from '../cli/playground.ts';
import { misfits } from '../formats/json-schema.ts';
import { tell } from './story.ts';

const short = (measures: readonly GuardMeasure[]) =>
  measures.map(({ code, count, of, stops }) => [code, count, of, stops]);

/**
 * Ten pairs linked before, of which on the right four phones change and three are cleared; two pairs are linked for the first time, one
 * of them overwritten, and three records would be created on the right.
 */
function world(named: object): { readonly plan: SyncPlan; readonly guards: Guards } {
  const linked = Array.from({ length: 10 }, (_, n) => String(n));
  const now = (n: number): string => (n < 4 ? `9${String(n)}` : n < 7 ? '' : String(n));
  const table = (header: string, rows: readonly (readonly string[])[]) => ({
    header: header.split(' '),
    rows,
  });
  const { plan } = enginePlanner({
    design: designJson(
      {
        mappings: [{ left: 'Phone', right: 'Phone' }],
        winner: 'left',
        blanks: { propagateClears: 'always' },
      },
      { guards: named },
    ),
    tables: {
      contacts: {
        left: table('Id Email Phone', [
          ...linked.map((id, n) => [`L${id}`, `p${id}@a.no`, now(n)]),
          ['L10', 'new@a.no', '1'],
          ['L11', 'same@a.no', '2'],
          ...['x', 'y', 'z'].map((id) => [`L${id}`, `${id}@a.no`, '5']),
        ]),
        right: table('Id Mail Phone', [
          ...linked.map((id) => [`R${id}`, `p${id}@a.no`, id]),
          ['R10', 'new@a.no', '8'],
          ['R11', 'same@a.no', '2'],
        ]),
      },
    },
    baseline: {
      links: linked.map((id) => ({
        ...{ sync: 'contacts', left: `L${id}`, right: `R${id}`, by: 'key' as const },
        values: { left: { Phone: id }, right: { Phone: id } },
      })),
    },
    choices: null,
  });
  return { plan: plan.syncs[0]!, guards: plan.design.guards };
}

const NAMED = {
  createsPerMatch: 0.2,
  maxCleared: { share: 0.5, count: 2 },
  maxChanged: 0.6,
  maxOverwritten: 0.4,
};

describe('what guards measure', () => {
  it('[S415] every guard that is looked at is told with its number and its bound, also where it does not stop', async () => {
    const { summary } = await tell({
      left: 'id,email,phone\n1,a@x.no,1\n2,b@x.no,2\n3,c@x.no,3\n',
      right: 'id,email,phone\nA,a@x.no,9\nB,b@x.no,2\n',
      links: [
        {
          sync: 's',
          left: '1',
          right: 'A',
          by: 'key',
          values: { left: { phone: '9' }, right: { phone: '9' } },
        },
      ],
      guards: { createsPerMatch: 0.25, maxChanged: 1, minMatched: 0.5, maxShrunk: 0.9, maxOverwritten: null },
    });
    expect(summary.guards).toEqual([
      { code: 'createsPerMatch', sync: 's', count: 1, of: 2, limit: 0.25, stops: true },
      { code: 'maxChanged', sync: 's', count: 1, of: 1, limit: 1, stops: false },
      { code: 'minMatched', sync: 's', count: 2, of: 2, limit: 0.5, stops: false },
      { code: 'maxShrunk', sync: 's', count: 3, of: 10, side: 'left', limit: 0.9, stops: false },
      { code: 'maxShrunk', sync: 's', count: 2, of: 10, side: 'right', limit: 0.9, stops: false },
      { code: 'maxRejected', sync: 's', count: 0, of: 3, side: 'left', limit: 0.02, stops: false },
      { code: 'maxRejected', sync: 's', count: 0, of: 2, side: 'right', limit: 0.02, stops: false },
    ]);
    // Those that stop, and no others, are warnings.
    expect(summary.warnings.filter((one) => 'limit' in one)).toEqual([
      { code: 'createsPerMatch', sync: 's', count: 1, of: 2, limit: 0.25 },
    ]);
  });

  it('[S415] the command line lists them, and summary.json has them', async () => {
    const guards = { createsPerMatch: 4, maxOverwritten: 0.5 };
    const own = playground([{}], { guards });
    const { out, exit } = await own.call('plan', '@d.json', ...FILES, '--out', '@o');
    expect(exit).toBe(4);
    expect(out).toMatch(
      /\nguards\n {2}holds {2}contacts {2}Creates against linked pairs +2 for 1 pair {2}bound 4 per pair\n/,
    );
    expect(out).toMatch(/\n {2}stops {2}contacts {2}Pairs overwritten +1 of 1 {2}bound 50 %\n/);
    const summary = JSON.parse(own.read('o/summary.json')) as { guards: GuardMeasure[] };
    expect(misfits(schemaOf('plan-summary'), summary)).toEqual([]);
    expect(short(summary.guards).slice(0, 2)).toEqual([
      ['createsPerMatch', 2, 1, false],
      ['maxOverwritten', 1, 1, true],
    ]);
  });

  it('[S416] of a part the writes of that part are measured, of the pairs of the whole sync', () => {
    const { plan, guards } = world(NAMED);
    const part = (left: readonly number[], right: readonly number[], fields: readonly string[] = []) => {
      const count = subjectCount(plan);
      const withheld = new Map(fields.map((field) => [field, new Uint16Array(count).fill(1)]));
      const going = { left: new Uint8Array(count), right: new Uint8Array(count), withheld };
      for (const subject of left) going.left[subject] = 1;
      for (const subject of right) going.right[subject] = 1;
      return short(drain(partMeasures(guards, plan, going)));
    };
    const all = Array.from({ length: subjectCount(plan) }, (_, subject) => subject);
    expect(part(all, all)).toEqual([
      ['createsPerMatch', 3, 12, true],
      ['maxCleared', 3, 24, true],
      ['maxChanged', 8, 10, true],
      ['maxOverwritten', 1, 2, true],
    ]);
    // S463, S480: what is withheld of records that go clears and overwrites nothing.
    const fields = plan.mappings.map(({ mapping }) => mapping.left);
    expect(part(all, all, fields)).toEqual([
      ['createsPerMatch', 3, 12, true],
      ['maxCleared', 0, 24, false],
      ['maxChanged', 8, 10, true],
      ['maxOverwritten', 0, 2, false],
    ]);
    expect(part([], [])).toEqual([
      ['createsPerMatch', 0, 12, false],
      ['maxCleared', 0, 24, false],
      ['maxChanged', 0, 10, false],
      ['maxOverwritten', 0, 2, false],
    ]);
    // Two changed, two cleared, and one created; the pair that is overwritten stays.
    expect(part([], [0, 1, 4, 5, 12])).toEqual([
      ['createsPerMatch', 1, 12, false],
      ['maxCleared', 2, 24, false],
      ['maxChanged', 4, 10, false],
      ['maxOverwritten', 0, 2, false],
    ]);
    expect(part([], [10])).toContainEqual(['maxOverwritten', 1, 2, true]);
    // Nothing of these is written on the left.
    expect(part([0, 4, 10, 12], [])).toEqual(part([], []));
  });
});
