import { UNWATCHED } from '../../workers/common/work.ts';
import { describe, expect, test } from 'vitest';
import type { Choice, PlanHead, Target } from '../../src/lib/conversation/index.ts';
import { design, LEFT, RIGHT, type Json } from '../cli/playground.ts';
import { ALL, allRows, AS_OF, bytesOf, DeskWorld, each, planned, value, type Files } from './desk-world.ts';

const files = (syncs?: readonly Json[], left = LEFT, right = RIGHT): Files => ({
  design: JSON.parse(design(syncs)) as unknown,
  tables: { contacts: each((side) => bytesOf(`${side}.csv`, side === 'left' ? left : right)) },
});

const MAPPINGS = [
  { left: 'Email', right: 'Email' },
  { left: 'First Name', right: 'FirstName' },
  { left: 'Phone Number', right: 'Phone' },
  { left: 'Company name', right: 'Account', conflict: 'ask' },
];

/** Everything with writes approved: the pair and two creates. */
async function approved(given: Files = files()) {
  const world = await DeskWorld.open();
  const context = await world.context(given);
  const desk = await world.desk(context);
  const head = await planned(desk);
  value(await desk.view('contacts', ALL));
  const decided = value(await desk.decide('contacts', { kind: 'view' }, 'approved'));
  return { world, context, desk, head, decided };
}

const every = (target: Target, take: 'left' | 'machine'): Choice => ({
  kind: 'open-conflicts',
  target,
  take,
});

const decisionsOf = (rows: readonly { readonly decision: string | null }[]) =>
  rows.map(({ decision }) => decision);

