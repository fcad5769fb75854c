import { isSame, partners, standing, type WeighedSync } from '../explain/price.ts';
import { STATE } from '../merge/state.ts';
import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import type { IdentifierName } from '../model/design.ts';
import type { FieldWrite } from '../model/line.ts';
import type { Side } from '../model/side.ts';
import { bindingKey } from '../plan/key-notes.ts';
import { PlanReader } from '../plan/lines/plan-reader.ts';
import { subjectCount, subjectRows, type SubjectRows } from '../plan/sync-plan.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import {
  HUBSPOT_CLASSES,
  VALUE_CLASSES,
  type ClassCount,
  type HubSpotClass,
  type ValueClass,
  type ValueCount,
} from './classes.ts';

/** What HubSpot does otherwise with a sync, subject by subject. */
export interface Classified {
  /** Per subject of HubSpot's plan, a position in `HUBSPOT_CLASSES`. */
  readonly classes: Uint8Array;
  /** All classes, in their order. Their records add up to those read. */
  readonly counts: readonly ClassCount[];
  readonly values: readonly ValueCount[];
}

/** `names`: the identifiers that HubSpot's keys are, in the order of its keys. */
export function* classify(
  own: WeighedSync,
  theirs: WeighedSync,
  names: readonly IdentifierName[],
): Steps<Classified> {
  const { plan } = theirs;
  const classes = new Uint8Array(subjectCount(plan));
  const judge = new Judge(own, theirs, names);
  const counts = HUBSPOT_CLASSES.map((is) => ({ is, subjects: 0, left: 0, right: 0 }));
  yield* inSlices(
    'impact',
    classes.length,
    (from, to) => {
      for (let subject = from; subject < to; subject++) {
        const rows = subjectRows(plan, subject);
        const at = HUBSPOT_CLASSES.indexOf(judge.classOf(subject, rows));
        classes[subject] = at;
        counts[at]!.subjects++;
        if (rows.left >= 0) counts[at]!.left++;
        if (rows.right >= 0) counts[at]!.right++;
      }
    },
    TEXT_SLICE,
  );
  return { classes, counts, values: judge.values() };
}

/** Outcomes of subjects that are in the sync. */
const TAKES_PART: ReadonlySet<Outcome> = new Set(['create', 'update', 'delete', 'conflict', 'in-sync']);

class Judge {
  readonly #own: WeighedSync;
  readonly #theirs: WeighedSync;
  readonly #ownReader: PlanReader;
  readonly #theirReader: PlanReader;
  readonly #nameKey: number;
  readonly #values = new Map<string, { is: ValueClass; side: Side; field: string; count: number }>();

  constructor(own: WeighedSync, theirs: WeighedSync, names: readonly IdentifierName[]) {
    this.#own = own;
    this.#theirs = theirs;
    this.#ownReader = new PlanReader(own.plan);
    this.#theirReader = new PlanReader(theirs.plan);
    this.#nameKey = names.indexOf('name');
  }

