import { textFormat, type TextFormat } from '../merge/handed/text-format.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { inferredType, KIND_EMPTY } from '../model/column.ts';
import type { FieldType } from '../model/field.ts';
import { declaredForm } from '../model/declared-form.ts';
import { otherSide, SIDES, type Side } from '../model/side.ts';
import type { SyncPlan } from '../plan/sync-plan.ts';
import type { FieldView } from '../read/field-view.ts';
import { readingOf } from '../read/type-pair.ts';
import type { Steps } from '../run/steps.ts';

/** What a field is for its app. `own`: ids, options and stages, which an app keeps as they are or refuses. */
export type FieldKind = 'email' | 'phone' | 'web' | 'text' | 'number' | 'date' | 'datetime' | 'own';

/** What a field holds for its app, and how its texts are read. */
export interface FieldForm {
  readonly kind: FieldKind;
  readonly view: FieldView;
}

/** By side and field of a sync. */
export type FieldForms = (side: Side, field: string) => FieldForm | null;

/** As it is declared, else as its cells look; of a field without any as those of the other side do. */
function typeOf({ defs, cells }: CompiledMapping, side: Side): FieldType {
  const def = defs[side];
  if (def !== null) return def.type;
  const { kinds } = cells[side];
  return inferredType(kinds === KIND_EMPTY ? cells[otherSide(side)].kinds : kinds);
}

/**
 * What the mapped fields of a sync are: by their type, of texts by the format that is declared, else what nine tenths of the cells of both sides are (BL4). Told once,
 * of the first plan: a field does not change its type while a rehearsal writes to it.
 */
export function* fieldForms({ mappings }: SyncPlan): Steps<FieldForms> {
  const known = new Map<string, FieldForm>();
  for (const on of mappings) {
    const told = declaredForm(on.defs, 'left').format === null ? yield* textFormat(on.cells) : 'text';
    for (const side of SIDES) {
      const format = declaredForm(on.defs, side).format ?? told;
      for (const field of on.fields[side]) {
        const key = `${side} ${field}`;
        if (!known.has(key)) known.set(key, { kind: kindOf(on, side, format), view: on.own[side] });
      }
    }
  }
  return (side, field) => known.get(`${side} ${field}`) ?? null;
}

const OF_TEXT: Readonly<Record<TextFormat, FieldKind>> = {
  email: 'email',
  phone: 'phone',
  'web-address': 'web',
  domain: 'web',
  text: 'text',
};

function kindOf(on: CompiledMapping, side: Side, format: TextFormat): FieldKind {
  if (on.parents !== null || on.stage !== null || on.mapping.defaultStage !== undefined) return 'own';
  const type = typeOf(on, side);
  if (type === 'reference' || type === 'owner') return 'own';
  const reading = readingOf(type);
  switch (reading) {
    case 'text':
      return OF_TEXT[format];
    case 'number':
    case 'date':
    case 'datetime':
      return reading;
    case 'boolean':
    case 'single-select':
    case 'multi-select':
      return 'own';
    default:
      return reading satisfies never;
  }
}
