import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { FilterCondition } from '../../src/lib/engine/model/filter.ts';
import type { OfField as FieldWrite } from '../../src/lib/engine/model/line.ts';
import type { Reason, ReasonCode } from '../../src/lib/engine/model/reason.ts';
import { REASON_CODES } from '../../src/lib/engine/model/reason.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { inferredKind, viewOf } from './field-kind.ts';
import { holds } from './plan-filter.ts';
import { partMappings } from './plan-stages.ts';
import type { MissingParents } from './plan-parents.ts';
import { fieldOf } from './read-world-design.ts';
import { folded, isBlank } from './values.ts';
import { cell, type Rec } from './world.ts';
import { misfit } from './written.ts';

export interface Subject {
  readonly left: Rec | null;
  readonly right: Rec | null;
}

export interface Wanted {
  readonly write: FieldWrite;
  readonly readable: boolean;
  /** What the transform could not take (FM10). */
  readonly untaken: { readonly code: ReasonCode; readonly value: string } | null;
  /** Names a parent: judged by AS6, not by its field. */
  readonly association: boolean;
}

/** FM9 over the subjects of one sync in line order: it remembers which line took which unique value. */
export class Fits {
  readonly #sync: ObjectSync;
  readonly #records: Both<readonly Rec[]>;
  readonly #tools: Tools;
  readonly #taken: { side: Side; field: string; value: string; by: Rec }[] = [];

  constructor(sync: ObjectSync, records: Both<readonly Rec[]>, tools: Tools) {
    this.#sync = sync;
    this.#records = records;
    this.#tools = tools;
  }

