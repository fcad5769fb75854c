import {
  decisionCode,
  subjectCount,
  mayBeThere,
  writesAnything,
  type FieldWrite,
  type Steps,
  type SyncDesign,
  type Tools,
} from '../../src/lib/engine/index.ts';
import { writeChanges, XLSX_TYPE, type ChangeForm, type ChangeLines } from '../../src/lib/formats/index.ts';
import type { OutFile } from '../../src/lib/conversation/index.ts';
import { changeWords } from '../../src/lib/words/en/files.ts';
import { inBlobs } from '../file/growing-blob.ts';
import type { SyncDesk } from './sync-desk.ts';
import { TextFile } from './text-file.ts';

export interface ChangeOutput {
  readonly form: ChangeForm;
  readonly approvedOnly: boolean;
  readonly design: SyncDesign;
  readonly tools: Tools;
}

/** The change files of a plan, of the subjects that write: all of them, or those approved. */
export function* changeFiles(desks: readonly SyncDesk[], output: ChangeOutput): Steps<OutFile[]> {
  const { form, design, tools } = output;
  const { files } = yield* writeChanges({
    design,
    form,
    syncs: desks.map((desk) => linesOf(desk, output.approvedOnly)),
    words: changeWords,
    open: (name) => new TextFile(name, tools),
    book: inBlobs(XLSX_TYPE),
  });
  return files.map(({ name, file, rows }) =>
    file instanceof Blob
      ? { name, blob: file, rows }
      : file.close(rows, name.endsWith('.txt') ? TEXT : CSV).file,
  );
}

const CSV = 'text/csv;charset=utf-8';
const TEXT = 'text/plain;charset=utf-8';

/** The subjects of a sync that go into change files, ascending. */
export function goingOut({ subjects, column }: SyncDesk, approvedOnly: boolean): Uint32Array {
  const { traits } = subjects.traits;
  const approved = decisionCode('approved');
  const chosen = new Uint32Array(subjectCount(subjects.plan));
  let count = 0;
  for (let subject = 0; subject < chosen.length; subject++) {
    if (!writesAnything(traits[subject]!)) continue;
    const isHeld = approvedOnly || mayBeThere(subjects.plan, subject);
    if (!isHeld || column[subject] === approved) chosen[count++] = subject;
  }
  return chosen.subarray(0, count);
}

/** The subjects that go into change files, each with the writes that rules withhold of it (S464). */
export function withheldOf(
  desk: SyncDesk,
  approvedOnly: boolean,
): ReadonlyMap<number, readonly FieldWrite[]> {
  const { reader } = desk.subjects;
  const withheld = (subject: number): readonly FieldWrite[] => {
    if (!approvedOnly || !desk.withholds) return NOTHING;
    const line = reader.line(subject);
    const goes = new Set(desk.going(line, subject).writes);
    return line.writes.filter((write) => !goes.has(write));
  };
  return new Map(
    Array.from(goingOut(desk, approvedOnly), (subject) => [subject, withheld(subject)] as const),
  );
}

const NOTHING: readonly FieldWrite[] = [];

function linesOf(desk: SyncDesk, approvedOnly: boolean): ChangeLines {
  const { plan, reader } = desk.subjects;
  const chosen = goingOut(desk, approvedOnly);
  return {
    plan,
    count: chosen.length,
    *lines() {
      for (const subject of chosen) {
        const line = reader.line(subject);
        yield approvedOnly ? desk.going(line, subject) : line;
      }
    },
  };
}