  values(): ValueCount[] {
    const rank = ({ is }: ValueCount): number => VALUE_CLASSES.indexOf(is);
    return [...this.#values.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
  }

  classOf(subject: number, rows: SubjectRows): HubSpotClass {
    const side: Side = rows.left >= 0 ? 'left' : 'right';
    const row = rows[side];
    const [own, theirs] = [this.#own, this.#theirs];
    if (isSame(own, theirs, side, row)) return 'same';
    const was = standing(partners(own, side)[row]!);
    const before = OUTCOMES[own.plan.outcomes[own.subjects[side][row]!]!]!;
    const after = OUTCOMES[theirs.plan.outcomes[subject]!]!;
    if (rows.left >= 0 && rows.right >= 0) {
      if (was !== rows[side === 'left' ? 'right' : 'left']) return this.#newLink(rows);
      return this.#samePair(own.subjects.left[rows.left]!, subject, rows, before, after);
    }
    if (was >= 0) return after === 'create' ? 'doubled' : 'unlinked';
    if (after === 'create' && before === 'create') {
      const pair = [own.subjects[side][row]!, subject] as const;
      return this.#writesAlike(...pair, rows) ? 'same' : 'create-otherwise';
    }
    if (after === 'create') return 'created';
    return before === 'create' ? 'not-created' : 'set-aside';
  }

  #newLink(rows: SubjectRows): HubSpotClass {
    if (this.#isByNameAlone(rows)) return 'name-alone';
    const isTaken = standing(partners(this.#own, 'left')[rows.left]!) >= 0;
    return isTaken || standing(partners(this.#own, 'right')[rows.right]!) >= 0 ? 'other-partner' : 'linked';
  }

  /** Bound by the name, while both have another identifier and these differ. */
  #isByNameAlone({ left, right }: SubjectRows): boolean {
    const { matching } = this.#theirs.plan;
    const name = matching.codes[this.#nameKey];
    if (name === undefined || bindingKey(matching, left, right) < 0) return false;
    const is = (at: number): 'equal' | 'differ' | 'blank' => {
      const { codes } = matching.codes[at]!;
      const [a, b] = [codes.left[left]!, codes.right[right]!];
      return a < 0 || b < 0 ? 'blank' : a === b ? 'equal' : 'differ';
    };
    if (is(this.#nameKey) !== 'equal') return false;
    return matching.codes.some((_, at) => is(at) === 'differ');
  }

  #samePair(own: number, theirs: number, rows: SubjectRows, before: Outcome, after: Outcome): HubSpotClass {
    const [took, takes] = [TAKES_PART.has(before), TAKES_PART.has(after)];
    if (took !== takes) return takes ? 'taken-in' : 'left-out';
    if (!takes) return before === after ? 'same' : 'set-aside';
    const is = this.#valueClass(own, theirs, rows);
    if (is !== null) return is;
    return (before === 'conflict') === (after === 'conflict') ? 'same' : 'asked';
  }

  /** The gravest of the values that are written otherwise; each is counted under its own. */
  #valueClass(own: number, theirs: number, rows: SubjectRows): ValueClass | null {
    const before = new Map(this.#ownReader.writes(own, rows).map((write) => [placeOf(write), write]));
    let gravest: number = VALUE_CLASSES.length;
    const add = (is: ValueClass, { side, field }: FieldWrite): void => {
      if (field === null) return;
      gravest = Math.min(gravest, VALUE_CLASSES.indexOf(is));
      const name = `${is} ${side} ${field}`;
      const known = this.#values.get(name);
      if (known === undefined) this.#values.set(name, { is, side, field, count: 1 });
      else known.count++;
    };
    for (const write of this.#theirReader.writes(theirs, rows)) {
      const place = placeOf(write);
      const former = before.get(place);
      before.delete(place);
      if (former !== undefined && isAlike(former, write)) continue;
      if (write.to === '') add('cleared', write);
      else if (write.from === '') add('filled', write);
      else add(this.#isSameInForm(own, write) ? 'form' : 'overwritten', write);
    }
    for (const write of before.values()) {
      if (write.because === 'form') add('form', write);
      else add(write.from === '' ? 'filled' : 'kept', write);
    }
    return VALUE_CLASSES.at(gravest) ?? null;
  }

  /** Does the design call the two values the same in another form (SA1)? */
  #isSameInForm(pair: number, { side, field }: FieldWrite): boolean {
    const { mappings, states, strict } = this.#own.plan;
    const at = mappings.findIndex((on) => on.mapping[side] === field);
    if (at < 0 || strict[at] === null || mappings[at]!.mapping.transform !== null) return false;
    return (states[at]![pair]! & STATE.equal) !== 0;
  }

  #writesAlike(own: number, theirs: number, rows: SubjectRows): boolean {
    const before = this.#ownReader.writes(own, rows);
    const after = this.#theirReader.writes(theirs, rows);
    const known = new Map(before.map((write) => [placeOf(write), write]));
    return (
      before.length === after.length &&
      after.every((write) => {
        const former = known.get(placeOf(write));
        return former !== undefined && isAlike(former, write);
      })
    );
  }
}

const placeOf = ({ side, field }: FieldWrite): string => `${side} ${field}`;

/** The same text, or the id of the same record, whatever the reason. */
const isAlike = (a: FieldWrite, b: FieldWrite): boolean =>
  a.to === b.to && a.ref?.sync === b.ref?.sync && a.ref?.id === b.ref?.id;
