import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { planDesk } from '../../workers/plan/plan-desk.ts';
import { ALL_SUBJECTS } from '../../src/lib/engine/index.ts';
import type { HandOverHead, PlanHead } from '../../src/lib/conversation/index.ts';
import { playground } from '../cli/playground.ts';
import { importInto, JOB, problem, SessionWorld, value, type Tab } from './session-world.ts';

const DAY = '2026-03-02';
const LEFT = 'Record ID,Email,Phone\n1,anna@a.no,11 11 11 11\n2,bo@a.no,22 22 22 22\n';
const RIGHT = 'Id,Email,Phone\n003A,anna@a.no,\n003B,bo@a.no,\n';
const ERROR = 'Id,ERROR\n003B,Row was locked.\n003Z,No.\n';
const SUCCESS = 'Id,STATUS\n003A,Item Updated\n';

const side = (name: string, text: string): File => new File([text], name);

/** A project of two contacts whose phones would be written to the right. */
async function project(world: SessionWorld): Promise<{ tab: Tab; id: string; plan: PlanHead }> {
  const tab = await world.tab(() => planDesk(() => new Date('2026-03-02T10:00:00Z')));
  const id = value(await tab.session.createProject('Acme'));
  value(await tab.session.openProject(id, JOB));
  await importInto(tab, id, 'people', 'left', side('l.csv', LEFT));
  await importInto(tab, id, 'people', 'right', side('r.csv', RIGHT));
  value(await tab.session.refresh(JOB));
  const plan = value(await tab.session.plan(DAY, 1, JOB));
  return { tab, id, plan };
}

const planned = async (tab: Tab): Promise<PlanHead> => value(await tab.session.plan(DAY, 1, JOB));
const subjectsOf = ({ syncs }: PlanHead) => {
  const { update, failing } = syncs[0]!.subjects;
  return { update, failing, inSync: syncs[0]!.subjects['in-sync'] };
};
const told = ({ results }: HandOverHead) =>
  results.map(({ report: { file, rows, written, refused, notUnderstood } }) => [
    file,
    rows,
    written,
    refused,
    notUnderstood,
  ]);
const files = (...given: readonly (readonly [string, string])[]): File[] =>
  given.map(([name, text]) => new File([text], name));

