import { cellText } from '../columns/cell.ts';
import {
  CLASS_BITS,
  DIFFER_CLASSES,
  WORSE,
  WORSE_CLASSES,
  type ClassOfField,
  type DifferClass,
  type DifferSample,
  type OwnedPairs,
} from '../model/differ.ts';
import { valueOf, type Column } from '../model/column.ts';
import type { SameForm } from '../model/design.ts';
import { onBoth, type Both } from '../model/side.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { STATE, STATES, type Pairs } from '../merge/state.ts';
import { comparisonText } from '../read/fold.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { TRIED, actFor, type ClassMembers } from './act-for.ts';
import { labelTable, mayHaveTable } from './label-table.ts';
import { ownedTest } from './owned-pairs.ts';
import { codeOf, looks, type Answer, type Looks } from './pair-looks.ts';
import { powerOf, shiftOf } from './steady.ts';
import { textHashes } from './text-hashes.ts';
import { transformFor } from './transform-for.ts';

/** What differs in one mapping, pair by pair and summed (DX1, DX2). */
export interface FieldClasses {
  /** Per pair 0, or 1 + a position in `DIFFER_CLASSES`, and the worse value's side shifted by `WORSE`. */
  readonly of: Uint8Array;
  /** Pairs with a value on both sides. */
  readonly filled: number;
  readonly classes: readonly ClassOfField[];
}

const SWAPPED = codeOf('swapped');
const ROUNDED = codeOf('rounded');
const CUT = codeOf('cut');

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
  const look = looks(on, pairs, differing, tools);
  const early = yield* earlyClasses(differing, look, found);

  const mayBe = yield* mayHaveTable(on.values, states, pairs, look);
  const table = mayBe ? yield* labelTable(on.values, states, pairs) : null;
  let open = early;
  if (table !== null) {
    const isLabel = (at: number): boolean => table.has(look.left[at]!, look.right[at]!);
    open = marked(open, isLabel, differing, of, codeOf('label'));
  }
  const shift = yield* shiftOf(open, differing.length, on.views, look);
  if (shift !== null)
    open = marked(open, (_, index) => shift.fits[index] === 1, differing, of, codeOf('shift'));
  const power = yield* powerOf(open, differing.length, on.views, look);
  if (power !== null) open = marked(open, (_, index) => power[index] === 1, differing, of, codeOf('scale'));
  yield* lateClasses(open, differing, look, swapped(on, others, pairs), found);

  const members = yield* membersOf(of, differing);
  const classes: ClassOfField[] = [];
  for (const { code, count, first, byCode } of members) {
    const is = DIFFER_CLASSES[code - 1]!;
    const left = (pair: number): string => cellText(on.values.left, pairs.left[pair]!);
    const right = (pair: number): string => cellText(on.values.right, pairs.right[pair]!);
    const samples = first
      .slice(0, 3)
      .map((pair): DifferSample => ({ pair, left: left(pair), right: right(pair) }));
    const forms = [...(found.forms.get(code) ?? [])];
    const own: ClassMembers = { on, pairs: first, left, right, forms, table };
    const plain = actFor(is, own, tools);
    const made = plain.kind === 'to-do' ? yield* transformFor(is, own, { of, states, pairs }, tools) : null;
    const act = made ?? plain;
    const hours = is === 'shift' && shift !== null ? { hours: shift.hours } : {};
    const owned = WORSE_CLASSES.includes(is) ? { owned: ownedOf(is, first, of, byCode) } : {};
    classes.push({ is, count, samples, act, ...hours, ...owned });
  }
  return { of, filled, classes };
}

/** What is found: per pair, and per class the forms it takes beyond its own. */
interface Found {
  readonly of: Uint8Array;
  readonly forms: Map<number, Set<SameForm>>;
}

function addForms({ forms }: Found, { code, forms: more }: Answer): void {
  const own = forms.get(code & CLASS_BITS) ?? new Set<SameForm>();
  for (const form of more) own.add(form);
  forms.set(code & CLASS_BITS, own);
}

/** Sets the classes two values tell by themselves, and for now the later one they tell; the positions left open. */
function* earlyClasses(differing: Int32Array, look: Looks, found: Found): Steps<Int32Array> {
  const open = new Int32Array(differing.length);
  let count = 0;
  yield* inSlices(
    'impact',
    differing.length,
    (from, to) => {
      look.prepare(from, to);
      for (let at = from; at < to; at++) {
        const answer = look.answer(at);
        if (answer.forms.length > 0) addForms(found, answer);
        found.of[differing[at]!] = answer.code;
        if (answer.open) open[count++] = at;
      }
    },
    TEXT_SLICE,
  );
  return open.subarray(0, count);
}

