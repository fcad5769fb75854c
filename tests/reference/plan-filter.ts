import type { Filter, FilterCondition } from '../../src/lib/engine/model/filter.ts';
import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import { otherSide, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import { inferredKind, readAs, viewOf, type View } from './field-kind.ts';
import type { Pair } from './plan-links.ts';
import { fieldOf } from './read-world-design.ts';
import { folded, isBlank, readNumber } from './values.ts';
import { AS_OF, cell, idKey, type Rec } from './world.ts';

/** FI over the records of one sync. */
export class Filtering {
  readonly #sync: ObjectSync;
  readonly #records: Both<readonly Rec[]>;
  readonly #salesforce: Both<boolean>;

  constructor(sync: ObjectSync, records: Both<readonly Rec[]>, salesforce: Both<boolean>) {
    this.#sync = sync;
    this.#records = records;
    this.#salesforce = salesforce;
  }

  /** FI4: what filters and lists have against a subject; `linked`: in the baseline or by a person. */
  reasons(subject: readonly Rec[], linked: boolean): Reason[] {
    const filtered =
      linked && this.#sync.filters.mode === 'initial-only' ? [] : this.#filtered(subject, 'filtered');
    const denied = subject.filter((record) => this.#listed('deny', record));
    return [...filtered, ...denied.map(({ side }): Reason => ({ code: 'denied', side }))];
  }

  /** FI5: what the filters would have against a pair that is in sync already. */
  notes(pair: Pair): Reason[] {
    const linked = pair.by === 'baseline' || pair.by === 'person';
    if (!linked || this.#sync.filters.mode === 'continuous') return [];
    return this.#filtered([pair.left, pair.right], 'filter-would-exclude');
  }

  /** FI3, FI6: nobody is kept out if one of those asked passes, or one of all is allowed. */
  #filtered(subject: readonly Rec[], code: 'filtered' | 'filter-would-exclude'): Reason[] {
    const asked = subject.filter(({ side }) => mayWrite(this.#sync.direction, otherSide(side)));
    const isAllowed = subject.some((record) => this.#listed('allow', record));
    if (isAllowed || asked.some((record) => this.#passes(record))) return [];
    return asked.map(({ side }) => ({ code, side }));
  }

  #listed(list: 'allow' | 'deny', { side, id }: Rec): boolean {
    const key = (one: string): string => idKey(one, this.#salesforce[side]);
    return this.#sync.filters[list][side].some((one) => key(one) === key(id));
  }

  #passes(record: Rec): boolean {
    const filter: Filter | null = this.#sync.filters[record.side];
    if (filter === null || filter.any.length === 0) return true;
    return filter.any.some(({ all }) => all.every((condition) => this.#holds(condition, record)));
  }

  #holds(condition: FilterCondition, record: Rec): boolean {
    return holds(condition, cell(record, condition.field), this.#viewOf(record.side, condition.field));
  }

  /** "typed when the field is": declared, else inferred. */
  #viewOf(side: Side, field: string): View {
    const declared = fieldOf(this.#sync, side, field);
    const zone = this.#sync[side].timeZone ?? null;
    if (declared !== null) return viewOf(declared, zone);
    return {
      ...viewOf(null, zone),
      kind: inferredKind(this.#records[side].map((record) => cell(record, field))),
    };
  }
}

/** FI1. */
export function holds(condition: FilterCondition, text: string, view: View): boolean {
  if (condition.op === 'unknown' || condition.op === 'known')
    return isBlank(text) === (condition.op === 'unknown');
  const { op } = condition;
  if (op === 'ne') return !holds({ ...condition, op: 'eq' }, text, view);
  if (isBlank(text)) return false;
  if (op === 'in')
    return condition.values.some((value) => holds({ ...condition, op: 'eq', value }, text, view));
  if (op === 'between') {
    const { field, from, to } = condition;
    return (
      holds({ field, op: 'ge', value: from }, text, view) && holds({ field, op: 'le', value: to }, text, view)
    );
  }
  if (op === 'last-days') {
    const day = readAs('date', text, view);
    const first = new Date(Date.parse(AS_OF) - condition.days * 86_400_000).toISOString().slice(0, 10);
    return day !== null && day >= first && day <= AS_OF;
  }
  const value = 'value' in condition ? condition.value : '';
  const fold = (one: string): string => folded(one.normalize('NFC'));
  if (op === 'contains') return fold(text).includes(fold(value));
  if (op === 'starts-with') return fold(text).startsWith(fold(value));
  const [own, wanted] = [placeOf(text, value, view, false), placeOf(value, value, view, true)];
  if (op === 'eq') return own === null || wanted === null ? fold(text) === fold(value) : own === wanted;
  if (own === null || wanted === null) return false;
  if (op === 'lt') return own < wanted;
  if (op === 'le') return own <= wanted;
  return op === 'gt' ? own > wanted : own >= wanted;
}

/** Where a text stands in the order of its type, a moment by its day where the condition names a day. */
function placeOf(text: string, value: string, view: View, ofCondition: boolean): number | string | null {
  switch (view.kind) {
    case 'number': {
      const canonical = ofCondition && readNumber(text, '.') === text.trim();
      const read = readNumber(text, canonical ? '.' : view.decimal);
      return read === null ? null : Number(read);
    }
    case 'boolean': {
      const read = readAs('boolean', text, view);
      return read === null ? null : Number(read === 'true');
    }
    case 'date':
    case 'datetime': {
      const byDay = view.kind === 'date' || !value.includes(':');
      const read = readAs(byDay ? 'date' : 'datetime', text, view);
      return read === null ? null : Date.parse(read);
    }
    case 'text':
    case 'single-select':
    case 'multi-select':
      return folded(text.normalize('NFC'));
    default:
      return view.kind satisfies never;
  }
}
