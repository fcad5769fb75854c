import { IdIndex, STANDING } from '../columns/id-index.ts';
import { linkId } from '../columns/link-table.ts';
import { columnOf, type Records } from '../columns/records.ts';
import { cellText } from '../columns/cell.ts';
import { CodeGroups } from '../match/keys/code-groups.ts';
import { KIND } from '../match/links/matches.ts';
import { MISSING, UNBOUND } from '../match/links/partners.ts';
import type { Matching } from '../match/match-records.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { createText } from '../merge/targets.ts';
import type { Association } from '../model/association.ts';
import { isBlank, type Column } from '../model/column.ts';
import type { ObjectSync } from '../model/design.ts';
import { mayWrite } from '../model/direction.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../model/side.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import { duplicateOf } from './duplicate-of.ts';
import { primaryOf } from './primary-parent.ts';

/** The object sync an association leads to, as far as it is known when the child is planned. */
export interface ParentSync {
  readonly sync: ObjectSync;
  readonly records: Both<Records>;
  readonly matching: Matching;
  /** Those of its design, without associations. */
  readonly mappings: readonly CompiledMapping[];
  /** 1 for the records of a side that this plan creates on the other one. */
  readonly creating: Both<Uint8Array>;
  /** Is a side's app Salesforce (S24)? */
  readonly salesforce: Both<boolean>;
}

/** How a parent is named on the other side: by what stands there, or by the record it is created from. */
export interface Place {
  readonly text: string;
  readonly created: boolean;
}

/** Finds rows by a field's text, trimmed; of several that hold it the first in reading order (S95). */
interface Holders {
  rowOf(text: string): number;
}

/** Who an association's cells name, and where those are on the other side (AS1, AS6). */
export class Parents {
  readonly #parent: ParentSync;
  readonly #association: Association;
  readonly #holders: Both<Holders>;
  /** Of links whose record of this side is not in the file: the row of the other side by its id. */
  readonly #away: Both<Holders>;
  readonly #groups: (CodeGroups | null)[] = [];

  private constructor(
    parent: ParentSync,
    association: Association,
    holders: Both<Holders>,
    away: Both<Holders>,
  ) {
    this.#parent = parent;
    this.#association = association;
    this.#holders = holders;
    this.#away = away;
  }

  static *open(parent: ParentSync, association: Association): Steps<Parents> {
    const holders: Record<Side, Holders> = { left: parent.records.left, right: parent.records.right };
    const away: Record<Side, Holders> = { left: NOBODY, right: NOBODY };
    for (const side of SIDES) {
      const { by } = association[side];
      if (by === null) {
        yield* parent.records[side].index();
        away[side] = yield* awayOn(parent, side);
      } else
        holders[side] = yield* holdersOf(parent.records[side], by, parent.matching.prior.presence[side].gone);
    }
    return new Parents(parent, association, holders, away);
  }

  /** How the parent a cell of a side names is named on the other one; null where it is missing there. */
  place(side: Side, cell: string): Place | null {
    const wanted = this.#wanted(side, cell);
    const row = this.#holders[side].rowOf(wanted);
    if (row >= 0) return this.#placeOf(side, row);
    const other = this.#away[side].rowOf(wanted);
    return other < 0 ? null : this.#named(otherSide(side), other);
  }

  /** The name a cell's parent is written with on its own side; the cell where nobody is found. */
  own(side: Side, cell: string): string {
    const wanted = this.#wanted(side, cell);
    const row = this.#holders[side].rowOf(wanted);
    if (row >= 0) return this.#named(side, this.#standing(side, row))?.text ?? cell;
    const other = this.#away[side].rowOf(wanted);
    return other < 0 ? cell : this.#linkedId(otherSide(side), other);
  }

  /** The parent found, else the id that was looked for. */
  ids(side: Side, cell: string): readonly string[] {
    const wanted = this.#wanted(side, cell);
    const row = this.#holders[side].rowOf(wanted);
    if (row >= 0) return [this.#parent.records[side].id(row)];
    return this.#association[side].by === null && wanted !== '' ? [wanted] : [];
  }

  #wanted(side: Side, cell: string): string {
    return this.#association[side].primaryOnly ? primaryOf(cell) : cell.trim();
  }

