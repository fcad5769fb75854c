import { describe, expect, it } from 'vitest';
import type { Answer, ProjectWorker } from '../../src/lib/conversation/index.ts';
import { ALL_SUBJECTS, type StepName } from '../../src/lib/engine/index.ts';
import { planDesk } from '../../workers/plan/plan-desk.ts';
import { csv, importInto, JOB, SAMPLE, SessionWorld, twoFiles, value, type Tab } from './session-world.ts';

const DAY = '2026-11-22';
/** The job that is ended. */
const ENDED = 7;

/** A tab whose job `ENDED` is ended at its first step; the steps it told. */
async function ending(world: SessionWorld): Promise<{ tab: Tab; steps: StepName[] }> {
  const steps: StepName[] = [];
  const tab = await world.tab(
    () => planDesk(),
    ({ job, progress }) => {
      if (job !== ENDED) return;
      steps.push(progress.what);
      void tab.session.cancel(ENDED);
    },
  );
  return { tab, steps };
}

const codeOf = (answer: Answer<unknown>): string => (answer.ok ? '' : answer.problem.code);

/** Many records, so that there is more than one step to be ended at. */
const many = (name: string, header: string): File =>
  csv(name, header, ...Array.from({ length: 20_000 }, (_, i) => `${String(i)},p${String(i)}@acme.no,N,M`));

async function manyRecords(tab: Tab): Promise<string> {
  const id = value(await tab.session.createProject('Many'));
  value(await tab.session.openProject(id, JOB));
  await importInto(
    tab,
    id,
    'people',
    'left',
    many('hubspot-contacts.csv', 'Record ID,Email,First Name,Last Name'),
  );
  await importInto(
    tab,
    id,
    'people',
    'right',
    many('salesforce-contacts.csv', 'Id,Email,FirstName,LastName'),
  );
  value(await tab.session.refresh(JOB));
  return id;
}

describe('a job that is ended', () => {
  it('making the sample leaves no project', async () => {
    const { tab, steps } = await ending(new SessionWorld());
    expect(codeOf(await tab.session.createSample(SAMPLE, ENDED))).toBe('cancelled');
    expect(steps).not.toEqual([]);
    expect(value(await tab.session.projects())).toEqual([]);
    value(await tab.session.createSample(SAMPLE, JOB));
    expect(value(await tab.session.projects())).toHaveLength(1);
  });

  it('opening a project leaves none open, and the project whole and free', async () => {
    const world = new SessionWorld();
    const { tab } = await ending(world);
    const { id, design } = await twoFiles(tab);
    value(await tab.session.closeProject());
    expect(codeOf(await tab.session.openProject(id, ENDED))).toBe('cancelled');
    expect(codeOf(await tab.session.refresh(JOB))).toBe('no-project');
    const other = await world.tab();
    const head = value(await other.session.openProject(id, JOB));
    expect([head.readOnly, head.design.json]).toEqual([null, design.json]);
  });

  it('taking new records leaves the former ones open, and the next time takes them', async () => {
    const { tab } = await ending(new SessionWorld());
    const { id } = await twoFiles(tab);
    const before = value(await tab.session.plan(DAY, 1, JOB));
    await importInto(
      tab,
      id,
      'people',
      'left',
      csv('newer.csv', 'Record ID,Email,First Name,Last Name,Notes'),
    );
    expect(codeOf(await tab.session.refresh(ENDED))).toBe('cancelled');
    expect(value(await tab.session.plan(DAY, 1, JOB)).planKey).toBe(before.planKey);
    const after = value(await tab.session.refresh(JOB));
    expect(after.syncs[0]?.sides.left?.reading).toMatchObject({ file: 'newer.csv', stored: 0 });
  });

  it('a suggestion that was saved is not taken back: the job ends well', async () => {
    const world = new SessionWorld();
    const steps: StepName[] = [];
    const tab = await world.tab(undefined, ({ job, progress }) => {
      steps.push(progress.what);
      if (job === ENDED && progress.what === 'open') void tab.session.cancel(ENDED);
    });
    const id = value(await tab.session.createProject('New'));
    value(await tab.session.openProject(id, JOB));
    await importInto(tab, id, 'people', 'left', csv('a.csv', 'Record ID,Email', '1,a@b.no'));
    await importInto(tab, id, 'people', 'right', csv('b.csv', 'Id,Email', '2,a@b.no'));
    expect(value(await tab.session.refresh(ENDED)).design.design?.syncs).toHaveLength(1);
    expect(steps).toContain('open');
  });

  it.each<[string, (session: ProjectWorker) => Promise<Answer<unknown>>]>([
    ['a plan', (session) => session.plan(DAY, 1, ENDED)],
    ['facts', (session) => session.facts('people', ENDED)],
    ['change files', (session) => session.changeFiles('systems', false, ENDED)],
    ['a plan folder', (session) => session.planFiles(ENDED)],
    ['a project file', (session) => session.projectOut(true, ENDED)],
  ])('%s is not made, and what stood stands', async (_, ask) => {
    const { tab } = await ending(new SessionWorld());
    await manyRecords(tab);
    const before = value(await tab.session.plan(DAY, 1, JOB));
    // Before its turn comes, whatever it would tell.
    const asked = ask(tab.session);
    void tab.session.cancel(ENDED);
    expect(codeOf(await asked)).toBe('cancelled');
    expect(
      value(await tab.session.view('people', { ...ALL_SUBJECTS, text: '', cause: '', check: '' })).total,
    ).toBe(20_000);
    expect(value(await tab.session.plan(DAY, 1, JOB)).planKey).toBe(before.planKey);
    expect(codeOf(await ask(tab.session).then((answer) => answer))).toMatch(/^(cancelled)?$/);
  });

  it('a project file is ended between its records, coming in as well as going out', async () => {
    const { tab, steps } = await ending(new SessionWorld());
    await manyRecords(tab);
    expect(codeOf(await tab.session.projectOut(true, ENDED))).toBe('cancelled');
    expect(steps).toEqual(['write']);
    const { name, blob } = value(await tab.session.projectOut(true, JOB));
    expect(codeOf(await tab.session.projectIn(new File([blob], name), ENDED))).toBe('cancelled');
    expect(value(await tab.session.projects())).toHaveLength(1);
    value(await tab.session.projectIn(new File([blob], name), JOB));
    expect(value(await tab.session.projects())).toHaveLength(2);
  });

  it('one that is over, or unknown, is passed over', async () => {
    const { tab } = await ending(new SessionWorld());
    value(await tab.session.cancel(ENDED));
    const { id } = await twoFiles(tab);
    value(await tab.session.openProject(id, ENDED + 1));
    value(await tab.session.cancel(ENDED + 1));
    value(await tab.session.openProject(id, ENDED + 1));
  });
});
