import { onBoth, SIDES, type Both, type Side } from '../model/side.ts';
import { outcomeCode, type Plan, type SubjectRows, type SyncPlan } from '../plan/sync-plan.ts';
import { BreedWatch } from './breed-watch.ts';
import type { Fate, RowAct, Watch } from './carry-out.ts';
import { FieldWatch } from './field-watch.ts';
import type { Rehearsal, RoundTold } from './rehearsal.ts';

/** Counts what the rounds of a rehearsal do, and remembers of the fields what is to be said of them. */
export class RoundsWatch implements Watch {
  readonly #rounds: RoundTold[] = [];
  readonly #fields: ReadonlyMap<string, FieldWatch>;
  readonly #bred: ReadonlyMap<string, BreedWatch>;
  #now = newCounts();
  #open = 0;
  #round = 0;

  constructor(first: Plan) {
    this.#fields = new Map(first.syncs.map((sync) => [sync.sync.id, new FieldWatch(sync)]));
    this.#bred = new Map(first.syncs.map((sync) => [sync.sync.id, new BreedWatch(sync)]));
  }

  /** A plan is carried out, or looked at when the rounds are over. */
  begin(plan: Plan, round: number, isLast: boolean): void {
    this.#now = newCounts();
    this.#round = round;
    const conflict = outcomeCode('conflict');
    this.#open = 0;
    for (const sync of plan.syncs) {
      this.#of(this.#fields, sync).begin(sync, round, isLast);
      for (const outcome of sync.outcomes) if (outcome === conflict) this.#open++;
    }
  }

  row(plan: SyncPlan, side: Side, act: RowAct, rows: SubjectRows, is: Fate['why']): void {
    this.#now[`${act}s`][side]++;
    if (is !== 'taken') this.#now[is]++;
    if (act === 'create') this.#of(this.#bred, plan).offered(plan, side, rows, false);
  }

  held(plan: SyncPlan, side: Side, rows: SubjectRows): void {
    this.#now.held++;
    this.#of(this.#bred, plan).offered(plan, side, rows, true);
  }

  write(fate: Fate): void {
    if (fate.by !== null && fate.became !== null) this.#now.formed++;
    this.#of(this.#fields, fate.plan).write(fate);
  }

  made(plan: SyncPlan, side: Side, fileRow: number, rows: SubjectRows): void {
    this.#of(this.#bred, plan).made(plan, side, fileRow, rows);
  }

  /** Ends a round; true where it had nothing to write. */
  end(): boolean {
    const { creates, updates, deletes } = this.#now;
    this.#rounds.push({ round: this.#round, ...this.#now, open: this.#open });
    return SIDES.every((side) => creates[side] + updates[side] + deletes[side] === 0);
  }

  told(settled: number | null): Rehearsal {
    return {
      rounds: this.#rounds,
      settled,
      fields: [...this.#fields.values()].flatMap((fields) => fields.told(this.#rounds.length)),
      bred: [...this.#bred.values()].flatMap((bred) => bred.told()),
    };
  }

  #of<T>(watches: ReadonlyMap<string, T>, { sync }: SyncPlan): T {
    const own = watches.get(sync.id);
    if (own === undefined) throw new Error(`no sync ${sync.id} in the first round`);
    return own;
  }
}

interface Counts {
  readonly creates: Record<Side, number>;
  readonly updates: Record<Side, number>;
  readonly deletes: Record<Side, number>;
  refused: number;
  unsaid: number;
  formed: number;
  held: number;
}

const nought = (): Both<number> => onBoth(() => 0);

const newCounts = (): Counts => ({
  creates: { ...nought() },
  updates: { ...nought() },
  deletes: { ...nought() },
  refused: 0,
  unsaid: 0,
  formed: 0,
  held: 0,
});
