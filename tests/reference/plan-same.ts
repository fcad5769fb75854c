import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { otherSide, type Both } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { declaredOf, formatOfCells, hasForm, type Format } from './app-form.ts';
import { sameValue, type View } from './field-kind.ts';
import { keyEquality } from './key-equality.ts';
import type { SameOn } from './plan-returns.ts';
import { fieldOf } from './read-world-design.ts';
import { sameForm } from './same-form.ts';

/** What makes two texts of a side one, and what an app may make of one (CO5, BL4). */
export function testsOf(
  sync: ObjectSync,
  mapping: FieldMapping,
  views: Both<View>,
  cells: readonly string[],
  tools: Tools,
) {
  // CO5: "a field pair that is part of a matching key also by that key's normalisers".
  const sameByKey = keyEquality(sync, mapping, tools);
  const defs = {
    left: fieldOf(sync, 'left', mapping.left),
    right: fieldOf(sync, 'right', mapping.right),
  };
  const country = { left: defs.left?.country ?? null, right: defs.right?.country ?? null };
  const byForm = (one: string, other: string): boolean => sameForm(one, other, mapping.same, country, tools);
  const same: SameOn = (side, one, other) =>
    sameValue(one, other, { left: views[side], right: views[side] }) ||
    sameByKey(one, other) ||
    byForm(one, other);
  let told: Format | null = null;
  const form: SameOn = (side, to, v) => {
    if (views[side].kind !== 'text') return false;
    const declared = declaredOf(defs[side], defs[otherSide(side)]);
    return hasForm(declared.format ?? (told ??= formatOfCells(cells)), to, v, tools, declared.country);
  };
  return { same, form, sameByKey, byForm };
}
