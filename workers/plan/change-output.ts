import {
  ChangeRows,
  subjectCount,
  writesAnything,
  type Steps,
  type SyncDesign,
  type Tools,
  type Unsayable,
} from '../../src/lib/engine/index.ts';
import {
  changeFileName,
  changeFileStart,
  csvRow,
  csvStart,
  type CsvKind,
} from '../../src/lib/formats/index.ts';
import type { OutFile } from '../../src/lib/conversation/index.ts';
import { codeOf } from './sync-decisions.ts';
import type { SyncDesk } from './sync-desk.ts';
import { TextFile } from './text-file.ts';

/** Lines between two looks at the port. */
const LINES = 128;
/** Lists the writes no cell of a target's file can say. */
export const LEFT_OUT = 'not-in-change-files.csv';

export interface ChangeOutput {
  readonly kind: CsvKind;
  readonly approvedOnly: boolean;
  readonly design: SyncDesign;
  readonly tools: Tools;
}

/** The change files of a plan: two passes over the subjects that write. What a file cannot say is listed in one of its own. */
export function* changeFiles(desks: readonly SyncDesk[], output: ChangeOutput): Steps<OutFile[]> {
  const { kind, design, tools } = output;
  const kinds = { left: design.apps.left.kind, right: design.apps.right.kind };
  const files: OutFile[] = [];
  const leftOut = new TextFile(LEFT_OUT, tools);
  leftOut.write(csvStart(kind) + csvRow(['sync', 'side', 'id', 'field', 'cause'], kind));
  let unsaid = 0;
  for (const desk of desks) {
    const { plan, reader } = desk.subjects;
    const chosen = chosenOf(desk, output.approvedOnly);
    const rows = new ChangeRows(plan.sync, kinds);
    for (const [i, subject] of chosen.entries()) {
      const line = reader.line(subject);
      rows.survey(line);
      for (const one of rows.unsayable(line)) {
        unsaid++;
        leftOut.write(csvRow([one.sync, one.side, one.id, one.field, CAUSES[one.cause]], kind));
      }
      if (i % LINES === 0) yield { what: 'change-files', done: i, total: chosen.length * 2 };
    }
    const open = new Map(
      rows.files().map((file) => {
        const text = new TextFile(changeFileName(file, design.syncs.length > 1), tools);
        text.write(changeFileStart(file, kind));
        const own: { readonly text: TextFile; rows: number } = { text, rows: 0 };
        return [file, own] as const;
      }),
    );
    for (const [i, subject] of chosen.entries()) {
      for (const { file, cells } of rows.rows(reader.line(subject))) {
        const own = open.get(file)!;
        own.text.write(csvRow(cells, kind));
        own.rows++;
      }
      if (i % LINES === 0) yield { what: 'change-files', done: chosen.length + i, total: chosen.length * 2 };
    }
    for (const { text, rows: count } of open.values()) files.push(text.close(count, CSV).file);
  }
  return unsaid === 0 ? files : [...files, leftOut.close(unsaid, CSV).file];
}

const CSV = 'text/csv;charset=utf-8';

const CAUSES: Readonly<Record<Unsayable['cause'], string>> = {
  clear: 'a blank cell leaves the value there',
  'reads-as-clear': 'its text means an empty field there',
};

function chosenOf(desk: SyncDesk, approvedOnly: boolean): Uint32Array {
  const { traits } = desk.subjects.traits;
  const approved = codeOf('approved');
  const chosen = new Uint32Array(subjectCount(desk.subjects.plan));
  let count = 0;
  for (let subject = 0; subject < chosen.length; subject++) {
    if (!writesAnything(traits[subject]!)) continue;
    if (!approvedOnly || desk.column[subject] === approved) chosen[count++] = subject;
  }
  return chosen.subarray(0, count);
}
