import { cellText } from '../columns/cell.ts';
import {
  CLASS_BITS,
  DIFFER_CLASSES,
  WORSE,
  type ClassOfField,
  type DifferClass,
  type DifferSample,
} from '../model/differ.ts';
import { valueCount, valueOf, type Column } from '../model/column.ts';
import type { SameForm } from '../model/design.ts';
import { SIDES, onBoth, type Both } from '../model/side.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { STATE, type Pairs } from '../merge/state.ts';
import { comparisonText } from '../read/fold.ts';
import { readingOfPair } from '../read/type-pair.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { TRIED, actFor, type ClassMembers } from './act-for.ts';
import { labelTable, type LabelTable } from './label-table.ts';
import { mayBeMoment, mayBePower, quickClass } from './quick-class.ts';
import { QUICK, type Quick } from './quick-forms.ts';
import { powerOf, shiftOf, type SteadyPairs } from './steady.ts';
import { textHashes } from './text-hashes.ts';
import { transformFor } from './transform-for.ts';
import { valueClassifier, type ValueClass } from './value-class.ts';
import { ValueMarks } from './value-marks.ts';

/** What differs in one mapping, pair by pair and summed (DX1, DX2). */
export interface FieldClasses {
  /** Per pair 0, or 1 + a position in `DIFFER_CLASSES`, and the worse value's side shifted by `WORSE`. */
  readonly of: Uint8Array;
  /** Pairs with a value on both sides. */
  readonly filled: number;
  readonly classes: readonly ClassOfField[];
}

const codeOf = (is: DifferClass): number => DIFFER_CLASSES.indexOf(is) + 1;
const SWAPPED = codeOf('swapped');

const told = (is: DifferClass, ...forms: readonly SameForm[]): ValueClass => ({ is, worse: 0, forms });

/** What bytes tell for certain; null where the class is none of those. */
export const QUICK_CLASSES: Readonly<Record<Quick, ValueClass | null>> = {
  [QUICK.ask]: null,
  [QUICK.late]: null,
  [QUICK.other]: null,
  [QUICK.case]: told('case'),
  [QUICK.spaces]: told('spaces'),
  [QUICK.caseAndSpaces]: told('spaces', 'case', 'spaces'),
  [QUICK.punctuation]: told('punctuation'),
  [QUICK.caseSpacesPunctuation]: told('punctuation', 'case', 'spaces', 'punctuation'),
  [QUICK.phone]: told('phone'),
};

/** The class of every pair of a mapping whose two values are filled and different. */
export function* fieldClasses(
  on: CompiledMapping,
  others: readonly CompiledMapping[],
  states: Uint8Array,
  pairs: Pairs,
  tools: Tools,
): Steps<FieldClasses> {
  const { differing, filled } = yield* differingPairs(states);
  const of = new Uint8Array(states.length);
  if (differing.length === 0) return { of, filled, classes: [] };
  const found: Found = { of, forms: new Map() };
  const marks = onBoth((side) => new ValueMarks(on.values[side]));
  for (const side of SIDES)
    if (differing.length > MOST_FOUND_ALONE * valueCount(on.values[side])) yield* marks[side].findAll();
  const look = looks(on, pairs, marks, tools);
  const early = yield* earlyClasses(differing, look, found);

  const table = yield* labelTable(on.values, states, pairs);
  let open = table === null ? early : unlabelled(early, table, look, of);
  const shift = yield* shiftOf(open, differing.length, on.views, look);
  if (shift !== null) open = marked(open, shift.fits, of, codeOf('shift'));
  const power = yield* powerOf(open, differing.length, on.views, look);
  if (power !== null) open = marked(open, power, of, codeOf('scale'));
  yield* lateClasses(open, look, swapped(on, others, pairs), found);

  const members = yield* membersOf(of, differing);
  const classes: ClassOfField[] = [];
  for (const { code, count, first } of members) {
    const is = DIFFER_CLASSES[code - 1]!;
    const { left, right } = look.texts;
    const samples = first
      .slice(0, 3)
      .map((pair): DifferSample => ({ pair, left: left(pair), right: right(pair) }));
    const forms = [...(found.forms.get(code) ?? [])];
    const own: ClassMembers = { on, pairs: first, left, right, forms, table };
    const plain = actFor(is, own, tools);
    const made = plain.kind === 'to-do' ? yield* transformFor(is, own, { of, states, pairs }, tools) : null;
    const act = made ?? plain;
    const hours = is === 'shift' && shift !== null ? { hours: shift.hours } : {};
    classes.push({ is, count, samples, act, ...hours });
  }
  return { of, filled, classes };
}

