import type { AppConnector, Capabilities } from '../../src/lib/connectors/app/app-connector.ts';
import type { Both } from '../../src/lib/engine/index.ts';
import {
  canaryOf,
  Journal,
  MemoryLog,
  resultsOf,
  runPush,
  type Control,
  type JournalLog,
  type PushEnd,
  type PushItem,
  type PushLock,
  type PushPlan,
  type PushState,
  type PushTools,
  type Result,
} from '../../src/lib/push/index.ts';
import { parentsFirst } from '../../src/lib/push/plan/parents-first.ts';
import { Random } from '../reference/random.ts';
import { MemoryApp } from '../servers/memory/memory-app.ts';
import { MemoryConnector } from '../servers/memory/memory-connector.ts';
import type { Befalls } from '../servers/memory/memory-faults.ts';
import { FreeLock } from './free-lock.ts';
import { HandControl } from './hand-control.ts';

export const trimmed = (value: string): string => value.trim();
export const lowered = (value: string): string => value.trim().toLowerCase();

/** Companies, people that belong to them, and notes, of which no field is unique. */
export const appOf = (): MemoryApp =>
  new MemoryApp([
    {
      name: 'companies',
      fields: [{ name: 'name', form: trimmed }, { name: 'domain', unique: true }, { name: 'size' }],
    },
    {
      name: 'people',
      fields: [
        { name: 'email', unique: true, form: lowered },
        { name: 'name', form: trimmed, maxLength: 40 },
        { name: 'note' },
        { name: 'company', lookup: 'companies' },
      ],
    },
    { name: 'notes', fields: [{ name: 'text' }, { name: 'mood' }] },
  ]);

/** Where tests push to: an app on the right, and one on the left that has the same objects. */
export interface PushWorld {
  readonly apps: Both<MemoryApp>;
  readonly random: Random;
  readonly plan: PushPlan;
  /** What each app was before. */
  readonly log: JournalLog;
  /** Batches of a side at once: of half of all seeds one, of the others several. */
  readonly inFlight: number;
  clock: number;
}

let worlds = 0;

export const planOf = (items: readonly PushItem[], more: Partial<PushPlan> = {}): PushPlan => ({
  id: `push-${String(worlds++)}`,
  project: 'project',
  kind: 'push',
  basis: { plan: 'p', design: 'd', inputs: new Map([['left', 'l']]), baseline: null, filter: 'f' },
  approval: { by: 'ada', at: '2026-01-01T00:00:00Z', confirmed: [] },
  accounts: { left: 'memory-1', right: 'memory-1' },
  items,
  canary: canaryOf(items).keys,
  ...more,
});

export const worldOf = (apps: Both<MemoryApp>, items: readonly PushItem[], seed = 1): PushWorld => ({
  apps,
  random: new Random(seed),
  plan: planOf(items),
  log: new MemoryLog(),
  inFlight: seed % 2 === 0 ? 4 : 1,
  clock: Date.UTC(2026, 0, 2),
});

export const itemOf = (about: Partial<PushItem> & Pick<PushItem, 'key' | 'object' | 'act'>): PushItem => ({
  sync: about.object,
  side: 'right',
  id: null,
  from: new Map(),
  values: new Map(),
  refs: new Map(),
  unique: null,
  subject: { left: about.key, right: about.id ?? null },
  ...about,
});

export const texts = (values: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(values));

export const inOrder = (items: readonly PushItem[]): readonly PushItem[] =>
  parentsFirst(items, (sync) => ['companies', 'people', 'notes'].indexOf(sync)).items;

/** A clock that goes on only while somebody waits. */
export const toolsOf = (world: { clock: number; readonly random: Random }): PushTools => ({
  now: () => world.clock,
  sleep: async (milliseconds) => {
    world.clock += milliseconds;
  },
  jitter: () => world.random.next(),
});

export interface Driving {
  readonly befalls?: Befalls;
  readonly can?: Partial<Capabilities>;
  /** Stands between the run and what it awaits, for crashes. */
  readonly through?: (connector: AppConnector) => AppConnector;
  readonly log?: JournalLog;
  readonly control?: Control;
  readonly tools?: PushTools;
  readonly lock?: PushLock;
  readonly inFlight?: number;
}

export const connectorsOf = (
  world: PushWorld,
  { befalls, can, through = (one) => one }: Driving,
): Both<AppConnector> => ({
  left: through(new MemoryConnector(world.apps.left, befalls, can)),
  right: through(new MemoryConnector(world.apps.right, befalls, can)),
});

/** Runs once, from where the journal stands. */
export async function runOnce(world: PushWorld, journal: Journal, driving: Driving = {}): Promise<PushEnd> {
  return runPush({
    journal,
    connectors: connectorsOf(world, driving),
    lock: driving.lock ?? new FreeLock(),
    owner: 'test',
    tools: driving.tools ?? toolsOf(world),
    control: driving.control ?? new HandControl(),
    inFlight: driving.inFlight ?? world.inFlight,
  });
}

export async function begin(
  world: PushWorld,
  plan: PushPlan = world.plan,
  log: JournalLog = world.log,
): Promise<Journal> {
  const begun = await Journal.begin(log, plan, '2026-01-02T00:00:00Z');
  if (!begun.ok) throw new Error(begun.because);
  return begun.value;
}

export async function reopen(log: JournalLog, push: string): Promise<Journal> {
  const opened = await Journal.open(log, push);
  if (!opened.ok) throw new Error(opened.because);
  return opened.value;
}

export interface Pushed {
  readonly journal: Journal;
  readonly results: readonly Result[];
  /** Every state it came to stand in. */
  readonly states: readonly PushState[];
}

/** Runs it to its end: whatever it pauses for, a person looks and lets it go on. */
export async function pushAll(
  world: PushWorld,
  driving: Driving = {},
  plan: PushPlan = world.plan,
): Promise<Pushed> {
  const journal = await begin(world, plan);
  const states: PushState[] = [];
  for (let rounds = 0; rounds < 60; rounds++) {
    const end = await runOnce(world, journal, driving);
    if (!end.ok) throw new Error(JSON.stringify(end));
    states.push(end.state);
    if (end.state.is === 'done' || end.state.is === 'stopped') break;
  }
  return { journal, results: resultsOf(journal.standing), states };
}
