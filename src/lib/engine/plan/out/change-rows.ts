import { appFacts, type AppFacts } from '../../model/app.ts';
import type { ObjectSync } from '../../model/design.ts';
import { lineAct } from '../../model/act.ts';
import type { PlanLine } from '../../model/line.ts';
import { SIDES, type Side } from '../../model/side.ts';

export const CHANGED_FIELDS = 'Changed fields';

export type ChangeKind = 'creates' | 'updates';

/** One file of changes: what is written on one side of one sync. */
export interface ChangeFile {
  readonly sync: string;
  readonly side: Side;
  readonly kind: ChangeKind;
  /** Number among the files that differ only in their set of fields, from 1; null where there is one. */
  readonly group: number | null;
  readonly header: readonly string[];
}

export interface ChangeRow {
  readonly file: ChangeFile;
  readonly cells: readonly string[];
}

/** A write no cell of this target's file can say. */
export interface Unsayable {
  readonly sync: string;
  readonly side: Side;
  readonly id: string;
  readonly field: string;
  readonly cause: 'clear' | 'reads-as-clear';
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
  #files: ReadonlyMap<string, ChangeFile> | null = null;

  constructor(sync: ObjectSync, kinds: Readonly<Record<Side, string>>) {
    this.#sync = sync;
    this.#apps = { left: appFacts(kinds.left), right: appFacts(kinds.right) };
    const enabled = sync.mappings.filter((mapping) => mapping.enabled);
    this.#fields = {
      left: enabled.map((mapping) => mapping.left),
      right: enabled.map((mapping) => mapping.right),
    };
  }

  survey(line: PlanLine): void {
    if (this.#files !== null) throw new Error('the survey is over');
    for (const side of SIDES) {
      const said = this.#said(line, side);
      const kind = kindOf(line, side);
      if (kind === null || said.length === 0) continue;
      const place = placeOf(side, kind);
      const sets = this.#seen.get(place) ?? new Set();
      this.#seen.set(place, sets);
      sets.add(this.#setOf(side, said));
    }
  }

  /** The files with rows, left before right, creates before updates. */
  files(): readonly ChangeFile[] {
    return [...this.#settle().values()];
  }

  /** The rows of a line; of both sides where it writes on both. */
  rows(line: PlanLine): readonly ChangeRow[] {
    const files = this.#settle();
    return SIDES.flatMap((side): ChangeRow[] => {
      const said = this.#said(line, side);
      const kind = kindOf(line, side);
      if (kind === null || said.length === 0) return [];
      const own = files.get(groupKey(side, kind, this.#setOf(side, said)));
      const file = own ?? files.get(groupKey(side, kind, ''));
      if (file === undefined) throw new Error('a line that was not surveyed');
      return [{ file, cells: this.#cells(line, side, said, file) }];
    });
  }

  /** What the files cannot say of a line. */
  unsayable(line: PlanLine): readonly Unsayable[] {
    return line.writes.flatMap((write): Unsayable[] => {
      const cause = this.#unsayable(write.side, write.to);
      const id = line[write.side]?.id ?? '';
      return cause === null ? [] : [{ sync: line.sync, side: write.side, id, field: write.field, cause }];
    });
  }

  #unsayable(side: Side, to: string): Unsayable['cause'] | null {
    const { clear } = this.#apps[side].blanks;
    if (to === '') return clear === null ? 'clear' : null;
    return clear !== null && to === clear ? 'reads-as-clear' : null;
  }

  #said(line: PlanLine, side: Side) {
    return line.writes.filter((write) => write.side === side && this.#unsayable(side, write.to) === null);
  }

  #cells(line: PlanLine, side: Side, said: PlanLine['writes'], file: ChangeFile): string[] {
    const { clear, namesFields } = this.#apps[side].blanks;
    const texts = new Map(said.map((write) => [write.field, write.to === '' ? (clear ?? '') : write.to]));
    const id = file.kind === 'updates' ? [line[side]?.id ?? ''] : [];
    const named = namesFields ? [said.map((write) => write.field).join(';')] : [];
    const fields = file.header.slice(id.length, file.header.length - named.length);
    return [...id, ...fields.map((field) => texts.get(field) ?? ''), ...named];
  }

  #setOf(side: Side, said: PlanLine['writes']): string {
    const written = new Set(said.map((write) => write.field));
    return this.#fields[side].map((field) => (written.has(field) ? '1' : '0')).join('');
  }

  #settle(): ReadonlyMap<string, ChangeFile> {
    if (this.#files !== null) return this.#files;
    const files = new Map<string, ChangeFile>();
    for (const side of SIDES) {
      for (const kind of ['creates', 'updates'] as const) {
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
    const { idHeader, blanks } = this.#apps[side];
    const fields = this.#fields[side].filter((_, i) => sets.some((set) => set[i] === '1'));
    const header = [
      ...(kind === 'updates' ? [this.#sync[side].idField ?? idHeader] : []),
      ...fields,
      ...(blanks.namesFields ? [CHANGED_FIELDS] : []),
    ];
    return { sync: this.#sync.id, side, kind, group, header };
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
    case 'restore':
      throw new Error(`no change file says a ${act}`);
    default:
      return act satisfies never;
  }
}

const placeOf = (side: Side, kind: ChangeKind): string => `${side} ${kind}`;

const groupKey = (side: Side, kind: ChangeKind, set: string): string => `${placeOf(side, kind)} ${set}`;