/** Of a column's values: for more, all are found in the order they stand in. */
const MOST_FOUND_ALONE = 0.4;

/** What is found: per pair, and per class the forms it takes beyond its own. */
interface Found {
  readonly of: Uint8Array;
  readonly forms: Map<number, Set<SameForm>>;
}

function set({ of, forms }: Found, pair: number, { is, worse, forms: more }: ValueClass): void {
  const code = codeOf(is);
  of[pair] = code | (worse << WORSE);
  if (more.length === 0) return;
  const own = forms.get(code) ?? new Set<SameForm>();
  for (const form of more) own.add(form);
  forms.set(code, own);
}

/** The values of a field's pairs: by bytes where they tell enough, else as texts. */
interface Looks extends SteadyPairs {
  readonly quick: (pair: number) => Quick;
  readonly early: (pair: number) => ValueClass | null;
  readonly late: (pair: number) => ValueClass;
  /** Positions of a pair's values. */
  readonly left: (pair: number) => number;
  readonly right: (pair: number) => number;
}

function looks(on: CompiledMapping, pairs: Pairs, marks: Both<ValueMarks>, tools: Tools): Looks {
  const { values, views } = on;
  const reading = readingOfPair(views.left.type, views.right.type);
  const classifier = valueClassifier(
    { zeroIsValue: reading === 'number' || reading === 'boolean', country: on.forms.country },
    tools,
  );
  const texts = {
    left: (pair: number): string => cellText(values.left, pairs.left[pair]!),
    right: (pair: number): string => cellText(values.right, pairs.right[pair]!),
  };
  const left = (pair: number): number => valueOf(values.left, pairs.left[pair]!);
  const right = (pair: number): number => valueOf(values.right, pairs.right[pair]!);
  const { left: l, right: r } = marks;
  const fromTexts = (pair: number): ValueClass | null =>
    classifier.early(texts.left(pair), texts.right(pair));
  return {
    texts,
    left,
    right,
    quick: (pair) => quickClass(l, left(pair), r, right(pair)),
    early:
      values.left.codes === null || values.right.codes === null
        ? fromTexts
        : remembering((pair) => left(pair) * valueCount(values.right) + right(pair), fromTexts),
    late: (pair) => classifier.late(texts.left(pair), texts.right(pair)),
    mayShift: (pair) => mayBeMoment(l, left(pair)) && mayBeMoment(r, right(pair)),
    mayScale: (pair) => mayBePower(l, left(pair), r, right(pair)),
  };
}

/** What two dictionaries' values are to each other is asked once. */
function remembering<T>(key: (pair: number) => number, of: (pair: number) => T): (pair: number) => T {
  const known = new Map<number, T>();
  return (pair) => {
    const at = key(pair);
    let found = known.get(at);
    if (found === undefined) known.set(at, (found = of(pair)));
    return found;
  };
}

/** Sets the classes two values tell by themselves, and `other` for now where they tell no later one either; the pairs left open. */
function* earlyClasses(differing: Int32Array, look: Looks, found: Found): Steps<Int32Array> {
  const open = new Int32Array(differing.length);
  const other = codeOf('other');
  let count = 0;
  yield* inSlices(
    'impact',
    differing.length,
    (from, to) => {
      for (let at = from; at < to; at++) {
        const pair = differing[at]!;
        const quick = look.quick(pair);
        const early = quick === QUICK.ask ? look.early(pair) : QUICK_CLASSES[quick];
        if (early !== null) set(found, pair, early);
        else {
          open[count++] = pair;
          if (quick === QUICK.other) found.of[pair] = other;
        }
      }
    },
    TEXT_SLICE,
  );
  return open.subarray(0, count);
}

