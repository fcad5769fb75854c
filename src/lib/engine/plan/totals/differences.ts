import { fieldClasses, type FieldClasses } from '../../differ/index.ts';
import { cellText } from '../../columns/cell.ts';
import { STATE } from '../../merge/state.ts';
import { writeOf, type DecidingRule, type Verdict } from '../../merge/verdict.ts';
import {
  CLASS_BITS,
  DIFFER_CLASSES,
  FORM_CLASSES,
  KINDS_OF_UPDATES,
  WORSE,
  type ApartCause,
  type UpdateKind,
} from '../../model/differ.ts';
import { valueCount, valueOf, type Column } from '../../model/column.ts';
import { onBoth } from '../../model/side.ts';
import type { DifferWarning, FieldCounts } from '../../model/summary.ts';
import { standsForNothing } from '../../read/nothing-words.ts';
import type { Memo } from '../../run/memo.ts';
import { phase } from '../../run/phases.ts';
import { SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { Tools } from '../../tools.ts';
import type { SyncPlan } from '../sync-plan.ts';
import { outcomeCode } from '../sync-plan.ts';
import { countedPairs, tally } from './tally.ts';

/** What a plan says of its differences (DX). */
export interface Differences {
  /** By position among the compiled mappings. */
  readonly fields: readonly FieldClasses[];
  /** Their positions in the design. */
  readonly indexes: readonly number[];
  readonly apart: readonly Readonly<Partial<Record<ApartCause, number>>>[];
  /** By position: pairs into which a worse value would be written (DX3). */
  readonly worse: readonly (readonly number[])[];
  /** Updates by what they change; `form` are those that change nothing but the form of values. */
  readonly updates: Readonly<Record<UpdateKind, number>>;
  readonly warnings: readonly DifferWarning[];
}

export function* differencesOf(plan: SyncPlan, tools: Tools, memo: Memo): Steps<Differences> {
  const fields: FieldClasses[] = [];
  const apart: Partial<Record<ApartCause, number>>[] = [];
  const worse: number[][] = [];
  const warnings: DifferWarning[] = [];
  const columns = plan.mappings.flatMap(({ values }) => [values.left, values.right]);
  const counted = yield* countedPairs(plan);
  const written = new Uint8Array(plan.pairs.left.length);
  for (const [position, on] of plan.mappings.entries()) {
    const states = plan.states[position]!;
    const { left, right } = on.mapping;
    const own = phase(
      'differ',
      plan.sync.id,
      [left, right, on.views, on.forms, on.direction, on.defs, on.own, on.keyFields.length > 0],
      [states, plan.pairs, ...columns],
    );
    const found =
      on.stage === null
        ? yield* memo.run(own, () => fieldClasses(on, plan.mappings, states, plan.pairs, tools))
        : noClasses(written.length);
    fields.push(found);
    apart.push(yield* apartOf(plan, position, counted));
    const into = yield* lookAtWrites(plan, position, found, written);
    worse.push(into);
    warnings.push(...mostlyDifferent(plan.sync.id, left, found));
    if (into.length > 0)
      warnings.push({ code: 'worse-overwrites-better', sync: plan.sync.id, field: left, count: into.length });
  }
  const indexes = plan.mappings.map(({ index }) => index);
  return { fields, indexes, apart, worse, updates: yield* countUpdates(plan, written), warnings };
}

/** Places are mapped one by one: their labels need not look alike. */
const noClasses = (pairs: number): FieldClasses => ({ filled: 0, classes: [], of: new Uint8Array(pairs) });

/** The counts of fields with what differs in them. */
export const withDifferences = (
  plan: SyncPlan,
  counts: readonly FieldCounts[],
  { fields, apart }: Differences,
): FieldCounts[] =>
  counts.map((field, index) => {
    const position = plan.mappings.findIndex((on) => on.index === index);
    const found = fields[position];
    if (found === undefined) return field;
    const differ = Object.fromEntries(found.classes.map(({ is, count }) => [is, count]));
    return { ...field, differ, apart: apart[position]! };
  });

/** From this many filled pairs on a share counts; of fewer all have to differ, in one class. */
const MANY = 20;
const FEW = 3;
const MOSTLY = 0.9;

/** DX3. */
function mostlyDifferent(sync: string, field: string, { filled, classes }: FieldClasses): DifferWarning[] {
  const count = classes.reduce((sum, one) => sum + one.count, 0);
  const [most] = [...classes].sort((a, b) => b.count - a.count);
  if (most === undefined) return [];
  const few = filled >= FEW && count === filled && classes.length === 1 && most.is !== 'other';
  if (filled >= MANY ? count < MOSTLY * filled : !few) return [];
  const { hours } = most;
  return [
    {
      code: 'differs-mostly',
      sync,
      field,
      count,
      pairs: filled,
      is: most.is,
      ...(hours === undefined ? {} : { hours }),
    },
  ];
}

/** Bits of what a pair's writes change. */
const WRITES = { form: 1, label: 2, fills: 4, value: 8 } as const;
const LABELS = ['label', 'shift'] as const;

/** By class what a write between two such values changes. */
const CHANGES = new Uint8Array(CLASS_BITS + 1).fill(WRITES.value);
for (const is of FORM_CLASSES) CHANGES[DIFFER_CLASSES.indexOf(is) + 1] = WRITES.form;
for (const is of LABELS) CHANGES[DIFFER_CLASSES.indexOf(is) + 1] = WRITES.label;

/** Marks what each pair's write of a mapping changes; the pairs into which a worse value is written (DX3). */
function* lookAtWrites(
  plan: SyncPlan,
  position: number,
  { of }: FieldClasses,
  written: Uint8Array,
): Steps<number[]> {
  const on = plan.mappings[position]!;
  const [verdicts, states] = [plan.verdicts[position]!, plan.states[position]!];
  const into = Uint8Array.from(plan.verdictList, (verdict) => INTO[writeOf(verdict)?.side ?? 'none']);
  const worse: number[] = [];
  const nothing = onBoth((side) => placeholders(on.values[side]));
  const writes = new Int32Array(SLICE);
  yield* inSlices('impact', written.length, (from, to) => {
    const count = writing(verdicts, plan.acts, into, from, to, writes);
    for (let at = 0; at < count; at++) {
      const pair = writes[at]!;
      const side = into[verdicts[pair]!]!;
      const state = states[pair]!;
      const fills = (state & (side === INTO.right ? STATE.blankRight : STATE.blankLeft)) !== 0;
      if (fills) written[pair]! |= WRITES.fills;
      else if ((state & STATE.equal) !== 0) written[pair]! |= WRITES.form;
      else written[pair]! |= CHANGES[of[pair]! & CLASS_BITS]!;
      if (of[pair]! >> WORSE === WORSE_FOR[side]) worse.push(pair);
      else if (fills) {
        const source = side === INTO.right ? 'left' : 'right';
        if (nothing[source](plan.pairs[source][pair]!)) worse.push(pair);
      }
    }
  });
  return worse;
}

const INTO = { none: 0, left: 1, right: 2 } as const;
/** By the side written: the worse value's side, as a column of pairs holds it. */
const WORSE_FOR = [-1, 2, 1];

/** Puts the pairs of a run that are written into a list; how many they are. */
function writing(
  verdicts: Uint8Array,
  acts: Uint8Array,
  into: Uint8Array,
  from: number,
  to: number,
  list: Int32Array,
): number {
  let count = 0;
  for (let pair = from; pair < to; pair++)
    if (into[verdicts[pair]!] !== 0 && acts[pair] !== 0) list[count++] = pair;
  return count;
}

/** A UTF-16 unit takes at most this many bytes. */
const MOST_BYTES = 3;
const LONGEST = 24;

/** Is a row's value a word for nothing? Of a dictionary each value is asked once. */
function placeholders(column: Column): (row: number) => boolean {
  const { codes, offsets } = column;
  const ask = (row: number): boolean => {
    const value = valueOf(column, row);
    if (offsets[value + 1]! - offsets[value]! >= LONGEST * MOST_BYTES) return false;
    const text = cellText(column, row);
    return text.length < LONGEST && standsForNothing(text);
  };
  if (codes === null) return ask;
  const known = new Int8Array(valueCount(column));
  return (row) => {
    const value = codes[row]!;
    if (known[value] === 0) known[value] = ask(row) ? 1 : -1;
    return known[value] === 1;
  };
}

/** What updates change whose writes have these bits: several kinds are counted where the strongest is, fills beside others as values. */
const KIND_OF = Array.from({ length: 16 }, (_, bits): UpdateKind => {
  if (bits === WRITES.form) return 'form';
  if (bits === WRITES.fills) return 'fills';
  return bits === WRITES.label || bits === (WRITES.label | WRITES.form) ? 'label' : 'value';
});

function* countUpdates({ outcomes }: SyncPlan, written: Uint8Array): Steps<Record<UpdateKind, number>> {
  const update = outcomeCode('update');
  const byBits = new Uint32Array(16);
  yield* inSlices('impact', written.length, (from, to) => {
    for (let pair = from; pair < to; pair++) if (outcomes[pair] === update) byBits[written[pair]!]!++;
  });
  const counts = Object.fromEntries(KINDS_OF_UPDATES.map((kind) => [kind, 0])) as Record<UpdateKind, number>;
  byBits.forEach((count, bits) => (counts[KIND_OF[bits]!] += count));
  return counts;
}

/** DX4. */
function* apartOf(
  plan: SyncPlan,
  position: number,
  counted: Uint8Array,
): Steps<Partial<Record<ApartCause, number>>> {
  const apart: Partial<Record<ApartCause, number>> = {};
  for (const { verdict, state, pairs } of yield* tally(plan, position, counted)) {
    if ((state & STATE.equal) !== 0) continue;
    const cause = causeOf(plan.verdictList[verdict]!, state);
    if (cause !== null) apart[cause] = (apart[cause] ?? 0) + pairs;
  }
  return apart;
}

/** Rules by which a value never goes that way. */
const AGAINST: ReadonlySet<DecidingRule> = new Set<DecidingRule>(['DI1', 'DI3', 'CO2', 'SF2']);

/** Why two different values stay; null where something is written or a person is asked. */
function causeOf(verdict: Verdict, state: number): ApartCause | null {
  switch (verdict.kind) {
    case 'flows':
    case 'won':
    case 'open':
      return null;
    case 'both-stay':
      return verdict.decidedBy === 'direction' ? 'direction' : 'accepted';
    case 'nothing': {
      if (AGAINST.has(verdict.rule)) return 'direction';
      if (verdict.rule === 'CO3') return 'accepted';
      return (state & (STATE.changedLeft | STATE.changedRight)) === 0 ? 'unchanged' : 'cleared';
    }
    default:
      return verdict satisfies never;
  }
}
