/** Texts ⇄ model: the public files of the product (FORMATS.md), for the command line and the workers. */
export { BaselineReader, baselineHead, baselineLine, readBaseline, type SameId } from './baseline.ts';
export { baselineLines, saidBy, saidNext } from './baseline-lines.ts';
export {
  ABOUT_CHANGES,
  CHANGE_BOOK,
  CHANGE_FORMS,
  LEFT_OUT,
  changeFileName,
  isChangeFileName,
  type ChangeForm,
} from './change-files.ts';
export { writeChanges, type ChangeLines, type WrittenChanges } from './change-writer.ts';
export { handedByFiles } from './handed-over.ts';
export { choicesText, readChoices } from './choices.ts';
export { csvRow, csvStart, inert } from './csv-text.ts';
export { isObject } from './json-shape.ts';
export { readJson } from './json-text.ts';
export { BESIDE_PLANS, designHash, planInputOf, planKey, readingChosen } from './plan-key.ts';
export { readPlanLine } from './plan-line.ts';
export { hubspotText } from './hubspot.ts';
export { rehearsalText } from './rehearsal.ts';
export { placeOfPushResult, pushResultName } from './push-result-file.ts';
export { namedPlace, resultsReport, resultTable } from './result-file.ts';
export { summaryText } from './summary.ts';
export { Workbook, XLSX_TYPE, type BookPlace } from './workbook/index.ts';
