import type { PushItem, PushPlan, Texts } from '../item.ts';
import type { Side } from '../../engine/index.ts';
import type { Intent, JobStep, JournalEntry, Outcome, PushState, ReadBack } from './entry.ts';

/** Where one item stands. `sent`: an intent is written down, and nothing after it. */
export interface ItemStanding {
  readonly item: PushItem;
  readonly is: 'planned' | 'sent' | Outcome['is'];
  readonly outcome: Outcome | null;
  /** The last time it was sent, or about to be. */
  readonly intent: Intent | null;
  /** How often it was left in doubt. */
  readonly doubts: number;
  readonly readBack: ReadBack | null;
  /** When something was last written down of it, ISO 8601; null before that. */
  readonly at: string | null;
  /** The call it was last sent with, from 1; null before that. */
  readonly batch: number | null;
  /** Our name of the job it was last sent in; null where it went in a call. */
  readonly job: string | null;
}

/** A job that items went in. */
export interface JobStanding {
  readonly job: string;
  readonly side: Side;
  readonly batch: number;
  /** As the app calls it; null: it holds nothing there, if it is there. */
  readonly name: string | null;
  /** It may have been started. */
  readonly isStarted: boolean;
  readonly keys: readonly string[];
}

/** Where a push stands: what its journal says, entry by entry. */
export class Standing {
  readonly #items = new Map<string, ItemStanding>();
  readonly #jobs = new Map<string, JobStanding>();
  #plan: Omit<PushPlan, 'items'> | null = null;
  #state: PushState = { is: 'paused', cause: { code: 'asked' } };
  #first: ReadonlySet<string> | null = null;
  #canaryIsDone = false;
  #batches = 0;
  #entries = 0;
  #beganAt = '';

  get plan(): Omit<PushPlan, 'items'> {
    if (this.#plan === null) throw new Error('a journal without a beginning');
    return this.#plan;
  }

  get state(): PushState {
    return this.#state;
  }

  get canaryIsDone(): boolean {
    return this.#canaryIsDone;
  }

  /** Entries of the journal by now: with as many it stands where it stood. */
  get entries(): number {
    return this.#entries;
  }

  /** ISO 8601. */
  get beganAt(): string {
    return this.#beganAt;
  }

  /** In the order they are sent. */
  items(): Iterable<ItemStanding> {
    return this.#items.values();
  }

  of(key: string): ItemStanding {
    const one = this.#items.get(key);
    if (one === undefined) throw new Error(`no item ${key}`);
    return one;
  }

  /** In the order they were begun. */
  jobs(): Iterable<JobStanding> {
    return this.#jobs.values();
  }

  /** The items of a job that are sent and of which nothing is known yet. */
  sentIn({ job, keys }: JobStanding): readonly ItemStanding[] {
    return keys.map((key) => this.of(key)).filter((one) => one.is === 'sent' && one.job === job);
  }

  take(entry: JournalEntry): void {
    this.#entries++;
    switch (entry.kind) {
      case 'begun':
        this.#plan = entry.plan;
        this.#first = entry.plan.first === undefined ? null : new Set(entry.plan.first);
        this.#beganAt = entry.at;
        return;
      case 'items':
        for (const item of entry.items) this.#items.set(item.key, fresh(item));
        return;
      case 'state':
        this.#state = entry.state;
        return;
      case 'intent':
        this.#intended(entry.items, entry.job ?? null, entry.at);
        return;
      case 'job':
        this.#stepped(entry.job, entry.step);
        return;
      case 'outcome':
        for (const outcome of entry.items) this.#outcome(outcome, entry.at);
        return;
      case 'read-back':
        for (const readBack of entry.items) this.#put(readBack.key, { readBack, at: entry.at });
        return;
      case 'canary':
        this.#canaryIsDone = true;
        return;
      default:
        entry satisfies never;
    }
  }

  /** Is it no part of what this push sends (S372)? */
  isLater(key: string): boolean {
    return this.#first !== null && !this.#first.has(key);
  }

  /** The id an item's record has or was given; null while it has none. */
  idOf(key: string): string | null {
    const { item, outcome } = this.of(key);
    return outcome?.is === 'written' ? outcome.id : item.id;
  }

  #intended(items: readonly Intent[], job: string | null, at: string): void {
    const known = job === null ? undefined : this.#jobs.get(job);
    const batch = known?.batch ?? ++this.#batches;
    for (const intent of items) this.#put(intent.key, { is: 'sent', intent, at, batch, job });
    const [first] = items;
    if (job === null || first === undefined) return;
    const { side } = this.of(first.key).item;
    const keys = [...(known?.keys ?? []), ...items.map(({ key }) => key)];
    this.#jobs.set(job, { job, side, batch, name: null, isStarted: false, keys });
  }

  #stepped(job: string, step: JobStep): void {
    const known = this.#jobs.get(job);
    if (known === undefined) throw new Error(`no job ${job}`);
    this.#jobs.set(job, step.is === 'named' ? { ...known, name: step.name } : { ...known, isStarted: true });
  }

  #outcome(outcome: Outcome, at: string): void {
    const { doubts } = this.of(outcome.key);
    const is = outcome.is;
    this.#put(outcome.key, { is, outcome, at, doubts: is === 'doubt' ? doubts + 1 : doubts });
  }

  #put(key: string, change: Partial<ItemStanding>): void {
    this.#items.set(key, { ...this.of(key), ...change });
  }
}

const fresh = (item: PushItem): ItemStanding => ({
  item,
  is: 'planned',
  outcome: null,
  intent: null,
  doubts: 0,
  readBack: null,
  at: null,
  batch: null,
  job: null,
});

/** What was written of an item, as it was sent. */
export const sentTexts = ({ item, intent }: ItemStanding): Texts => intent?.values ?? item.values;
