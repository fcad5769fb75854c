import { appFacts, type AppFacts } from '../../model/app.ts';
import type { ObjectSync } from '../../model/design.ts';
import { lineAct } from '../../model/act.ts';
import { ofFields, type FieldWrite, type PlanLine } from '../../model/line.ts';
import { onBoth, otherSide, SIDES, type Both, type Side } from '../../model/side.ts';
import { stageFields } from '../../model/stages.ts';
import type { IdDamage } from '../../model/id-damage.ts';
import { columnsFor, writtenColumns, type FileColumns, type WrittenColumn } from './written-columns.ts';

export const CHANGED_FIELDS = 'Changed fields';

export type ChangeKind = 'creates' | 'updates' | 'deletes';

/** One file of changes: what is written on one side of one sync. */
export interface ChangeFile {
  readonly sync: string;
  readonly side: Side;
  readonly kind: ChangeKind;
  /** Number among the files that differ only in their set of fields, from 1; null where there is one. */
  readonly group: number | null;
  readonly header: readonly string[];
  /** The fields between the id and what is named last, as the design addresses them. */
  readonly fields: readonly string[];
}

export interface ChangeRow {
  readonly file: ChangeFile;
  readonly cells: readonly string[];
}

/** A write no cell of this target's file can say. */
export interface Unsayable {
  readonly sync: string;
  readonly side: Side;
  /** Of a create the id of the record it is made from. */
  readonly id: string;
  readonly isNew: boolean;
  readonly field: string;
  /**
   * `no-name`: its column has none. `shared-name`: so has another, which a blank would empty. `awaits-parent`: it is the id of a
   * record this plan creates (AS1), or is of a record that cannot be without that parent (S97).
   */
  readonly cause: 'clear' | 'reads-as-clear' | 'no-name' | 'shared-name' | 'awaits-parent';
}

/** A write that a cell says. */
interface SaidWrite {
  readonly field: string;
  readonly to: string;
}

/** What a side's files need to know of the file its records come from. */
export interface ChangeTarget {
  readonly columns: FileColumns;
  readonly idDamage: IdDamage | null;
}

/** Updates and deletes of a side that no file can say, since nothing finds the records there (RD10). */
export interface HeldUpdates {
  readonly sync: string;
  readonly side: Side;
  /** The id field; null where the design names none. */
  readonly field: string | null;
  readonly damage: IdDamage | null;
  readonly records: number;
}

/**
 * Turns plan lines into rows of change files in two passes over the same lines: `survey` each line, then `files` and `rows`.
 * Nothing is held but the sets of fields.
 */
export class ChangeRows {
  readonly #sync: ObjectSync;
  readonly #apps: Record<Side, AppFacts>;
  readonly #fields: Record<Side, readonly string[]>;
  /** Bit sets of written fields seen, as text, per kind and side. */
  readonly #seen = new Map<string, Set<string>>();
  readonly #targets: Both<ChangeTarget>;
  readonly #columns: Both<(field: string) => WrittenColumn>;
  readonly #held: Record<Side, number> = { left: 0, right: 0 };
  readonly #clears: Record<Side, number> = { left: 0, right: 0 };
  /** Fields whose parent a record cannot be without (AS6). */
  readonly #required: Both<readonly string[]>;
  #files: ReadonlyMap<string, ChangeFile> | null = null;

