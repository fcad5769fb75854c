import { SAME_FORMS, type SameForm } from '../../model/design.ts';
import type { DifferAct } from '../../model/differ.ts';
import { SIDES, type Side } from '../../model/side.ts';
import { appIn, listAt, textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';
import { setTransform } from './edit-transform.ts';

/** An offered act carried out on a mapping (DX2); nothing but the step where it is a to-do. */
export function takeAway(json: unknown, sync: number, index: number, act: DifferAct): DesignEdit {
  if (act.kind === 'transform') return setTransform(json, sync, index, act.transform);
  const mapping = ['syncs', sync, 'mappings', index] as const;
  const field = textAt(json, [...mapping, 'left'], '');
  const made = withDifferAct(json, sync, index, act);
  switch (act.kind) {
    case 'same': {
      const same = (of: unknown): SameForm[] => listAt(of, [...mapping, 'same']) as SameForm[];
      return { json: made, step: { code: 'same', values: { field, from: same(json), to: same(made) } } };
    }
    case 'time-zone':
      return {
        json: made,
        step: {
          code: 'zone',
          values: {
            field: textAt(json, [...mapping, act.side], ''),
            app: appIn(json, act.side),
            to: act.timeZone,
          },
        },
      };
    case 'declare':
    case 'to-do':
      return {
        json: made,
        step: {
          code: 'read-alike',
          values: { pair: { left: field, right: textAt(json, [...mapping, 'right'], '') } },
        },
      };
    default:
      return act satisfies never;
  }
}

function withDifferAct(
  json: unknown,
  sync: number,
  index: number,
  act: Exclude<DifferAct, { kind: 'transform' }>,
): unknown {
  const mapping = ['syncs', sync, 'mappings', index] as const;
  const declared = (made: unknown, side: Side, members: Readonly<Record<string, unknown>>): unknown =>
    withField(made, sync, side, textAt(json, [...mapping, side], ''), members);
  switch (act.kind) {
    case 'same': {
      const there = listAt(json, [...mapping, 'same']);
      const forms = SAME_FORMS.filter((form) => there.includes(form) || act.forms.includes(form));
      const made = withValue(json, [...mapping, 'same'], forms);
      return SIDES.reduce((on, side) => {
        const country = act.country[side];
        return country === null ? on : declared(on, side, { country });
      }, made);
    }
    case 'declare':
      return SIDES.reduce((on, side) => declared(on, side, act.fields[side]), json);
    case 'time-zone':
      return declared(json, act.side, { timeZone: act.timeZone });
    case 'to-do':
      return json;
    default:
      return act satisfies never;
  }
}

/** A field declared with these members beside what is declared of it; a new one is text unless they say otherwise. */
function withField(
  json: unknown,
  sync: number,
  side: Side,
  name: string,
  members: Readonly<Record<string, unknown>>,
): unknown {
  const path = ['syncs', sync, 'schema', side, 'fields'];
  const fields = listAt(json, path);
  const found = fields.findIndex((field) => valueAt(field, ['name']) === name);
  const index = found < 0 ? fields.length : found;
  const before = found < 0 ? { name, type: 'text' } : fields[found];
  const made = Object.entries(members).reduce(
    (field, [member, value]) => withValue(field, [member], value),
    before,
  );
  return withValue(json, path, fields.toSpliced(index, 1, made));
}
