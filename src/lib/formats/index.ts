export {
  BASELINE_FORMAT,
  BaselineReader,
  baselineHead,
  baselineLine,
  readBaseline,
  type BaselineReading,
  type SameId,
} from './baseline.ts';
export {
  approvedLines,
  changeFileName,
  changeFileStart,
  isChangeFileName,
  writesHash,
} from './change-files.ts';
export { CHOICES_FORMAT, choicesText, readChoices, type ChoicesReading } from './choices.ts';
export { CSV_KINDS, csvRow, csvStart, inert, type CsvKind } from './csv-text.ts';
export { readJson, type JsonReading } from './json-text.ts';
export { designHash, ENGINE_VERSION, planKey, type PlanIdentity } from './plan-key.ts';
export { readPlanLine } from './plan-line.ts';
