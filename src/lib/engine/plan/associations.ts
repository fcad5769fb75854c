import type { Records } from '../columns/records.ts';
import { distinct } from '../columns/distinct.ts';
import { compileAssociation } from '../merge/compile-association.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { blankedAt, type ParentValues } from '../merge/parent-values.ts';
import { transformed, untakenOf } from '../merge/transformed.ts';
import type { Association } from '../model/association.ts';
import type { Column } from '../model/column.ts';
import type { ObjectSync } from '../model/design.ts';
import { stageMappings } from '../model/stage-mappings.ts';
import { onBoth, type Both, type Side } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import type { Steps } from '../run/steps.ts';
import { Parents, type ParentSync } from './parents.ts';
import { furtherOf } from './primary-parent.ts';

/** The associations of a sync as mappings, in design order (AS1). `parentOf`: what is known of the sync one leads to. */
export function* associationsOf(
  sync: ObjectSync,
  records: Both<Records>,
  parentOf: (association: Association) => ParentSync,
  memo: Memo,
): Steps<CompiledMapping[]> {
  const compiled: CompiledMapping[] = [];
  const first = sync.mappings.length + stageMappings(sync).length;
  for (const [at, association] of sync.associations.entries()) {
    const parent = parentOf(association);
    const { left, right } = association;
    yield* records.left.flatten([left.field]);
    yield* records.right.flatten([right.field]);
    const cells = { left: records.left.column(left.field), right: records.right.column(right.field) };
    const { matching, creating } = parent;
    const named = parent.mappings.filter(
      (on) => on.mapping.left === left.by || on.mapping.right === right.by,
    );
    const own = phase(
      'parents',
      sync.id,
      [association, ...named.map(({ mapping, direction }) => ({ mapping, direction }))],
      [
        cells.left,
        cells.right,
        matching.matches,
        matching.prior,
        creating,
        parent.records.left,
        parent.records.right,
        ...named.flatMap(({ given }) => [given.left, given.right]),
      ],
    );
    const values = yield* memo.run(own, () => parentValues(association, parent, cells));
    compiled.push(compileAssociation(sync, first + at, records, values));
  }
  return compiled;
}

/** Every value once: who it names, and how that one is named on the other side. */
function* parentValues(
  association: Association,
  parent: ParentSync,
  given: Both<Column>,
): Steps<ParentValues> {
  const cells = { left: yield* distinct(given.left), right: yield* distinct(given.right) };
  const parents = yield* Parents.open(parent, association);
  const left = yield* transformed(cells.left, (text) => parents.place('left', text)?.text ?? null);
  const right = yield* transformed(cells.right, (text) => parents.own('right', text));
  const back = yield* transformed(cells.right, (text) => parents.place('right', text)?.text ?? null);
  const values = { left: left.column, right: right.column };
  const createdFrom = (side: Side) => (text: string) =>
    parents.place(side, text)?.created === true ? null : text;
  const alone = (text: string) => (furtherOf(text).length > 0 ? null : text);
  const missing = { left: left.untaken, right: back.untaken };
  return {
    association,
    values,
    given: onBoth((side) => blankedAt(values[side], missing[side])),
    missing,
    created: {
      left: yield* untakenOf(cells.left, createdFrom('left')),
      right: yield* untakenOf(cells.right, createdFrom('right')),
    },
    further: {
      left: association.left.primaryOnly ? yield* untakenOf(cells.left, alone) : null,
      right: association.right.primaryOnly ? yield* untakenOf(cells.right, alone) : null,
    },
    back: back.column,
    ids: (side, text) => parents.ids(side, text),
  };
}
