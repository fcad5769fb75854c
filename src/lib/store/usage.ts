import type { Gate } from './gate.ts';
import { done, type Place, type Result } from './problem.ts';

/** As much of the browser's StorageManager as the store uses. Only a page can ask to persist, a worker cannot. */
export interface BrowserStorage {
  estimate(): Promise<{ usage?: number; quota?: number }>;
  persisted(): Promise<boolean>;
  persist?(): Promise<boolean>;
}

/** Bytes of a project, by what they are. */
export interface ProjectUsage {
  readonly project: string;
  readonly sets: number;
  readonly baseline: number;
  readonly plans: number;
  readonly designs: number;
  readonly decisions: number;
  readonly total: number;
}

export interface StorageState {
  readonly projects: readonly ProjectUsage[];
  readonly total: number;
  /** The browser's own figures: a hint, it has been seen to promise a thousand times the real quota (F5). */
  readonly estimate: { readonly usage: number; readonly quota: number } | null;
  /** Null where the browser does not say. */
  readonly persisted: boolean | null;
}

const PLACE: Place = { what: 'database', where: 'usage' };

/** What is used, by project. */
export async function storageState(
  gate: Gate,
  storage: BrowserStorage | null,
): Promise<Result<StorageState>> {
  const { projects, sets, baselines, plans, designs, decisions, steps } = gate.db;
  const tables = [projects, sets, baselines, plans, designs, decisions, steps];
  const usage = await gate.read(PLACE, tables, async () => {
    const sums = new Map<string, Record<Kind, number>>();
    const add = (project: string, kind: Kind, bytes: number): void => {
      const sum = sums.get(project) ?? { sets: 0, baseline: 0, plans: 0, designs: 0, decisions: 0 };
      sum[kind] += bytes;
      sums.set(project, sum);
    };
    for (const id of await projects.toCollection().primaryKeys()) add(id, 'sets', 0);
    await sets.each((row) => add(row.project, 'sets', row.bytes));
    await baselines.each((row) => add(row.project, 'baseline', row.bytes));
    await plans.each((row) => add(row.project, 'plans', row.bytes));
    await designs.each((row) => add(row.project, 'designs', row.text.length));
    await decisions.each((row) => add(row.project, 'decisions', row.snapshot.seal.length));
    await steps.each((row) => add(row.project, 'decisions', row.bytes.length));
    return [...sums].map(([project, sum]): ProjectUsage => ({
      project,
      ...sum,
      total: totalOf(Object.values(sum)),
    }));
  });
  if (!usage.ok) return usage;
  const total = totalOf(usage.value.map((each) => each.total));
  return done({ projects: usage.value, total, ...(await browserState(storage)) });
}

type Kind = 'sets' | 'baseline' | 'plans' | 'designs' | 'decisions';

const totalOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

async function browserState(
  storage: BrowserStorage | null,
): Promise<Pick<StorageState, 'estimate' | 'persisted'>> {
  if (storage === null) return { estimate: null, persisted: null };
  try {
    const { usage, quota } = await storage.estimate();
    const persisted = await storage.persisted();
    return { estimate: usage === undefined || quota === undefined ? null : { usage, quota }, persisted };
  } catch {
    return { estimate: null, persisted: null }; // opaque origins refuse
  }
}

/** Asks the browser not to clear the storage by itself. `page-only`: the page has to ask. */
export async function persist(storage: BrowserStorage | null): Promise<'granted' | 'refused' | 'page-only'> {
  if (storage?.persist === undefined) return 'page-only';
  return (await storage.persist()) ? 'granted' : 'refused';
}
