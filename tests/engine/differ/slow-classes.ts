import { cellText } from '../../../src/lib/engine/columns/cell.ts';
import {
  CLASS_BITS,
  DIFFER_CLASSES,
  WORSE,
  WORSE_CLASSES,
  type ClassOfField,
  type DifferClass,
  type DifferSample,
} from '../../../src/lib/engine/model/differ.ts';
import { valueOf } from '../../../src/lib/engine/model/column.ts';
import type { CompiledMapping } from '../../../src/lib/engine/merge/compiled.ts';
import { STATE, type Pairs } from '../../../src/lib/engine/merge/state.ts';
import { comparisonText } from '../../../src/lib/engine/read/fold.ts';
import { readingOfPair } from '../../../src/lib/engine/read/type-pair.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../../../src/lib/engine/run/steps.ts';
import type { FieldClasses } from '../../../src/lib/engine/differ/index.ts';
import type { FieldView } from '../../../src/lib/engine/read/field-view.ts';
import type { Both } from '../../../src/lib/engine/model/side.ts';
import type { Tools } from '../../../src/lib/engine/tools.ts';
import { actFor } from '../../../src/lib/engine/differ/act-for.ts';
import { labelTable } from '../../../src/lib/engine/differ/label-table.ts';
import { readDatetime } from '../../../src/lib/engine/read/date.ts';
import { readNumber } from '../../../src/lib/engine/read/number.ts';
import { powerBetween } from '../../../src/lib/engine/differ/loose-values.ts';
import { valueClassifier, type ValueClass } from '../../../src/lib/engine/differ/value-class.ts';

const codeOf = (is: DifferClass): number => DIFFER_CLASSES.indexOf(is) + 1;

/** DX1 the obvious way, every value as text: what `fieldClasses` has to say to the last pair. */
export function* slowClasses(
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
    const hours = is === 'shift' && shift !== null ? { hours: shift.hours } : {};
    // All pairs, where only the first ones are looked at for samples.
    const ofSide = (worse: number) => {
      const mends = differing.filter((pair) => of[pair] === code || of[pair] === (code | (worse << WORSE)));
      return { count: mends.length, first: [...mends.slice(0, 3)] };
    };
    const owned = WORSE_CLASSES.includes(is) ? { owned: { left: ofSide(1), right: ofSide(2) } } : {};
    return { is, count, samples, act, ...hours, ...owned };
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

type BothTexts = Both<(pair: number) => string>;

/** Of a field's differing pairs that one shift or one power has to explain. */
const SHARE = 0.9;
/** One pair or two say nothing of the others. */
const FEWEST = 3;
const HOUR_MS = 3_600_000;

/**
 * DX1, `shift`: pairs the same whole hours or days apart. Of hours one more or less belongs to it, since zones have summer time. Null
 * where there is no such shift.
 */
function* shiftOf(
  open: readonly number[],
  differing: number,
  views: Both<FieldView>,
  texts: BothTexts,
): Steps<{ readonly fits: ReadonlySet<number>; readonly hours: readonly number[] } | null> {
  if (differing < FEWEST || open.length < SHARE * differing) return null;
  const by = yield* grouped(open, (pair) => {
    const a = readDatetime(texts.left(pair), views.left.dateOrder, views.left.zone);
    const b = a === null ? null : readDatetime(texts.right(pair), views.right.dateOrder, views.right.zone);
    return a === null || b === null || (b - a) % HOUR_MS !== 0 || a === b ? null : (b - a) / HOUR_MS;
  });
  const countOf = (hours: readonly number[]): number =>
    hours.reduce((sum, one) => sum + (by.get(one)?.length ?? 0), 0);
  const tries = [...by.keys()].flatMap((hours) =>
    Math.abs(hours) > MOST_HOURS || hours % 1 !== 0 ? [[hours]] : [[hours], [hours, hours + 1]],
  );
  const best = tries
    .filter((hours) => !hours.includes(0) && countOf(hours) >= SHARE * differing)
    .sort((a, b) => a.length - b.length || countOf(b) - countOf(a))[0];
  if (best === undefined) return null;
  return { fits: new Set(best.flatMap((hours) => by.get(hours) ?? [])), hours: best };
}

/** No zone is further from UTC. */
const MOST_HOURS = 14;

/** DX1, `scale`: pairs the same power of ten apart. */
function* powerOf(
  open: readonly number[],
  differing: number,
  views: Both<FieldView>,
  texts: BothTexts,
): Steps<ReadonlySet<number> | null> {
  if (differing < FEWEST || open.length < SHARE * differing) return null;
  const by = yield* grouped(open, (pair) => {
    const a = readNumber(texts.left(pair), views.left.decimal);
    const b = a === null ? null : readNumber(texts.right(pair), views.right.decimal);
    const power = a === null || b === null ? null : powerBetween(a, b);
    return power === 0 ? null : power;
  });
  const best = [...by.values()].sort((a, b) => b.length - a.length)[0];
  return best !== undefined && best.length >= SHARE * differing ? new Set(best) : null;
}

function* grouped(
  open: readonly number[],
  by: (pair: number) => number | null,
): Steps<Map<number, number[]>> {
  const groups = new Map<number, number[]>();
  yield* inSlices(
    'impact',
    open.length,
    (from, to) => {
      for (let at = from; at < to; at++) {
        const key = by(open[at]!);
        if (key === null) continue;
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [open[at]!]);
        else group.push(open[at]!);
      }
    },
    TEXT_SLICE,
  );
  return groups;
}
