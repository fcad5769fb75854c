import { isOtherList, planHash, planPlaceOf, type PlanPlace } from './plan-place.ts';

/** A step to another record is written once a person stands still: browsers refuse addresses that change many times a second. */
const STILL = 250;

/** The browser's address, as far as it is needed here. */
export interface AddressBar {
  /** With its `#`. */
  readonly hash: string;
  /** A step a person goes back from. */
  push(hash: `#${string}`): void;
  replace(hash: `#${string}`): void;
}

/** Keeps the address and the place on the plan's screen the same, both ways. */
export class PlanAddress {
  readonly #bar: AddressBar;
  readonly #project: () => string | null;
  #waiting: { readonly hash: `#${string}`; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  constructor(bar: AddressBar, project: () => string | null) {
    this.#bar = bar;
    this.#project = project;
  }

  /** The place the address names where that is another than `now`; null where it names none. */
  asked(now: PlanPlace | null): PlanPlace | null {
    this.#drop();
    const place = planPlaceOf(this.#bar.hash);
    const project = this.#project();
    if (place === null || (now !== null && planHash(project, now) === planHash(project, place))) return null;
    return place;
  }

  /** A person is somewhere else: another list is a step, another record of it is not. */
  write(place: PlanPlace): void {
    this.#drop();
    const hash = planHash(this.#project(), place);
    if (hash === '' || hash === this.#bar.hash) return;
    const before = planPlaceOf(this.#bar.hash);
    if (before === null) this.#bar.replace(hash);
    else if (isOtherList(before, place)) this.#bar.push(hash);
    else this.#waiting = { hash, timer: setTimeout(() => this.flush(), STILL) };
  }

  /** Writes what waits, before another screen comes. */
  flush(): void {
    const waiting = this.#waiting;
    this.#drop();
    if (waiting !== null) this.#bar.replace(waiting.hash);
  }

  #drop(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting.timer);
    this.#waiting = null;
  }
}
