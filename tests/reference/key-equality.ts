import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { normalised } from './normalise.ts';
import { keysOf } from './read-world-design.ts';
import { isBlank } from './values.ts';

/** CO5: "a field pair that is part of a matching key also by that key's normalisers". */
export function keyEquality(
  sync: ObjectSync,
  mapping: FieldMapping,
  tools: Tools,
): (one: string, other: string) => boolean {
  const fields = keysOf(sync)
    .flatMap((key) => key.fields)
    .filter((field) => field.left === mapping.left && field.right === mapping.right);
  return (one, other) =>
    !isBlank(one) &&
    !isBlank(other) &&
    fields.some((field) => {
      const key = normalised(one, field, tools);
      return key !== '' && key === normalised(other, field, tools);
    });
}
