import type { Records } from '../columns/records.ts';
import type { Column } from '../model/column.ts';
import { declaredField } from '../model/declared-field.ts';
import type { FieldMapping, ObjectSync } from '../model/design.ts';
import type { FieldDef } from '../model/field.ts';
import type { DefaultStage } from '../model/lifecycle.ts';
import { otherSide, type Both, type Side } from '../model/side.ts';
import { fieldsRead, hasInverse, nameRead, transformSource, type Transform } from '../model/transform.ts';
import { viewOf, type FieldView } from '../read/field-view.ts';
import { writer, type Writer } from '../read/form.ts';
import { isOneOf } from '../read/stage-names.ts';
import { making, unmaking, type Making } from '../read/transform.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { zoneOfField } from '../read/field-zone.ts';
import { joinedColumn } from './joined.ts';
import { constantColumn, transformed, untakenOf, type Transformed } from './transformed.ts';

/** A mapping's transform over the records of both sides (FM10). */
export interface MappingTransform {
  readonly transform: Transform;
  /** The side whose values it makes. */
  readonly source: Side;
  /** What they are made of: the source's cells, or several fields as one. */
  readonly cells: Column;
  /** Those values in the target's form: what is compared with the target's cells, and written. */
  readonly values: Column;
  /** The target's, where a default stage stands for most of them (ST5); null where they are its cells. */
  readonly others: Column | null;
  /** By value of a side 1 where it cannot be taken to the other; null where all can. */
  readonly untaken: Both<Uint8Array | null>;
  /** How the target is read, and so both sides are compared. */
  readonly view: FieldView;
  /** What is written back on the source for a value of the target; as it stands where nothing goes back. */
  readonly back: Writer;
}

/** The transform of an enabled mapping, run; null where it has none. */
export function* mappingTransform(
  sync: ObjectSync,
  mapping: FieldMapping,
  records: Both<Records>,
  tools: Tools,
  memo: Memo,
): Steps<MappingTransform | null> {
  if (mapping.transform === null) return null;
  const source = transformSource(sync, mapping);
  const target = otherSide(source);
  // Several fields as one are a text, whatever each of them is.
  const [from, to] = [nameRead(sync, mapping, source), mapping[target]];
  const fromDef = declaredField(sync, source, from);
  const toDef = declaredField(sync, target, to);
  const transform = withCountry(mapping.transform, fromDef, toDef);
  const view = viewOf(toDef, null, zoneOfField(sync, target, to, tools));
  const inferred = fromDef === null && from === mapping[source] ? records[source].inferred(from) : null;
  const read = viewOf(fromDef, inferred, zoneOfField(sync, source, from, tools));
  const cells = yield* sourceCells(sync, mapping, transform, records[source], memo);
  const own = phase('transform', sync.id, [source, transform, read, view], [cells]);
  const made = yield* memo.run(own, function* (): Steps<Transformed> {
    if (transform.kind === 'constant') return constantColumn(cells.rows, transform.value);
    return yield* transformed(cells, makingInto(transform, read, view, tools));
  });
  const others = records[target].column(to);
  const standing = mapping.defaultStage === undefined ? null : yield* standingStages(mapping.defaultStage);
  const back = hasInverse(transform) ? unmaking(transform, view) : null;
  const untaken =
    back === null
      ? null
      : yield* memo.run(phase('untaken', sync.id, [source, transform, view], [others]), () =>
          untakenOf(others, back),
        );
  return {
    transform,
    source,
    cells,
    values: made.column,
    others: standing,
    untaken:
      source === 'left' ? { left: made.untaken, right: untaken } : { left: untaken, right: made.untaken },
    view,
    back: (text) => back?.(text) ?? text,
  };

  /** A stage that is not promoted is as good as the default. */
  function* standingStages({ promotes }: DefaultStage): Steps<Column> {
    const isPromoted = isOneOf(promotes, toDef);
    const value = transform.kind === 'constant' ? transform.value : '';
    const stands: Making = (text) => (isPromoted(text) ? text : value);
    const phaseOf = phase('default-stage', sync.id, [promotes, value, toDef], [others]);
    return yield* memo.run(phaseOf, function* (): Steps<Column> {
      return (yield* transformed(others, stands)).column;
    });
  }
}

/** The cells of the field that is read, or of several as one (S222). */
function* sourceCells(
  sync: ObjectSync,
  mapping: FieldMapping,
  transform: Transform,
  records: Records,
  memo: Memo,
): Steps<Column> {
  const source = transformSource(sync, mapping);
  if (transform.kind !== 'join') return records.column(mapping[source]);
  const fields = fieldsRead(sync, mapping, source);
  yield* records.flatten(fields);
  const columns = fields.map((field) => records.column(field));
  const { separator } = transform;
  return yield* memo.run(phase('joined', sync.id, [separator], columns), () =>
    joinedColumn(columns, separator),
  );
}

/** S221: numbers without a country are of the one the field they stand in declares, else of the other's. */
function withCountry(transform: Transform, from: FieldDef | null, to: FieldDef | null): Transform {
  if (transform.kind !== 'phone' || transform.country !== null) return transform;
  return { ...transform, country: from?.country ?? to?.country ?? null };
}

/** A transform's values in the target's form. `read`: how the cells of its source are; `target`: how what it makes is read. */
export function makingInto(transform: Transform, read: FieldView, target: FieldView, tools: Tools): Making {
  const form = intoTarget(transform, read, target);
  const make = making(transform, read, target.zone, tools);
  return (text) => {
    const one = make(text);
    return one === null || one === '' ? one : form(one);
  };
}

/** What a transform leaves of a text is still in the signs and the zone of its own file; what it makes anew is as a design says it. */
function intoTarget({ kind }: Transform, read: FieldView, target: FieldView): Writer {
  const keeps = kind === 'trim' || kind === 'case' || kind === 'split' || kind === 'join' || kind === 'phone';
  const asSaid = { decimal: '.', dateOrder: 'ymd', zone: target.zone } as const;
  const { decimal, dateOrder, zone } = keeps ? read : asSaid;
  return writer({ type: 'text', options: null, decimal, dateOrder, zone }, target);
}