describe('decisions', () => {
  test('only subjects with writes are decided; a bulk act is one step to undo, whatever its size', async () => {
    const { desk, head, decided } = await approved();
    const { total, written } = head.syncs[0]!;
    expect(written).toBeLessThan(total);
    expect(decided).toEqual({
      count: written,
      decisions: { approved: written, held: 0, rejected: 0, open: 0 },
      canUndo: true,
      canRedo: false,
    });
    const rows = await allRows(desk, 'contacts');
    expect(rows.filter(({ decision }) => decision === null).length).toBe(total - written);
    const [first] = rows.filter(({ decision }) => decision !== null);
    value(await desk.decide('contacts', { kind: 'subjects', subjects: [first!.subject] }, 'rejected'));
    const one = value(await desk.undoDecision('contacts', AS_OF));
    expect(one.syncs[0]!.decisions.approved).toBe(written);
    const none = value(await desk.undoDecision('contacts', AS_OF));
    expect(none.syncs[0]!.decisions).toEqual({ approved: 0, held: 0, rejected: 0, open: written });
    const nothing = await desk.undoDecision('contacts', AS_OF);
    expect(nothing.ok ? '' : nothing.problem.code).toBe('nothing-to-undo');
    const again = value(await desk.redoDecision('contacts', AS_OF));
    expect(again.syncs[0]!.decisions.approved).toBe(written);
  });

  test('[FORMATS Choices] a decision holds over a re-plan exactly while the writes are the same, and is there in another desk', async () => {
    const { world, context, desk } = await approved();
    const json = JSON.parse(design([{ winner: 'right' }])) as unknown;
    const flipped = world.redesigned(context, json);
    value(await desk.take(flipped));
    const head = await planned(desk);
    const rows = await allRows(desk, 'contacts');
    const pair = rows.find(({ left, right }) => left !== null && right !== null)!;
    expect(pair.decision).toBe('open');
    expect(decisionsOf(rows.filter((row) => row.outcome === 'create'))).toEqual(['approved', 'approved']);
    expect(head.syncs[0]!.decisions).toEqual({ approved: 2, held: 0, rejected: 0, open: 1 });

    value(await desk.take(world.redesigned(flipped, files().design)));
    expect((await planned(desk)).syncs[0]!.decisions.approved).toBe(3);
    const other = await world.desk(await world.context(files()));
    expect((await planned(other)).syncs[0]!.decisions.approved).toBe(3);
  });

  test('a newer export keeps what was decided by id, asks held ones again, and asks where the writes differ', async () => {
    const { world, desk } = await approved();
    const rows = await allRows(desk, 'contacts');
    const creates = rows.filter(({ outcome }) => outcome === 'create');
    value(await desk.decide('contacts', { kind: 'subjects', subjects: [creates[1]!.subject] }, 'held'));
    const [header, anna, bo] = LEFT.split('\n');
    const newer = `${header!}\n${bo!}\n${anna!.replace('Acme AS', 'Acme Norge AS')}\n`;
    value(await desk.take(await world.context(files(undefined, newer))));
    const gone = await desk.view('contacts', ALL);
    expect(gone.ok ? '' : gone.problem.code).toBe('no-plan');
    await planned(desk);
    const now = await allRows(desk, 'contacts');
    const of = (id: string) => now.find(({ left, right }) => left?.id === id || right?.id === id)?.decision;
    expect(of('1002')).toBe('approved');
    expect(of('1001')).toBe('open');
    expect(of('003AB')).toBe('open');
  });

  test('a side for a conflict is chosen, shown beside the machine, taken back, undone; the next plan has it', async () => {
    const world = await DeskWorld.open();
    const desk = await world.desk(await world.context(files([{ mappings: MAPPINGS }])));
    const before = await planned(desk);
    const rows = await allRows(desk, 'contacts');
    const { subject } = rows.find(({ outcome }) => outcome === 'conflict')!;
    expect(value(await desk.nextOpen('contacts', -1))).toBe(subject);
    const field = 'Company name';
    const after = value(
      await desk.choose('contacts', { kind: 'conflict', subject, field, take: 'right' }, AS_OF),
    );
    expect(after.planKey).not.toBe(before.planKey);
    expect(after.syncs[0]!.subjects.conflict).toBe(0);
    const shown = value(await desk.subject('contacts', subject)).fields.find(({ left }) => left === field)!;
    expect([shown.chosen, shown.conflict, shown.write]).toEqual([
      'right',
      { decidedBy: 'person', winner: 'right' },
      { side: 'left', from: 'Acme AS', to: 'ACME', because: 'person' },
    ]);
    value(await desk.choose('contacts', { kind: 'conflict', subject, field: null, take: 'none' }, AS_OF));
    const all = value(await desk.subject('contacts', subject));
    expect(all.fields.find(({ left }) => left === field)!.chosen).toBe('none');
    const machine = value(
      await desk.choose('contacts', { kind: 'conflict', subject, field, take: 'machine' }, AS_OF),
    );
    expect(machine.planKey).toBe(before.planKey);
    expect(machine.syncs[0]!.subjects.conflict).toBe(1);
    const undone = value(await desk.undoDecision('contacts', AS_OF));
    expect(undone.syncs[0]!.subjects.conflict).toBe(0);
  });

  test('[S71] one side for every open conflict of the list or of what is checked is one step; taken back and undone alike', async () => {
    const world = await DeskWorld.open();
    const desk = await world.desk(await world.context(files([{ mappings: MAPPINGS }])));
    const before = await planned(desk);
    const open = (head: PlanHead): number => head.syncs[0]!.subjects.conflict;
    expect(open(before)).toBeGreaterThan(0);
    const unlisted = await desk.choose('contacts', every({ kind: 'view' }, 'left'), AS_OF);
    expect(unlisted.ok ? '' : unlisted.problem.code).toBe('no-view');
    // A list without conflicts: nothing is chosen.
    value(await desk.view('contacts', { ...ALL, outcomes: ['create'] }));
    const same = value(await desk.choose('contacts', every({ kind: 'view' }, 'left'), AS_OF));
    expect([same.planKey, open(same)]).toEqual([before.planKey, open(before)]);
    expect(value(await desk.view('contacts', ALL)).total).toBe(before.syncs[0]!.total);
    const left = value(await desk.choose('contacts', every({ kind: 'view' }, 'left'), AS_OF));
    expect(open(left)).toBe(0);
    const rows = await allRows(desk, 'contacts');
    const subjects = rows.map(({ subject }) => subject);
    for (const { subject } of rows.filter(({ outcome }) => outcome === 'update')) {
      const { fields } = value(await desk.subject('contacts', subject));
      for (const { conflict } of fields)
        if (conflict?.decidedBy === 'person') expect(conflict.winner).toBe('left');
    }
    const back = value(
      await desk.choose('contacts', every({ kind: 'subjects', subjects }, 'machine'), AS_OF),
    );
    expect([back.planKey, open(back)]).toEqual([before.planKey, open(before)]);
    expect(open(value(await desk.undoDecision('contacts', AS_OF)))).toBe(0);
    expect(open(value(await desk.undoDecision('contacts', AS_OF)))).toBe(open(before));
  });

  test('a pair is taken apart and put together again; a record is the same as one other only', async () => {
    const world = await DeskWorld.open();
    const desk = await world.desk(await world.context(files()));
    const before = await planned(desk);
    const pair = { left: '1001', right: '003AA' };
    const apart = value(
      await desk.choose('contacts', { kind: 'link', ...pair, verdict: 'different' }, AS_OF),
    );
    expect(apart.summary.counts['contacts']!.left.update).toBe(0);
    const other = { left: '1001', right: '003AB' };
    value(await desk.choose('contacts', { kind: 'link', ...other, verdict: 'same' }, AS_OF));
    const rows = await allRows(desk, 'contacts');
    const linked = rows.find(({ left }) => left?.id === '1001')!;
    expect([linked.right?.id, linked.match.by]).toEqual(['003AB', 'person']);
    expect(value(await desk.subject('contacts', linked.subject)).link).toEqual({ ...other, verdict: 'same' });
    value(
      await desk.choose('contacts', { kind: 'link', left: '1002', right: '003AB', verdict: 'same' }, AS_OF),
    );
    const moved = await allRows(desk, 'contacts');
    expect(moved.find(({ right }) => right?.id === '003AB')?.left?.id).toBe('1002');
    value(
      await desk.choose('contacts', { kind: 'link', left: '1002', right: '003AB', verdict: 'forget' }, AS_OF),
    );
    const forgot = value(await desk.choose('contacts', { kind: 'link', ...pair, verdict: 'forget' }, AS_OF));
    expect(forgot.planKey).toBe(before.planKey);
    const wrong = await desk.choose(
      'contacts',
      { kind: 'link', left: 'x', right: 'y', verdict: 'same' },
      AS_OF,
    );
    expect(wrong.ok ? '' : wrong.problem.code).toBe('no-such-record');
  });
});

