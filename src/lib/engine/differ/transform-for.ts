import { makingInto } from '../merge/transforms.ts';
import { STATE, type Pairs } from '../merge/state.ts';
import { DIFFER_CLASSES, type DifferAct, type DifferClass } from '../model/differ.ts';
import { otherSide, type Side } from '../model/side.ts';
import { hasInverse, transformSource, type Transform } from '../model/transform.ts';
import { comparer } from '../read/compare.ts';
import { viewOf } from '../read/field-view.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { TRIED, type ClassMembers } from './act-for.ts';
import { valueMapFor } from './value-map-for.ts';

/** All pairs of a field: their classes, what is known of them, their rows. */
export interface FieldPairs {
  readonly of: Uint8Array;
  readonly states: Uint8Array;
  readonly pairs: Pairs;
}

const SPLITS: readonly Transform[] = [' ', ', ', ',', ';', '@', ' - ', '-', '/', ':', '|'].flatMap((at) =>
  (['first', 'last', 'rest'] as const).map((take): Transform => ({ kind: 'split', at, take })),
);
const ROUNDINGS: readonly Transform[] = [0, 1, 2, 3, 4].map((decimals) => ({
  kind: 'number-format',
  decimal: '.',
  group: '',
  decimals,
}));

/**
 * DX2, S210: the transform that takes a class away where no form, declaration or zone does; null where none does, or a mapping that goes
 * both ways could not make it back.
 */
export function* transformFor(
  is: DifferClass,
  members: ClassMembers,
  field: FieldPairs,
  tools: Tools,
): Steps<DifferAct | null> {
  const { on } = members;
  // Of a stage map and an association the design has no mapping; what a key compares no transform changes.
  if (on.transform !== null || on.stage !== null || on.parents !== null || on.keyFields.length > 0)
    return null;
  const fits = fitting(members, field, tools);
  const find = (all: readonly Transform[]): Transform | null => all.find(fits) ?? null;
  let found: Transform | null = null;
  if (is === 'rounded') found = find(ROUNDINGS);
  if (is === 'contains') found = find(SPLITS);
  if (found === null && (is === 'label' || is === 'contains' || is === 'other')) {
    const source = sourceOf(members);
    const code = DIFFER_CLASSES.indexOf(is) + 1;
    const map = yield* valueMapFor(on, source, on.direction === 'both', code, field);
    if (map !== null && fits(map)) found = map;
  }
  return found === null ? null : { kind: 'transform', transform: found };
}

/** The way that is left of a compiled mapping is all it has. */
const sourceOf = ({ on }: ClassMembers): Side => transformSource(on, { direction: null });

/** Does a transform make the class's values the same, and leave the same what is? */
function fitting(
  members: ClassMembers,
  { states }: FieldPairs,
  tools: Tools,
): (transform: Transform) => boolean {
  const { on, pairs } = members;
  const source = sourceOf(members);
  const target = otherSide(source);
  const read = on.own[source];
  const view = viewOf(on.defs[target], null, on.own[target].zone);
  const equal = comparer(view, view);
  let same: readonly number[] | null = null;
  return (transform) => {
    if (on.direction === 'both' && !hasInverse(transform)) return false;
    const make = makingInto(transform, read, view, tools);
    const holds = (pair: number): boolean => {
      const made = make(members[source](pair));
      return made !== null && made.trim() !== '' && equal(made, members[target](pair));
    };
    return pairs.every(holds) && (same ??= equalPairs(states)).every(holds);
  };
}

/** The first pairs with two values that are the same. */
function equalPairs(states: Uint8Array): number[] {
  const bits = STATE.blankLeft | STATE.blankRight | STATE.equal;
  const found: number[] = [];
  for (let pair = 0; pair < states.length && found.length < TRIED; pair++)
    if ((states[pair]! & bits) === STATE.equal) found.push(pair);
  return found;
}
