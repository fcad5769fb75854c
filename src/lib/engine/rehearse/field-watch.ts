import { cellText } from '../columns/cell.ts';
import { rowOfFile } from '../columns/copied.ts';
import type { Records } from '../columns/records.ts';
import { CAME_BACK } from '../merge/verdict.ts';
import { onBoth, otherSide, type Both, type Side } from '../model/side.ts';
import {
  outcomeCode,
  pairCount,
  subjectRows,
  verdictOn,
  type SubjectRows,
  type SyncPlan,
} from '../plan/sync-plan.ts';
import type { Habit } from './app-forms.ts';
import type { Fate } from './carry-out.ts';
import { LISTED } from './listed.ts';
import type { FieldRounds, RecordRounds, StayCause } from './rehearsal.ts';

/** The mappings of a sync over the rounds. */
export class FieldWatch {
  readonly #sync: string;
  /** As they were, as the round before found them, as they are. */
  readonly #first: Both<Records>;
  #before: Both<Records>;
  #now: Both<Records>;
  readonly #fields: readonly Field[];
  readonly #fieldOf: Both<ReadonlyMap<string, number>>;
  #round = 0;
  #isLast = false;

  constructor({ sync, records, mappings }: SyncPlan) {
    this.#sync = sync.id;
    this.#first = this.#before = this.#now = records;
    this.#fields = mappings.map(({ mapping }) => newField(mapping));
    this.#fieldOf = onBoth(
      (side) => new Map(mappings.map(({ mapping }, at) => [mapping[side], at] as const).reverse()),
    );
  }

  begin(plan: SyncPlan, round: number, isLast: boolean): void {
    this.#before = this.#now;
    this.#now = plan.records;
    this.#round = round;
    this.#isLast = isLast;
    const conflict = outcomeCode('conflict');
    this.#fields.forEach((field, position) => {
      field.writes.push({ left: 0, right: 0 });
      field.asked = [];
      field.asks = 0;
      for (let pair = 0; pair < pairCount(plan); pair++) {
        if (plan.outcomes[pair] !== conflict || !isCameBack(plan, position, pair)) continue;
        field.asks++;
        if (field.asked.length < LISTED) field.asked.push(this.#places(subjectRows(plan, pair)));
      }
    });
  }

  write(fate: Fate): void {
    const { side, field: name } = fate.write;
    const field = this.#fields[(name === null ? undefined : this.#fieldOf[side].get(name)) ?? -1];
    if (field === undefined) return;
    field.writes.at(-1)![side]++;
    if (this.#isLast) field.stay(causeOf(fate), fate.why === 'taken' ? fate.by : null);
    if (this.#round === 1) return;
    if (fate.rows.left >= 0 && fate.rows.right >= 0) {
      const other = otherSide(side);
      const isWritten = (since: Both<Records>): boolean =>
        this.#isWritten(field, other, fate.rows[other], since);
      if (isWritten(this.#before)) field.back++;
      if (this.#replaces(field, fate) && isWritten(this.#first)) field.lost[side]++;
    }
    this.#list(field, fate);
  }

  /** Those of which something is to be said. `rounds`: how many plans were made. */
  told(rounds: number): FieldRounds[] {
    for (const field of this.#fields) for (const places of field.asked) this.#record(field, places);
    return this.#fields
      .filter(
        ({ writes, asks, stays }) =>
          asks > 0 || stays.size > 0 || writes.slice(1).some(({ left, right }) => left + right > 0),
      )
      .map(({ left, right, writes, back, lost, asks, stays, records }) => ({
        ...{ sync: this.#sync, left, right, back, asked: asks },
        writes: writes.slice(0, rounds).map((own) => ({ ...own })),
        lost: { ...lost },
        stays: [...stays.values()],
        records: [...records.values()],
      }));
  }

  /** Was the text of a record written since then, or the record itself made? */
  #isWritten(field: Field, side: Side, row: number, since: Both<Records>): boolean {
    const before = rowOfFile(since[side], this.#now[side].fileRows[row]!);
    if (before < 0) return true;
    const then = since[side].column(field[side]);
    const now = this.#now[side].column(field[side]);
    return then !== now && cellText(then, before) !== cellText(now, row);
  }

  /** Does a write replace a text that stood there from the beginning? */
  #replaces(field: Field, { rows, write, became, why }: Fate): boolean {
    const { side, from, because } = write;
    const row = rowOfFile(this.#first[side], this.#now[side].fileRows[rows[side]] ?? -1);
    if (why !== 'taken' || (became === null && !this.#isLast) || because === 'form') return false;
    if (from === null || from === '' || row < 0) return false;
    return cellText(this.#first[side].column(field[side]), row) === from;
  }

  #list(field: Field, { rows, write, became }: Fate): void {
    const { side, from, to } = write;
    const step = { round: this.#round, side, from: from ?? '', to: to ?? '', became };
    this.#record(field, this.#places(rows))?.steps.push(step);
  }

  /** Rows of the records as rows of their files, which mean the same in every round; -1 for none. */
  #places(rows: SubjectRows): SubjectRows {
    return onBoth((side) => this.#now[side].fileRows[rows[side]] ?? -1);
  }

  /** The record in the list; null where the list is full. */
  #record(field: Field, places: SubjectRows): ListedRecord | null {
    const key = `${String(places.left)} ${String(places.right)}`;
    const known = field.records.get(key);
    if (known !== undefined || field.records.size >= LISTED) return known ?? null;
    const id = (side: Side): string | null => {
      const row = rowOfFile(this.#first[side], places[side]);
      return row < 0 ? null : this.#first[side].id(row);
    };
    const own = { left: id('left'), right: id('right'), steps: [] };
    field.records.set(key, own);
    return own;
  }
}

type ListedRecord = RecordRounds & { readonly steps: RecordRounds['steps'][number][] };

const isCameBack = (plan: SyncPlan, position: number, pair: number): boolean => {
  const { kind, rule } = verdictOn(plan, position, pair);
  return kind === CAME_BACK.kind && rule === CAME_BACK.rule;
};

/** Why what is offered when the rounds are over is offered again. */
function causeOf({ why, by }: Fate): StayCause {
  if (why !== 'taken') return why;
  return by === null ? 'moves' : 'form';
}

interface Field {
  readonly left: string;
  readonly right: string;
  readonly writes: Record<Side, number>[];
  readonly lost: Record<Side, number>;
  back: number;
  /** Values that came back different in this plan, and the first of their records. */
  asks: number;
  asked: SubjectRows[];
  readonly stays: Map<string, { readonly why: StayCause; readonly by: Habit | null; count: number }>;
  readonly records: Map<string, ListedRecord>;
  stay(why: StayCause, by: Habit | null): void;
}

function newField({ left, right }: { readonly left: string; readonly right: string }): Field {
  const stays: Field['stays'] = new Map();
  return {
    ...{ left, right, writes: [], lost: { left: 0, right: 0 }, back: 0, asks: 0, asked: [] },
    stays,
    records: new Map(),
    stay(why, by) {
      const key = `${why} ${String(by)}`;
      const own = stays.get(key);
      if (own === undefined) stays.set(key, { why, by, count: 1 });
      else own.count++;
    },
  };
}
