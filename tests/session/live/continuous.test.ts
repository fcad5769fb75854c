// Over 300 lines: one story for each thing that can stand between a rule and what it writes by itself.
import { describe, expect, it } from 'vitest';
import { SIDES, type Side } from '../../../src/lib/engine/index.ts';
import { texts } from '../../push/push-world.ts';
import { filled, NOTHING, writingBy } from '../push/pushed-project.ts';
import { JOB, value } from '../session-world.ts';
import { rule, TwoLiveApps } from './two-live-apps.ts';

const CREATES = rule('creates', 'approved', { outcomes: ['create'], directions: ['to-right'] });
const ALL = rule('all', 'approved');
/** A few records on the left that the right has not, besides those both have. */
const small = (): TwoLiveApps => new TwoLiveApps(filled(3, 30, 8));

describe('continuous sync is turned on', () => {
  it('[S446] by what is typed, of exactly what was shown; it says what rules would have written, and what waits for a person', async () => {
    const world = await small().open([CREATES]);
    await world.decide('people', 'approved', ['update']);
    const about = await world.about();
    expect(about.bars).toEqual([]);
    expect(about.records).toBeGreaterThan(2);
    expect(about.rules).toEqual([{ id: 'creates', name: 'Rule creates', records: about.records }]);
    expect(about.syncs.reduce((sum, { records }) => sum + records, 0)).toBe(about.records);
    expect(about.sides.left).toEqual({ create: 0, update: 0, remove: 0, restore: 0 });
    expect(about.sides.right.create).toBe(about.records);
    expect(about.waits.find(({ because }) => because === 'person')?.records).toBeGreaterThan(0);
    const start = { shown: about.shown, by: 'Ada', typed: about.confirm };
    const begin = async (more: object) => value(await world.session.continuousOn({ ...start, ...more }));
    expect(await begin({ typed: 'continuous' })).toEqual({ ok: false, because: 'not-typed' });
    await world.decide('people', 'held', ['create']);
    expect(await begin({})).toEqual({ ok: false, because: 'other' });
    // Not on: what is looked at is not pushed.
    expect(await world.look()).toEqual({ is: 'off' });
    expect(world.done).toEqual({ left: 0, right: 0 });
  });

  it('[S446] not without a rule that approves, signed out, with a push that is not over, or in a tab that only reads', async () => {
    const world = await small().open([rule('held', 'held')]);
    const bars = async () => (await world.about()).bars.map(({ is }) => is);
    expect(await bars()).toEqual(['no-rule']);
    await world.design([CREATES], { checks: [NOTHING_WRITTEN] });
    expect(await bars()).toEqual(['checks']);
    await world.design([CREATES], {}, { createsPerMatch: 0.01 });
    expect(await bars()).toEqual(['guards']);
    await world.design([CREATES]);
    value(await world.session.signOut('right', false));
    expect((await world.about()).bars).toContainEqual({ is: 'signed-out', sides: ['right'] });
    expect((await world.about()).syncs).toEqual([]);
    await world.signIn(['right']);
    const about = await world.about();
    const other = await world.openTab();
    const own = world.tab;
    world.tab = other;
    value(await other.session.openProject(world.id, JOB));
    await world.plan();
    const there = await world.about();
    expect(there.bars.map(({ is }) => is)).toContain('read-only');
    const start = { shown: there.shown, by: 'Bo', typed: there.confirm };
    expect(value(await other.session.continuousOn(start))).toEqual({ ok: false, because: 'barred' });
    world.tab = own;
    expect((await world.about()).shown).toBe(about.shown);
    await world.turnOn();
  });
});

const NOTHING_WRITTEN = { id: 'none', name: 'Nothing is written', count: { writes: [{ change: 'any' }] } };

