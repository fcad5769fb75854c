import {
  drain,
  NameReader,
  PlanReader,
  nameFields,
  pairCount,
  planTraits,
  writePrints,
  type Both,
  type PlanTraits,
  type Printed,
  type Side,
  type Spare,
  type Steps,
  type SyncPlan,
} from '../../src/lib/engine/index.ts';

/** The plan of one sync with what is worked out of it when first asked for. */
export class PlannedSubjects {
  readonly plan: SyncPlan;
  readonly reader: PlanReader;
  readonly names: Both<NameReader>;
  /** Of an older plan: its prints spare this one's. Never the older subjects themselves, so that plans do not hang in a chain. */
  readonly #earlier: Printed | null;
  readonly #spare: Spare | null;
  #traits: PlanTraits | null = null;
  #prints: Uint32Array | null = null;

  /** `earlier`: a plan whose prints may be known already. `spare`: where traits are made. */
  constructor(plan: SyncPlan, earlier: PlannedSubjects | null, spare: Spare | null = null) {
    this.plan = plan;
    this.#spare = spare;
    this.reader = new PlanReader(plan);
    const names = (side: Side): NameReader => new NameReader(plan.records[side], nameFields(plan.sync, side));
    this.names = { left: names('left'), right: names('right') };
    this.#earlier = earlier?.known ?? null;
  }

  get traits(): PlanTraits {
    return this.#traits ?? drain(this.workOutTraits());
  }

  /** Two words a subject (`writePrints`). */
  get prints(): Uint32Array {
    return this.#prints ?? drain(this.workOutPrints());
  }

  /** Gives the memory of the traits back: nobody may look at them any more. They are made anew when asked for. */
  letGo(): void {
    const made = this.#traits;
    this.#traits = null;
    if (made === null || this.#spare === null) return;
    for (const array of [made.traits, made.links, ...made.fields, made.classes.of]) this.#spare.give(array);
  }

  /** In steps, so that the first who asks for `traits` need not wait for all of it. */
  *workOutTraits(): Steps<PlanTraits> {
    return (this.#traits ??= yield* planTraits(this.plan, this.#spare));
  }

  /** The same of `prints`. */
  *workOutPrints(): Steps<Uint32Array> {
    return (this.#prints ??= yield* writePrints(this.plan, this.#earlier));
  }

  /** Its own prints, or those it could start from itself. */
  private get known(): Printed | null {
    return this.#prints === null ? this.#earlier : { plan: this.plan, prints: this.#prints };
  }

  /** Where a subject's decision is kept: the data row of its left record, else of its right one. */
  eachPlace(take: (subject: number, side: Side, fileRow: number) => void): void {
    const { pairs, lone, records } = this.plan;
    const { left, right } = { left: records.left.fileRows, right: records.right.fileRows };
    const count = pairCount(this.plan);
    for (let pair = 0; pair < count; pair++) take(pair, 'left', left[pairs.left[pair]!]!);
    lone.left.forEach((row, i) => take(count + i, 'left', left[row]!));
    const first = count + lone.left.length;
    lone.right.forEach((row, i) => take(first + i, 'right', right[row]!));
  }
}