/** Classes that other pairs and fields do not explain: `swapped` comes after `rounded` and `cut`. */
function* lateClasses(
  open: Int32Array,
  differing: Int32Array,
  look: Looks,
  isSwapped: ((pair: number) => boolean) | null,
  { of }: Found,
): Steps<void> {
  yield* inSlices(
    'impact',
    open.length,
    (from, to) => {
      for (let at = from; at < to; at++) {
        const pair = differing[open[at]!]!;
        if (of[pair] === 0) {
          const { is, worse } = look.late(open[at]!);
          of[pair] = codeOf(is) | (worse << WORSE);
        }
        const code = of[pair]! & CLASS_BITS;
        if (code !== ROUNDED && code !== CUT && isSwapped?.(pair) === true) of[pair] = SWAPPED;
      }
    },
    TEXT_SLICE,
  );
}

function* differingPairs(states: Uint8Array): Steps<{ differing: Int32Array; filled: number }> {
  const byState = new Uint32Array(STATES);
  yield* inSlices('impact', states.length, (from, to) => {
    countStates(states.subarray(from, to), byState);
  });
  const differs = Uint8Array.from(byState, (_, state) => ((state & (BLANKS | STATE.equal)) === 0 ? 1 : 0));
  const [count, filled] = [0, 1].map((part) =>
    byState.reduce((sum, pairs, state) => {
      return (state & (part === 0 ? BLANKS | STATE.equal : BLANKS)) === 0 ? sum + pairs : sum;
    }, 0),
  );
  const differing = new Int32Array(count!);
  let at = 0;
  yield* inSlices('impact', states.length, (from, to) => {
    at = gather(states, differs, from, to, differing, at);
  });
  return { differing, filled: filled! };
}

const BLANKS = STATE.blankLeft | STATE.blankRight;

function countStates(states: Uint8Array, counts: Uint32Array): void {
  for (let at = 0; at < states.length; at++) counts[states[at]!]!++;
}

function gather(
  states: Uint8Array,
  differs: Uint8Array,
  from: number,
  to: number,
  into: Int32Array,
  at: number,
): number {
  let next = at;
  for (let pair = from; pair < to; pair++) if (differs[states[pair]!] === 1) into[next++] = pair;
  return next;
}

/** Sets a class where one fits; the positions still open. */
function marked(
  open: Int32Array,
  fits: (at: number, index: number) => boolean,
  differing: Int32Array,
  of: Uint8Array,
  code: number,
): Int32Array {
  return open.filter((at, index) => {
    if (!fits(at, index)) return true;
    of[differing[at]!] = code;
    return false;
  });
}

/** DX1: each equals the other side of one other mapping. Most are told by short hashes of the values. */
function swapped(
  on: CompiledMapping,
  others: readonly CompiledMapping[],
  pairs: Pairs,
): ((pair: number) => boolean) | null {
  if (others.every((other) => other === on)) return null;
  const sides = (values: Both<Column>): { values: Both<Column>; hash: Both<(value: number) => number> } => ({
    values,
    hash: { left: textHashes(values.left), right: textHashes(values.right) },
  });
  const own = sides(on.values);
  const rest = others.filter((other) => other !== on).map(({ values }) => sides(values));
  const text = (column: Column, row: number): string => comparisonText(cellText(column, row));
  return (pair) => {
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

/** Of a class with the side of a worse value. */
const CODES = 1 << (WORSE + 2);

interface Members {
  readonly code: number;
  readonly count: number;
  /** As many as an act is tried on. */
  readonly first: readonly number[];
  /** By what a pair's column holds, of all classes. */
  readonly byCode: Uint32Array;
}

/** S231: by side, the pairs of a class whose worse value is that side's, or nobody's. */
function ownedOf(
  is: DifferClass,
  first: readonly number[],
  of: Uint8Array,
  byCode: Uint32Array,
): Both<OwnedPairs> {
  return onBoth((side) => {
    const isOwned = ownedTest(is, side);
    return {
      count: byCode.reduce((sum, pairs, code) => (isOwned(code) ? sum + pairs : sum), 0),
      first: first.filter((pair) => isOwned(of[pair]!)).slice(0, 3),
    };
  });
}

/** The pairs of each class that occurs, in the order of the classes. */
function* membersOf(of: Uint8Array, differing: Int32Array): Steps<Members[]> {
  const counts = new Uint32Array(CLASS_BITS + 1);
  const firsts: number[][] = Array.from(counts, () => []);
  const byCode = new Uint32Array(CODES);
  yield* inSlices('impact', differing.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const pair = differing[at]!;
      byCode[of[pair]!]!++;
      const code = of[pair]! & CLASS_BITS;
      if (counts[code]!++ < TRIED) firsts[code]!.push(pair);
    }
  });
  return firsts.flatMap((first, code) =>
    first.length === 0 ? [] : [{ code, count: counts[code]!, first, byCode }],
  );
}
