import type { Records } from '../columns/records.ts';
import type { Column } from '../model/column.ts';
import { declaredField } from '../model/declared-field.ts';
import { effectiveDirection } from '../model/effective-direction.ts';
import type { FieldCodes } from '../match/keys/key-codes.ts';
import { fieldNormalizer } from '../match/keys/normalize.ts';
import type { FieldMapping, ObjectSync } from '../model/design.ts';
import type { Direction } from '../model/direction.ts';
import type { FieldDef } from '../model/field.ts';
import { nameRead } from '../model/transform.ts';
import { onBoth, otherSide, type Both, type Side } from '../model/side.ts';
import { comparer, type Comparer } from '../read/compare.ts';
import { viewOf, viewsOfPair, type FieldView } from '../read/field-view.ts';
import { judge, type Judge } from '../read/fit.ts';
import { writer, type Writer } from '../read/form.ts';
import type { Tools } from '../tools.ts';
import { withForms, type SameForms } from './same-forms.ts';
import type { StageOf } from './stage-of.ts';
import type { ParentValues } from './parent-values.ts';
import type { MappingTransform } from './transforms.ts';
import { zoneOfField } from '../read/field-zone.ts';

/** An enabled mapping with everything a record of it needs. */
export interface CompiledMapping {
  /** Position in the design. */
  readonly index: number;
  readonly mapping: FieldMapping;
  readonly direction: Direction;
  /** Salesforce under its rules (SF), else the side named by the mapping's rule, else the sync's winner (CO3). */
  readonly favoured: Side;
  /** What a baseline holds of a side for it: its field, or the name of several that are joined (S222); none where a part of a stage map, or a default stage, is the other side's alone. */
  readonly fields: Both<readonly string[]>;
  /** What the files say: shown, expected where something is written, held by a baseline. */
  readonly cells: Both<Column>;
  /** What is compared and written, row by row of the cells; the same objects as the cells where nothing is made of them. */
  readonly values: Both<Column>;
  /** What a create is given of them: without those that cannot go over (AS6). */
  readonly given: Both<Column>;
  /** How they are read. */
  readonly views: Both<FieldView>;
  /** How the cells are. */
  readonly own: Both<FieldView>;
  readonly defs: Both<FieldDef | null>;
  /** A side's cell against an earlier one of the same field (CO4). */
  readonly same: Both<Comparer>;
  /** SA1. */
  readonly forms: SameForms;
  /** The text written on a side for a non-blank value of the other. */
  readonly write: Both<Writer>;
  /** What keeps a text from being written on a side; null where nothing can. */
  readonly judge: Both<Judge | null>;
  /** FM10; null where values go over as they are. */
  readonly transform: MappingTransform | null;
  /** Of an association the parents its cells name (AS1); null of a mapping. */
  readonly parents: ParentValues | null;
  /** Key fields that are exactly this pair: equal codes are equal values (CO5). */
  readonly keyFields: readonly FieldCodes[];
  /** ST1; null of a mapping of the design's list. */
  readonly stage: StageOf | null;
}