describe('what the workbench hands over', () => {
  it('[S115] counts with the first result file, and the plan then knows what the app said', async () => {
    const world = new SessionWorld();
    const { tab, id, plan } = await project(world);
    expect(subjectsOf(plan)).toEqual({ update: 2, failing: 0, inSync: 0 });
    expect(value(await tab.session.handOver())).toEqual({ last: null, takesResults: false, results: [] });
    expect(problem(await tab.session.addResults(files(['e.csv', ERROR]), JOB))).toEqual({
      code: 'no-hand-over',
      name: 'e.csv',
    });
    value(await tab.session.changeFiles('systems', false, JOB));
    const made = value(await tab.session.handOver());
    expect(made.last).toMatchObject({ counts: false, files: [{ name: 'right-updates.csv', rows: 2 }] });
    expect((await planned(tab)).planKey).toBe(plan.planKey);

    const given = files(['error.csv', ERROR], ['success.csv', SUCCESS]);
    const known = value(await tab.session.addResults(given, JOB));
    expect(known.last?.counts).toBe(true);
    expect(told(known)).toEqual([
      ['error.csv', 2, 0, 1, 1],
      ['success.csv', 1, 1, 0, 0],
    ]);
    const next = await planned(tab);
    expect(subjectsOf(next)).toEqual({ update: 0, failing: 1, inSync: 1 });
    expect(value(await tab.session.since('people', JOB)).refusals).toEqual([
      { side: 'right', words: 'Row was locked.', count: 1 },
    ]);
    const failing = { ...ALL_SUBJECTS, text: '', cause: '', check: '', reasons: ['refused-by-app'] as const };
    expect(value(await tab.session.view('people', failing)).total).toBe(1);

    // It stands over the end of the browser.
    await tab.kill();
    const again = await world.tab(() => planDesk());
    const head = value(await again.session.openProject(id, JOB));
    expect(head.handOver).toEqual(known);
    expect((await planned(again)).planKey).toBe(next.planKey);
    // One taken out again is as if it had never been given.
    const fewer = value(await again.session.dropResult(known.results[0]!.id));
    expect(told(fewer)).toEqual([['success.csv', 1, 1, 0, 0]]);
    expect(subjectsOf(await planned(again))).toEqual({ update: 1, failing: 0, inSync: 1 });
    expect(value(await again.session.forgetHandOver()).last).toBeNull();
    expect((await planned(again)).planKey).toBe(plan.planKey);
  });

  it('[S115] the command line makes the same plan of the baseline and the result files', async () => {
    const { tab } = await project(new SessionWorld());
    value(await tab.session.changeFiles('systems', false, JOB));
    value(await tab.session.addResults(files(['error.csv', ERROR], ['success.csv', SUCCESS]), JOB));
    const mine = await planned(tab);
    const folder = value(await tab.session.planFiles(JOB));
    const out = value(await tab.session.projectOut(true, JOB));
    const entries = unzipSync(new Uint8Array(await out.blob.arrayBuffer()));
    const own = playground();
    own.write({
      'l.csv': LEFT,
      'r.csv': RIGHT,
      'd.json': entries['design.drysync.json']!,
      'b.jsonl': entries['handed-over.jsonl']!,
      'error.csv': entries['results/handed-over-0.csv']!,
      'success.csv': entries['results/handed-over-1.csv']!,
    });
    const call = ['plan', '@d.json', '--left', '@l.csv', '--right', '@r.csv', '--as-of', DAY];
    const results = ['--results', '@error.csv', '--results', '@success.csv'];
    const answer = await own.call(...call, '--baseline', '@b.jsonl', ...results, '--out', '@out', '--json');
    expect(answer.exit).toBe(0);
    expect((JSON.parse(answer.out) as { planKey: string }).planKey).toBe(mine.planKey);
    expect(own.read('out/plan.jsonl')).toBe(
      await folder.find(({ name }) => name === 'plan.jsonl')!.blob.text(),
    );

    // The project file brings all of it to another machine.
    const other = await new SessionWorld().tab(() => planDesk());
    const copy = value(await other.session.projectIn(new File([out.blob], out.name), JOB));
    const head = value(await other.session.openProject(copy, JOB));
    const here = value(await tab.session.handOver());
    expect({ last: head.handOver.last, told: told(head.handOver) }).toEqual({
      last: here.last,
      told: told(here),
    });
    expect((await planned(other)).planKey).toBe(mine.planKey);
  });

  it('[S115] counts with a newer export, and the next hand-over follows it', async () => {
    const { tab, id, plan } = await project(new SessionWorld());
    value(await tab.session.changeFiles('systems', false, JOB));
    // The same file again is no newer one.
    await importInto(tab, id, 'people', 'right', side('r.csv', RIGHT));
    expect(value(await tab.session.refresh(JOB)).handOver.last?.counts).toBe(false);
    await importInto(
      tab,
      id,
      'people',
      'right',
      side('r2.csv', 'Id,Email,Phone\n003A,anna@a.no,11 11 11 11\n003B,bo@a.no,\n'),
    );
    expect(value(await tab.session.refresh(JOB)).handOver.last?.counts).toBe(true);
    const next = await planned(tab);
    expect(
      next.summary.counts['people']!.fields.find(({ left }) => left === 'Phone')?.handOver,
    ).toMatchObject({
      taken: 1,
      notTaken: 1,
    });
    // [S116] Told value by value, and the records of each side.
    const since = value(await tab.session.since('people', JOB));
    expect(since.counts).toMatchObject({ taken: 1, notTaken: 1, cameBack: 0 });
    expect(since.values.notTaken).toMatchObject([
      { left: '2', right: '003B', side: 'right', field: 'Phone', from: '', to: '22 22 22 22', now: '' },
    ]);
    expect(since.records?.right).toEqual({ changed: 0, unchanged: 2, unlinked: 0, gone: 0 });
    // What is handed over of this plan follows: it is a second try.
    value(await tab.session.changeFiles('systems', false, JOB));
    const second = value(await tab.session.handOver());
    expect(second.last).toMatchObject({ counts: false, files: [{ name: 'right-updates.csv', rows: 1 }] });
    expect((await planned(tab)).planKey).toBe(next.planKey);
    const known = value(await tab.session.addResults(files(['e.csv', 'Id,ERROR\n003B,Locked.\n']), JOB));
    expect(told(known)).toEqual([['e.csv', 1, 0, 1, 0]]);
    expect(subjectsOf(await planned(tab))).toEqual({ update: 0, failing: 1, inSync: 1 });
    expect(plan.number).toBe(1);
    // The first one is the baseline from now on: with the second forgotten, plans still know of it.
    expect(value(await tab.session.forgetHandOver())).toMatchObject({ last: null, takesResults: true });
    expect((await planned(tab)).planKey).toBe(next.planKey);
  });

  it('takes no result file in where one of them cannot be read', async () => {
    const { tab } = await project(new SessionWorld());
    value(await tab.session.changeFiles('systems', false, JOB));
    const empty = new File([], 'empty.csv');
    expect(problem(await tab.session.addResults([...files(['e.csv', ERROR]), empty], JOB)).code).toBe(
      'empty-file',
    );
    expect(value(await tab.session.handOver()).results).toEqual([]);
  });
});
