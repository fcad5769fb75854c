import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { FieldDef, Option } from '../../src/lib/engine/model/field.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { sourceOf } from './plan-transform.ts';
import { fieldOf } from './read-world-design.ts';
import {
  comparisonText,
  folded,
  isBlank,
  readBoolean,
  readDate,
  readDatetime,
  readNumber,
} from './values.ts';
import { cell, type Rec } from './world.ts';

/** S8: how a field's cells are taken; the types that compare as text are `text` here. */
export type Kind = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'single-select' | 'multi-select';

/** A field as comparing and writing look at it. */
export interface View {
  readonly kind: Kind;
  readonly decimal: '.' | ',';
  readonly order: 'ymd' | 'dmy' | 'mdy';
  /** Null where none are declared (S7). */
  readonly options: readonly Option[] | null;
  /** TZ1: null UTC. */
  readonly zone: string | null;
}

/** A declared field's view; an undeclared one is text. */
export function viewOf(field: FieldDef | null, ofSide: string | null = null): View {
  const options = field?.options ?? null;
  return {
    kind: kindOf(field),
    decimal: field?.decimal ?? '.',
    order: field?.dateOrder ?? 'ymd',
    options: options === null || options.length === 0 ? null : options,
    zone: field?.timeZone ?? ofSide,
  };
}

function kindOf(field: FieldDef | null): Kind {
  switch (field?.type) {
    case 'number':
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'single-select':
    case 'multi-select':
      return field.type;
    default:
      return 'text';
  }
}

/** S8, S10: the views a mapping compares with, inferred types included. */
export function comparedViews(
  sync: ObjectSync,
  mapping: FieldMapping,
  records: Both<readonly Rec[]>,
): Both<View> {
  const declared = (side: Side): FieldDef | null => fieldOf(sync, side, mapping[side]);
  const guessed = (side: Side): Kind =>
    inferredKind(records[side].map((record) => cell(record, mapping[side])));
  const view = (side: Side): View => {
    const own = declared(side);
    const zone = sync[side].timeZone ?? null;
    if (own !== null) return viewOf(own, zone);
    const other = side === 'left' ? 'right' : 'left';
    const joins = mapping.transform?.kind === 'join' && side === sourceOf(sync, mapping);
    const inferred = joins ? 'text' : guessed(side);
    const theirs = declared(other);
    // FM10: what is made of a value need not be of its type.
    if (mapping.transform !== null) return { ...viewOf(null, zone), kind: inferred };
    const used = theirs === null ? guessed(other) === inferred : theirs.type === inferred;
    return { ...viewOf(null, zone), kind: used ? inferred : 'text' };
  };
  return { left: view('left'), right: view('right') };
}

/** S10. */
export function inferredKind(cells: readonly string[]): Kind {
  const values = cells.map((text) => text.trim()).filter((text) => text !== '');
  const all = (test: (text: string) => boolean): boolean => values.length > 0 && values.every(test);
  if (all((text) => /^(?:true|false|yes|no)$/i.test(text))) return 'boolean';
  if (all((text) => /^\d{4}-\d\d-\d\d$/.test(text) && readDate(text, 'ymd') !== null)) return 'date';
  if (
    all((text) => /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d[^Mm]*$/.test(text) && readDatetime(text, 'ymd') !== null)
  ) {
    return 'datetime';
  }
  const number = /^-?(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?$/;
  if (!all((text) => number.test(text) && text.replace(/\D/g, '').length <= 15)) return 'text';
  // RD12: none tells whether its sign parts thousands or a fraction.
  const signed = values.filter((text) => /[.,]/.test(text));
  const open = signed.length > 0 && signed.every((text) => /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text));
  return open ? 'text' : 'number';
}

/** A cell read as a kind with a text form; its text form (FM8), or null where it cannot be read. */
export function readAs(kind: Kind, text: string, view: View, day: string | null = view.zone): string | null {
  switch (kind) {
    case 'number':
      return readNumber(text, view.decimal);
    case 'boolean':
      return readBoolean(text);
    case 'date':
      return readDate(text, view.order, view.zone, day);
    case 'datetime':
      return readDatetime(text, view.order, view.zone);
    case 'text':
    case 'single-select':
    case 'multi-select':
      return null;
    default:
      return kind satisfies never;
  }
}

/** S7: the option a cell is: by value, else by label, the first of the list. */
export function optionOf(options: readonly Option[], text: string): Option | null {
  const wanted = folded(text);
  return (
    options.find((option) => folded(option.value) === wanted) ??
    options.find((option) => folded(option.label) === wanted) ??
    null
  );
}

/** S7: the parts of a multi-select cell. */
export const partsOf = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** CO5, S7, S8: are two cells equal? Two blanks are, a blank and a value are not. */
export function sameValue(left: string, right: string, views: Both<View>): boolean {
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  const sameText = comparisonText(left) === comparisonText(right);
  const kind = comparedKind(views.left.kind, views.right.kind);
  if (kind === 'text') return sameText;
  if (kind === 'single-select') return sameSelect(left, right, views, sameText);
  if (kind === 'multi-select') return sameMulti(left, right, views, sameText);
  if (sameText) return true;
  const dates = (own: View, other: View): string | null =>
    own.kind === 'datetime' && other.kind === 'date' ? (other.zone ?? own.zone) : (own.zone ?? other.zone);
  const [a, b] = [
    readAs(kind, left, views.left, dates(views.left, views.right)),
    readAs(kind, right, views.right, dates(views.right, views.left)),
  ];
  return a !== null && a === b;
}

/** S8: the type a pair of types compares as. */
function comparedKind(left: Kind, right: Kind): Kind {
  if (left === right) return left;
  const dates = ['date', 'datetime'];
  if (dates.includes(left) && dates.includes(right)) return 'date';
  if (left === 'text') return right;
  if (right === 'text') return left;
  return 'text';
}

function sameSelect(left: string, right: string, views: Both<View>, sameText: boolean): boolean {
  const both = views.left.options !== null && views.right.options !== null;
  const leftOptions = views.left.options ?? views.right.options;
  const rightOptions = views.right.options ?? views.left.options;
  if (leftOptions === null || rightOptions === null) return sameText;
  const [a, b] = [optionOf(leftOptions, left), optionOf(rightOptions, right)];
  if (a === null || b === null) return sameText;
  return sameOption(a, b) || (!both && sameText);
}

function sameMulti(left: string, right: string, views: Both<View>, sameText: boolean): boolean {
  if (sameText && (views.left.options === null || views.right.options === null)) return true;
  const leftOptions = views.left.options ?? views.right.options ?? [];
  const rightOptions = views.right.options ?? views.left.options ?? [];
  const elements = (text: string, options: readonly Option[]): { option: Option | null; part: string }[] =>
    partsOf(text).map((part) => ({ option: optionOf(options, part), part: part.normalize('NFC') }));
  // FORMATS: "a cell that is no option compares as text"; so does a part.
  const same = (
    a: { option: Option | null; part: string },
    b: { option: Option | null; part: string },
  ): boolean => (a.option === null || b.option === null ? a.part === b.part : sameOption(a.option, b.option));
  const [as, bs] = [elements(left, leftOptions), elements(right, rightOptions)];
  return as.every((a) => bs.some((b) => same(a, b))) && bs.every((b) => as.some((a) => same(a, b)));
}

const sameOption = (a: Option, b: Option): boolean =>
  folded(a.value) === folded(b.value) || folded(a.label) === folded(b.label);
