import type { Transaction } from 'dexie';
import {
  ACTS,
  type ActRow,
  type DecisionRow,
  type DesignRow,
  type ProjectRow,
  type StepRow,
} from './rows.ts';

/** Version 2: the steps of designs and decisions, which had a history each, become the acts of one, in the order of their time. */
export async function actsOfSteps(transaction: Transaction): Promise<void> {
  const projects = (await transaction.table('projects').toArray()) as ProjectRow[];
  const heads = (await transaction.table('decisions').toArray()) as DecisionRow[];
  const acts = transaction.table('acts');
  for (const { id, design } of projects) {
    const designs = (await transaction
      .table('designs')
      .where('[project+step]')
      .between([id], [id, []])
      .toArray()) as DesignRow[];
    const steps = (await transaction.table('steps').where('project').equals(id).toArray()) as StepRow[];
    const found: Omit<ActRow, 'number'>[] = [];
    for (const { step, label, when } of designs) {
      const state = step <= (design?.at ?? -1) ? 'made' : 'undone';
      const about = { project: id, subject: 'design', sync: '', step } as const;
      found.push({ ...about, at: when, code: 'design', values: { label }, state });
    }
    for (const { sync, step, label, when, count } of steps) {
      const at = heads.find((head) => head.project === id && head.sync === sync)?.pointer.at ?? -1;
      const about = { project: id, subject: 'decisions', sync, step } as const;
      found.push({
        ...about,
        at: when,
        code: label,
        values: { count },
        state: step <= at ? 'made' : 'undone',
      });
    }
    found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    await acts.bulkPut(found.slice(-ACTS).map((act, i): ActRow => ({ ...act, number: i + 1 })));
  }
}
