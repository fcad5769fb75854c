import { cellText } from '../columns/cell.ts';
import {
  CLASS_BITS,
  DIFFER_CLASSES,
  WORSE,
  type ClassOfField,
  type DifferClass,
  type DifferSample,
} from '../model/differ.ts';
import { valueOf } from '../model/column.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { STATE, type Pairs } from '../merge/state.ts';
import { comparisonText } from '../read/fold.ts';
import { readingOfPair } from '../read/type-pair.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { actFor } from './act-for.ts';
import { labelTable } from './label-table.ts';
import { powerOf, shiftOf } from './steady.ts';
import { valueClassifier, type ValueClass } from './value-class.ts';

/** What differs in one mapping, pair by pair and summed (DX1, DX2). */
export interface FieldClasses {
  /** Per pair 0, or 1 + a position in `DIFFER_CLASSES`, and the worse value's side shifted by `WORSE`. */
  readonly of: Uint8Array;
  /** Pairs with a value on both sides. */
  readonly filled: number;
  readonly classes: readonly ClassOfField[];
}

const codeOf = (is: DifferClass): number => DIFFER_CLASSES.indexOf(is) + 1;

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
  const reading = readingOfPair(on.views.left.type, on.views.right.type);
  const { early, late } = valueClassifier(
    { zeroIsValue: reading === 'number' || reading === 'boolean', country: on.forms.country },
    tools,
  );
  const left = (pair: number): string => cellText(on.values.left, pairs.left[pair]!);
  const right = (pair: number): string => cellText(on.values.right, pairs.right[pair]!);
  const forms = new Map<number, Set<string>>();
  const set = (pair: number, found: ValueClass): void => {
    const code = codeOf(found.is);
    of[pair] = code | (found.worse << WORSE);
    if (found.forms.length === 0) return;
    const own = forms.get(code) ?? new Set<string>();
    for (const form of found.forms) own.add(form);
    forms.set(code, own);
  };

  const remembered = remembering(on, pairs, early);
  let open: number[] = [];
  yield* inSlices(
    'impact',
    differing.length,
    (from, to) => {
      for (let at = from; at < to; at++) {
        const pair = differing[at]!;
        const found = remembered(pair, left, right);
        if (found === null) open.push(pair);
        else set(pair, found);
      }
    },
    TEXT_SLICE,
  );

  const table = yield* labelTable(on.values, states, pairs);
  if (table !== null) {
    open = open.filter((pair) => {
      if (
        !table.has(valueOf(on.values.left, pairs.left[pair]!), valueOf(on.values.right, pairs.right[pair]!))
      )
        return true;
      of[pair] = codeOf('label');
      return false;
    });
  }
  const texts = { left, right };
  const shift = yield* shiftOf(open, differing.length, on.views, texts);
  if (shift !== null) open = marked(open, shift.fits, of, codeOf('shift'));
  const power = yield* powerOf(open, differing.length, on.views, texts);
  if (power !== null) open = marked(open, power, of, codeOf('scale'));
  yield* inSlices(
    'impact',
    open.length,
    (from, to) => {
      for (let at = from; at < to; at++) {
        const pair = open[at]!;
        const found = late(left(pair), right(pair));
        const swapped = found.is !== 'rounded' && found.is !== 'cut' && isSwapped(on, others, pairs, pair);
        if (swapped) of[pair] = codeOf('swapped');
        else set(pair, found);
      }
    },
    TEXT_SLICE,
  );
  const members = yield* membersOf(of, differing);
  const classes = members.map(({ code, count, all }): ClassOfField => {
    const is = DIFFER_CLASSES[code - 1]!;
    const samples = all
      .slice(0, 3)
      .map((pair): DifferSample => ({ pair, left: left(pair), right: right(pair) }));
    const act = actFor(
      is,
      { on, pairs: all, left, right, forms: [...(forms.get(code) ?? [])], table },
      tools,
    );
    return is === 'shift' && shift !== null
      ? { is, count, samples, act, hours: shift.hours }
      : { is, count, samples, act };
  });
  return { of, filled, classes };
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

type Texts = (pair: number) => string;

/** What two dictionaries' values are to each other is asked once. */
function remembering(
  { values }: CompiledMapping,
  pairs: Pairs,
  classify: (left: string, right: string) => ValueClass | null,
): (pair: number, left: Texts, right: Texts) => ValueClass | null {
  if (values.left.codes === null || values.right.codes === null) {
    return (pair, left, right) => classify(left(pair), right(pair));
  }
  const width = values.right.offsets.length;
  const known = new Map<number, ValueClass | null>();
  return (pair, left, right) => {
    const key = valueOf(values.left, pairs.left[pair]!) * width + valueOf(values.right, pairs.right[pair]!);
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = classify(left(pair), right(pair))));
    return found;
  };
}

function marked(open: number[], fits: ReadonlySet<number>, of: Uint8Array, code: number): number[] {
  for (const pair of fits) of[pair] = code;
  return open.filter((pair) => !fits.has(pair));
}

/** DX1: each equals the other side of one other mapping. */
function isSwapped(
  on: CompiledMapping,
  others: readonly CompiledMapping[],
  pairs: Pairs,
  pair: number,
): boolean {
  const [l, r] = [pairs.left[pair]!, pairs.right[pair]!];
  const a = comparisonText(cellText(on.values.left, l));
  const b = comparisonText(cellText(on.values.right, r));
  return others.some(
    (other) =>
      other !== on &&
      comparisonText(cellText(other.values.right, r)) === a &&
      comparisonText(cellText(other.values.left, l)) === b,
  );
}

interface Members {
  readonly code: number;
  readonly count: number;
  readonly all: readonly number[];
}

/** The pairs of each class that occurs, in the order of the classes. */
function* membersOf(of: Uint8Array, differing: Int32Array): Steps<Members[]> {
  const lists: number[][] = [];
  yield* inSlices('impact', differing.length, (from, to) => {
    for (let at = from; at < to; at++) (lists[of[differing[at]!]! & CLASS_BITS] ??= []).push(differing[at]!);
  });
  return lists.flatMap((all, code) => (all === undefined ? [] : [{ code, count: all.length, all }]));
}
