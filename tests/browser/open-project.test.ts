import { noted } from '../support/noted.ts';
import { HandClock } from '../support/hand-clock.ts';
import { describe, expect, it } from 'vitest';
import { Jobs } from '../../src/lib/workbench/project/jobs.svelte.ts';
import { OpenProject } from '../../src/lib/workbench/project/open-project.svelte.ts';
import { Shortcuts } from '../../src/lib/workbench/commands/shortcuts.svelte.ts';
import { syncId } from '../../src/lib/workbench/project/sync-id.ts';
import type {
  Answer,
  DesignHead,
  KeptPlanHead,
  PlanHead,
  ProjectHead,
  Problem,
} from '../../src/lib/conversation/index.ts';

type Client = ConstructorParameters<typeof OpenProject>[0];

const SUPERSEDED: Problem = { code: 'superseded' };
const ok = <T>(value: T): Answer<T> => ({ ok: true, value });

/** Only what `OpenProject` looks at. */
const design = (savedAt: string): DesignHead =>
  ({
    json: {},
    design: {},
    errors: [],
    warnings: [],
    canUndo: true,
    canRedo: false,
    savedAt,
    changes: { made: [], takenBack: [] },
  }) as unknown as DesignHead;
const head = {
  id: 'p',
  name: 'P',
  readOnly: null,
  syncs: [{ sides: { left: { reading: { stored: 1 } }, right: { reading: { stored: 1 } } } }],
  design: design('first'),
} as unknown as ProjectHead;
const planHead = (number: number, kept = number > 1): PlanHead =>
  ({ number, kept, delta: null, syncs: [] }) as unknown as PlanHead;

/** A worker that answers a plan when told to; a newer call makes the older one answer `superseded`. */
function stand(keeps: Answer<KeptPlanHead> = ok({ plan: planHead(1, true), design: design('first') })) {
  let kept = 0;
  let planned = 0;
  const looks: ((answer: Answer<ProjectHead>) => void)[] = [];
  const workers: unknown[] = [];
  const running: ((answer: Answer<PlanHead>) => void)[] = [];
  const replaced = (): void =>
    running.splice(0).forEach((answer) => answer({ ok: false, problem: SUPERSEDED }));
  let saves = 0;
  const client = {
    openProject: () => Promise.resolve(ok(head)),
    saveDesign: () => Promise.resolve(ok(design(`save ${String(++saves)}`))),
    refresh: (_: number, wanted: unknown) => {
      workers.push(wanted);
      return new Promise<Answer<ProjectHead>>((answer) => looks.push(answer));
    },
    plan: () => {
      planned++;
      replaced();
      return new Promise<Answer<PlanHead>>((answer) => running.push(answer));
    },
    keepPlan: () => {
      kept++;
      return Promise.resolve(keeps);
    },
  } as unknown as Client;
  const answer = (number: number): void => running.splice(0).forEach((one) => one(ok(planHead(number))));
  const clock = new HandClock();
  const jobs = new Jobs(clock, () =>
    running.splice(0).forEach((end) => end({ ok: false, problem: { code: 'cancelled' } })),
  );
  const project = new OpenProject(client, jobs, () => '2026-11-21');
  return { project, clock, answer, looks, workers, timesKept: () => kept, timesPlanned: () => planned };
}
const turn = () => new Promise((done) => setTimeout(done));