function* lateClasses(
  open: Int32Array,
  look: Looks,
  isSwapped: (pair: number) => boolean,
  found: Found,
): Steps<void> {
  yield* inSlices(
    'impact',
    open.length,
    (from, to) => {
      for (let at = from; at < to; at++) {
        const pair = open[at]!;
        const late = found.of[pair] === 0 ? look.late(pair) : null;
        if (late?.is !== 'rounded' && late?.is !== 'cut' && isSwapped(pair)) found.of[pair] = SWAPPED;
        else if (late !== null) set(found, pair, late);
      }
    },
    TEXT_SLICE,
  );
}

function* differingPairs(states: Uint8Array): Steps<{ differing: Int32Array; filled: number }> {
  let [count, filled] = [0, 0];
  const bits = STATE.blankLeft | STATE.blankRight | STATE.equal;
  const blanks = STATE.blankLeft | STATE.blankRight;
  yield* inSlices('impact', states.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      if ((states[pair]! & bits) === 0) count++;
      if ((states[pair]! & blanks) === 0) filled++;
    }
  });
  const differing = new Int32Array(count);
  let at = 0;
  yield* inSlices('impact', states.length, (from, to) => {
    for (let pair = from; pair < to; pair++) if ((states[pair]! & bits) === 0) differing[at++] = pair;
  });
  return { differing, filled };
}

function unlabelled(open: Int32Array, table: LabelTable, look: Looks, of: Uint8Array): Int32Array {
  const label = codeOf('label');
  return open.filter((pair) => {
    if (!table.has(look.left(pair), look.right(pair))) return true;
    of[pair] = label;
    return false;
  });
}

function marked(open: Int32Array, fits: Uint8Array, of: Uint8Array, code: number): Int32Array {
  return open.filter((pair, at) => {
    if (fits[at] === 0) return true;
    of[pair] = code;
    return false;
  });
}

/** DX1: each equals the other side of one other mapping. Most are told by short hashes of the values. */
function swapped(
  on: CompiledMapping,
  others: readonly CompiledMapping[],
  pairs: Pairs,
): (pair: number) => boolean {
  const sides = (values: Both<Column>): { values: Both<Column>; hash: Both<(value: number) => number> } => ({
    values,
    hash: { left: textHashes(values.left), right: textHashes(values.right) },
  });
  const own = sides(on.values);
  const rest = others.filter((other) => other !== on).map(({ values }) => sides(values));
  const text = (column: Column, row: number): string => comparisonText(cellText(column, row));
  return (pair) => {
    if (rest.length === 0) return false;
    const [l, r] = [pairs.left[pair]!, pairs.right[pair]!];
    const a = own.hash.left(valueOf(own.values.left, l));
    const b = own.hash.right(valueOf(own.values.right, r));
    return rest.some(
      ({ values, hash }) =>
        hash.left(valueOf(values.left, l)) === b &&
        hash.right(valueOf(values.right, r)) === a &&
        text(values.left, l) === text(own.values.right, r) &&
        text(values.right, r) === text(own.values.left, l),
    );
  };
}

interface Members {
  readonly code: number;
  readonly count: number;
  /** As many as an act is tried on. */
  readonly first: readonly number[];
}

/** The pairs of each class that occurs, in the order of the classes. */
function* membersOf(of: Uint8Array, differing: Int32Array): Steps<Members[]> {
  const counts = new Uint32Array(CLASS_BITS + 1);
  const firsts: number[][] = Array.from(counts, () => []);
  yield* inSlices('impact', differing.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const pair = differing[at]!;
      const code = of[pair]! & CLASS_BITS;
      if (counts[code]!++ < TRIED) firsts[code]!.push(pair);
    }
  });
  return firsts.flatMap((first, code) => (first.length === 0 ? [] : [{ code, count: counts[code]!, first }]));
}