/** Compiles the enabled mappings of a checked design, in design order. */
export function compileMappings(
  sync: ObjectSync,
  records: Both<Records>,
  keyFields: readonly FieldCodes[],
  tools: Tools,
  transforms: readonly (MappingTransform | null)[] = [],
): CompiledMapping[] {
  return sync.mappings.flatMap((mapping, index) => {
    if (!mapping.enabled) return [];
    const direction = effectiveDirection(sync, mapping);
    if (direction === null) throw new Error(`mapping ${String(index)} has no direction left`);
    const transform = transforms[index] ?? null;
    // No field has the name of what several are joined to: it is a text that nothing is declared of.
    const names = onBoth((own) => nameRead(sync, mapping, own));
    const side = (own: Side) => {
      const name = names[own];
      const def = declaredField(sync, own, name);
      const zone = zoneOfField(sync, own, name, tools);
      return {
        def,
        inferred: def === null && name === mapping[own] ? records[own].inferred(name) : null,
        zone,
      };
    };
    const left = side('left');
    const right = side('right');
    // What a transform writes need not be of the type that both columns looked like: each is read as it is alone.
    const [leftView, rightView] =
      transform === null
        ? viewsOfPair(left, right)
        : [viewOf(left.def, left.inferred, left.zone), viewOf(right.def, right.inferred, right.zone)];
    const declared = { left: viewOf(left.def, null, left.zone), right: viewOf(right.def, null, right.zone) };
    const judgeOf = (own: Side, def: FieldDef | null): Judge | null => {
      const isEmail = sync.requireValidEmail?.[own] === mapping[own];
      if (def === null && !isEmail) return null;
      return judge(def ?? undeclared(mapping[own]), isEmail, tools);
    };
    const pairKeys = keyFields.filter(
      ({ field }) => field.left === names.left && field.right === names.right,
    );
    const cells = onBoth((own) =>
      own === transform?.source ? transform.cells : records[own].column(mapping[own]),
    );
    const forms: SameForms = {
      forms: mapping.same,
      country: { left: left.def?.country ?? null, right: right.def?.country ?? null },
    };
    const values =
      transform === null
        ? cells
        : {
            ...cells,
            [transform.source]: transform.values,
            ...(transform.others === null ? {} : { [otherSide(transform.source)]: transform.others }),
          };
    const same = (view: FieldView): Comparer =>
      withKeys(withForms(comparer(view, view), forms, tools), pairKeys, tools);
    return [
      {
        index,
        mapping,
        direction,
        favoured: favouredSide(sync, mapping),
        // The field that a default stage stands against is another mapping's.
        fields: onBoth((own) =>
          mapping.defaultStage !== undefined && own === transform?.source ? [] : [names[own]],
        ),
        cells,
        values,
        given: values,
        views:
          transform === null
            ? { left: leftView, right: rightView }
            : { left: transform.view, right: transform.view },
        own: { left: leftView, right: rightView },
        defs: { left: left.def, right: right.def },
        same: { left: same(leftView), right: same(rightView) },
        forms,
        write:
          transform === null
            ? { left: writer(declared.right, declared.left), right: writer(declared.left, declared.right) }
            : { left: transform.back, right: transform.back, [otherSide(transform.source)]: asMade },
        judge: { left: judgeOf('left', left.def), right: judgeOf('right', right.def) },
        transform,
        parents: null,
        // Keys compare what the cells hold, not what a transform makes of them.
        keyFields: transform === null ? pairKeys : [],
        stage: null,
      },
    ];
  });
}

/** Whose value is asked for first: Salesforce's under its rules (SF), else the side the mapping names or the sync's winner. */
export const favouredSide = (sync: ObjectSync, { conflict }: Pick<FieldMapping, 'conflict'>): Side =>
  sync.salesforce ?? (conflict === 'left' || conflict === 'right' ? conflict : sync.winner);

/** The fields of a side whose hand-overs and entries a mapping keeps: the one a constant stands against may be another's (S124). */
export const ownFields = ({ fields, transform }: CompiledMapping, side: Side): readonly string[] =>
  transform?.transform.kind === 'constant' && side === transform.source ? [] : fields[side];

/** The name under which a link holds what was seen of a side, and what was handed over to it. */
export const entryField = ({ fields, mapping }: CompiledMapping, side: Side): string =>
  fields[side][0] ?? mapping[side];

/** A transformed value stands in the target's form already. */
export const asMade: Writer = (text) => text;

/** CO5: a field pair that is part of a matching key compares also by that key's normalisers. */
function withKeys(compare: Comparer, keys: readonly FieldCodes[], tools: Tools): Comparer {
  if (keys.length === 0) return compare;
  const normals = keys.map(({ field }) => fieldNormalizer(field, tools));
  return (a, b) => compare(a, b) || normals.some((normal) => normal(a) !== '' && normal(a) === normal(b));
}

export const undeclared = (name: string): FieldDef => ({
  name,
  type: 'text',
  label: null,
  required: false,
  readOnly: false,
  maxLength: null,
  options: null,
  unique: false,
  multiple: false,
  dateOrder: null,
  decimal: null,
});