describe('the open project', () => {
  it('plans when it is opened and after each change of the design; the newest plan wins', async () => {
    const { project, answer } = stand();
    const opened = project.open('p');
    await turn();
    expect(project.planning).toBe(true);
    answer(1);
    await opened;
    expect([project.plan?.number, project.current, project.planning]).toEqual([1, true, false]);

    const first = project.saveDesign({}, noted('a'));
    await turn();
    expect([project.plan?.number, project.current, project.planning]).toEqual([1, false, true]);
    const second = project.saveDesign({}, noted('b'));
    await turn();
    answer(2);
    await Promise.all([first, second]);
    expect([project.plan?.number, project.current, project.planning]).toEqual([2, true, false]);
    expect(project.head?.design.savedAt).toBe('save 2');
    expect(project.problem).toBe(null);
  });

  it('is planning from the moment a change is saved: the former plan is not called the present one', async () => {
    const { project, answer } = stand();
    const opened = project.open('p');
    await turn();
    answer(1);
    await opened;
    const saved = project.saveDesign({}, noted('a'));
    expect(project.planning).toBe(true);
    await turn();
    answer(2);
    await saved;
    expect([project.plan?.number, project.planning]).toEqual([2, false]);
  });

  it('keeps the first plan of a project by itself, and later ones only when told to', async () => {
    const { project, answer, timesKept } = stand();
    const opened = project.open('p');
    await turn();
    answer(1);
    await opened;
    expect([project.plan?.kept, timesKept()]).toEqual([true, 1]);
    const saved = project.saveDesign({}, noted('a'));
    await turn();
    answer(2);
    await saved;
    expect([project.plan?.number, timesKept()]).toEqual([2, 1]);
  });

  it('offers a first plan to be kept, and says why, where it could not be kept by itself', async () => {
    const full: Problem = { code: 'quota', what: 'plan', where: '1' };
    const { project, answer } = stand({ ok: false, problem: full });
    const opened = project.open('p');
    await turn();
    answer(1);
    await opened;
    expect([project.plan?.kept, project.current, project.problem]).toEqual([false, true, full]);
  });

  it('keeps the former plan when planning is cancelled, and says that it is out of date', async () => {
    const { project, clock, answer } = stand();
    const opened = project.open('p');
    await turn();
    answer(1);
    await opened;
    const saved = project.saveDesign({}, noted('a'));
    await turn();
    clock.goOn(400);
    project.job?.cancel();
    await saved;
    expect([project.plan?.number, project.current, project.planning]).toEqual([1, false, false]);
    expect(project.problem).toBe(null);
  });

  it.each<[string, Answer<ProjectHead>]>([
    ['both are read', ok(head)],
    ['the second look fails', { ok: false, problem: { code: 'no-project' } }],
  ])('plans once for two files that end together: %s', async (_, second) => {
    const { project, answer, looks, workers, timesPlanned } = stand();
    const opened = project.open('p');
    await turn();
    answer(1);
    await opened;
    const before = timesPlanned();
    const both = [project.refresh(() => undefined, 10), project.refresh(() => undefined, 3e6)];
    await turn();
    // A second worker is started for the large file alone, where there is a second processor.
    expect(workers).toEqual([1, navigator.hardwareConcurrency > 1 ? 2 : 1]);
    looks[0]!(ok(head));
    await both[0];
    expect([timesPlanned() - before, project.current]).toEqual([0, false]);
    looks[1]!(second);
    await both[1];
    expect(timesPlanned() - before).toBe(1);
    await turn();
    answer(2);
    await turn();
    expect([project.plan?.number, project.current]).toEqual([2, true]);
  });

  it('shows work after 400 ms and not before, and nothing of it at its end', async () => {
    const { project, clock, answer } = stand();
    const opened = project.open('p');
    await turn();
    clock.goOn(399);
    expect(project.job).toBe(null);
    clock.goOn(1);
    expect(project.job?.work).toBe('planning');
    answer(1);
    await opened;
    expect(project.job).toBe(null);
  });
});

describe('keys', () => {
  const press = (keys: Shortcuts, key: string, more: KeyboardEventInit = {}, now = 0): void =>
    keys.handle(new KeyboardEvent('keydown', { key, ...more }), now);

  it('take G and a letter, ask the newest screen first, and can be switched off', () => {
    const keys = new Shortcuts(null);
    const heard: string[] = [];
    keys.add({
      'g p': () => heard.push('plan'),
      p: () => heard.push('p'),
      'ctrl+z': () => heard.push('undo'),
    });
    const leave = keys.add({ 'ctrl+z': () => heard.push('own undo'), 'shift+a': () => heard.push('all') });
    press(keys, 'g');
    press(keys, 'p');
    press(keys, 'z', { ctrlKey: true });
    press(keys, 'A', { shiftKey: true });
    leave();
    press(keys, 'z', { ctrlKey: true });
    press(keys, 'g', {}, 1000);
    press(keys, 'p', {}, 9000);
    keys.switchLetters(false);
    press(keys, 'p', {}, 9000);
    press(keys, 'z', { ctrlKey: true });
    expect(heard).toEqual(['plan', 'own undo', 'all', 'undo', 'p', 'undo']);
  });
});

describe('Esc', () => {
  it('is left to what is open above the page', () => {
    const keys = new Shortcuts(null);
    let closed = 0;
    keys.add({ escape: () => closed++ });
    const menu = document.body.appendChild(document.createElement('div'));
    menu.popover = 'auto';
    menu.showPopover();
    const first = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    keys.handle(first, 0);
    expect([closed, first.defaultPrevented]).toEqual([0, false]);
    menu.hidePopover();
    keys.handle(new KeyboardEvent('keydown', { key: 'Escape' }), 0);
    menu.remove();
    expect(closed).toBe(1);
  });
});

describe('the id of a sync', () => {
  it.each([
    ['hubspot-companies.csv', 'Account_export.csv', [], 'companies'],
    ['export.csv', 'Contact.csv', [], 'contacts'],
    ['a.csv', 'b.csv', ['records'], 'records-2'],
    ['contacts.csv', 'contacts.csv', ['contacts', 'contacts-2'], 'contacts-3'],
  ])('%s with %s beside %j is %s', (left, right, taken, id) => {
    expect(syncId(left, right, taken)).toBe(id);
  });
});
