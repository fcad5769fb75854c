import type { Choices } from '../engine/model/choices.ts';
import type { PlanLine } from '../engine/model/line.ts';
import type { ChangeFile } from '../engine/plan/out/change-rows.ts';
import type { Tools } from '../engine/tools.ts';
import { writesText } from '../engine/index.ts';
import { csvRow, csvStart, type CsvKind } from './csv-text.ts';

/** `right-updates.csv`; with several syncs `<sync>-right-updates.csv`; one of several groups `right-updates-2.csv`. */
export function changeFileName(file: ChangeFile, severalSyncs: boolean): string {
  const sync = severalSyncs ? `${safeName(file.sync)}-` : '';
  const group = file.group === null ? '' : `-${String(file.group)}`;
  return `${sync}${file.side}-${file.kind}${group}.csv`;
}

/** Lists the writes no cell of a target's file can say. */
export const LEFT_OUT = 'not-in-change-files.csv';

/** Is this the name of a change file of these syncs, alone or among others, or of the list beside them? */
export function isChangeFileName(name: string, syncs: readonly string[]): boolean {
  if (name === LEFT_OUT) return true;
  const starts = ['', ...syncs.map((sync) => `${safeName(sync)}-`)];
  return starts.some((start) => name.startsWith(start) && OWN_PART.test(name.slice(start.length)));
}

const OWN_PART = /^(?:left|right)-(?:creates|updates)(?:-[1-9]\d*)?\.csv$/;

/** Start of a change file: mark and header. */
export const changeFileStart = (file: ChangeFile, kind: CsvKind): string =>
  csvStart(kind) + csvRow(file.header, kind);

/** Bytes of a line's `writes` member as in `plan.jsonl`, hashed: what a decision names. */
export const writesHash = (line: PlanLine, tools: Pick<Tools, 'encode' | 'sha256'>): string =>
  tools.sha256(tools.encode(writesText(line.writes)));

/**
 * Which lines go into change files and pushes: with choices those approved with exactly these writes, without all. Of
 * several decisions on one subject the last counts.
 */
export function approvedLines(
  choices: Choices | null,
  tools: Pick<Tools, 'encode' | 'sha256'>,
): (line: PlanLine) => boolean {
  if (choices === null) return () => true;
  const decisions = new Map(choices.decisions.map((decision) => [subjectKey(decision), decision]));
  return (line) => {
    const key = subjectKey({ sync: line.sync, left: line.left?.id ?? null, right: line.right?.id ?? null });
    const decision = decisions.get(key);
    return decision?.decision === 'approved' && decision.writes === writesHash(line, tools);
  };
}

const subjectKey = (subject: { sync: string; left: string | null; right: string | null }): string =>
  JSON.stringify([subject.sync, subject.left, subject.right]);

/** A sync id as part of a file name: whatever could lead out of the folder or is no file name anywhere is escaped. */
function safeName(id: string): string {
  const escaped = id.replace(
    /[\p{Cc}"%*/:<>?\\|]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  return escaped.startsWith('.') ? `%2E${escaped.slice(1)}` : escaped;
}