  constructor(sync: ObjectSync, kinds: Readonly<Record<Side, string>>, targets: Both<ChangeTarget>) {
    this.#sync = sync;
    this.#targets = targets;
    this.#columns = onBoth((side) => writtenColumns(targets[side].columns));
    this.#apps = { left: appFacts(kinds.left), right: appFacts(kinds.right) };
    const enabled = sync.mappings.filter((mapping) => mapping.enabled);
    this.#required = onBoth((side) =>
      sync.associations.filter(({ required }) => required).map((association) => association[side].field),
    );
    this.#fields = onBoth((side) => [
      ...enabled.map((mapping) => mapping[side]),
      ...stageFields(sync, side),
      ...sync.associations.map((association) => association[side].field),
    ]);
  }

  survey(line: PlanLine): void {
    if (this.#files !== null) throw new Error('the survey is over');
    for (const side of SIDES) {
      const kind = kindOf(line, side);
      if (kind === null) continue;
      if (this.#isHeld(side, kind)) {
        this.#held[side]++;
        continue;
      }
      const said = this.#said(line, side);
      if (said.length === 0 && kind !== 'deletes') continue;
      this.#clears[side] += said.filter(({ to }) => to === '').length;
      const place = placeOf(side, kind);
      const sets = this.#seen.get(place) ?? new Set();
      this.#seen.set(place, sets);
      sets.add(this.#setOf(side, said));
    }
  }

  /** The files with rows, left before right, creates before updates before deletes. */
  files(): readonly ChangeFile[] {
    return [...this.#settle().values()];
  }

  /** The rows of a line; of both sides where it writes on both. */
  rows(line: PlanLine): readonly ChangeRow[] {
    const files = this.#settle();
    return SIDES.flatMap((side): ChangeRow[] => {
      const said = this.#said(line, side);
      const kind = kindOf(line, side);
      if (kind === null || this.#isHeld(side, kind)) return [];
      if (said.length === 0 && kind !== 'deletes') return [];
      const own = files.get(groupKey(side, kind, this.#setOf(side, said)));
      const file = own ?? files.get(groupKey(side, kind, ''));
      if (file === undefined) throw new Error('a line that was not surveyed');
      return [{ file, cells: this.#cells(line, side, said, file) }];
    });
  }

  /** The updates no file is made for, after the survey. */
  held(): readonly HeldUpdates[] {
    return SIDES.filter((side) => this.#held[side] > 0).map((side) => ({
      sync: this.#sync.id,
      side,
      field: this.#sync[side].idField,
      damage: this.#targets[side].idDamage,
      records: this.#held[side],
    }));
  }

  /** Cells of a side's files that clear a field by a word of its app, after the survey; 0 where a blank does. */
  clears(side: Side): number {
    return this.#apps[side].blanks.clear === '' ? 0 : this.#clears[side];
  }

  /** What the files cannot say of a line whose updates they hold. */
  unsayable(line: PlanLine): readonly Unsayable[] {
    return ofFields(line.writes).flatMap((write): Unsayable[] => {
      const kind = kindOf(line, write.side);
      if (kind !== null && this.#isHeld(write.side, kind)) return [];
      const cause = this.#awaits(line, write.side) ? 'awaits-parent' : this.#unsayable(write);
      // A record that is not there yet is known by the one it is made from.
      const isNew = line[write.side] === null;
      const id = line[isNew ? otherSide(write.side) : write.side]?.id ?? '';
      return cause === null
        ? []
        : [{ sync: line.sync, side: write.side, id, isNew, field: write.field, cause }];
    });
  }

  /** Does a file say this write of a line? */
  says(line: PlanLine, write: Pick<FieldWrite, 'side' | 'field' | 'to'>): boolean {
    const kind = kindOf(line, write.side);
    if (kind === null || this.#isHeld(write.side, kind)) return false;
    const { side, field, to } = write;
    return field === null || (!this.#awaits(line, side) && this.#unsayable({ side, field, to }) === null);
  }

  /** Without an id field, or with ids a spreadsheet took for numbers, nothing finds the records (RD10). */
  #isHeld(side: Side, kind: ChangeKind): boolean {
    return kind !== 'creates' && (this.#sync[side].idField === null || this.#targets[side].idDamage !== null);
  }

  /** A create is not handed over without a parent it cannot be without, and that parent has no id yet (S97). */
  #awaits(line: PlanLine, side: Side): boolean {
    return (
      kindOf(line, side) === 'creates' &&
      ofFields(line.writes).some(
        (write) => write.side === side && write.to === null && this.#required[side].includes(write.field),
      )
    );
  }

  #unsayable({
    side,
    field,
    to,
  }: Pick<FieldWrite, 'side' | 'to'> & { readonly field: string }): Unsayable['cause'] | null {
    if (to === null) return 'awaits-parent';
    const { clear, blank } = this.#apps[side].blanks;
    const { name, upTo } = this.#columns[side](field);
    if (name.trim() === '') return 'no-name';
    if (blank === 'empties' && upTo.length > 1) return 'shared-name';
    if (to === '') return clear === null ? 'clear' : null;
    return clear !== null && to === clear ? 'reads-as-clear' : null;
  }

  #said(line: PlanLine, side: Side): SaidWrite[] {
    if (this.#awaits(line, side)) return [];
    return ofFields(line.writes).flatMap((write) =>
      write.side === side && write.to !== null && this.#unsayable(write) === null
        ? [{ field: write.field, to: write.to }]
        : [],
    );
  }

  #cells(line: PlanLine, side: Side, said: readonly SaidWrite[], file: ChangeFile): string[] {
    if (file.kind === 'deletes') return [line[side]?.id ?? ''];
    const { clear, namesFields } = this.#apps[side].blanks;
    const texts = new Map(said.map((write) => [write.field, write.to === '' ? (clear ?? '') : write.to]));
    const id = file.kind === 'updates' ? [line[side]?.id ?? ''] : [];
    const named = namesFields ? [said.map((write) => write.field).join(';')] : [];
    return [...id, ...file.fields.map((field) => texts.get(field) ?? ''), ...named];
  }

  #setOf(side: Side, said: readonly SaidWrite[]): string {
    const written = new Set(said.map((write) => write.field));
    return this.#fields[side].map((field) => (written.has(field) ? '1' : '0')).join('');
  }

  #settle(): ReadonlyMap<string, ChangeFile> {
    if (this.#files !== null) return this.#files;
    const files = new Map<string, ChangeFile>();
    for (const side of SIDES) {
      for (const kind of ['creates', 'updates', 'deletes'] as const) {
        const sets = [...(this.#seen.get(placeOf(side, kind)) ?? [])];
        const apart = kind === 'updates' && this.#apps[side].blanks.blank === 'empties' && sets.length > 1;
        if (sets.length === 0) continue;
        if (!apart) files.set(groupKey(side, kind, ''), this.#file(side, kind, null, sets));
        else
          sets.forEach((set, i) =>
            files.set(groupKey(side, kind, set), this.#file(side, kind, i + 1, [set])),
          );
      }
    }
    this.#files = files;
    return files;
  }

  #file(side: Side, kind: ChangeKind, group: number | null, sets: readonly string[]): ChangeFile {
    const { blanks } = this.#apps[side];
    const columnOf = this.#columns[side];
    const written = this.#fields[side].filter((_, i) => sets.some((set) => set[i] === '1'));
    const { idField } = this.#sync[side];
    const id = kind !== 'creates' && idField !== null ? [idField] : [];
    const fields = columnsFor(written, columnOf).filter((field) => !id.includes(field));
    const header = [
      ...id.map((field) => columnOf(field).name),
      ...fields.map((field) => columnOf(field).name),
      ...(blanks.namesFields && kind !== 'deletes' ? [CHANGED_FIELDS] : []),
    ];
    return { sync: this.#sync.id, side, kind, group, header, fields };
  }
}

/** The file that says what a line does on a side; null where it does nothing there. */
function kindOf(line: PlanLine, side: Side): ChangeKind | null {
  const act = lineAct(line, side);
  switch (act) {
    case 'create':
      return 'creates';
    case 'update':
      return 'updates';
    case 'none':
      return null;
    case 'delete':
      return 'deletes';
    case 'restore':
      throw new Error(`no change file says a ${act}`);
    default:
      return act satisfies never;
  }
}

const placeOf = (side: Side, kind: ChangeKind): string => `${side} ${kind}`;

const groupKey = (side: Side, kind: ChangeKind, set: string): string => `${placeOf(side, kind)} ${set}`;
