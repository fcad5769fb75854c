export type { BaselineFault, ChoicesFault, JsonFault } from '../formats/fault.ts';

export interface OutFile {
  readonly name: string;
  readonly blob: Blob;
  readonly rows: number;
}
