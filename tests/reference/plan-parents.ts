import type { Association } from '../../src/lib/engine/model/association.ts';
import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import type { FieldWrite } from '../../src/lib/engine/model/line.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import { otherSide, SIDES, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import type { Verdict } from './plan-match.ts';
import { directionOf } from './read-world-design.ts';
import { isBlank } from './values.ts';
import { cell, idKey, shown, type Rec } from './world.ts';

/** What a child may ask of the sync its parents are in. */
export interface ParentKnown {
  readonly records: Both<readonly Rec[]>;
  /** Does its app say that it is gone (S430)? */
  readonly isGone: (record: Rec) => boolean;
  readonly partner: ReadonlyMap<Rec, Rec | { readonly missing: string; readonly deleted: boolean }>;
  readonly verdicts: ReadonlyMap<Rec, Verdict>;
  readonly salesforce: Both<boolean>;
  /** Is it created on the other side by this plan? */
  readonly creates: (record: Rec) => boolean;
  /** What that create writes into a field; blank where nothing. */
  readonly createText: (record: Rec, field: string) => string;
}

/** How a parent is named on the other side; `from`: the record it is created from, its id is not known yet. */
export type Place = { readonly to: string } | { readonly from: string };

/** AS1, AS6: one association of a sync. */
export class ParentNames {
  readonly association: Association;
  readonly #known: ParentKnown;

  constructor(association: Association, known: ParentKnown) {
    this.association = association;
    this.#known = known;
  }

  /** Where the parent of a cell is on the other side, null where it is missing there; a blank cell has none. */
  place(side: Side, text: string): Place | null {
    const parent = this.#find(side, text);
    if (parent !== null) return this.#placeOf(parent);
    const linked = this.#linkedFrom(side, text);
    return linked === null ? null : this.#named(linked);
  }

  /** The name its own side gives to the parent of a cell. */
  own(side: Side, text: string): string {
    const parent = this.#find(side, text);
    if (parent !== null) {
      const named = this.#named(this.#standing(parent));
      return named === null ? text : named.to;
    }
    const linked = this.#linkedFrom(side, text);
    const partner = linked === null ? undefined : this.#known.partner.get(linked);
    return partner !== undefined && 'missing' in partner ? partner.missing : text;
  }

  /** FORMATS: "`ids` the parent found, or the id looked for, `[]` where `by` found none". */
  ids(side: Side, text: string): string[] {
    const parent = this.#find(side, text);
    if (parent !== null) return [parent.id];
    const wanted = this.#wanted(side, text);
    return this.association[side].by !== null || wanted === '' ? [] : [wanted];
  }