  /** Every cause of failing, in the order of a plan line; none: the subject's values are taken. */
  check(
    subject: Subject,
    all: readonly Wanted[],
    known: readonly Reason[],
    parents: MissingParents,
    creates: Side | null = null,
  ): Reason[] {
    const reasons: Reason[] = [...known, ...(parents.refused ? parents.reasons : [])];
    const wanted = all.flatMap(({ write, ...rest }) =>
      rest.association || write.to === null ? [] : [{ write: { ...write, to: write.to }, ...rest }],
    );
    for (const { write, readable, untaken } of wanted) {
      const field = fieldOf(this.#sync, write.side, write.field);
      const found =
        untaken === null
          ? misfit(this.#sync, write.side, field, write.field, write.to, readable, this.#tools)
          : { code: untaken.code, side: write.side, field: write.field, value: untaken.value };
      const isStage = partMappings(this.#sync).some(
        ({ owns, mapping }) => owns[write.side] && mapping[write.side] === write.field,
      );
      if (found !== null) {
        const isUnknown = isStage && found.code === 'option-missing';
        reasons.push(isUnknown ? { ...found, code: 'unknown-stage' } : found);
      }
      const held = field?.unique === true ? this.#holders(subject, write) : [];
      if (held.length > 0) {
        const more = held.length > 20 ? { more: held.length - 20 } : {};
        const ids = held.slice(0, 20).map((record) => record.id);
        reasons.push({
          code: 'not-unique',
          side: write.side,
          field: write.field,
          value: write.to,
          ids,
          ...more,
        });
      }
    }
    if (creates !== null) reasons.push(...this.#requiredBlanks(creates, all));
    for (const side of creates === null ? SIDES : [creates]) {
      const before = reasons.filter((one) => one.code === 'required-blank' && one.side === side);
      const more = this.#requiredWhen(side, subject[side], all);
      reasons.push(...more.filter(({ field }) => before.every((one) => one.field !== field)));
    }
    if (reasons.length === 0) {
      for (const { write } of wanted) {
        const by = subject[write.side] ?? subject[otherSide(write.side)];
        if (by === null || isBlank(write.to)) continue;
        this.#taken.push({ side: write.side, field: write.field, value: folded(write.to), by });
      }
    } else if (!parents.refused) reasons.push(...parents.reasons);
    return this.#inOrder(reasons);
  }

  /** FM9, S32: who holds this value now, or takes it on an earlier line. */
  #holders(subject: Subject, write: FieldWrite & { readonly to: string }): Rec[] {
    if (isBlank(write.to)) return [];
    const value = folded(write.to);
    const now = this.#records[write.side].filter(
      (record) => record !== subject[write.side] && folded(cell(record, write.field)) === value,
    );
    const earlier = this.#taken
      .filter((one) => one.side === write.side && one.field === write.field && one.value === value)
      .map((one) => one.by);
    return [...new Set([...now, ...earlier])];
  }

  /** S31: every required, writable field of the target without a value that is written. */
  #requiredBlanks(side: Side, wanted: readonly Wanted[]): Reason[] {
    return (this.#sync.schema[side]?.fields ?? [])
      .filter((field) => field.required && !field.readOnly && field.type !== 'calculated')
      .filter(
        (field) =>
          !wanted.some(
            ({ write }) => write.field === field.name && (write.to === null || !isBlank(write.to)),
          ),
      )
      .map((field) => ({ code: 'required-blank', side, field: field.name }));
  }

  /** S110: what the write leaves blank of a record (null: a create's) though its conditions hold then, if it touches one of the two. */
  #requiredWhen(side: Side, record: Rec | null, wanted: readonly Wanted[]): Reason[] {
    const writeTo = (name: string) =>
      wanted.find(({ write }) => write.side === side && write.field === name)?.write ?? null;
    const after = (name: string): string => {
      const write = writeTo(name);
      if (write !== null) return write.to ?? write.ref?.id ?? '';
      return record === null ? '' : cell(record, name);
    };
    const touches = (name: string): boolean => record === null || writeTo(name) !== null;
    const holdsOf = (condition: FilterCondition): boolean => {
      const { field } = condition;
      const declared = fieldOf(this.#sync, side, field);
      const cells = this.#records[side].map((one) => cell(one, field));
      const zone = this.#sync[side].timeZone ?? null;
      const own = viewOf(declared, zone);
      const view = declared === null ? { ...own, kind: inferredKind(cells) } : own;
      return holds(condition, after(field), view);
    };
    return (this.#sync.schema[side]?.fields ?? []).flatMap(
      ({ name, readOnly, type, requiredWhen = [] }): Reason[] => {
        if (requiredWhen.length === 0 || readOnly || type === 'calculated') return [];
        const asked = [name, ...requiredWhen.map(({ field }) => field)];
        if (!asked.some(touches) || !isBlank(after(name)) || !requiredWhen.every(holdsOf)) return [];
        const rule = requiredWhen.map(told).join(' and ');
        return [{ code: 'required-blank', side, field: name, rule }];
      },
    );
  }

  /** S31: by side, code list, then mapped fields in mapping order, then unmapped ones in schema order. */
  #inOrder(reasons: readonly Reason[]): Reason[] {
    const fieldPlace = (reason: Reason): number => {
      const mappings = this.#sync.mappings;
      const mapped = mappings.findIndex((one) => one.enabled && one[reason.side] === reason.field);
      if (mapped >= 0) return mapped;
      const parts = partMappings(this.#sync);
      const part = parts.findIndex(
        ({ owns, mapping }) => owns[reason.side] && mapping[reason.side] === reason.field,
      );
      if (part >= 0) return mappings.length + part;
      const fields = this.#sync.schema[reason.side]?.fields ?? [];
      return mappings.length + parts.length + fields.findIndex((field) => field.name === reason.field);
    };
    const keys = (reason: Reason): number[] => [
      SIDES.indexOf(reason.side),
      REASON_CODES.indexOf(reason.code),
      fieldPlace(reason),
    ];
    return [...reasons].sort((a, b) => {
      const [as, bs] = [keys(a), keys(b)];
      return as.map((one, index) => one - (bs[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
    });
  }
}

/** `Stage eq Lost`, `Amount between 1 to 5`. */
function told(condition: FilterCondition): string {
  const { field, op, ...rest } = condition;
  const values = Object.values(rest).map((one) => (Array.isArray(one) ? one.join(', ') : String(one)));
  return [field, op, values.join(' to ')].filter((one) => one !== '').join(' ');
}