describe('a pass of continuous sync', () => {
  it('[S446] [S447] [L9] reads, plans and writes what rules approve, through a journal like any other; then it is at rest', async () => {
    const world = await small().open([CREATES]);
    await world.decide('people', 'approved', ['update']);
    const { records } = await world.turnOn();
    const wrote = await world.look();
    expect(wrote).toMatchObject({ is: 'wrote', records, stale: 0 });
    expect(world.done).toEqual({ left: 0, right: records });
    const push = wrote.is === 'wrote' ? wrote.push : '';
    expect(value(await world.session.pushStanding(push))).toMatchObject({
      ...{ id: push, by: 'Ada', continuous: true, state: { is: 'done' }, handedOver: true, confirmed: [] },
    });
    // What a person approved still waits for a push of theirs.
    expect(value(await world.session.pushAbout(JOB)).items).toBeGreaterThan(0);
    expect(await world.look()).toEqual({ is: 'nothing' });
    // Once for each look.
    expect(value(await world.session.continuousPush(JOB))).toEqual({ is: 'waits', because: 'plan' });
    expect(world.done).toEqual({ left: 0, right: records });
    // What comes later is written at the next look, and held where a person holds it.
    world.apps.left.put('people', texts({ email: 'new@x.com', name: 'New' }));
    expect(await world.look()).toMatchObject({ is: 'wrote', records: 1 });
    world.apps.left.put('people', texts({ email: 'newer@x.com', name: 'Newer' }));
    await world.read();
    await world.decide('people', 'held', ['create']);
    expect(value(await world.session.continuousPush(JOB))).toEqual({ is: 'nothing' });
    expect(world.done.right).toBe(records + 1);
  });

  it('[S449] pushes only after a look that read every side, and once for each', async () => {
    const world = await small().open([CREATES]);
    await world.turnOn();
    expect(value(await world.session.continuousPush(JOB))).toEqual({ is: 'waits', because: 'plan' });
    await world.session.syncNow(JOB);
    // Read, and not planned.
    world.apps.left.put('people', texts({ email: 'new@x.com', name: 'New' }));
    world.now += 60_000;
    await world.session.syncNow(JOB);
    value(await world.session.refresh(JOB));
    expect(value(await world.session.continuousPush(JOB))).toEqual({ is: 'waits', because: 'plan' });
    world.befalls = ({ what }) => (what === 'read' ? { kind: 'overloaded', seconds: 0 } : null);
    expect(await world.look()).toEqual({ is: 'waits', because: 'app' });
    expect(world.done).toEqual({ left: 0, right: 0 });
    world.befalls = () => null;
    expect(await world.look()).toMatchObject({ is: 'wrote' });
  });

  it('[S449] a lost sign-in stops it, and it stays off', async () => {
    const world = await small().open([CREATES]);
    await world.turnOn();
    world.befalls = ({ what }) => (what === 'read' ? { kind: 'signed-out' } : null);
    expect(await world.look()).toMatchObject({ is: 'stopped', because: { is: 'problem' }, push: null });
    world.befalls = () => null;
    expect(await world.look()).toEqual({ is: 'off' });
    await world.turnOn();
    value(await world.session.signOut('left', false));
    expect(await world.look()).toMatchObject({
      is: 'stopped',
      because: { is: 'signed-out', sides: ['left'] },
    });
    expect(world.done).toEqual({ left: 0, right: 0 });
  });

  it('[S449] [S415] a guard that stands in the way stops it before anything is written, and nobody can let it through', async () => {
    const world = await small().open([CREATES], {}, { createsPerMatch: 1 });
    const about = await world.turnOn();
    for (let n = 0; n < 40; n++)
      world.apps.left.put('people', texts({ email: `n${String(n)}@x.com`, name: 'N' }));
    const stopped = await world.look();
    expect(stopped).toMatchObject({
      is: 'stopped',
      because: { is: 'guards', guards: [{ code: 'createsPerMatch', stops: true }] },
      push: null,
    });
    expect(about.bars).toEqual([]);
    expect(world.done).toEqual({ left: 0, right: 0 });
    expect(await world.look()).toEqual({ is: 'off' });
  });

  it('[S449] [S400] a check that breaks stops it, nothing is written', async () => {
    const check = {
      id: 'few',
      name: 'At most 20 creates',
      count: { outcomes: ['create'] },
      allowed: { atMost: 40 },
    };
    const world = await small().open([CREATES], { checks: [check] });
    await world.turnOn();
    for (let n = 0; n < 60; n++)
      world.apps.left.put('people', texts({ email: `n${String(n)}@x.com`, name: 'N' }));
    expect(await world.look()).toEqual({
      ...{ is: 'stopped', because: { is: 'checks', names: [check.name] }, push: null },
    });
    expect(world.done).toEqual({ left: 0, right: 0 });
  });

  it('[S448] more than was shown, or than a later pass may write, stops it', async () => {
    const world = await small().open([CREATES], {}, { createsPerMatch: null });
    const { most } = await world.turnOn();
    expect(most).toEqual({ first: 100, later: 100 });
    for (let n = 0; n < 101; n++)
      world.apps.left.put('people', texts({ email: `n${String(n)}@x.com`, name: 'N' }));
    const stopped = await world.look();
    expect(stopped).toMatchObject({ is: 'stopped', because: { is: 'many', most: 100 }, push: null });
    expect(world.done).toEqual({ left: 0, right: 0 });
    // Seen by the person who turns it on again, they go; so many more do not.
    const again = await world.turnOn();
    expect(again.most.first).toBe(again.records);
    expect(await world.look()).toMatchObject({ is: 'wrote', records: again.records });
    for (let n = 0; n < 101; n++)
      world.apps.left.put('people', texts({ email: `m${String(n)}@x.com`, name: 'M' }));
    expect(await world.look()).toMatchObject({
      is: 'stopped',
      because: { is: 'many', records: 101, most: 100 },
    });
  });

  it('[S449] other rules, checks or a design other than it was turned on with stop it', async () => {
    for (const change of [
      (world: TwoLiveApps) => world.design([ALL]),
      (world: TwoLiveApps) => world.design([CREATES], { checks: [{ ...NOTHING_WRITTEN, blocks: false }] }),
      (world: TwoLiveApps) => world.design([CREATES], {}, { maxAge: 3 }),
    ]) {
      const world = await small().open([CREATES]);
      await world.turnOn();
      await change(world);
      expect(await world.look()).toEqual({ is: 'stopped', because: { is: 'design' }, push: null });
      expect(world.done).toEqual({ left: 0, right: 0 });
    }
  });

  it('[S449] [L8] what a person changed since it was read is left, and read at the next look', async () => {
    const world = await small().open([rule('updates', 'approved', { outcomes: ['update'] })]);
    const { records } = await world.turnOn();
    expect(records).toBeGreaterThan(1);
    await world.read();
    const [side, id] = await editOne(world);
    const wrote = value(await world.session.continuousPush(JOB));
    expect(wrote).toMatchObject({ is: 'wrote' });
    expect(wrote.is === 'wrote' ? wrote.stale : 0).toBeGreaterThan(0);
    expect(world.apps[side].get('people', id)?.values.get('note')).toBe('by a person');
  });

  it('[S449] what an app refuses stops it behind the push, whose journal says it', async () => {
    const world = await small().open([CREATES]);
    await world.turnOn();
    const refusal = { category: null, code: 'NO', field: null, said: 'not today', existing: null };
    let left = 1;
    await world.signInThrough(
      writingBy(async (own, batch) => {
        if (left-- > 0)
          return {
            kind: 'receipts',
            receipts: batch.items.map(({ key }) => ({ key, kind: 'refused', refusal })),
          };
        return own.write(batch);
      }),
    );
    const stopped = await world.look();
    expect(stopped).toMatchObject({ is: 'stopped', because: { is: 'push', state: { is: 'paused' } } });
    const push = stopped.is === 'stopped' ? stopped.push : null;
    const standing = value(await world.session.pushStanding(push))!;
    expect(standing.counts.refused).toBeGreaterThan(0);
    expect(await world.look()).toEqual({ is: 'off' });
    // A push that is not over keeps it off until a person has ended it.
    expect((await world.about()).bars.map(({ is }) => is)).toContain('unfinished');
  });

  it('[S449] an app that asks to wait is waited for, in the push', async () => {
    const world = await small().open([CREATES]);
    const { records } = await world.turnOn();
    let limits = 2;
    world.befalls = ({ what }) =>
      what === 'write' && limits-- > 0 ? { kind: 'rate-limited', seconds: 0.01 } : null;
    expect(await world.look()).toMatchObject({ is: 'wrote', records });
    expect(limits).toBeLessThan(1);
  });

  it('[S450] a value that goes there and back from look to look is written once, and stops it the second time', async () => {
    const world = await small().open([rule('updates', 'approved', { outcomes: ['update'] })]);
    await world.turnOn();
    await world.look();
    const { left, right } = world.apps;
    const [company] = left
      .there('companies')
      .filter(({ values }) => right.holders('companies', 'domain', values.get('domain')!).length > 0);
    const { id, values } = company!;
    const [other] = right.holders('companies', 'domain', values.get('domain')!);
    const size = (): string | undefined => right.get('companies', other!)?.values.get('size');
    // On from value to value is no matter.
    for (const next of ['7', '8']) {
      left.edit('companies', id, texts({ size: next }));
      expect(await world.look()).toMatchObject({ is: 'wrote', records: 1 });
      expect(size()).toBe(next);
    }
    left.edit('companies', id, texts({ size: '7' }));
    expect(await world.look()).toMatchObject({
      is: 'stopped',
      because: { is: 'to-and-fro', records: { count: 1 }, fields: ['size'] },
      push: null,
    });
    expect(size()).toBe('8');
  });
});

