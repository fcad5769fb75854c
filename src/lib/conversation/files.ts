export type { BaselineFault, ChoicesFault, JsonFault } from '../formats/fault.ts';

/** How change files are made: for systems, for spreadsheets, or for people as one workbook. */
export type ChangeForm = 'systems' | 'spreadsheets' | 'xlsx';

export interface OutFile {
  readonly name: string;
  readonly blob: Blob;
  readonly rows: number;
}
