import { expect, it } from 'vitest';
import { flushSync } from 'svelte';
import type { DesignHead, Problem, ProjectHead, SyncFacts } from '../../src/lib/conversation/index.ts';
import { readDesign } from '../../src/lib/engine/index.ts';
import { DesignDesk } from '../../src/lib/workbench/design/design-desk.svelte.ts';
import { setRule, setWinner } from '../../src/lib/workbench/design/design-edit.ts';

const DESIGN = {
  format: 'drysync/design@1',
  name: 'x',
  apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
  syncs: [
    {
      id: 'contacts',
      kind: 'contacts',
      left: { object: 'a' },
      right: { object: 'b' },
      direction: 'both',
      winner: 'left',
      mappings: [{ left: 'A', right: 'X' }],
    },
  ],
};

/** A project that saves slowly, as a worker far away would. */
class SlowProject {
  readonly saved: { json: unknown; label: string }[] = [{ json: DESIGN, label: '' }];
  at = 0;
  refuse = false;
  readonly plan = null;
  /** What was changed before the page was loaded. */
  earlier: DesignHead['changes'] = { made: [], undone: [] };
  readonly readOnly = null;
  get head(): ProjectHead {
    const json = this.saved[this.at]?.json;
    const design: DesignHead = {
      json,
      design: readDesign(json).design,
      errors: [],
      warnings: [],
      canUndo: this.at > 0,
      canRedo: this.at < this.saved.length - 1,
      savedAt: '',
      changes: this.earlier,
      suggested: null,
    };
    const apps = DESIGN.apps;
    return { id: 'p', name: 'x', apps, readOnly: null, recovered: [], syncs: [], design, bytes: 0 };
  }
  async saveDesign(json: unknown, label: string): Promise<boolean> {
    await pause();
    if (this.refuse) return false;
    this.saved.push({ json, label });
    this.at = this.saved.length - 1;
    return true;
  }
  async undo(): Promise<boolean> {
    await pause();
    this.at -= 1;
    return true;
  }
  async redo(): Promise<boolean> {
    await pause();
    this.at += 1;
    return true;
  }
  keep(): Promise<boolean> {
    return Promise.resolve(true);
  }
  readonly reported: Problem[] = [];
  report(problem: Problem): void {
    this.reported.push(problem);
  }
}
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 10));
const none: SyncFacts = { sync: 'contacts', linked: 0, ambiguous: 0, duplicate: 0, keys: [], mappings: [] };
const deskOf = (project: SlowProject) =>
  new DesignDesk(project, () => Promise.resolve({ ok: true, value: none }));

it('edits made faster than they are saved build on each other, and are all named', async () => {
  const project = new SlowProject();
  const desk = deskOf(project);
  await Promise.all([
    desk.edit((json) => setWinner(json, 0, 'right')),
    desk.edit((json) => setRule(json, 0, 0, 'ask')),
  ]);
  expect(project.head.design.design?.syncs[0]).toMatchObject({
    winner: 'right',
    mappings: [{ conflict: 'ask' }],
  });
  flushSync();
  expect(desk.changes.labels).toEqual(['Contacts, winner: HubSpot → Salesforce', 'A: the winner → ask me']);
});

it('revert takes back every change since the plan was kept, undo the last', async () => {
  const project = new SlowProject();
  const desk = deskOf(project);
  await desk.edit((json) => setWinner(json, 0, 'right'));
  await desk.keep();
  await desk.edit((json) => setRule(json, 0, 0, 'ask'));
  await desk.edit((json) => setRule(json, 0, 0, 'left'));
  await desk.undo();
  expect(desk.changes.labels).toEqual(['A: the winner → ask me']);
  await desk.redo();
  await desk.revert();
  expect(project.at).toBe(1);
  expect(desk.changes.labels).toEqual([]);
});

it('a change that could not be saved is not said to be one', async () => {
  const project = new SlowProject();
  const desk = deskOf(project);
  project.refuse = true;
  await desk.edit((json) => setWinner(json, 0, 'right'));
  expect(desk.changes.labels).toEqual([]);
  project.refuse = false;
  await desk.edit((json) => setRule(json, 0, 0, 'ask'));
  expect(project.head.design.design?.syncs[0]?.winner).toBe('left');
});

it('facts are of the open sync', async () => {
  const desk = deskOf(new SlowProject());
  expect(desk.facts).toBeNull();
  await desk.count();
  expect(desk.facts?.facts.sync).toBe('contacts');
});

it('a page that was loaded again knows what was changed before, and counts on from there', async () => {
  const project = new SlowProject();
  project.saved.push({ json: { ...DESIGN, name: 'two' }, label: 'two' }, { json: DESIGN, label: 'three' });
  project.at = 1;
  project.earlier = { made: ['one', 'two'], undone: ['three', 'four'] };
  const desk = deskOf(project);
  expect(desk.changes.labels).toEqual(['one', 'two']);
  await desk.redo();
  expect(desk.changes.labels).toEqual(['one', 'two', 'three']);
  await desk.undo();
  await desk.undo();
  expect(desk.changes.labels).toEqual(['one']);
  await desk.keep();
  expect(desk.changes.labels).toEqual([]);
});

it('facts that cannot be counted are said', async () => {
  const project = new SlowProject();
  const problem: Problem = { code: 'damaged', what: 'record-set', where: 'companies' };
  const desk = new DesignDesk(project, () => Promise.resolve({ ok: false, problem }));
  await desk.count();
  expect(desk.counting).toBe(false);
  expect(project.reported).toEqual([problem]);
});