  #wanted(side: Side, text: string): string {
    if (!this.association[side].primaryOnly) return text.trim();
    const parts = text.split(';').map((part) => part.trim());
    return parts.find((part) => part !== '') ?? '';
  }

  #find(side: Side, text: string): Rec | null {
    const wanted = this.#wanted(side, text);
    const { by } = this.association[side];
    if (wanted === '') return null;
    const isIt = (record: Rec): boolean =>
      by === null
        ? this.#sameId(side, record.id, wanted)
        : !this.#known.isGone(record) && cell(record, by).trim() === wanted;
    return this.#known.records[side].find(isIt) ?? null;
  }

  /** The record of the other side whose link says this id, which is in no file. */
  #linkedFrom(side: Side, text: string): Rec | null {
    if (this.association[side].by !== null) return null;
    const wanted = this.#wanted(side, text);
    const isIt = (record: Rec): boolean => {
      const partner = this.#known.partner.get(record);
      return (
        partner !== undefined &&
        'missing' in partner &&
        !partner.deleted &&
        this.#sameId(side, partner.missing, wanted)
      );
    };
    return this.#known.records[otherSide(side)].find(isIt) ?? null;
  }

  #sameId(side: Side, one: string, other: string): boolean {
    const { salesforce } = this.#known;
    return idKey(one, salesforce[side]) === idKey(other, salesforce[side]);
  }

  #placeOf(parent: Rec): Place | null {
    const { partner, creates, createText } = this.#known;
    const far = otherSide(parent.side);
    if (partner.has(parent)) return this.#linked(parent);
    if (creates(parent)) {
      const { by } = this.association[far];
      if (by === null) return { from: parent.id };
      const to = createText(parent, by).trim();
      return to === '' ? null : { to };
    }
    const standing = this.#standing(parent);
    return standing === parent ? null : this.#linked(standing);
  }

  /** AS6: "a duplicate parent stands for the record it duplicates only if that one is linked". */
  #standing(parent: Rec): Rec {
    const { partner, verdicts } = this.#known;
    const verdict = verdicts.get(parent);
    if (partner.has(parent) || verdict?.kind !== 'duplicate') return parent;
    const { of } = verdict;
    if (of === null || 'missing' in of || of.side !== parent.side) return parent;
    return partner.has(of) ? of : parent;
  }

  #linked(record: Rec): { to: string } | null {
    const partner = this.#known.partner.get(record);
    if (partner === undefined) return null;
    if (!('missing' in partner)) return this.#named(partner);
    // DE5: what was deleted is not there by its id either (S132).
    if (partner.deleted) return null;
    return this.association[otherSide(record.side)].by === null ? { to: partner.missing } : null;
  }

  #named(record: Rec): { to: string } | null {
    const { by } = this.association[record.side];
    const to = by === null ? record.id : cell(record, by).trim();
    return to === '' ? null : { to };
  }
}

/** The associations of a sync by the mappings they are planned as. */
export type AllParents = ReadonlyMap<FieldMapping, ParentNames>;

export interface MissingParents {
  readonly reasons: readonly Reason[];
  /** AS6: "with `required: true` on the association the child is failing". */
  readonly refused: boolean;
}

/** AS6 and FORMATS: a missing parent on the sides the association may flow from; a blank cell on a create only, where it is required. */
export function missingParents(
  sync: ObjectSync,
  parents: AllParents,
  subject: { readonly left: Rec | null; readonly right: Rec | null },
): MissingParents {
  const reasons: Reason[] = [];
  let refused = false;
  const isCreate = subject.left === null || subject.right === null;
  for (const [mapping, names] of parents) {
    for (const source of SIDES) {
      const record = subject[source];
      const side = otherSide(source);
      if (record === null || !mayWrite(directionOf(sync, mapping), side)) continue;
      const text = cell(record, mapping[source]);
      const { required } = names.association;
      const lacks = isBlank(text) ? isCreate && required : names.place(source, text) === null;
      if (!lacks) continue;
      if (required) refused = true;
      const ids = names.ids(source, text);
      reasons.push({ code: 'parent-missing', side, field: mapping[side], value: shown(text), ids });
    }
  }
  return { reasons, refused };
}

/** What is only said of a subject's parents: those that are missing, and those beside the primary one (AS3, S111). */
export function parentNotes(
  sync: ObjectSync,
  parents: AllParents,
  subject: { readonly left: Rec | null; readonly right: Rec | null },
): Reason[] {
  const reasons: Reason[] = [...missingParents(sync, parents, subject).reasons];
  for (const [mapping, names] of parents) {
    for (const side of SIDES) {
      const record = subject[side];
      if (record === null || !mayWrite(directionOf(sync, mapping), otherSide(side))) continue;
      if (!names.association[side].primaryOnly) continue;
      const [primary, ...others] = cell(record, mapping[side])
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
      others.forEach((value, at) => {
        if (value === primary || others.indexOf(value) < at) return;
        const ids = names.ids(side, value);
        reasons.push({ code: 'not-primary', side, field: mapping[side], value, ids });
      });
    }
  }
  return reasons;
}

/** The members of a write that say what it writes. */
export const written = (names: ParentNames, source: Side, place: Place): Pick<FieldWrite, 'to' | 'ref'> =>
  'to' in place
    ? { to: place.to }
    : { to: null, ref: { sync: names.association.to, side: source, id: place.from } };
