import { noted } from '../support/noted.ts';
import type { DoneStep } from '../../src/lib/conversation/index.ts';
import { expect, it } from 'vitest';
import type { DesignHead, Problem, ProjectHead, SyncFacts } from '../../src/lib/conversation/index.ts';
import { EDITS, readDesign } from '../../src/lib/engine/index.ts';
import { DesignDesk } from '../../src/lib/workbench/design/design-desk.svelte.ts';
import { said } from '../support/english.ts';
import { NO_HAND_OVER } from '../support/no-hand-over.ts';

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
  readonly saved: { json: unknown; step: DoneStep }[] = [{ json: DESIGN, step: noted('') }];
  at = 0;
  refuse = false;
  readonly plan = null;
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
      changes: { made: [], takenBack: [] },
      suggested: null,
      questions: [],
    };
    const apps = DESIGN.apps;
    const handOver = NO_HAND_OVER;
    return { id: 'p', name: 'x', apps, readOnly: null, recovered: [], syncs: [], design, handOver, bytes: 0 };
  }
  async saveDesign(json: unknown, step: DoneStep): Promise<boolean> {
    await pause();
    if (this.refuse) return false;
    this.saved.push({ json, step });
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
  async revert(): Promise<boolean> {
    await pause();
    this.at = 0;
    return true;
  }
  readonly reported: Problem[] = [];
  report(problem: Problem): void {
    this.reported.push(problem);
  }
}
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 10));
const none: SyncFacts = {
  sync: 'contacts',
  linked: 0,
  ambiguous: 0,
  duplicate: 0,
  keys: [],
  mappings: [],
  filters: { left: null, right: null },
  stages: null,
};
const deskOf = (project: SlowProject) =>
  new DesignDesk(project, () => Promise.resolve({ ok: true, value: none }));

it('edits made faster than they are saved build on each other, and are all named', async () => {
  const project = new SlowProject();
  const desk = deskOf(project);
  await Promise.all([
    desk.edit((json) => EDITS.winner(json, 0, 'right')),
    desk.edit((json) => EDITS.rule(json, 0, 0, 'ask')),
  ]);
  expect(project.head.design.design?.syncs[0]).toMatchObject({
    winner: 'right',
    mappings: [{ conflict: 'ask' }],
  });
  expect(project.saved.slice(1).map(({ step }) => said('design').step(step))).toEqual([
    'Contacts, winner: HubSpot → Salesforce',
    'A: the winner → ask me',
  ]);
});

it('an edit made while the design goes back begins from where it leads', async () => {
  const project = new SlowProject();
  const desk = deskOf(project);
  await desk.edit((json) => EDITS.winner(json, 0, 'right'));
  await Promise.all([desk.revert(), desk.edit((json) => EDITS.rule(json, 0, 0, 'ask'))]);
  expect(project.head.design.design?.syncs[0]).toMatchObject({
    winner: 'left',
    mappings: [{ conflict: 'ask' }],
  });
});

it('a change that could not be saved is none that the next one builds on', async () => {
  const project = new SlowProject();
  const desk = deskOf(project);
  project.refuse = true;
  await desk.edit((json) => EDITS.winner(json, 0, 'right'));
  project.refuse = false;
  await desk.edit((json) => EDITS.rule(json, 0, 0, 'ask'));
  expect(project.head.design.design?.syncs[0]?.winner).toBe('left');
});

it('facts are of the open sync', async () => {
  const desk = deskOf(new SlowProject());
  expect(desk.facts).toBeNull();
  await desk.count();
  expect(desk.facts?.facts.sync).toBe('contacts');
});

it('facts that cannot be counted are said', async () => {
  const project = new SlowProject();
  const problem: Problem = { code: 'damaged', what: 'record-set', where: 'companies' };
  const desk = new DesignDesk(project, () => Promise.resolve({ ok: false, problem }));
  await desk.count();
  expect(desk.facts).toBeNull();
  expect(project.reported).toEqual([problem]);
});
