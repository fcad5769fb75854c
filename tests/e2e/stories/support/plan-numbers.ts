import { OUTCOMES, SIDES, type Both, type Outcome, type Side } from '../../../../src/lib/engine/index.ts';

/** What is counted of a plan, told from nothing but the lines of its `plan.jsonl`. */
export interface PlanNumbers {
  readonly sync: string;
  readonly total: number;
  readonly subjects: Readonly<Record<Outcome, number>>;
  /** Records per side: of each outcome, and all. */
  readonly records: Both<Readonly<Record<Outcome | 'read', number>>>;
  readonly written: number;
  readonly needsPerson: number;
  /** Records that would be made or changed on a side; a create with nothing to write is made all the same (CO6). */
  readonly writes: Both<number>;
  /** Linked pairs, as the keys' caption counts them. */
  readonly linked: number;
  /** Single field values that would be written. */
  readonly values: number;
  /** Of them those of pairs, which the impact of the mappings counts. */
  readonly pairValues: number;
}

interface Line {
  readonly sync: string;
  readonly outcome: Outcome;
  readonly left: { readonly id: string } | null;
  readonly right: { readonly id: string } | null;
  /** Without a field: the record is deleted (DE4). */
  readonly writes: readonly { readonly side: Side; readonly field: string | null }[];
}

/** One for each sync, in the order of the file. */
export function numbersOf(text: string, syncs: readonly string[]): PlanNumbers[] {
  const lines = linesOf(text);
  return syncs.map((sync) =>
    ofSync(
      sync,
      lines.filter((line) => line.sync === sync),
    ),
  );
}

export const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

function ofSync(sync: string, lines: readonly Line[]): PlanNumbers {
  const of = (outcome: Outcome, among = lines): number =>
    among.filter((one) => one.outcome === outcome).length;
  const byOutcome = (among: readonly Line[]): Record<Outcome, number> =>
    Object.fromEntries(OUTCOMES.map((one) => [one, of(one, among)])) as Record<Outcome, number>;
  const sum = (among: readonly Line[]): number =>
    among.reduce((all, { writes }) => all + writes.filter(({ field }) => field !== null).length, 0);
  const pairs = lines.filter(({ left, right }) => left !== null && right !== null);
  const on = <T>(what: (side: Side) => T): Both<T> => ({ left: what(SIDES[0]), right: what(SIDES[1]) });
  return {
    sync,
    total: lines.length,
    subjects: byOutcome(lines),
    records: on((side) => {
      const own = lines.filter((line) => line[side] !== null);
      return { ...byOutcome(own), read: own.length };
    }),
    written: lines.filter(({ writes }) => writes.length > 0).length,
    needsPerson: of('conflict') + of('failing') + of('ambiguous'),
    writes: on(
      (side) =>
        lines.filter((line) => line.writes.some((one) => one.side === side) || isEmptyCreate(line, side))
          .length,
    ),
    linked: pairs.length,
    values: sum(lines),
    pairValues: sum(pairs),
  };
}

const isEmptyCreate = (line: Line, side: Side): boolean =>
  line.outcome === 'create' && line.writes.length === 0 && line[side] === null;