describe('continuous sync ends', () => {
  it('[S446] at one press, also in the middle: the rest of its push is not sent', async () => {
    const world = new TwoLiveApps(filled(4, 60, 40));
    await world.open([CREATES]);
    const { records } = await world.turnOn();
    let writes = 0;
    world.befalls = ({ what }) => {
      if (what === 'write' && ++writes === 2) void world.session.continuousOff();
      return null;
    };
    expect(await world.look()).toEqual({ is: 'off' });
    const standing = value(await world.session.pushStanding(null))!;
    expect(standing.state).toEqual({ is: 'stopped' });
    expect(standing.counts['not-sent']).toBeGreaterThan(0);
    expect(world.done.right).toBeLessThan(records);
    const { right } = world.done;
    world.befalls = () => null;
    expect(await world.look()).toEqual({ is: 'off' });
    expect(world.done.right).toBe(right);
  });

  it('[S446] [S329] with its worker: what it was writing stands still until a person goes on with it', async () => {
    const world = await small().open([CREATES]);
    await world.turnOn();
    let writes = 0;
    await world.signInThrough(
      writingBy(async (own, batch) => {
        const answer = await own.write(batch);
        return ++writes < 2 ? answer : new Promise(() => undefined);
      }),
    );
    void world.look();
    await expect.poll(() => writes).toBe(2);
    await world.tab.kill();
    world.tab = await world.openTab();
    value(await world.session.openProject(world.id, JOB));
    world.through = (one) => one;
    await world.signIn();
    const before = world.done;
    expect(await world.look()).toEqual({ is: 'off' });
    const { list } = value(await world.session.pushes());
    expect(list).toMatchObject([{ state: 'running', by: 'Ada' }]);
    expect(value(await world.session.pushStanding(null))?.runs).toBe(false);
    expect((await world.about()).bars.map(({ is }) => is)).toContain('unfinished');
    expect(world.done).toEqual(before);
    value(await world.session.pushResume(list[0]!.id));
    await expect.poll(async () => value(await world.session.pushStanding(null))?.state.is).toBe('done');
    const keys = SIDES.flatMap((side) => world.apps[side].done.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('[S446] with its project', async () => {
    const world = await small().open([CREATES]);
    await world.turnOn();
    value(await world.session.closeProject());
    value(await world.session.openProject(world.id, JOB));
    await world.signIn();
    expect(await world.look()).toEqual({ is: 'off' });
    expect(world.done).toEqual({ left: 0, right: 0 });
  });

  it('[S329] of a person and a look that push at once one begins, and the other finds it', async () => {
    const world = await small().open([CREATES]);
    await world.turnOn();
    await world.decide('people', 'approved', ['update']);
    await world.read();
    const { shown } = value(await world.session.pushAbout(JOB));
    const [pass, started] = await Promise.all([
      world.session.continuousPush(2),
      world.session.pushStart({ shown, by: 'Bo', confirmed: [] }),
    ]);
    const begun = [value(pass).is === 'wrote', value(started).ok];
    expect(begun.filter((is) => is)).toHaveLength(1);
    await expect.poll(async () => value(await world.session.pushStanding(null))?.state.is).toBe('done');
    const keys = SIDES.flatMap((side) => world.apps[side].done.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** Somebody edits a record that the plan would update, in the app, after it was read. */
async function editOne(world: TwoLiveApps): Promise<readonly [Side, string]> {
  const { total } = value(
    await world.session.view('people', { ...NOTHING, scope: 'written', outcomes: ['update'] }),
  );
  const rows = value(await world.session.rows('people', 0, total));
  for (const { subject } of rows) {
    const { line } = value(await world.session.subject('people', subject));
    const write = line.writes.find(({ field }) => field === 'note');
    const id = write === undefined ? undefined : line[write.side]?.id;
    if (write === undefined || id === undefined) continue;
    world.apps[write.side].edit('people', id, texts({ note: 'by a person' }));
    return [write.side, id];
  }
  throw new Error('no update of a note');
}
