import type { Records } from '../columns/records.ts';
import type { Keyed, Matching } from '../match/match-records.ts';
import { compileMappings, type CompiledMapping } from '../merge/compiled.ts';
import type { CompareInput } from '../merge/compare-pairs.ts';
import { stageRows } from '../columns/stage-rows.ts';
import { eitherFlag } from '../merge/parent-values.ts';
import type { SameForms } from '../merge/same-forms.ts';
import { stageParts } from '../merge/stage-parts.ts';
import type { Pairs } from '../merge/state.ts';
import { mappingTransform, type MappingTransform } from '../merge/transforms.ts';
import type { ObjectSync } from '../model/design.ts';
import { fieldsRead } from '../model/transform.ts';
import { SIDES, onBoth, type Both } from '../model/side.ts';
import type { Tools } from '../tools.ts';
import type { Memo } from '../run/memo.ts';
import { phase, type Phase } from '../run/phases.ts';
import { inSlices, type Steps } from '../run/steps.ts';

/** The subjects of a sync: linked pairs by left row, and the rows without a partner of each side. */
export interface Members {
  readonly pairs: Pairs;
  readonly lone: Both<Int32Array>;
}

export const membersOf = (sync: ObjectSync, { matches }: Matching, memo: Memo): Steps<Members> =>
  memo.run(phase('members', sync.id, [], [matches]), () => members(matches.partner));

export function* mappingsOf(
  sync: ObjectSync,
  records: Both<Records>,
  { codes }: Keyed,
  tools: Tools,
  memo: Memo,
): Steps<CompiledMapping[]> {
  const enabled = sync.mappings.filter((mapping) => mapping.enabled);
  for (const side of SIDES)
    yield* records[side].flatten(enabled.flatMap((mapping) => fieldsRead(sync, mapping, side)));
  const keyFields = codes.flatMap((key) => key.fields);
  const transforms: (MappingTransform | null)[] = [];
  for (const mapping of sync.mappings) {
    transforms.push(mapping.enabled ? yield* mappingTransform(sync, mapping, records, tools, memo) : null);
  }
  const listed = compileMappings(sync, records, keyFields, tools, transforms);
  const rows = yield* stageRows(sync, records, memo);
  return rows === null ? listed : [...listed, ...(yield* stageParts(sync, records, rows, tools, memo))];
}

/** The comparison of one mapping over all pairs, as it is remembered. `same`: with other forms than the mapping names (SA1). */
export function comparison(
  sync: ObjectSync,
  on: CompiledMapping,
  pairs: Pairs,
  same: SameForms = on.forms,
): { readonly own: Phase; readonly input: CompareInput } {
  const keys = on.keyFields.map((key) => key.codes);
  return {
    own: phase(
      'compare',
      sync.id,
      [on.mapping.left, on.mapping.right, on.views, same],
      [pairs, on.values.left, on.values.right, ...on.keyFields],
    ),
    input: {
      columns: on.values,
      views: on.views,
      keys,
      same,
      untaken: untakenBy(on),
      loosely: isConstant(on),
    },
  };
}

const isConstant = ({ transform }: CompiledMapping): boolean => transform?.transform.kind === 'constant';

/** Values that count as different whatever stands on the other side (FM10, AS6). */
const untakenBy = ({ transform, parents }: CompiledMapping): CompareInput['untaken'] =>
  onBoth((side) => {
    if (parents !== null) return eitherFlag(parents.missing[side], parents.created[side]);
    return transform?.source === side ? transform.untaken[side] : null;
  });

function* members(partner: Both<Int32Array>): Steps<Members> {
  let bound = 0;
  yield* inSlices('links', partner.left.length, (from, to) => {
    bound += countBound(partner.left.subarray(from, to));
  });
  const pairs = { left: new Int32Array(bound), right: new Int32Array(bound) };
  let at = 0;
  yield* inSlices('links', partner.left.length, (from, to) => {
    at = pairPart(partner.left, from, to, pairs, at);
  });
  return {
    pairs,
    lone: { left: yield* alone(partner.left, bound), right: yield* alone(partner.right, bound) },
  };
}

function countBound(partner: Int32Array): number {
  let bound = 0;
  for (let row = 0; row < partner.length; row++) if (partner[row]! >= 0) bound++;
  return bound;
}

/** Writes the pairs of the rows `from … to` from `first` on; where the next ones go. */
function pairPart(
  partner: Int32Array,
  from: number,
  to: number,
  { left, right }: Pairs,
  first: number,
): number {
  let at = first;
  for (let row = from; row < to; row++) {
    const other = partner[row]!;
    if (other < 0) continue;
    left[at] = row;
    right[at++] = other;
  }
  return at;
}

/** Rows without a partner, in reading order. */
function* alone(partner: Int32Array, bound: number): Steps<Int32Array> {
  const lone = new Int32Array(partner.length - bound);
  let next = 0;
  yield* inSlices('links', partner.length, (from, to) => {
    next = alonePart(partner, from, to, lone, next);
  });
  return lone;
}

function alonePart(partner: Int32Array, from: number, to: number, lone: Int32Array, first: number): number {
  let next = first;
  for (let row = from; row < to; row++) {
    if (partner[row]! < 0) lone[next++] = row;
  }
  return next;
}
