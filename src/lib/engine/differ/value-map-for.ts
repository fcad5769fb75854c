import { valueText } from '../columns/cell.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { STATE, type Pairs } from '../merge/state.ts';
import { valueCount, valueOf } from '../model/column.ts';
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
  const standsWith = new Int32Array(valueCount(from)).fill(NONE);
  const sourceOf = new Int32Array(valueCount(to)).fill(NONE);
  const inClass = new Uint32Array(valueCount(from));
  const blanks = STATE.blankLeft | STATE.blankRight;
  yield* inSlices('impact', states.length, (start, end) => {
    for (let pair = start; pair < end; pair++) {
      if ((states[pair]! & blanks) !== 0) continue;
      const a = valueOf(from, pairs[source][pair]!);
      const b = valueOf(to, pairs[target][pair]!);
      standsWith[a] = standsWith[a] === NONE || standsWith[a] === b ? b : SEVERAL;
      sourceOf[b] = sourceOf[b] === NONE || sourceOf[b] === a ? a : SEVERAL;
      if ((of[pair]! & CLASS_BITS) === code) inClass[a]!++;
    }
  });
  const mapped = [...inClass.keys()].filter((value) => inClass[value] !== 0);
  const count = mapped.reduce((sum, value) => sum + inClass[value]!, 0);
  // Values that hardly come twice are no list.
  if (mapped.length > MOST || count < 2 * mapped.length) return null;
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
