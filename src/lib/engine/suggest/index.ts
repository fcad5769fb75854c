/** Suggesting a design for two files: `sideOf` each, `suggest`, `toDesignFile`. */
export { suggest } from './suggest.ts';
export { toDesignFile } from './design-file.ts';
export {
  evidenceOfColumn,
  evidenceOfTexts,
  sideOf,
  type ColumnEvidence,
  type SuggestSide,
} from './evidence.ts';
export type { AppGuess, AppKind } from './app.ts';
export type { KindGuess } from './kind.ts';
export type { ToldBy } from './number-marks.ts';
export type { SuggestedStages } from './stages.ts';
export type { SuggestNote } from './suggest-note.ts';
export type { FieldPick, LeftOutCode } from './own-columns.ts';
export type { Because } from './pair-score.ts';
export type {
  LeftOut,
  MappingNote,
  SuggestedDesign,
  SuggestedField,
  SuggestedIdentifier,
  SuggestedKey,
  SuggestedMapping,
} from './suggestion.ts';
