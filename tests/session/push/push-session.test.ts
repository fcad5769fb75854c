// Over 300 lines: one story for each thing that can stand between an approval and its push.
import { describe, expect, it } from 'vitest';
import { SIDES, type Side } from '../../../src/lib/engine/index.ts';
import type { PushAbout, PushStanding } from '../../../src/lib/conversation/index.ts';
import { JOB, SessionWorld, value } from '../session-world.ts';
import {
  about,
  approveAll,
  cameFrom,
  designOf,
  doneKeys,
  ended,
  filled,
  NOTHING,
  openTab,
  pictures,
  planned,
  pushedProject,
  pushOf,
  readSides,
  signIn,
  start,
  writing,
  writingBy,
} from './pushed-project.ts';

describe('the push in the workbench', () => {
  it('[L9] [S330] writes what was approved of 1,000 records on both sides, as planned, and planning again writes nothing; its way back leaves both as they were', async () => {
    const apps = filled(1, 1000, 60);
    const before = pictures(apps);
    const project = await pushedProject(new SessionWorld(), apps);
    await planned(project);
    await approveAll(project);
    const told = await about(project);
    expect(told.items).toBeGreaterThan(1000);
    expect(told.leftOut).toEqual([]);
    expect(told.keyless.count).toBe(0);
    const push = await start(project);
    const standing = await ended(project, push);
    expect(standing.state).toEqual({ is: 'done' });
    expect(standing.counts['read-back']).toBe(told.items);
    expect(standing.handedOver).toBe(true);
    for (const side of SIDES) {
      expect(standing.sides[side].acts).toEqual(told.sides[side].going);
      expect(apps[side].done.length).toBe(standing.sides[side].written);
    }
    await readSides(project);
    await planned(project);
    expect(await writing(project)).toEqual([]);

    const back = value(await project.tab.session.backAbout(push));
    expect(back.notUndone).toEqual([]);
    expect(back.items).toBe(told.items);
    const confirmed = back.guards.map(({ confirm }) => confirm);
    const started = await project.tab.session.backStart(push, { shown: back.shown, by: 'Ada', confirmed });
    const undone = await ended(project, pushOf(value(started)));
    expect(undone.counts['read-back']).toBe(told.items);
    expect(pictures(apps)).toEqual(before);
    // The baseline is the one before the push: the same is offered again.
    await readSides(project);
    await planned(project);
    expect((await writing(project)).length).toBeGreaterThan(0);
  });

  it('[L9] leaves alone what nobody approved', async () => {
    const project = await small();
    const approved = await writing(project);
    const { tab, apps } = project;
    for (const sync of ['companies', 'people']) {
      value(await tab.session.view(sync, { ...NOTHING, scope: 'written' }));
      value(await tab.session.decide(sync, { kind: 'view' }, 'rejected'));
    }
    expect((await about(project)).items).toBe(0);
    const own = { ...NOTHING, scope: 'written', outcomes: ['update'] } as const;
    const { total } = value(await tab.session.view('companies', own));
    const [first, second] = value(await tab.session.rows('companies', 0, total));
    const subjects = [first!.subject, second!.subject];
    value(await tab.session.decide('companies', { kind: 'subjects', subjects }, 'approved'));
    const told = await about(project);
    expect(told.records).toBe(2);
    expect(approved.length).toBeGreaterThan(2);
    const standing = await ended(project, await start(project));
    expect(standing.counts['read-back']).toBe(told.items);
    expect(doneKeys(apps).length).toBe(told.items);
    const ids = new Set(SIDES.flatMap((side) => apps[side].done.map(({ id }) => `${side} ${id}`)));
    const expected = [first!, second!].flatMap(({ left, right }) => [
      `left ${left!.id}`,
      `right ${right!.id}`,
    ]);
    for (const id of ids) expect(expected).toContain(id);
  });

  it('[S327] refuses once the plan is stale, and says what changed', async () => {
    const project = await small();
    await approveAll(project);
    const { shown } = await about(project);
    const design = designOf({ maxChanged: 0.9 });
    value(await project.tab.session.saveDesign(design, { code: 'reverted', values: {} }));
    const told = await about(project);
    expect(told.changed.map(({ what }) => what)).toEqual(['plan', 'design']);
    const started = value(await project.tab.session.pushStart({ shown, by: 'Ada', confirmed: [] }));
    expect(started).toMatchObject({ ok: false, because: 'stale' });
    await planned(project);
    expect((await about(project)).changed).toEqual([]);
    // Another approval than what was shown is another push.
    value(await project.tab.session.view('people', { ...NOTHING, scope: 'written' }));
    value(await project.tab.session.decide('people', { kind: 'view' }, 'held'));
    const other = await project.tab.session.pushStart({ shown, by: 'Ada', confirmed: [] });
    expect(value(other)).toEqual({ ok: false, because: 'other-plan' });
    expect(doneKeys(project.apps)).toEqual([]);
  });

  it('[S400] a check broken since the approval lets nothing be pushed', async () => {
    const project = await small();
    await approveAll(project);
    const { shown } = await about(project);
    const check = { id: 'none', name: 'Nothing is written', count: { writes: [{ change: 'any' }] } };
    const design = { ...designOf(), checks: [check] };
    value(
      await project.tab.session.saveDesign(design, { code: 'check-added', values: { name: check.name } }),
    );
    await planned(project);
    // The plan is the one that was shown (S403).
    const told = await about(project);
    expect([told.shown, told.checks]).toEqual([shown, [check.name]]);
    const started = await project.tab.session.pushStart({ shown, by: 'Ada', confirmed: [] });
    expect(started).toEqual({
      ok: false,
      problem: { code: 'checks-broken', names: ['Nothing is written'] },
    });
    expect(doneKeys(project.apps)).toEqual([]);
  });

  it('[S408] what rules approve is pushed, that alone, and by no other rules than were shown', async () => {
    const project = await small();
    const saved = async (decision: string) => {
      const rule = {
        id: 'r',
        name: 'R',
        decision,
        count: { outcomes: ['create'], directions: ['to-right'] },
      };
      const design = { ...designOf(), approval: [rule] };
      const step = { code: 'approval-rule', values: { name: rule.name } } as const;
      value(await project.tab.session.saveDesign(design, step));
      return planned(project);
    };
    const { decisions } = (await saved('approved')).syncs.find((sync) => sync.decisions.approved > 0)!;
    expect(decisions.open).toBeGreaterThan(0);
    const { shown, items, sides, records, byRule } = await about(project);
    expect(items).toBeGreaterThan(0);
    expect(byRule).toBe(records);
    expect(sides.left.going).toMatchObject({ create: 0, update: 0 });
    await saved('held');
    const started = await project.tab.session.pushStart({ shown, by: 'Ada', confirmed: [] });
    expect(started).toEqual({ ok: true, value: { ok: false, because: 'other-plan' } });
    expect(doneKeys(project.apps)).toEqual([]);
    await saved('approved');
    const standing = await ended(project, await start(project));
    expect([standing.state, standing.counts['read-back']]).toEqual([{ is: 'done' }, items]);
    expect(project.apps.left.done).toEqual([]);
  });

  it('[S463] [L9] what a rule withholds no app is sent, and the next plan offers it again', async () => {
    const project = await small();
    const notes = { sync: 'people', writes: [{ field: 'note', change: 'any' }] };
    const approval = [
      { id: 'all', name: 'All', decision: 'approved', count: { scope: 'written' } },
      { id: 'notes', name: 'Notes wait', decision: 'held', of: 'writes', count: notes },
    ];
    const step = { code: 'approval-rule', values: { name: 'All' } } as const;
    value(await project.tab.session.saveDesign({ ...designOf(), approval }, step));
    await planned(project);
    const noted = async () => (await writing(project)).filter(({ sync }) => sync === 'people').length;
    const before = await noted();
    const standing = await ended(project, await start(project));
    expect(standing.state).toEqual({ is: 'done' });
    const sent = SIDES.flatMap((side) => project.apps[side].done).map(({ values }) => [...values.keys()]);
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.filter((fields) => fields.includes('note'))).toEqual([]);
    await readSides(project);
    await planned(project);
    expect(await noted()).toBeGreaterThan(0);
    expect(await noted()).toBeLessThan(before);
  });

  it('a guard that stands in the way is let through by its number alone', async () => {
    const project = await small({ createsPerMatch: 0.01 });
    await approveAll(project);
    const { shown, guards } = await about(project);
    const stops = guards.filter((one) => one.stops);
    expect(stops.map(({ code }) => code)).toContain('createsPerMatch');
    for (const confirmed of [[], stops.map(({ code }) => code)]) {
      const started = value(await project.tab.session.pushStart({ shown, by: 'Ada', confirmed }));
      expect(started).toMatchObject({ ok: false, because: 'guards' });
    }
    expect(doneKeys(project.apps)).toEqual([]);
    expect((await ended(project, await start(project))).state).toEqual({ is: 'done' });
  });

  it('[S415] [S416] guards measure what is sent: the first record goes where the whole plan would be stopped', async () => {
    const wide = await small({ createsPerMatch: 1e6 });
    await approveAll(wide);
    const looks = (of: PushAbout) => of.guards.filter(({ code }) => code === 'createsPerMatch');
    const [cleared] = looks(await about(wide)).filter(({ measured }) => measured > 2);
    expect(cleared).toMatchObject({ stops: false, whole: null, limit: 1e6 });
    // Two creates are let through, and the plan has more.
    const project = await small({ createsPerMatch: 2 / cleared!.of! });
    await approveAll(project);
    const { sync, measured } = cleared!;
    const own = (of: PushAbout) => looks(of).find((one) => one.sync === sync)!;
    const whole = own(await about(project));
    expect(whole).toMatchObject({ measured, stops: true, whole: null });
    const part = value(await project.tab.session.pushAbout(JOB, 1));
    expect(part.items).toBeLessThanOrEqual(4);
    const first = own(part);
    expect(first).toMatchObject({ stops: false, of: whole.of, whole: { measured, stops: true } });
    expect(first.measured).toBeLessThanOrEqual(2);
    const open = part.guards.filter((one) => one.stops).map(({ confirm }) => confirm);
    expect(open.filter((words) => words.startsWith('createsPerMatch'))).toEqual([]);
    const started = value(
      await project.tab.session.pushStart({ shown: part.shown, by: 'Ada', confirmed: open }),
    );
    expect((await ended(project, pushOf(started))).state).toEqual({ is: 'done' });
    expect(doneKeys(project.apps).length).toBe(part.items);
  });

  it('is paused, goes on, and is stopped; what was not sent is said of each record, and offered again', async () => {
    const project = await small();
    await approveAll(project);
    const { tab, apps } = project;
    let writes = 0;
    const befalls = ({ what }: { readonly what: string }) => {
      if (what === 'write' && ++writes % 4 === 0) void tab.session.pushPause();
      return null;
    };
    await signIn(project, { befalls, can: { batchSize: 5 } });
    const { items } = await about(project);
    const push = await start(project);
    const paused = await ended(project, push);
    expect(paused.state).toEqual({ is: 'paused', cause: { code: 'asked' } });
    expect(paused.counts.waiting).toBeGreaterThan(0);
    expect(sum(paused)).toBe(items);
    expect((await about(project)).unfinished).toBe(push);
    expect(
      value(await tab.session.pushStart({ shown: (await about(project)).shown, by: 'Bo', confirmed: [] })),
    ).toEqual({ ok: false, because: 'unfinished' });
    value(await tab.session.pushResume(push));
    expect((await ended(project, push)).state.is).toBe('paused');
    value(await tab.session.pushStop(push));
    const stopped = await ended(project, push);
    expect(stopped.state).toEqual({ is: 'stopped' });
    expect(stopped.counts['not-sent']).toBeGreaterThan(0);
    expect(doneKeys(apps).length).toBe(stopped.counts['read-back']);
    const files = value(await tab.session.pushResults(push));
    expect(files.reduce((all, { rows }) => all + rows, 0)).toBe(items);
    const notSent = value(await tab.session.pushJournal(push, 'not-sent', 0, 1000));
    expect(notSent.total).toBe(stopped.counts['not-sent']);
    await signIn(project);
    await readSides(project);
    await planned(project);
    expect((await writing(project)).length).toBeGreaterThan(0);
    await approveAll(project);
    await ended(project, await start(project));
    await readSides(project);
    await planned(project);
    expect(await writing(project)).toEqual([]);
  });

  it('[S329] a worker that was killed in the middle left a push that the next one finds, and goes on with once signed in to the same account', async () => {
    const project = await small();
    await approveAll(project);
    const { apps, id, world } = project;
    let writes = 0;
    const through = writingBy(async (own, batch) => {
      const answer = await own.write(batch);
      return ++writes < 6 ? answer : new Promise(() => undefined);
    });
    await signIn(project, { through, can: { batchSize: 5 } });
    const { items } = await about(project);
    const push = await start(project);
    await expect.poll(() => writes).toBeGreaterThanOrEqual(6);
    await project.tab.kill();
    project.tab = await openTab(world);
    const { session } = project.tab;
    value(await session.openProject(id, JOB));
    await cameFrom(project);
    const { list, live } = value(await session.pushes());
    expect(live).toBe(true);
    expect(list).toMatchObject([{ id: push, by: 'Ada', state: 'running', total: items }]);
    const found = value(await session.pushStanding(push))!;
    expect(found.runs).toBe(false);
    expect(found.counts.sent).toBeGreaterThan(0);
    expect(sum(found)).toBe(items);
    expect(found.sides.left.ready).toBe(false);
    // Nobody is signed in: nothing is asked, and it stands still.
    value(await session.pushResume(push));
    expect((await ended(project, push)).state).toMatchObject({ is: 'paused', cause: { code: 'signed-out' } });
    for (const side of SIDES) apps[side].accountId = 'another';
    await signIn(project);
    value(await session.pushResume(push));
    expect((await ended(project, push)).state).toMatchObject({ cause: { code: 'wrong-account' } });
    for (const side of SIDES) apps[side].accountId = 'memory-1';
    await signIn(project);
    value(await session.pushResume(push));
    const over = await ended(project, push);
    expect(over.state).toEqual({ is: 'done' });
    expect(over.counts['read-back']).toBe(items);
    expect(over.handedOver).toBe(true);
    expect(new Set(doneKeys(apps)).size).toBe(items);
    expect(doneKeys(apps).length).toBe(items);
    await readSides(project);
    await planned(project);
    expect(await writing(project)).toEqual([]);
  });

  it('[S327] goes to the sides that are signed in to the account they were read from; the rest stays for change files', async () => {
    const project = await small({}, ['right']);
    await approveAll(project);
    const told = await about(project);
    expect(told.sides.left.to).toEqual({ is: 'file' });
    expect(told.sides.left.going).toEqual({ create: 0, update: 0, remove: 0, restore: 0 });
    expect(told.sides.left.staying.create).toBeGreaterThan(0);
    expect(told.sides.right.to.is).toBe('ready');
    const standing = await ended(project, await start(project));
    expect(standing.counts['read-back']).toBe(told.items);
    expect(project.apps.left.done).toEqual([]);
    project.apps.right.accountId = 'another';
    await signIn(project, { sides: ['right'] });
    expect((await about(project)).sides.right.to.is).toBe('other-account');
    expect((await about(project)).items).toBe(0);
  });

  it('[S328] what the app refused is sent once more, and what is unknown looked for, under the same journal', async () => {
    const project = await small();
    await approveAll(project);
    const { tab } = project;
    let isHard = true;
    const refusal = { category: null, code: 'NO', field: null, said: 'not today', existing: null };
    const through = writingBy((own, batch) => {
      if (!isHard) return own.write(batch);
      const receipts = batch.items.map(({ key }) => ({ key, kind: 'refused', refusal }) as const);
      return Promise.resolve({ kind: 'receipts', receipts });
    });
    await signIn(project, { through });
    const { items } = await about(project);
    const push = await start(project);
    // The first ones are looked at by a person, then one error that hits nearly everything stops it.
    const paused = await ended(project, push);
    expect(paused.state).toMatchObject({ is: 'paused', cause: { code: 'canary' } });
    value(await tab.session.pushResume(push));
    expect((await ended(project, push)).state.is).not.toBe('running');
    value(await tab.session.pushStop(push));
    const stopped = await ended(project, push);
    expect(stopped.counts.refused).toBeGreaterThan(0);
    const page = value(await tab.session.pushJournal(push, 'refused', 0, 1));
    expect(page.rows[0]!.answer).toEqual({ is: 'refused', field: null, code: 'NO', said: 'not today' });
    expect(page.rows[0]!.name).toMatch(/^(?:Company|Person)|@|\.com/);
    isHard = false;
    expect(value(await tab.session.pushAgain(push, 'refused'))).toBe(stopped.counts.refused);
    const again = await ended(project, push);
    expect(again.counts.refused).toBe(0);
    expect(sum(again)).toBe(items);
    expect(doneKeys(project.apps).length).toBe(again.counts['read-back']);
    expect(again.handedOver).toBe(true);
  });
});

const small = async (guards: object = {}, live: readonly Side[] = SIDES) => {
  const project = await pushedProject(new SessionWorld(), filled(2, 60, 12), { guards, live });
  await planned(project);
  return project;
};

const sum = ({ counts }: PushStanding): number => Object.values(counts).reduce((all, one) => all + one, 0);
