import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { intersect } from '../../src/lib/engine/model/direction.ts';
import type { FieldDef } from '../../src/lib/engine/model/field.ts';
import type { ReasonCode } from '../../src/lib/engine/model/reason.ts';
import { otherSide, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import type { Transform } from '../../src/lib/engine/model/transform.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { inferredKind, optionOf, partsOf, viewOf, type View } from './field-kind.ts';
import { fieldOf } from './read-world-design.ts';
import { folded, isBlank, readDate, readNumber } from './values.ts';
import { cell, type Rec } from './world.ts';
import { writtenText } from './written.ts';

/** A text on its way to the other side; `taken` is false where the transform has no word for it. */
export interface Made {
  readonly text: string;
  readonly taken: boolean;
}

/** FM10: a mapping's transform in this sync. */
export class MappingTransform {
  readonly transform: Transform;
  readonly source: Side;
  /** How the target's cells are read, and both sides compared. */
  readonly view: View;
  readonly #read: View;
  readonly #target: FieldDef | null;
  /** TZ1: of both sides, source first. */
  readonly #zones: readonly [string | null, string | null];
  /** S221. */
  readonly #country: string | null;
  readonly #tools: Tools;

  constructor(
    sync: ObjectSync,
    mapping: FieldMapping,
    transform: Transform,
    records: Both<readonly Rec[]>,
    tools: Tools,
  ) {
    this.transform = transform;
    this.source = sourceOf(sync, mapping);
    const from = mapping[this.source];
    this.#zones = [sync[this.source].timeZone ?? null, sync[otherSide(this.source)].timeZone ?? null];
    const declared = fieldOf(sync, this.source, from);
    this.#target = fieldOf(sync, otherSide(this.source), mapping[otherSide(this.source)]);
    this.#country = declared?.country ?? this.#target?.country ?? null;
    this.view = viewOf(this.#target, this.#zones[1]);
    const joins = transform.kind === 'join';
    const kind = joins ? 'text' : inferredKind(records[this.source].map((record) => cell(record, from)));
    this.#read = { ...viewOf(declared, this.#zones[0]), ...(declared === null ? { kind } : {}) };
    this.#tools = tools;
  }

  get constant(): boolean {
    return this.transform.kind === 'constant';
  }

  get refusal(): ReasonCode {
    if (this.transform.kind === 'date-format') return 'bad-date';
    return this.transform.kind === 'number-format' ? 'bad-number' : 'option-missing';
  }

  /** What a side's cell is on the other side. */
  made(side: Side, text: string): Made {
    if (side !== this.source) {
      const back = isBlank(text) ? '' : hasInverse(this.transform) ? this.#back(text) : text;
      return { text: back ?? text, taken: back !== null };
    }
    if (this.constant) return { text: this.#form(this.#there(text) ?? ''), taken: true };
    const there = isBlank(text) ? '' : this.#there(text);
    if (there === null) return { text, taken: false };
    return { text: there === '' ? '' : this.#form(there), taken: true };
  }

  /** "in the target's form": what is only cut keeps the signs of its own file, a constant is as the design has it. */
  #form(text: string): string {
    if (this.constant) return text;
    const keeps = ['trim', 'case', 'split', 'join', 'phone'].includes(this.transform.kind);
    const own = keeps ? { decimal: this.#read.decimal, dateOrder: this.#read.order } : {};
    const asText = { name: '', type: 'text', decimal: null, dateOrder: null, ...own } as unknown as FieldDef;
    const zone = keeps ? this.#read.zone : this.view.zone;
    return writtenText(text, asText, this.#target, [zone, this.#zones[1]]);
  }

  #there(text: string): string | null {
    const { transform } = this;
    switch (transform.kind) {
      case 'trim':
        return text.trim();
      case 'case':
        if (transform.to === 'upper') return text.toUpperCase();
        if (transform.to === 'lower') return text.toLowerCase();
        return titled(text.toLowerCase());
      case 'split': {
        const spaces = transform.at.trim() === '';
        const parts = text
          .trim()
          .split(spaces ? /\s+/ : transform.at)
          .map((part) => part.trim());
        if (transform.take === 'rest') return parts.slice(1).join(spaces ? ' ' : transform.at);
        const place =
          { first: 0, last: parts.length - 1 }[transform.take as 'first'] ?? Number(transform.take);
        return parts[place < 0 ? parts.length + place : place] ?? '';
      }
      // The field it reads is the joined text.
      case 'join':
        return text;
      case 'phone':
        return this.#tools.phone(text, transform.country ?? this.#country) ?? text.trim();
      case 'value-map':
        return this.#mapped(text, transform.map, transform.otherwise, this.#read);
      case 'lookup':
        return this.#mapped(text, transform.table, 'fail', this.#read);
      case 'constant':
        return transform.value;
      case 'date-format': {
        const { order, zone } = this.#read;
        const iso = readDate(text, order, zone, this.view.zone ?? zone);
        if (iso === null) return null;
        const [year = '', month = '', day = ''] = iso.split('-');
        return transform.to
          .replace('YYYY', year)
          .replace(/MM?/, (sign) => (sign === 'MM' ? month : String(Number(month))))
          .replace(/DD?/, (sign) => (sign === 'DD' ? day : String(Number(day))));
      }
      case 'number-format': {
        const canonical = readNumber(text, this.#read.decimal);
        if (canonical === null) return null;
        const number = Number(canonical);
        const { decimals, decimal, group } = transform;
        const rounded = decimals === null ? canonical : roundedTo(number, decimals);
        const [whole = '', fraction] = rounded.split('.');
        const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
        return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
      }
      default:
        return transform satisfies never;
    }
  }

  #back(text: string): string | null {
    const { transform } = this;
    if (transform.kind === 'value-map') {
      const turned = transform.map.map(([from, to]) => [to, from] as const);
      return this.#mapped(text, turned, transform.otherwise, this.view);
    }
    if (transform.kind === 'number-format') return readNumber(text, transform.decimal);
    if (transform.kind !== 'date-format') throw new Error(`no way back: ${transform.kind}`);
    // The patterns of the worlds are three parts with one sign between them.
    const sign = /[^YMD]/.exec(transform.to)?.[0] ?? '';
    const names = transform.to.split(sign).map((part) => part.charAt(0));
    const parts = text.trim().split(sign);
    if (
      parts.length !== 3 ||
      parts.some((part, i) => !(names[i] === 'Y' ? /^\d{4}$/ : /^\d\d?$/).test(part))
    ) {
      return null;
    }
    const part = (name: string): string => (parts[names.indexOf(name)] ?? '').padStart(2, '0');
    return readDate(`${part('Y')}-${part('M')}-${part('D')}`, 'ymd');
  }

  #mapped(
    text: string,
    map: readonly (readonly [string, string])[],
    otherwise: 'fail' | 'keep' | 'blank',
    view: View,
  ): string | null {
    const fold = (one: string): string => folded(one.normalize('NFC'));
    const single = (one: string): string | null => {
      const option =
        view.options === null || !view.kind.endsWith('select') ? null : optionOf(view.options, one);
      const exact = map.findLast(([from]) => from.trim() === one.trim());
      const names = [one, ...(option === null ? [] : [option.value, option.label])];
      const found =
        exact ??
        names.map((name) => map.find(([from]) => fold(from) === fold(name))).find((hit) => hit !== undefined);
      if (found !== undefined) return found[1];
      return { fail: null, keep: one, blank: '' }[otherwise];
    };
    if (view.kind !== 'multi-select') return single(text);
    const parts = partsOf(text).map(single);
    return parts.some((part) => part === null) ? null : parts.filter((part) => part !== '').join(';');
  }
}

const titled = (text: string): string =>
  [...text]
    .map((letter, i, all) => (i === 0 || /[\s\-'’]/.test(all[i - 1] ?? '') ? letter.toUpperCase() : letter))
    .join('');

/** Half away from zero; the worlds have numbers a double holds. */
function roundedTo(number: number, decimals: number): string {
  const scale = 10 ** decimals;
  const size = Math.floor(Math.abs(number) * scale + 0.5) / scale;
  return (number < 0 && size > 0 ? '-' : '') + size.toFixed(decimals);
}

export const sourceOf = (sync: ObjectSync, mapping: FieldMapping): Side =>
  intersect(sync.direction, mapping.direction ?? sync.direction) === 'right-to-left' ? 'right' : 'left';

/** FORMATS: "every other kind is one-way". */
export function hasInverse(transform: Transform): boolean {
  if (transform.kind === 'date-format' || transform.kind === 'number-format') return true;
  if (transform.kind !== 'value-map' || transform.otherwise === 'blank') return false;
  const values = transform.map.map(([, to]) => folded(to.normalize('NFC')));
  return values.every((value, i) => value !== '' && values.indexOf(value) === i);
}

/** The transform of a mapping, null where it has none. */
export const transformOf = (
  sync: ObjectSync,
  mapping: FieldMapping,
  records: Both<readonly Rec[]>,
  tools: Tools,
): MappingTransform | null =>
  mapping.transform === null ? null : new MappingTransform(sync, mapping, mapping.transform, records, tools);

/** A canonical number is of its target's type whatever that field's own sign is (S55). */
export const isCanonical = (to: string, target: FieldDef | null): boolean =>
  target?.type === 'number' && readNumber(to, '.') === to;
