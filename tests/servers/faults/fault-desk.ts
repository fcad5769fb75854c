import { Random } from '../../reference/random.ts';
import { meets, type Fault } from './fault.ts';
import type { Delivery, FakeApp, FakeReply, FakeRequest, FaultyApp } from './request.ts';

/** One fault that is switched on, and what came of it. */
export interface Switched {
  /** Calls it met. */
  readonly hits: number;
  off(): void;
}

/**
 * What goes wrong between a fake app and who calls it. Faults are switched on by a test, each counts what it met. Chances come from one
 * seed. Of several that meet a call every `meanwhile` and `change` takes effect, of the others the one that was switched on first.
 */
export class FaultDesk {
  readonly #random: Random;
  #switched: On[] = [];
  #calls = 0;

  constructor(seed = 1) {
    this.#random = new Random(seed);
  }

  /** Calls that came, met or not. */
  get calls(): number {
    return this.#calls;
  }

  add(fault: Fault): Switched {
    const on = new On(fault, this.#random, () => {
      this.#switched = this.#switched.filter((one) => one !== on);
    });
    this.#switched = [...this.#switched, on];
    return on;
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.#switched = [];
  }

  wrap(app: FakeApp): FaultyApp {
    return (request) => {
      this.#calls += 1;
      const here = this.#meeting(request);
      for (const one of here) if (one.kind === 'meanwhile') one.run(request);
      return delivered(here, app, request);
    };
  }

  /** Those that meet a call. Of those that decide what becomes of it one does; the others wait for the next. */
  #meeting(request: FakeRequest): readonly Fault[] {
    const here: Fault[] = [];
    let decided = false;
    for (const one of this.#switched) {
      const goesOn = one.fault.kind === 'meanwhile' || one.fault.kind === 'change';
      if ((decided && !goesOn) || !one.takes(request)) continue;
      here.push(one.fault);
      decided ||= !goesOn;
    }
    return here;
  }
}

class On implements Switched {
  readonly fault: Fault;
  readonly #random: Random;
  readonly #off: () => void;
  #seen = 0;
  #hits = 0;

  constructor(fault: Fault, random: Random, off: () => void) {
    this.fault = fault;
    this.#random = random;
    this.#off = off;
  }

  get hits(): number {
    return this.#hits;
  }

  off(): void {
    this.#off();
  }

  takes(request: FakeRequest): boolean {
    const { skip = 0, times = Infinity, share = 1, ...rest } = this.fault.meets ?? {};
    if (!meets(rest, request)) return false;
    this.#seen += 1;
    if (this.#seen <= skip || this.#hits >= times || !this.#random.chance(share)) return false;
    this.#hits += 1;
    return true;
  }
}

function delivered(here: readonly Fault[], app: FakeApp, request: FakeRequest): Delivery {
  const answer = (): FakeReply => {
    let reply = app(request);
    for (const one of here) if (one.kind === 'change') reply = one.change(reply, request);
    return reply;
  };
  const fault = here.find(({ kind }) => kind !== 'meanwhile' && kind !== 'change');
  switch (fault?.kind) {
    case 'drop':
    case 'hang':
      if (fault.when === 'after-commit') app(request);
      return { how: fault.kind };
    case 'answer':
      if (fault.when === 'after-commit') app(request);
      return { how: 'whole', reply: fault.reply };
    case 'drip':
      return { how: 'drip', reply: answer(), bytes: fault.bytes, milliseconds: fault.milliseconds };
    case 'half': {
      const reply = answer();
      if (fault.cut) return { how: 'cut', reply };
      return {
        how: 'whole',
        reply: { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) },
      };
    }
    default:
      return { how: 'whole', reply: answer() };
  }
}
