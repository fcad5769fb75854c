import {
  compareHubSpot,
  hubspotSubject,
  onBoth,
  SIDES,
  subjectOf,
  subjectRows,
  subjectsOfClass,
  type HubSpotClass,
  type HubSpotComparison,
  type HubSpotInput,
  type HubSpotSync,
  type Memo,
  type Steps,
  type Tools,
} from '../../src/lib/engine/index.ts';
import type { HubSpotDetail, HubSpotRow, HubSpotTold } from '../../src/lib/conversation/index.ts';
import { runToEnd } from '../common/run-steps.ts';
import { PlannedSubjects } from './planned-subjects.ts';

/** The plan on the desk beside HubSpot's (SA2), kept while that plan stands. */
export class HubSpotDesk {
  readonly #told: HubSpotComparison;
  readonly #milliseconds: number;
  readonly #syncs: ReadonlyMap<string, ComparedSync>;

  private constructor(told: HubSpotComparison, milliseconds: number) {
    this.#told = told;
    this.#milliseconds = milliseconds;
    const syncs = told.ok ? told.syncs : [];
    this.#syncs = new Map(syncs.map((sync) => [sync.sync, new ComparedSync(sync)]));
  }

  static *of(input: HubSpotInput, tools: Tools, memo: Memo, now: () => number): Steps<HubSpotDesk> {
    const started = now();
    const told = yield* compareHubSpot(input, tools, memo);
    return new HubSpotDesk(told, now() - started);
  }

  get told(): HubSpotTold {
    const told = this.#told;
    if (!told.ok) return told;
    const { otherwise, syncs } = told;
    return {
      ...{ ok: true, otherwise, milliseconds: this.#milliseconds },
      syncs: syncs.map(({ sync, counts, values, delta, plan }) => ({
        ...{ sync, counts, values, delta, kind: plan.sync.kind },
        read: onBoth((side) => plan.records[side].count),
      })),
    };
  }

  sync(id: string): ComparedSync | null {
    return this.#syncs.get(id) ?? null;
  }
}

class ComparedSync {
  readonly #sync: HubSpotSync;
  readonly #own: PlannedSubjects;
  readonly #theirs: PlannedSubjects;
  /** The class that was listed last. */
  #listed: { readonly is: HubSpotClass; readonly subjects: Uint32Array } | null = null;

  constructor(sync: HubSpotSync) {
    this.#sync = sync;
    this.#own = new PlannedSubjects(sync.own, null);
    this.#theirs = new PlannedSubjects(sync.plan, null);
  }

  async rows(is: HubSpotClass, from: number, to: number): Promise<readonly HubSpotRow[]> {
    if (this.#listed?.is !== is)
      this.#listed = { is, subjects: await runToEnd(subjectsOfClass(this.#sync, is)) };
    return Array.from(this.#listed.subjects.subarray(Math.max(0, from), Math.max(0, to)), (subject) =>
      this.#row(subject),
    );
  }

  /** Null where HubSpot's plan has no such subject. */
  detail(subject: number): HubSpotDetail | null {
    const { classes, own, plan } = this.#sync;
    if (!Number.isInteger(subject) || subject < 0 || subject >= classes.length) return null;
    const rows = subjectRows(plan, subject);
    const before = SIDES.filter((side) => rows[side] >= 0).map((side) => subjectOf(own, side, rows[side]));
    return {
      row: this.#row(subject),
      own: [...new Set(before)].map((one) => this.#own.reader.line(one)),
      hubspot: this.#theirs.reader.line(subject),
    };
  }

  #row(subject: number): HubSpotRow {
    const rows = subjectRows(this.#sync.plan, subject);
    const side = rows.left >= 0 ? 'left' : 'right';
    const name = this.#theirs.names[side].name(rows[side]);
    return { subject, name, ...hubspotSubject(this.#sync, subject) };
  }
}
