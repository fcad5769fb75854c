import type { CompiledMapping } from '../merge/compiled.ts';
import type { SameForm } from '../model/design.ts';
import type { DifferAct, DifferClass } from '../model/differ.ts';
import type { DateOrder } from '../model/field.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import { SIDES, type Both } from '../model/side.ts';
import { readBoolean } from '../read/boolean.ts';
import { comparer } from '../read/compare.ts';
import { lacksZone, readDate } from '../read/date.ts';
import { readNumber } from '../read/number.ts';
import { sameInForm } from '../read/same-form.ts';
import type { Tools } from '../tools.ts';
import type { LabelTable } from './label-table.ts';

/** The first pairs of one class, and what is known of them. */
export interface ClassMembers {
  readonly on: CompiledMapping;
  readonly pairs: readonly number[];
  readonly left: (pair: number) => string;
  readonly right: (pair: number) => string;
  /** Forms it takes beyond the class's own. */
  readonly forms: readonly string[];
  readonly table: LabelTable | null;
}

const TO_DO: DifferAct = { kind: 'to-do' };
const NO_COUNTRY = { left: null, right: null };
/** Pairs an offered act is tried on before it is offered. */
export const TRIED = 2000;

/** What takes a class of differences of a field away (DX2): offered only where it does, else a to-do for the data's owner. */
export function actFor(is: DifferClass, of: ClassMembers, tools: Tools): DifferAct {
  const act = actOn(is, of, tools);
  // What a declaration or a zone changes is the cell, and a transform stands between the cells and what is compared.
  return of.on.transform !== null && act.kind !== 'same' ? TO_DO : act;
}

function actOn(is: DifferClass, of: ClassMembers, tools: Tools): DifferAct {
  switch (is) {
    case 'case':
    case 'spaces':
    case 'punctuation':
    case 'diacritics':
      return withForms([...new Set([is, ...(of.forms as SameForm[])])]);
    case 'email':
    case 'web-address':
    case 'html':
      return withForms([is]);
    case 'list-order':
      return withForms(holds(of, sameInForm(['list-order'], NO_COUNTRY, tools)) ? [is] : [is, 'case']);
    case 'phone':
      return phoneAct(of, tools);
    case 'date-form':
      return dateAct(of);
    case 'number-form':
      return numberAct(of);
    case 'boolean-form':
      return holds(of, (l, r) => readBoolean(l) !== null && readBoolean(l) === readBoolean(r))
        ? declare({ type: 'boolean' }, { type: 'boolean' })
        : TO_DO;
    case 'label':
      return labelAct(of);
    case 'shift':
      return zoneAct(of, tools);
    case 'placeholder':
    case 'damaged':
    case 'scale':
    case 'rounded':
    case 'cut':
    case 'swapped':
    case 'contains':
    case 'other':
      return TO_DO;
    default:
      return is satisfies never;
  }
}

const withForms = (forms: readonly SameForm[]): DifferAct => ({ kind: 'same', forms, country: NO_COUNTRY });
const declare = (left: Record<string, unknown>, right: Record<string, unknown>): DifferAct => ({
  kind: 'declare',
  fields: { left, right },
});

function holds({ pairs, left, right }: ClassMembers, equal: (l: string, r: string) => boolean): boolean {
  return pairs.every((pair) => equal(left(pair), right(pair)));
}

/** Countries by their codes, the usual ones first: what numbers without one are tried as. */
const COUNTRIES = 'US NO SE DK FI GB DE FR NL BE ES IT PT CH AT IE PL CZ AU NZ CA IN BR JP MX ZA SG'.split(
  ' ',
);

function phoneAct(of: ClassMembers, tools: Tools): DifferAct {
  if (holds(of, sameInForm(['phone'], of.on.forms.country, tools))) return withForms(['phone']);
  const found = COUNTRIES.find((country) =>
    holds(of, sameInForm(['phone'], { left: country, right: country }, tools)),
  );
  if (found === undefined) return TO_DO;
  return { kind: 'same', forms: ['phone'], country: { left: found, right: found } };
}

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];

function dateAct(of: ClassMembers): DifferAct {
  for (const left of ORDERS) {
    for (const right of ORDERS) {
      const equal = (l: string, r: string): boolean => {
        const day = readDate(l, left);
        return day !== null && day === readDate(r, right);
      };
      if (holds(of, equal))
        return declare({ type: 'date', dateOrder: left }, { type: 'date', dateOrder: right });
    }
  }
  return TO_DO;
}

function numberAct(of: ClassMembers): DifferAct {
  for (const left of ['.', ','] as const) {
    for (const right of ['.', ','] as const) {
      const equal = (l: string, r: string): boolean => {
        const number = readNumber(l, left);
        return number !== null && number === readNumber(r, right);
      };
      if (holds(of, equal))
        return declare({ type: 'number', decimal: left }, { type: 'number', decimal: right });
    }
  }
  return TO_DO;
}

/** The other side's cells are looked up in these options too (S7). */
function labelAct({ on: { values }, table }: ClassMembers): DifferAct {
  if (table === null) return TO_DO;
  const text = (side: 'left' | 'right', value: number): string => {
    const { bytes, offsets } = values[side];
    return readUtf8(bytes, offsets[value]!, offsets[value + 1]!).trim();
  };
  const options = table.entries.map(([l, r]) => ({ value: text('left', l), label: text('right', r) }));
  return declare({ type: 'single-select', options }, { type: 'single-select' });
}

/** Zones tried where times are whole hours apart, one of each kind of clock. */
const ZONES = (
  'Europe/Berlin Europe/London Europe/Athens America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix ' +
  'America/Sao_Paulo Asia/Dubai Asia/Shanghai Asia/Tokyo Australia/Sydney Australia/Brisbane Pacific/Auckland Europe/Moscow ' +
  'Africa/Johannesburg Africa/Lagos Atlantic/Azores America/Halifax America/Bogota Asia/Bangkok Asia/Karachi Asia/Dhaka Pacific/Honolulu'
).split(' ');

/** The zone of the side whose times say none. */
function zoneAct(of: ClassMembers, tools: Tools): DifferAct {
  const bare = SIDES.filter((side) => of.pairs.every((pair) => lacksZone(of[side](pair))));
  for (const side of bare) {
    for (const timeZone of ZONES) {
      const zone = tools.zone(timeZone);
      const { left, right } = of.on.views;
      const views: Both<typeof left> = {
        left: side === 'left' ? { ...left, zone } : left,
        right: side === 'right' ? { ...right, zone } : right,
      };
      if (holds(of, comparer(views.left, views.right))) return { kind: 'time-zone', side, timeZone };
    }
  }
  return TO_DO;
}
