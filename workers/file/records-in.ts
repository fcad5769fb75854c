import { RecordSetBuilder, Spare, type Segment } from '../../src/lib/engine/index.ts';
import type { SetWriter, Store } from '../../src/lib/store/index.ts';
import { nextTurn } from '../common/run-steps.ts';
import type { Answer, Problem, ProjectFileFault } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { CANCELLED } from '../common/work.ts';
import { keptReportOf, type KeptReport } from '../keep/kept-set.ts';
import { Lines } from './lines.ts';
import { profilesOf } from '../keep/profiles.ts';
import { RECORDS_FORMAT, type RecordsHead } from './project-file.ts';

/** Bytes taken between two looks at the port. */
const AT_ONCE = 4 * 1024 * 1024;

type Head = RecordsHead & { readonly report: KeptReport };

/** One `records/<n>.jsonl` into the store; nothing of it stays where it fails. */
export async function readRecordsEntry(
  store: Store,
  project: string,
  bytes: Uint8Array | null,
  name: string,
  cancelled: () => boolean,
): Promise<Answer<null>> {
  const refused = (fault: ProjectFileFault): Problem => ({
    code: 'bad-project-file',
    name: name,
    fault,
  });
  if (bytes === null) return failed(refused({ is: 'incomplete' }));
  const end = bytes.indexOf(0x0a);
  const head = headOf(bytes.subarray(0, Math.max(0, end)));
  if (head === null) return failed(refused({ is: 'no-head', format: RECORDS_FORMAT }));
  const { sync, side, file, choices } = head;
  const begun = await store.sets.begin(project, { sync, side, file, choices });
  if (!begun.ok) return failed(begun.problem);
  const answer = await fill(begun.value, head, bytes.subarray(end + 1), refused, cancelled).catch(
    (error: unknown): Answer<null> => {
      if (error instanceof TypeError) return failed(refused({ is: 'not-utf8' }));
      throw error;
    },
  );
  if (!answer.ok) await begun.value.abort();
  return answer;
}

async function fill(
  writer: SetWriter,
  { header, report }: Head,
  bytes: Uint8Array,
  refused: (fault: ProjectFileFault) => Problem,
  cancelled: () => boolean,
): Promise<Answer<null>> {
  const builder = new RecordSetBuilder(header);
  const segments: Segment[] = [];
  let broken = 0;
  const lines = new Lines((line) => {
    const row = rowOf(line, header.length);
    if (row === null) broken++;
    else builder.add(row.cells, row.fileRow);
  });
  const put = async (closed: readonly Segment[]): Promise<Answer<null>> => {
    segments.push(...closed);
    const added = await writer.add(closed);
    return added.ok ? done(null) : failed(added.problem);
  };
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    lines.push(bytes.subarray(at, at + AT_ONCE));
    const added = await put(builder.takeSegments());
    if (!added.ok) return added;
    await nextTurn();
    if (cancelled()) return failed(CANCELLED);
  }
  lines.end();
  const last = builder.finish();
  const added = await put(last.segments);
  if (!added.ok) return added;
  if (broken > 0 || last.rows !== report.stored) {
    return failed(
      refused(
        broken > 0
          ? { is: 'broken-rows', count: broken }
          : { is: 'rows-missing', found: last.rows, named: report.stored },
      ),
    );
  }
  const set = { header, segments, rows: last.rows };
  const profiles = await profilesOf(
    set,
    report,
    () => undefined,
    async () => {
      await nextTurn();
      return !cancelled();
    },
    new Spare(),
  );
  if (profiles === null) return failed(CANCELLED);
  const finished = await writer.finish({ header, report, profiles });
  return finished.ok ? done(null) : failed(finished.problem);
}

function headOf(bytes: Uint8Array): Head | null {
  const json = jsonOf(new TextDecoder().decode(bytes));
  if (typeof json !== 'object' || json === null) return null;
  const head = json as Partial<RecordsHead>;
  const report = keptReportOf(head.report);
  const { format, sync, side, file, header, choices } = head;
  if (format !== RECORDS_FORMAT || typeof sync !== 'string' || typeof file !== 'string') return null;
  if ((side !== 'left' && side !== 'right') || !isTexts(header) || report === null) return null;
  if (typeof choices !== 'object' || choices === null || new Set(header).size !== header.length) return null;
  return { format, sync, side, file, header, choices, report };
}

function rowOf(
  line: string,
  width: number,
): { readonly fileRow: number; readonly cells: readonly string[] } | null {
  const json = jsonOf(line);
  if (!Array.isArray(json) || json.length !== width + 1) return null;
  const [fileRow, ...cells] = json as readonly unknown[];
  return Number.isSafeInteger(fileRow) && isTexts(cells) ? { fileRow: fileRow as number, cells } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
