import { describe, expect, it } from 'vitest';
import { ALL_SUBJECTS, EDITS, type DesignEdit } from '../../src/lib/engine/index.ts';
import type { DesignHead, Filter, PlanHead } from '../../src/lib/conversation/index.ts';
import { planDesk } from '../../workers/plan/plan-desk.ts';
import { importInto, JOB, SessionWorld, value, type Tab } from './session-world.ts';

const DAY = '2026-03-02';
const ALL: Filter = { ...ALL_SUBJECTS, text: '', cause: '', check: '' };
const LEFT = 'Record ID,Email,Phone\n1,anna@a.no,11 11 11 11\n2,bo@a.no,22 22 22 22\n3,cy@a.no,33\n';
const RIGHT = 'Id,Email,Phone\n003A,anna@a.no,\n003B,bo@a.no,\n';

const file = (name: string, text: string): File => new File([text], name);
const planned = async (tab: Tab): Promise<PlanHead> => value(await tab.session.plan(DAY, 1, JOB));
const written = ({ syncs }: PlanHead): number[] => syncs.map((sync) => sync.written);
const decisions = ({ syncs }: PlanHead) => syncs[0]?.decisions;

/** A project of contacts of which two pairs are linked, since change files were made and loaded. */
async function linkedProject(): Promise<{
  tab: Tab;
  edit: (make: (json: unknown) => DesignEdit) => Promise<DesignHead>;
}> {
  const tab = await new SessionWorld().tab(() => planDesk(() => new Date('2026-03-02T10:00:00Z')));
  const id = value(await tab.session.createProject('Acme'));
  value(await tab.session.openProject(id, JOB));
  await importInto(tab, id, 'people', 'left', file('l.csv', LEFT));
  await importInto(tab, id, 'people', 'right', file('r.csv', RIGHT));
  let { design } = value(await tab.session.refresh(JOB));
  await planned(tab);
  value(await tab.session.changeFiles('systems', false, JOB));
  await importInto(tab, id, 'people', 'right', file('r2.csv', `${RIGHT}003C,dee@a.no,\n`));
  ({ design } = value(await tab.session.refresh(JOB)));
  const edit = async (make: (json: unknown) => DesignEdit): Promise<DesignHead> => {
    const { json, step } = make(design.json);
    return (design = value(await tab.session.saveDesign(json, step)));
  };
  return { tab, edit };
}

describe('a sync that is turned off', () => {
  it('[LI2] [S412] nothing of it is approved, and what was approved is again when it is turned on', async () => {
    const { tab, edit } = await linkedProject();
    await planned(tab);
    value(await tab.session.view('people', ALL));
    value(await tab.session.decide('people', { kind: 'view' }, 'approved'));
    const before = await planned(tab);
    expect(written(before)[0]).toBeGreaterThan(0);
    expect(decisions(before)?.approved).toBe(written(before)[0]);
    await edit((json) => EDITS.turnOn(json, 0, false));
    const off = await planned(tab);
    expect(written(off)).toEqual([0]);
    expect(decisions(off)?.approved).toBe(0);
    expect(off.syncs[0]?.warnings.map(({ code }) => code)).toEqual(['sync-off']);
    expect(
      value(await tab.session.changeFiles('systems', false, JOB)).filter(({ name }) => name.endsWith('.csv')),
    ).toEqual([]);
    await edit((json) => EDITS.turnOn(json, 0, true));
    expect(decisions(await planned(tab))).toEqual(decisions(before));
  });

  it('[LI2] [S413] deleting says how many pairs are linked, suggests none again, and is undone as one step', async () => {
    const { tab, edit } = await linkedProject();
    await planned(tab);
    expect(value(await tab.session.linkedPairs('people'))).toBe(2);
    expect(value(await tab.session.linkedPairs('nobody'))).toBe(0);
    const before = await planned(tab);
    await edit((json) => EDITS.turnOn(json, 0, false));
    const gone = await edit((json) => EDITS.deleteSync(json, 0));
    expect(gone.design?.syncs).toEqual([]);
    expect((await tab.session.plan(DAY, 1, JOB)).ok).toBe(false);
    expect(value(await tab.session.refresh(JOB)).design.design?.syncs).toEqual([]);
    value(await tab.session.undo(DAY));
    value(await tab.session.undo(DAY));
    expect((await planned(tab)).planKey).toBe(before.planKey);
    expect(value(await tab.session.linkedPairs('people'))).toBe(2);
  });
});
