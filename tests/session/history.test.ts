import { stepLabel } from '../../workers/common/step-label.ts';
import { noted } from '../support/noted.ts';
import { expect, it } from 'vitest';
import { ALL_SUBJECTS } from '../../src/lib/engine/index.ts';
import type { Filter } from '../../src/lib/conversation/index.ts';
import { planDesk } from '../../workers/plan/plan-desk.ts';
import { csv, importInto, JOB, problem, SessionWorld, twoFiles, value } from './session-world.ts';

const DAY = '2026-11-22';
const ALL: Filter = { ...ALL_SUBJECTS, text: '', cause: '', check: '' };

/** A project on which something of each kind was done, one after the other. */
async function worked(world: SessionWorld) {
  const tab = await world.tab(() => planDesk());
  const { session } = tab;
  const { id, design } = await twoFiles(tab);
  const note = (text: string): unknown => ({ ...(design.json as object), 'x-note': text });
  const decide = async (): Promise<number> => {
    value(await session.plan(DAY, 1, JOB));
    value(await session.view('people', ALL));
    return value(await session.decide('people', { kind: 'view' }, 'approved')).decisions.approved;
  };
  value(await session.saveDesign(note('one'), noted('One')));
  const approved = await decide();
  expect(approved).toBeGreaterThan(0);
  value(await session.saveDesign(note('two'), noted('Two')));
  value(await session.renameProject(id, 'Acme and sons'));
  return { tab, id, note, approved };
}

it('undo takes back the last act of the project, whatever it was, and redo does them again in their order', async () => {
  const { tab, note, approved } = await worked(new SessionWorld());
  const undo = async () => value(await tab.session.undo(DAY));
  const redo = async () => value(await tab.session.redo(DAY));
  value(await tab.session.plan(DAY, 1, JOB));
  expect(await undo()).toMatchObject({ act: { subject: 'name' }, name: 'Acme', plan: null });
  const second = await undo();
  expect([second.act.values, second.design.json]).toEqual([{ label: stepLabel(noted('Two')) }, note('one')]);
  value(await tab.session.plan(DAY, 1, JOB));
  const third = await undo();
  expect([third.act.subject, third.plan?.syncs[0]?.decisions.approved]).toEqual(['decisions', 0]);
  expect((await undo()).act.values).toEqual({ label: stepLabel(noted('One')) });
  // The design that was suggested is where the project begins.
  expect(problem(await tab.session.undo(DAY)).code).toBe('nothing-to-undo');
  expect((await redo()).design.json).toEqual(note('one'));
  value(await tab.session.plan(DAY, 1, JOB));
  expect((await redo()).plan?.syncs[0]?.decisions.approved).toBe(approved);
  expect((await redo()).design.json).toEqual(note('two'));
  expect((await redo()).name).toBe('Acme and sons');
  expect(problem(await tab.session.redo(DAY)).code).toBe('nothing-to-redo');
});

it('the log outlives the tab; a new act ends what could be done again', async () => {
  const world = new SessionWorld();
  const { tab, id, note } = await worked(world);
  value(await tab.session.undo(DAY));
  value(await tab.session.undo(DAY));
  await tab.kill();
  const again = await world.tab(() => planDesk());
  expect(value(await again.session.openProject(id, JOB)).name).toBe('Acme');
  value(await again.session.saveDesign(note('three'), noted('Three')));
  expect(problem(await again.session.redo(DAY)).code).toBe('nothing-to-redo');
  value(await again.session.plan(DAY, 1, JOB));
  expect(value(await again.session.undo(DAY)).act.values).toEqual({ label: stepLabel(noted('Three')) });
  value(await again.session.plan(DAY, 1, JOB));
  expect(value(await again.session.undo(DAY)).act.subject).toBe('decisions');
});

it('a file that was read stays, and the undo that passes over it says so', async () => {
  const { tab, id, note } = await worked(new SessionWorld());
  await importInto(
    tab,
    id,
    'people',
    'left',
    csv('newer.csv', 'Record ID,Email,First Name,Last Name,Notes', '1,anna@acme.no,Anna,Berg,'),
  );
  value(await tab.session.refresh(JOB));
  value(await tab.session.undo(DAY));
  const undone = value(await tab.session.undo(DAY));
  expect(undone.design.json).toEqual(note('one'));
  expect(undone.staying.map(({ values }) => [values['file'], values['replaced']])).toEqual([
    ['newer.csv', 'hubspot-contacts.csv'],
  ]);
  // Decisions were carried to the new records: the steps they were made by are of rows that are gone.
  expect(value(await tab.session.undo(DAY)).act.values).toEqual({ label: stepLabel(noted('One')) });
});

it('two presses in one moment take two acts back', async () => {
  const { tab, note } = await worked(new SessionWorld());
  const both = await Promise.all([tab.session.undo(DAY), tab.session.undo(DAY)]);
  expect(both.map((one) => value(one).act.subject)).toEqual(['name', 'design']);
  expect(value(both[1]!).design.json).toEqual(note('one'));
});
