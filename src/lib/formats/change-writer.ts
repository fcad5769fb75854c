import {
  appFacts,
  ChangeRows,
  findIdDamage,
  SIDES,
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
import { ABOUT_CHANGES, changeFileName, changeFileStart, LEFT_OUT } from './change-files.ts';
import { csvRow, csvStart, type CsvKind } from './csv-text.ts';

/** Lines between two looks at whoever drives it. */
const LINES = 128;

/** A file that grows: on disk, or in the pieces of a browser's. */
interface GrowingFile {
  write(text: string): void;
}

/** The lines of one sync whose writes go out. */
export interface ChangeLines {
  readonly plan: Pick<SyncPlan, 'sync' | 'records'>;
  /** How many lines there are at most. */
  readonly count: number;
  /** The same lines each time. */
  readonly lines: () => Iterable<PlanLine>;
}

export interface ChangeWriting<F extends GrowingFile> {
  readonly design: Pick<SyncDesign, 'apps' | 'syncs'>;
  readonly kind: CsvKind;
  /** In plan order. */
  readonly syncs: readonly ChangeLines[];
  readonly words: ChangeWords;
  /** A new file of this name. */
  readonly open: (name: string) => F;
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
 * file, the second writes. What a target's file cannot say is listed in one of its own.
 */
export function* writeChanges<F extends GrowingFile>(writing: ChangeWriting<F>): Steps<WrittenChanges<F>> {
  const { design, kind, syncs, words, open } = writing;
  const kinds = { left: design.apps.left.kind, right: design.apps.right.kind };
  const files: WrittenFile<F>[] = [];
  let list: F | null = null;
  let unsaid = 0;
  let firstUnsaid: Unsayable | null = null;
  const notes: ChangeNote[] = [];
  for (const { plan, count, lines } of syncs) {
    const rows = new ChangeRows(plan.sync, kinds, {
      left: yield* targetOf(plan, 'left'),
      right: yield* targetOf(plan, 'right'),
    });
    const progress = (done: number) => ({ what: 'change-files', done, total: count * 2 }) as const;
    let at = 0;
    for (const line of lines()) {
      rows.survey(line);
      for (const one of rows.unsayable(line)) {
        list ??= begun(open(LEFT_OUT), csvStart(kind) + csvRow(LIST_HEADER, kind));
        list.write(csvRow([one.sync, one.side, one.id, one.field, words.causes[one.cause]], kind));
        firstUnsaid ??= one;
        unsaid++;
      }
      if (at++ % LINES === 0) yield progress(at);
    }
    const own = new Map(
      rows.files().map((file) => {
        const name = changeFileName(file, design.syncs.length > 1);
        const text = begun(open(name), changeFileStart(file, kind));
        const into: Writable<WrittenFile<F>> = { name, file: text, rows: 0 };
        return [file, into] as const;
      }),
    );
    for (const line of lines()) {
      for (const { file, cells } of rows.rows(line)) {
        const into = own.get(file)!;
        into.file.write(csvRow(cells, kind));
        into.rows++;
      }
      if (at++ % LINES === 0) yield progress(at);
    }
    files.push(...own.values());
    notes.push(...rows.held().map((held) => ({ code: 'updates-held', ...held }) as const));
    for (const side of SIDES) {
      const clear = appFacts(kinds[side]).blanks.clear ?? '';
      const count = rows.clears(side);
      if (clear === '' || count === 0) continue;
      const name = [...own].find(([file]) => file.side === side && file.kind === 'updates')?.[1].name ?? '';
      notes.push({ code: 'clears', name, clear, count });
    }
  }
  if (list !== null) files.push({ name: LEFT_OUT, file: list, rows: unsaid });
  if (firstUnsaid !== null) notes.push({ code: 'unsaid', count: unsaid, first: firstUnsaid, list: LEFT_OUT });
  const says = notes.map(words.says);
  if (says.length > 0) {
    files.push({
      name: ABOUT_CHANGES,
      file: begun(open(ABOUT_CHANGES), `${says.join('\n')}\n`),
      rows: says.length,
    });
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

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const LIST_HEADER = ['sync', 'side', 'id', 'field', 'cause'];

function begun<F extends GrowingFile>(file: F, start: string): F {
  file.write(start);
  return file;
}
