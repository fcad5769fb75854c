/** The only door to reading workbooks (.xlsx, .xlsm). */
import { sha256Stream } from '../../tools/hash.ts';
import { zipKind } from '../another-kind.ts';
import type { FileConnector } from '../connector.ts';
import type { ReadHooks, ReadProgress } from '../report.ts';
import type { ByteSource } from '../source.ts';
import { failed, guarded, Stopped } from '../stopped.ts';
import { readWithApostrophes, type ReadOnce } from '../table/read-with-apostrophes.ts';
import type { RowHabit } from '../table/widths.ts';
import { BrokenWorkbook, LIMITS, TooLarge, type Limits } from './faults.ts';
import { SheetReading, type OpenedWorkbook } from './reading.ts';
import { chosenSheet, lookThrough } from './sheets.ts';
import { SharedStrings } from './strings.ts';
import { Archive, openWorkbook, timeForms, workbookPart } from './workbook.ts';
import type { XlsxChoices, XlsxReport, XlsxResult } from './xlsx-report.ts';
import { zipEntries } from './zip.ts';

export type { WorkbookFacts, XlsxChoices } from './xlsx-report.ts';

/**
 * Reads a sheet of a workbook into columns (FORMATS.md, Reading files; S170–S174). The file is held in memory and the sheet unpacked as
 * it is read; in another pass where the end of the sheet shows another habit of its rows than its start, or columns may begin with
 * apostrophes.
 */
export async function readXlsx(
  source: ByteSource,
  choices: Partial<XlsxChoices> = {},
  onProgress: (progress: ReadProgress) => void = () => undefined,
  hooks: ReadHooks = {},
  limits: Limits = LIMITS,
): Promise<XlsxResult> {
  const wanted: XlsxChoices = { headerLine: null, ...choices };
  try {
    const opened = open(await fileBytes(source, onProgress, hooks, limits), wanted.sheet ?? null, limits);
    const read: ReadOnce<XlsxReport> = async (progress, through) => {
      let habit: RowHabit | null = null;
      for (;;) {
        const result = await new SheetReading(source, opened, wanted, progress, through, habit).run();
        if (!('again' in result)) return result;
        habit = result.again;
        await through.onRestart?.();
      }
    };
    const asked =
      wanted.apostrophes !== 'keep' &&
      hooks.firstRows === undefined &&
      (wanted.apostrophes === 'drop' || opened.context.strings.some((text) => text.startsWith("'")));
    return asked
      ? await readWithApostrophes(read, wanted.apostrophes === 'drop', onProgress, hooks)
      : await read(onProgress, hooks);
  } catch (error) {
    if (error instanceof Stopped) return failed(source, error.problem);
    throw error;
  }
}

/** Takes archives: whether one is a workbook stands at its end. */
export const xlsx: FileConnector<XlsxChoices, XlsxReport> = {
  takes: (start) => start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5),
  read: (source, choices, onProgress, hooks) => readXlsx(source, choices, onProgress, hooks),
};

interface FileBytes {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

async function fileBytes(
  source: ByteSource,
  onProgress: (progress: ReadProgress) => void,
  hooks: ReadHooks,
  { file: most }: Limits,
): Promise<FileBytes> {
  const hash = (hooks.hash ?? sha256Stream)();
  let bytes = new Uint8Array(Math.min(source.size, most));
  let done = 0;
  for await (const chunk of guarded(source, hooks)) {
    const size = done + chunk.length;
    if (size > most) throw new TooLarge('file', most);
    if (size > bytes.length) {
      const more = new Uint8Array(Math.min(Math.max(size, bytes.length * 2), most));
      more.set(bytes);
      bytes = more;
    }
    bytes.set(chunk, done);
    hash.update(chunk);
    done = size;
    onProgress({ what: 'scan', done, total: Math.max(source.size, done), rows: 0 });
  }
  return { bytes: bytes.subarray(0, done), sha256: hash.digest() };
}

function open({ bytes, sha256 }: FileBytes, wanted: string | null, limits: Limits): OpenedWorkbook {
  if (bytes.length === 0) throw new Stopped({ code: 'empty-file' });
  const entries = zipEntries(bytes);
  if (entries === null) throw new BrokenWorkbook('');
  const archive = new Archive(bytes, entries, limits.part);
  const part = workbookPart(archive);
  if (part === null || part.endsWith('.bin')) {
    throw new Stopped({ code: 'another-kind', kind: zipKind(bytes, [...entries.keys()]) });
  }
  if ([...entries.values()].some(({ locked }) => locked)) {
    throw new Stopped({ code: 'another-kind', kind: 'excel-locked' });
  }
  const workbook = openWorkbook(archive, part);
  const sheets = lookThrough(archive, workbook);
  const sheet = chosenSheet(workbook, sheets, wanted);
  const strings = new SharedStrings();
  if (workbook.strings !== null) archive.read(workbook.strings, strings, limits.strings);
  const context = {
    strings: strings.list,
    forms: timeForms(archive, workbook.styles),
    system: workbook.system,
  };
  return { archive, sheet, sheets, context, limits, size: bytes.length, sha256 };
}