  #placeOf(side: Side, row: number): Place | null {
    const { creating } = this.#parent;
    const linked = this.#linkedPlace(side, row);
    if (linked !== null) return linked;
    if (creating[side][row] === 1) return this.#createdPlace(side, row);
    const first = this.#standing(side, row);
    return first === row ? null : this.#linkedPlace(side, first);
  }

  /** The linked record that a duplicate stands for; any other one for itself. */
  #standing(side: Side, row: number): number {
    const { kind, partner } = this.#parent.matching.matches;
    if (partner[side][row] !== UNBOUND || kind[side][row] !== KIND.duplicate) return row;
    const first = duplicateOf({ plan: this.#parent, groups: (key) => this.#groupsOf(key) }, side, row);
    return first >= 0 && partner[side][first] !== UNBOUND ? first : row;
  }

  #linkedPlace(side: Side, row: number): Place | null {
    const far = otherSide(side);
    const partner = this.#parent.matching.matches.partner[side][row]!;
    if (partner >= 0) return this.#named(far, partner);
    if (partner !== MISSING || this.#association[far].by !== null) return null;
    return { text: this.#linkedId(side, row), created: false };
  }

  /** The id of the linked counterpart of a record that is in no file. */
  #linkedId(side: Side, row: number): string {
    const { links, baselineOf } = this.#parent.matching.prior;
    return linkId(links, otherSide(side), baselineOf[side][row]!);
  }

  #createdPlace(side: Side, row: number): Place | null {
    const { records, mappings } = this.#parent;
    const far = otherSide(side);
    const { by } = this.#association[far];
    if (by === null) return { text: records[side].id(row), created: true };
    const on = mappings.find((one) => one.mapping[far] === by && mayWrite(one.direction, far));
    if (on === undefined || isBlank(on.given[side], row)) return null;
    return { text: createText(on, far, row).trim(), created: false };
  }

  #named(side: Side, row: number): Place | null {
    const { by } = this.#association[side];
    const records = this.#parent.records[side];
    const text = by === null ? records.id(row) : cellText(records.column(by), row).trim();
    return text === '' ? null : { text, created: false };
  }

  #groupsOf(key: number): CodeGroups {
    return (this.#groups[key] ??= new CodeGroups(this.#parent.matching.codes[key]!));
  }
}

const NOBODY: Holders = { rowOf: () => -1 };

/** What is gone from its app names nobody (S431): the first that is there does. */
function* holdersOf(records: Records, field: string, gone: Uint8Array | null): Steps<Holders> {
  const column = records.column(field);
  if (gone !== null) return yield* presentHolders(column, gone);
  const index = new IdIndex(column, false);
  const standings = yield* index.enterAll();
  const rows: number[] = [];
  standings.forEach((standing, row) => {
    if (standing === STANDING.new) rows.push(row);
  });
  return {
    rowOf(text) {
      const number = text === '' ? -1 : index.find(text);
      return number < 0 ? -1 : rows[number]!;
    },
  };
}

function* presentHolders(column: Column, gone: Uint8Array): Steps<Holders> {
  const rows = new Map<string, number>();
  const pass = (from: number, to: number): void => {
    for (let row = from; row < to; row++) {
      const text = gone[row] === 1 ? '' : cellText(column, row).trim();
      if (text !== '' && !rows.has(text)) rows.set(text, row);
    }
  };
  yield* inSlices('links', column.rows, pass, TEXT_SLICE);
  return { rowOf: (text) => rows.get(text) ?? -1 };
}

function* awayOn({ matching, salesforce }: ParentSync, side: Side): Steps<Holders> {
  const far = otherSide(side);
  const { links, baselineOf } = matching.prior;
  const rows: number[] = [];
  matching.matches.partner[far].forEach((partner, row) => {
    if (partner === MISSING) rows.push(row);
  });
  if (rows.length === 0) return NOBODY;
  const ids = columnOf(rows.map((row) => linkId(links, side, baselineOf[far][row]!)));
  const index = new IdIndex(ids, salesforce[side]);
  yield* index.enterAll();
  return { rowOf: (text) => rows[index.find(text)] ?? -1 };
}

/** Nobody is created. */
export const noneCreating = (records: Both<Records>): Both<Uint8Array> =>
  onBoth((side) => new Uint8Array(records[side].count));
