import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { FieldDef } from '../../src/lib/engine/model/field.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { optionOf, partsOf, readAs, viewOf, type View } from './field-kind.ts';
import { isValidEmail } from './normalise.ts';
import { isBlank } from './values.ts';

/** FM8, S9: the text written into `target` for a non-blank cell of `source`. Declared types only. */
export function writtenText(
  text: string,
  source: FieldDef | null,
  target: FieldDef | null,
  zones: readonly [string | null, string | null] = [null, null],
): string {
  const from = viewOf(source, zones[0]);
  const to = viewOf(target, zones[1]);
  switch (to.kind) {
    case 'text':
      if (from.kind === 'single-select') return optionOf(from.options ?? [], text)?.value ?? text;
      if (from.kind === 'multi-select') {
        return partsOf(text)
          .map((part) => optionOf(from.options ?? [], part)?.value ?? part)
          .join(';');
      }
      return readAs(from.kind, text, from) ?? text;
    case 'single-select':
      return optionText(text, from, to);
    case 'multi-select':
      if (to.options === null && from.kind !== 'multi-select') return optionText(text, from, to);
      return partsOf(text)
        .map((part) => optionText(part, from, to))
        .join(';');
    case 'date':
      return readAs('date', text, from, to.zone ?? from.zone) ?? text;
    case 'datetime': {
      const isDay = !text.includes(':') && from.kind !== 'datetime';
      return readAs('datetime', text, isDay ? { ...from, zone: from.zone ?? to.zone } : from) ?? text;
    }
    default:
      return readAs(to.kind, text, from) ?? text;
  }
}

/** S9: by the source option's value, then its label, then the cell itself; none: as it stands. */
function optionText(text: string, from: View, to: View): string {
  const option = optionOf(from.options ?? [], text);
  if (to.options === null) return option?.value ?? text;
  const names = option === null ? [text] : [option.value, option.label, text];
  for (const name of names) {
    const found = optionOf(to.options, name);
    if (found !== null) return found.value;
  }
  return text;
}

/** FM9, S30: what keeps the target field from taking this text, uniqueness apart; the first hit or null. */
export function misfit(
  sync: ObjectSync,
  side: Side,
  field: FieldDef | null,
  name: string,
  text: string,
  readable: boolean,
  tools: Tools,
): Reason | null {
  if (isBlank(text)) return field?.required === true ? { code: 'required-blank', side, field: name } : null;
  const view = viewOf(field);
  const reads = readable || readAs(view.kind, text, view) !== null;
  if (view.kind === 'number' && !reads) return { code: 'bad-number', side, field: name, value: text };
  if ((view.kind === 'date' || view.kind === 'datetime') && !reads) {
    return { code: 'bad-date', side, field: name, value: text };
  }
  if (view.kind === 'boolean' && !reads) return { code: 'bad-boolean', side, field: name, value: text };
  const { options } = view;
  if (options !== null) {
    const parts = view.kind === 'multi-select' ? partsOf(text) : [text];
    const selects = view.kind === 'multi-select' || view.kind === 'single-select';
    if (selects && parts.some((part) => optionOf(options, part) === null)) {
      return { code: 'option-missing', side, field: name, value: text };
    }
  }
  if (sync.requireValidEmail?.[side] === name && !isValidEmail(text, tools)) {
    return { code: 'bad-email', side, field: name, value: text };
  }
  const limit = field?.maxLength ?? null;
  if (limit !== null && [...text].length > limit) {
    return { code: 'too-long', side, field: name, value: text, rule: String(limit) };
  }
  return null;
}

/** Was the text written in the target type's own form (S9), so that it is of that type by making? */
export function isInTargetForm(text: string, source: FieldDef | null, target: FieldDef | null): boolean {
  return readAs(viewOf(target).kind, text, viewOf(source)) !== null;
}
