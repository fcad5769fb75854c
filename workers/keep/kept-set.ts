import type { LiveSource } from '../../src/lib/connectors/app/live-source.ts';
import type { FileReport } from '../../src/lib/connectors/read-file.ts';
import type { ColumnEvidence } from '../../src/lib/engine/suggest/index.ts';
import type { ChangedInput, ColumnProfile } from '../../src/lib/engine/index.ts';
import type { SetManifest } from '../../src/lib/store/index.ts';
import type { Described } from '../live/described.ts';
import type { ReadingChoices } from '../../src/lib/conversation/index.ts';

/** Rows set aside that the page lists; the count says how many there are. */
export const LISTED = 200;

/** What a manifest's `report` holds. */
export interface KeptReport extends FileReport {
  /** Sets kept by older builds have the first 200 rejected rows, without their cells. */
  readonly rejectedCount: number;
  readonly milliseconds: number;
  /** Exports of only what changed that were put into the file (PH6); what else is said is of all together. */
  readonly changed?: readonly ChangedInput[];
  /** Of records that were read from an app; absent where they came from a file. */
  readonly live?: LiveSource;
  /** What the app said of them then. */
  readonly described?: Described;
}

/** What a manifest's `profiles` holds, in header order: for a person, and for suggesting a design without the records. */
export interface KeptProfiles {
  /** The row of a witness is its line in the file here, from 1. */
  readonly columns: readonly ColumnProfile[];
  readonly evidence: readonly ColumnEvidence[];
}

/** A record set as the session knows it. Its manifest's hash was checked, and this code wrote it. */
export interface KeptSet {
  readonly manifest: SetManifest;
  readonly report: KeptReport;
  readonly profiles: KeptProfiles;
  readonly choices: ReadingChoices;
}

export const keptReport = (report: FileReport, milliseconds: number): KeptReport => ({
  ...report,
  rejectedCount: report.rejected.length,
  milliseconds,
});

export const keptSet = (manifest: SetManifest): KeptSet => ({
  manifest,
  report: manifest.report as KeptReport,
  profiles: manifest.profiles as KeptProfiles,
  choices: manifest.choices as ReadingChoices,
});

function isWorkbook(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { sheet, sheets } = value as Partial<Record<string, unknown>>;
  return typeof sheet === 'string' && Array.isArray(sheets);
}

/**
 * What names the records of a set: the hash of its file, and of each that was put into it. Where another is read, or put into it, there
 * are other records.
 */
export const hashesOf = ({ sha256, changed = [] }: Pick<KeptReport, 'sha256' | 'changed'>): string =>
  [sha256, ...changed.map((one) => one.sha256)].join(' ');

function isLive(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { account, ...one } = value as Partial<Record<string, unknown>>;
  if (typeof account !== 'object' || account === null) return false;
  const { id, name } = account as Partial<Record<string, unknown>>;
  const { changedAt = '' } = one;
  return [one['app'], one['object'], one['idField'], one['readAt'], changedAt, id, name].every(
    (text) => typeof text === 'string',
  );
}

function isDescribed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { object, fields } = value as Partial<Record<string, unknown>>;
  const isNamed = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string';
  return isNamed(object) && Array.isArray(fields) && fields.every(isNamed);
}

function isChanged(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Partial<Record<string, unknown>>;
  return (
    typeof one['file'] === 'string' &&
    typeof one['sha256'] === 'string' &&
    typeof one['by'] === 'string' &&
    ['rows', 'stored', 'rejected', 'blank', 'added', 'replaced', 'same'].every((name) =>
      Number.isSafeInteger(one[name]),
    )
  );
}

/** A report that came from a file of ours, null where a member that is used here is not of its kind. */
export function keptReportOf(value: unknown): KeptReport | null {
  if (typeof value !== 'object' || value === null) return null;
  const report = value as Partial<Record<keyof KeptReport, unknown>>;
  const { lineBreaks } = value as { readonly lineBreaks?: Partial<Record<string, unknown>> };
  const fits =
    ['file', 'sha256'].every((name) => typeof report[name as keyof KeptReport] === 'string') &&
    (typeof report.encoding === 'string' || isWorkbook(report.workbook) || report.live !== undefined) &&
    (report.live === undefined || (isLive(report.live) && isDescribed(report.described))) &&
    ['size', 'rows', 'stored', 'blank', 'rejectedCount', 'headerLine', 'milliseconds'].every((name) =>
      Number.isSafeInteger(report[name as keyof KeptReport]),
    ) &&
    ['header', 'rejected', 'dropped', 'warnings'].every((name) =>
      Array.isArray(report[name as keyof KeptReport]),
    ) &&
    (report.changed === undefined || (Array.isArray(report.changed) && report.changed.every(isChanged))) &&
    Array.isArray(lineBreaks?.['rows']) &&
    Array.isArray(lineBreaks['extra']) &&
    Number.isSafeInteger(lineBreaks['first']);
  return fits ? (value as KeptReport) : null;
}
