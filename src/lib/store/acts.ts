import type { Database } from './database.ts';
import { ACTS, type ActRow } from './rows.ts';

/** An act as its writer names it. */
export type NewAct = Omit<ActRow, 'number' | 'state'>;

/** One more act of a project; inside the transaction that does it. What was undone before cannot be redone any more. */
export async function recordAct(db: Database, act: NewAct, state: ActRow['state'] = 'made'): Promise<void> {
  const { project } = act;
  const own = db.acts.where('[project+number]');
  const last = await own.between([project], [project, []]).last();
  const number = (last?.number ?? 0) + 1;
  await db.acts.where('[project+state]').equals([project, 'undone']).modify({ state: 'dropped' });
  await own.between([project], [project, number - ACTS], true, true).delete();
  await db.acts.put({ ...act, number, state });
}

/** A step of the design or of a sync's decisions was undone, or done again. */
export async function moveAct(
  db: Database,
  { project, subject, sync, step }: Pick<ActRow, 'project' | 'subject' | 'sync' | 'step'>,
  to: 'made' | 'undone',
): Promise<void> {
  const from = to === 'made' ? 'undone' : 'made';
  await db.acts
    .where('[project+subject+sync+step]')
    .equals([project, subject, sync, step])
    .filter(({ state }) => state === from)
    .modify({ state: to });
}

/** Decisions of a sync went over to other records: the steps they could be taken back by are gone. */
export async function settleActs(db: Database, project: string, sync: string): Promise<void> {
  await db.acts
    .where('[project+subject+sync+step]')
    .between([project, 'decisions', sync], [project, 'decisions', sync, []])
    .modify({ state: 'settled' });
}
