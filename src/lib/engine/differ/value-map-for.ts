import { valueText } from '../columns/cell.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { STATE, type Pairs } from '../merge/state.ts';
import { valueCount } from '../model/column.ts';
import { CLASS_BITS } from '../model/differ.ts';
import { otherSide, type Side } from '../model/side.ts';
import type { Transform } from '../model/transform.ts';
import { foldText } from '../read/fold.ts';
import { inSlices, type Steps } from '../run/steps.ts';

/** A map of more values is no map a person keeps. */
const MOST = 100;
/** Columns of more values are not looked at. */
const MOST_VALUES = 20_000;
const NONE = -1;
const SEVERAL = -2;
const BLANKS = STATE.blankLeft | STATE.blankRight;

/**
 * DX2, S211: the map of each value of the source among a class's pairs to the one value of the target it always stands with; null where
 * there is none. Nothing that is equal now is mapped to something else. `oneToOne`: no value of the target may stand with two.
 */
export function* valueMapFor(
  { values }: CompiledMapping,
  source: Side,
  oneToOne: boolean,
  code: number,
  { of, states, pairs }: { readonly of: Uint8Array; readonly states: Uint8Array; readonly pairs: Pairs },
): Steps<Transform | null> {
  const target = otherSide(source);
  const [from, to] = [values[source], values[target]];
  if (from.codes === null || to.codes === null) return null;
  if (Math.max(valueCount(from), valueCount(to)) > MOST_VALUES) return null;
  const [sources, targets] = [
    { codes: from.codes, rows: pairs[source] },
    { codes: to.codes, rows: pairs[target] },
  ];
  const inClass = new Uint32Array(valueCount(from));
  const standsWith = new Int32Array(valueCount(from)).fill(NONE);
  yield* inSlices('impact', states.length, (start, end) => {
    countClass(inClass, standsWith, of, code, sources, targets, start, end);
  });
  const mapped = [...inClass.keys()].filter((value) => inClass[value] !== 0);
  const count = mapped.reduce((sum, value) => sum + inClass[value]!, 0);
  // Values that hardly come twice are no list.
  if (mapped.length > MOST || count < 2 * mapped.length) return null;
  if (mapped.some((value) => standsWith[value] === SEVERAL)) return null;
  const sourceOf = new Int32Array(valueCount(to)).fill(NONE);
  yield* inSlices('impact', states.length, (start, end) => {
    const [a, b] = [from.codes!, to.codes!];
    const [rows, others] = [pairs[source], pairs[target]];
    for (let pair = start; pair < end; pair++) {
      if ((states[pair]! & BLANKS) !== 0) continue;
      const value = a[rows[pair]!]!;
      const other = b[others[pair]!]!;
      const [one, two] = [standsWith[value]!, sourceOf[other]!];
      if (one !== other) standsWith[value] = one === NONE ? other : SEVERAL;
      if (two !== value) sourceOf[other] = two === NONE ? value : SEVERAL;
    }
  });
  if (mapped.some((value) => standsWith[value]! < 0)) return null;
  if (oneToOne && mapped.some((value) => sourceOf[standsWith[value]!] !== value)) return null;
  const text = (value: number): string => valueText(from, value).trim();
  const map = new Map(
    mapped.map((value) => [foldText(text(value)), valueText(to, standsWith[value]!).trim()]),
  );
  // The map folds what it looks up, so what is written another way must stand with the same.
  for (const [value, other] of standsWith.entries()) {
    const made = other === NONE ? undefined : map.get(foldText(text(value)));
    if (made !== undefined && (other === SEVERAL || valueText(to, other).trim() !== made)) return null;
  }
  const folded = new Set<string>();
  const entries = mapped.flatMap((value) => {
    const key = foldText(text(value));
    if (folded.has(key)) return [];
    folded.add(key);
    return [[text(value), map.get(key)!] as const];
  });
  return { kind: 'value-map', map: entries, otherwise: 'keep' };
}

interface Coded {
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  readonly rows: Int32Array;
}

/** How often each value of the source stands in the class, and with what there, of a run of pairs. */
function countClass(
  counts: Uint32Array,
  standsWith: Int32Array,
  of: Uint8Array,
  code: number,
  sources: Coded,
  targets: Coded,
  from: number,
  to: number,
): void {
  for (let pair = from; pair < to; pair++) {
    if ((of[pair]! & CLASS_BITS) !== code) continue;
    const value = sources.codes[sources.rows[pair]!]!;
    const other = targets.codes[targets.rows[pair]!]!;
    counts[value]!++;
    const one = standsWith[value]!;
    if (one !== other) standsWith[value] = one === NONE ? other : SEVERAL;
  }
}