describe('plans', () => {
  test('a kept plan is what the next one is compared with, in memory and read back', async () => {
    const world = await DeskWorld.open();
    const context = await world.context(files());
    const desk = await world.desk(context);
    const first = await planned(desk);
    expect([first.number, first.kept, first.delta]).toEqual([1, false, null]);
    const kept = value(await desk.keepPlan());
    expect([kept.number, kept.kept, kept.delta]).toEqual([1, true, null]);
    const json = JSON.parse(design([{ direction: 'left-to-right' }])) as unknown;
    const narrowed = world.redesigned(context, json);
    value(await desk.take(narrowed));
    const second = await planned(desk);
    expect([second.number, second.kept, second.delta?.since]).toEqual([2, false, 1]);
    const { subjects } = second.syncs[0]!;
    for (const [outcome, n] of Object.entries(second.delta!.subjects['contacts']!)) {
      expect(n).toBe(subjects[outcome as 'create'] - first.syncs[0]!.subjects[outcome as 'create']);
    }
    const view = value(await desk.view('contacts', { ...ALL, scope: 'changed' }));
    expect(view.total).toBe(second.delta!.changed);
    expect(view.total).toBeGreaterThan(0);

    const other = await world.desk(narrowed);
    const again = await planned(other);
    expect(again.delta).toEqual(second.delta);
    expect(value(await other.view('contacts', { ...ALL, scope: 'changed' })).total).toBe(view.total);
    const reopened = await world.desk(await world.context(files()));
    const same = await planned(reopened);
    expect([same.number, same.kept, same.delta]).toEqual([1, true, null]);
    const [header, anna] = LEFT.split('\n');
    value(await other.take(await world.context(files(undefined, `${header!}\n${anna!}\n`))));
    expect((await planned(other)).delta).toBeNull();
  });

  test('a newer call replaces one that runs, and cancel ends it', async () => {
    const world = await DeskWorld.open();
    const desk = await world.desk(await world.context(files()));
    const [first, second] = await Promise.all([
      desk.plan(AS_OF, 1, UNWATCHED),
      desk.plan(AS_OF, 1, UNWATCHED),
    ]);
    expect([first.ok ? '' : first.problem.code, second.ok]).toEqual(['superseded', true]);
    const running = desk.plan(AS_OF, 1, UNWATCHED);
    await desk.cancelPlan();
    const ended = await running;
    expect(ended.ok ? '' : ended.problem.code).toBe('superseded');
    expect(value(await desk.view('contacts', ALL)).total).toBe(4);
  });
});
