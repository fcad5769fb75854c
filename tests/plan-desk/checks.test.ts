import { expect, test } from 'vitest';
import { UNWATCHED } from '../../workers/common/work.ts';
import { withChecksOf } from '../../workers/project/design-changes.ts';
import { design, LEFT, RIGHT, type Json } from '../cli/playground.ts';
import { ALL, allRows, bytesOf, DeskWorld, each, planned, value } from './desk-world.ts';

const BLANK: Json = {
  id: 'blank',
  name: 'Every create has a company',
  count: { sync: 'contacts', writes: [{ field: 'Company name', change: 'created-blank' }] },
};

/** A desk on two files, its plan made; `checks` puts others into the design and plans as the workbench does. */
async function deskWith(...first: readonly Json[]) {
  const world = await DeskWorld.open();
  const jsonOf = (checks: readonly Json[]) => JSON.parse(design([{}], { checks })) as unknown;
  const context = await world.context({
    design: jsonOf(first),
    tables: { contacts: each((side) => bytesOf(`${side}.csv`, side === 'left' ? LEFT : RIGHT)) },
  });
  const desk = await world.desk(context);
  const head = await planned(desk);
  const checks = async (...own: readonly Json[]) => {
    value(await desk.take(world.redesigned(context, jsonOf(own))));
    return planned(desk);
  };
  return { desk, head, checks };
}

test('[S403] a check that is written, changed or waived makes no new plan', async () => {
  const { desk, head, checks } = await deskWith();
  expect(value(await desk.checks(UNWATCHED))).toEqual([]);
  const next = await checks(BLANK);
  expect([next.planKey, next.madeAt, next.milliseconds]).toEqual([
    head.planKey,
    head.madeAt,
    head.milliseconds,
  ]);
  expect(value(await desk.checks(UNWATCHED))).toMatchObject([{ id: 'blank', state: 'broken', number: 2 }]);
  await checks({ ...BLANK, allowed: { atMost: 2 } });
  expect(value(await desk.checks(UNWATCHED))).toMatchObject([{ state: 'holds' }]);
});

test('[S400] a broken check lets no more be approved; what was approved is kept, holding and rejecting go on', async () => {
  const { desk, checks } = await deskWith();
  const rows = await allRows(desk, 'contacts');
  const [one, other] = rows.filter(({ decision }) => decision !== null);
  const on = (subject: number) => ({ kind: 'subjects', subjects: [subject] }) as const;
  value(await desk.decide('contacts', on(one!.subject), 'approved'));
  await checks(BLANK);
  const refused = await desk.decide('contacts', on(other!.subject), 'approved');
  expect(refused.ok ? null : refused.problem).toEqual({ code: 'checks-broken', names: [BLANK['name']] });
  const held = value(await desk.decide('contacts', on(other!.subject), 'held'));
  expect(held.decisions).toMatchObject({ approved: 1, held: 1 });
  await checks({ ...BLANK, blocks: false });
  expect(value(await desk.decide('contacts', on(other!.subject), 'approved')).decisions.approved).toBe(2);
});

test('[S404] a waiver for the lines of this plan lets it be approved', async () => {
  const { desk, checks } = await deskWith(BLANK);
  const { planHash } = value(await desk.planHash(UNWATCHED));
  const waiver = { planHash, number: 2, by: 'Kari', reason: 'Agreed.', at: '2026-11-21T10:00:00Z' };
  await checks({ ...BLANK, waivers: [waiver] });
  expect(value(await desk.checks(UNWATCHED))).toMatchObject([{ state: 'waived', waiver: { by: 'Kari' } }]);
  value(await desk.view('contacts', ALL));
  expect((await desk.decide('contacts', { kind: 'view' }, 'approved')).ok).toBe(true);
});

test('[S400] the list shows the records a check counts, beside its other filters', async () => {
  const { desk, checks } = await deskWith(BLANK);
  const counted = await allRows(desk, 'contacts', { check: 'blank' });
  expect(counted.map(({ outcome }) => outcome)).toEqual(['create', 'create']);
  const view = value(await desk.view('contacts', { ...ALL, check: 'blank', text: 'bo@acme' }));
  expect([view.total, view.check]).toEqual([1, BLANK['name']]);
  // Changed, it counts others; deleted, none.
  await checks({ ...BLANK, count: { sync: 'contacts', outcomes: ['update'] } });
  expect((await allRows(desk, 'contacts', { check: 'blank' })).map(({ outcome }) => outcome)).toEqual([
    'update',
  ]);
  await checks();
  const gone = value(await desk.view('contacts', { ...ALL, check: 'blank' }));
  expect([gone.total, gone.check]).toEqual([0, null]);
});

test('[S404] going back to the design of the kept plan keeps the checks', () => {
  const kept = JSON.stringify({ name: 'then', checks: [1] });
  expect(withChecksOf(kept, { name: 'now', checks: [1] })).toBe(kept);
  expect(JSON.parse(withChecksOf(kept, { name: 'now', checks: [2] }))).toEqual({ name: 'then', checks: [2] });
  expect(JSON.parse(withChecksOf(kept, { name: 'now' }))).toEqual({ name: 'then' });
  // So it does the to-do list (S232).
  expect(JSON.parse(withChecksOf(kept, { checks: [1], toDos: [3] }))).toEqual({
    name: 'then',
    checks: [1],
    toDos: [3],
  });
});
