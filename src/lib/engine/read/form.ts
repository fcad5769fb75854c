import { readBoolean } from './boolean.ts';
import type { Zone } from '../model/zone.ts';
import { dateText, datetimeText, isDayAlone, readDate, readDatetime } from './date.ts';
import type { FieldView } from './field-view.ts';
import { readNumber } from './number.ts';
import { optionFinder, splitMulti } from './select.ts';
import type { OptionFinder } from './select.ts';
import { readingOf } from './type-pair.ts';

export type Writer = (text: string) => string;

/**
 * The text that is written on the target for a non-blank source cell (FM8, S9). Give it declared views only: an
 * inferred type is never the reason a value is rewritten (FORMATS).
 */
export function writer(source: FieldView, target: FieldView): Writer {
  const kind = readingOf(target.type);
  switch (kind) {
    case 'number':
    case 'date':
    case 'datetime':
    case 'boolean':
      return formOf(kind, source, target);
    case 'text':
      return intoText(source);
    case 'single-select':
    case 'multi-select':
      return intoSelect(source, target);
    default:
      return kind satisfies never;
  }
}

const asItStands: Writer = (text) => text;

/** The text form of a type for a cell read as the source's file has it; any other cell as it stands. */
function formOf(
  kind: 'number' | 'date' | 'datetime' | 'boolean',
  source: FieldView,
  target: FieldView,
): Writer {
  switch (kind) {
    case 'number':
      return (text) => readNumber(text, source.decimal) ?? text;
    case 'boolean':
      return (text) => {
        const value = readBoolean(text);
        return value === null ? text : String(value);
      };
    case 'date':
      return (text) => {
        const days = readDate(text, source.dateOrder, source.zone, target.zone ?? source.zone);
        return days === null ? text : dateText(days);
      };
    case 'datetime':
      return (text) => {
        const ms = readDatetime(text, source.dateOrder, momentZone(text, source, target));
        return ms === null ? text : datetimeText(ms);
      };
    default:
      return kind satisfies never;
  }
}

/** TZ1: the zone of a cell without one; a day alone is a day of its own side, where that has no zone of the other. */
const momentZone = (text: string, source: FieldView, target: FieldView): Zone | null =>
  source.zone ?? (source.type !== 'datetime' && isDayAlone(text) ? target.zone : null);

function intoText(source: FieldView): Writer {
  const kind = readingOf(source.type);
  switch (kind) {
    case 'text':
      return asItStands;
    case 'single-select':
    case 'multi-select':
      return perOption(kind === 'multi-select', valueWriter(source));
    default:
      return formOf(kind, source, source);
  }
}

/** A cell is one option, unless its own field is a multi-select or is no select and goes into one with options. */
function intoSelect(source: FieldView, target: FieldView): Writer {
  const several =
    source.type === 'multi-select' ||
    (target.type === 'multi-select' && target.options !== null && source.type !== 'single-select');
  if (target.options === null) return perOption(several, valueWriter(source));
  return perOption(several, optionWriter(finderOf(source), optionFinder(target.options)));
}

/** Writes the source option's value. */
function valueWriter(source: FieldView): Writer {
  const find = finderOf(source);
  return (text) => find(text)?.value ?? text;
}

/** Writes the value of the target's option found by the source option's value, then its label, then the cell (S9). */
function optionWriter(findSource: OptionFinder, findTarget: OptionFinder): Writer {
  return (text) => {
    const option = findSource(text);
    const found =
      (option === null ? null : (findTarget(option.value) ?? findTarget(option.label))) ?? findTarget(text);
    return found?.value ?? text;
  };
}

const finderOf = (view: FieldView): OptionFinder =>
  view.options === null ? () => null : optionFinder(view.options);

/** Multi-select: each part by itself, joined with `;`. A cell without parts stays as it stands. */
function perOption(several: boolean, write: Writer): Writer {
  if (!several) return write;
  return (text) => {
    const parts = splitMulti(text);
    return parts.length === 0 ? text : parts.map(write).join(';');
  };
}
