import { hubSpot } from '../../src/lib/connectors/app/hubspot/index.ts';
import type { CallAnswer, Caller } from '../../src/lib/connectors/app/call.ts';
import { Journal, runPush, type JournalLog, type PushItem, type PushPlan } from '../../src/lib/push/index.ts';
import { HubSpotFake, Portal } from '../servers/hubspot/index.ts';
import { FreeLock } from './free-lock.ts';
import { HandControl } from './hand-control.ts';
import { itemOf, planOf, texts } from './push-world.ts';
import { VirtualTime } from './virtual-time.ts';

/** What an account of the lowest plan may do, and how long a call is on its way in each direction. */
const LIMIT = { calls: 100, milliseconds: 10_000 };
const WAY = 125;

export interface Measured {
  readonly written: number;
  readonly calls: number;
  /** Calls that the account allowed from the first to the last. */
  readonly allowed: number;
  /** Calls that the account refused as too many. */
  readonly refusedForRate: number;
  /** From the first call to the last, by the clock of the app, and the least in which the account allows so many. */
  readonly seconds: number;
  readonly least: number;
  /** Bytes on the heap when half of it was sent, and at the end, over those before it began; null where nobody collects garbage. */
  readonly grown: { readonly half: number; readonly whole: number } | null;
}

/** Pushes so many updates to a HubSpot that keeps to its limits, by a clock that goes on only while somebody waits. */
export async function measurePush(updates: number): Promise<Measured> {
  const time = new VirtualTime(Date.UTC(2026, 10, 30, 8));
  const portal = new Portal(() => time.now());
  portal.limits.limit = { calls: LIMIT.calls, searches: 4, daily: null, retryAfter: true };
  const plan = planFor(portal, updates);
  const fake = new HubSpotFake(portal);
  const traffic = new Traffic(fake.caller(), time);
  const journal = await Journal.begin(new CountingLog(), plan, '2026-11-30T08:00:00Z');
  if (!journal.ok) throw new Error(journal.because);
  const before = heap();
  let half: number | null = null;
  traffic.onCall = (calls) => {
    if (calls === Math.floor(updates / LIMIT.calls)) half = heap();
  };
  const connector = hubSpot(traffic.call);
  const end = await runPush({
    journal: journal.value,
    connectors: { left: connector, right: connector },
    lock: new FreeLock(),
    owner: 'speed',
    tools: { now: () => time.now(), sleep: (milliseconds) => time.sleep(milliseconds), jitter: () => 0.5 },
    control: new HandControl(),
  });
  if (!end.ok || end.state.is !== 'done') throw new Error(JSON.stringify(end));
  const after = heap();
  const grown =
    before === null || half === null || after === null
      ? null
      : { half: half - before, whole: after - before };
  const written = [...journal.value.standing.items()].filter(
    ({ is, readBack }) => is === 'written' && readBack?.verdict === 'as-planned',
  ).length;
  return { written, ...traffic.measured(), grown };
}

function planFor(portal: Portal, updates: number): PushPlan {
  const items: PushItem[] = [];
  for (let n = 0; n < updates; n++) {
    const { id } = portal.add('contacts', {
      email: `p${String(n)}@example.com`,
      firstname: 'Ada',
      lastname: 'Paris',
    });
    items.push(
      itemOf({
        key: `u${String(n)}`,
        object: 'contacts',
        act: 'update',
        id,
        from: texts({ firstname: 'Ada', lastname: 'Paris' }),
        values: texts({ firstname: 'Bo', lastname: 'Rome' }),
      }),
    );
  }
  return planOf(items, { accounts: { left: String(portal.id), right: String(portal.id) } });
}

/** Calls on their way there and back, counted as the account does. */
class Traffic {
  onCall: (calls: number) => void = () => undefined;
  readonly #way: Caller;
  readonly #time: VirtualTime;
  #first: number | null = null;
  #last = 0;
  #calls = 0;
  #refused = 0;

  constructor(way: Caller, time: VirtualTime) {
    this.#way = way;
    this.#time = time;
  }

  readonly call: Caller = async (call): Promise<CallAnswer> => {
    await this.#time.sleep(WAY);
    this.#last = this.#time.now();
    this.#first ??= this.#last;
    this.onCall(++this.#calls);
    const answer = await this.#way(call);
    if (answer.kind === 'answered' && answer.status === 429) this.#refused++;
    await this.#time.sleep(WAY);
    return answer;
  };

  /** In any span so many: what is allowed is a full span at once, and then as fast as they leave it. */
  measured(): Pick<Measured, 'calls' | 'allowed' | 'refusedForRate' | 'seconds' | 'least'> {
    const milliseconds = this.#last - (this.#first ?? this.#last);
    const allowed = LIMIT.calls * (1 + milliseconds / LIMIT.milliseconds);
    const least = (LIMIT.milliseconds / 1000) * (Math.ceil(this.#calls / LIMIT.calls) - 1);
    const seconds = milliseconds / 1000;
    return { calls: this.#calls, allowed, refusedForRate: this.#refused, seconds, least };
  }
}

/** What is on the heap when all that nobody holds is gone. */
function heap(): number | null {
  if (globalThis.gc === undefined) return null;
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** Keeps no text: what the push itself holds is what is measured. */
class CountingLog implements JournalLog {
  #count = 0;

  async begin(_: string, given: readonly string[]) {
    this.#count = given.length;
    return DONE;
  }

  async read() {
    return { ok: true, value: [] } as const;
  }

  async append(_: string, at: number, given: readonly string[]) {
    if (at !== this.#count) return { ok: false, because: 'not-the-last' } as const;
    this.#count += given.length;
    return DONE;
  }

  async list() {
    return { ok: true, value: [] } as const;
  }
}

const DONE = { ok: true, value: undefined } as const;
