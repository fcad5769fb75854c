import { answerHandOvers, type Baseline, type SyncDesign } from '../lib/engine/index.ts';
import type { FileReport } from '../lib/connectors/read-file.ts';
import type { ChangePlace, ResultsReport, ResultTable } from '../lib/engine/model/results.ts';
import { namedPlace, placeOfPushResult, resultsReport, resultTable } from '../lib/formats/index.ts';
import { placeOf } from '../lib/connectors/report.ts';
import { resultWords } from '../lib/words/en/result-words.ts';
import { PLAIN } from '../lib/words/in-files.ts';
import { done, wrongCall, type Attempt } from './attempt.ts';
import { readFile } from './read-inputs.ts';

export interface Results {
  readonly baseline: Baseline | null;
  readonly reports: readonly ResultsReport[];
  /** What each told, for standard error. */
  readonly notes: readonly string[];
}

const WORDS = resultWords(PLAIN);

/** Reads the files of `--results` and lets the baseline's hand-overs take what they say (BL7). */
export async function readResults(
  design: SyncDesign,
  baseline: Baseline | null,
  given: readonly string[],
): Promise<Attempt<Results>> {
  if (given.length === 0) return done({ baseline, reports: [], notes: [] });
  if (baseline === null) {
    return wrongCall('--results says what became of a hand-over, so it needs the --baseline of that plan.');
  }
  const files: { readonly report: FileReport; readonly table: ResultTable }[] = [];
  for (const text of given) {
    const { path, about } = placed(text, design);
    const read = await readFile(path, {});
    if (!read.ok) return read;
    const { set, report } = read.value;
    const lineOf = (fileRow: number): number => placeOf(report, fileRow).line;
    const rejected = report.rejected.map(({ line }) => line);
    const place = about ?? placeOfPushResult(report.file, design);
    files.push({ report, table: resultTable({ set, lineOf, rejected }, design, place) });
  }
  const answered = answerHandOvers(
    baseline,
    design,
    files.map(({ table }) => table),
  );
  const reports = answered.told.map((told, at) => {
    const { file, sha256 } = files[at]!.report;
    return resultsReport(file, sha256, told);
  });
  const notes = reports.flatMap((report) => {
    const unclear = WORDS.unclear(report);
    return [`${report.file}: ${WORDS.told(report)}${unclear === null ? '' : ` ${unclear}`}`];
  });
  return done({ baseline: answered.baseline, reports, notes });
}

/** `right-updates=error.csv`: the text before the first `=` is a change file only where the plan can have one of that name. */
function placed(
  text: string,
  design: SyncDesign,
): { readonly path: string; readonly about: ChangePlace | null } {
  const equals = text.indexOf('=');
  const about = equals === -1 ? null : namedPlace(text.slice(0, equals), design);
  return { path: about === null ? text : text.slice(equals + 1), about };
}
