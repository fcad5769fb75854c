import {
  appFacts,
  ChangeRows,
  findIdDamage,
  SIDES,
  type ChangeFile,
  type ChangeNote,
  type ChangeTarget,
  type ChangeWords,
  type PlanLine,
  type Side,
  type Steps,
  type SyncDesign,
  type SyncPlan,
  type Unsayable,
} from '../engine/index.ts';
import { ABOUT_CHANGES, CHANGE_BOOK, changeFileName, LEFT_OUT, type ChangeForm } from './change-files.ts';
import { CsvTable, SheetTable, type ChangeTable, type GrowingFile } from './change-tables.ts';
import type { CsvKind } from './csv-text.ts';
import { Workbook, type BookPlace, type SheetMost, type Spool } from './workbook/index.ts';

/** Lines between two looks at whoever drives it. */
const LINES = 128;

/** The lines of one sync whose writes go out. */
export interface ChangeLines {
  readonly plan: Pick<SyncPlan, 'sync' | 'records'>;
  /** How many lines there are at most. */
  readonly count: number;
  /** The same lines each time. */
  readonly lines: () => Iterable<PlanLine>;
}

export interface ChangeWriting<F extends GrowingFile, S extends Spool, B> {
  readonly design: Pick<SyncDesign, 'apps' | 'syncs'>;
  readonly form: ChangeForm;
  /** In plan order. */
  readonly syncs: readonly ChangeLines[];
  readonly words: ChangeWords;
  /** A new file of this name. */
  readonly open: (name: string) => F;
  /** Where a workbook is made, under its name. */
  readonly book: BookPlace<S, B>;
  /** What a sheet can hold, where it is not what a spreadsheet says. */
  readonly most?: SheetMost;
}

/** A file that was written, and its rows below the header. */
export interface WrittenFile<F> {
  readonly name: string;
  readonly file: F;
  readonly rows: number;
}

export interface WrittenChanges<F> {
  /** The change files in order, then the list of what they cannot say and what to know of them, where there is something. */
  readonly files: readonly WrittenFile<F>[];
  /** The sentences of that last file. */
  readonly says: readonly string[];
}

/**
 * The change files of a plan (FORMATS.md, Change files), in two passes over the lines: the first finds the fields of each
 * file, the second writes. What a target's file cannot say is listed in one of its own. What no sheet of a workbook can hold is a
 * file beside it, written in a third (S196).
 */
export function* writeChanges<F extends GrowingFile, S extends Spool, B>(
  writing: ChangeWriting<F, S, B>,
): Steps<WrittenChanges<F | B>> {
  const { design, form, syncs, words, open } = writing;
  const kind: CsvKind = form === 'xlsx' ? 'spreadsheets' : form;
  const kinds = { left: design.apps.left.kind, right: design.apps.right.kind };
  const book = form === 'xlsx' ? new Workbook(writing.book, writing.most) : null;
  const csv = (name: string, header: readonly string[]) => new CsvTable(name, open(name), header, kind);
  const files: WrittenFile<F | B>[] = [];
  const took = ({ name, file, rows }: CsvTable<F>): void => void files.push({ name, file, rows });
  let list: CsvTable<F> | null = null;
  let firstUnsaid: Unsayable | null = null;
  let inBook = 0;
  const notes: ChangeNote[] = [];
  for (const { plan, count, lines } of syncs) {
    const rows = new ChangeRows(plan.sync, kinds, {
      left: yield* targetOf(plan, 'left'),
      right: yield* targetOf(plan, 'right'),
    });
    let at = 0;
    let total = count * 2;
    const progress = () => ({ what: 'change-files', done: at, total }) as const;
    for (const line of lines()) {
      rows.survey(line);
      for (const one of rows.unsayable(line)) {
        list ??= csv(LEFT_OUT, LIST_HEADER);
        list.row([one.sync, one.side, one.id, one.field, words.causes[one.cause]]);
        firstUnsaid ??= one;
      }
      if (at++ % LINES === 0) yield progress();
    }
    const nameOf = (file: ChangeFile): string => changeFileName(file, design.syncs.length > 1);
    const own = new Map<ChangeFile, CsvTable<F> | SheetTable<S>>();
    for (const file of rows.files()) {
      const name = nameOf(file);
      own.set(file, book === null ? csv(name, file.header) : new SheetTable(name, book, file.header));
    }
    function* fill(into: ReadonlyMap<ChangeFile, ChangeTable>): Steps<void> {
      for (const line of lines()) {
        for (const { file, cells } of rows.rows(line)) into.get(file)?.row(cells);
        if (at++ % LINES === 0) yield progress();
      }
    }
    yield* fill(own);
    const beside = new Map<ChangeFile, CsvTable<F>>();
    for (const [file, table] of own) {
      if (!(table instanceof SheetTable)) continue;
      const { unfit, sheets } = table;
      if (unfit !== null) {
        const name = nameOf(file);
        beside.set(file, csv(name, file.header));
        notes.push({ code: 'not-in-workbook', file: name, ...unfit });
      } else if (sheets.length > 1) notes.push({ code: 'sheet-goes-on', sheets, rows: table.rows });
    }
    if (beside.size > 0) {
      total += count;
      yield* fill(beside);
    }
    for (const [file, table] of own) {
      const other = beside.get(file);
      if (table instanceof CsvTable) took(table);
      else if (other !== undefined) took(other);
      else inBook += table.rows;
    }
    notes.push(...rows.held().map((held) => ({ code: 'updates-held', ...held }) as const));
    for (const [{ side, kind: what }, table] of own) {
      if (what !== 'deletes') continue;
      const { name, rows: count } = table;
      notes.push({ code: 'deletes', name, app: kinds[side], count });
    }
    for (const side of SIDES) {
      const clear = appFacts(kinds[side]).blanks.clear ?? '';
      const count = rows.clears(side);
      if (clear === '' || count === 0) continue;
      const updates = [...own].find(([file]) => file.side === side && file.kind === 'updates');
      const { name } = (updates && (beside.get(updates[0]) ?? updates[1])) ?? { name: '' };
      notes.push({ code: 'clears', name, clear, count });
    }
  }
  const workbook = book?.finish() ?? null;
  if (workbook !== null) files.unshift({ name: CHANGE_BOOK, file: workbook, rows: inBook });
  if (list !== null && firstUnsaid !== null) {
    took(list);
    notes.push({ code: 'unsaid', count: list.rows, first: firstUnsaid, list: LEFT_OUT });
  }
  const says = notes.map(words.says);
  if (says.length > 0) {
    const file = open(ABOUT_CHANGES);
    file.write(`${says.join('\n')}\n`);
    files.push({ name: ABOUT_CHANGES, file, rows: says.length });
  }
  return { files, says };
}

/** The columns of a side's file, and whether its ids still are ids. */
export function* targetOf({ sync, records }: ChangeLines['plan'], side: Side): Steps<ChangeTarget> {
  const { header, fileHeader } = records[side];
  const { idField } = sync[side];
  const idDamage = idField === null ? null : yield* findIdDamage([records[side].column(idField)]);
  return { columns: { names: header, header: fileHeader }, idDamage };
}

const LIST_HEADER = ['sync', 'side', 'id', 'field', 'cause'];
