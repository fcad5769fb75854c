import type { Records } from '../columns/records.ts';
import { mappingOfAssociation } from '../model/associated.ts';
import { declaredField } from '../model/declared-field.ts';
import type { ObjectSync } from '../model/design.ts';
import { effectiveDirection } from '../model/effective-direction.ts';
import { onBoth, type Both } from '../model/side.ts';
import { comparer } from '../read/compare.ts';
import { viewOf } from '../read/field-view.ts';
import type { Writer } from '../read/form.ts';
import { favouredSide, type CompiledMapping } from './compiled.ts';
import type { ParentValues } from './parent-values.ts';

/** Parents are written as they were found, row by row: a text need not tell them apart. */
const asNamed: Writer = (name) => name;

/** An association as a mapping (S95). `index`: its position after the mappings of the design. */
export function compileAssociation(
  sync: ObjectSync,
  index: number,
  records: Both<Records>,
  parents: ParentValues,
): CompiledMapping {
  const mapping = mappingOfAssociation(parents.association);
  const direction = effectiveDirection(sync, mapping);
  if (direction === null) throw new Error(`association ${String(index)} has no direction left`);
  const text = viewOf(null, null, null);
  const same = comparer(text, text);
  return {
    index,
    mapping,
    direction,
    favoured: favouredSide(sync, mapping),
    fields: onBoth((side) => [mapping[side]]),
    cells: onBoth((side) => records[side].column(mapping[side])),
    values: parents.values,
    given: parents.given,
    views: { left: text, right: text },
    own: { left: text, right: text },
    defs: onBoth((side) => declaredField(sync, side, mapping[side])),
    same: { left: same, right: same },
    forms: { forms: [], country: { left: null, right: null } },
    write: { left: asNamed, right: asNamed },
    judge: { left: null, right: null },
    transform: null,
    stage: null,
    parents,
    keyFields: [],
  };
}
