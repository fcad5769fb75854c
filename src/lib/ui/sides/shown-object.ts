import type { StepName } from '../../engine/index.ts';
import type { ColumnRow, Preview, Problem, Reading } from '../../conversation/index.ts';

/** One object of one side: its file, read or being read. */
export interface ShownObject {
  readonly sync: string;
  readonly name: string;
  readonly reading: Reading | null;
  /** When it was read, in words. */
  readonly when: string;
  readonly columns: readonly ColumnRow[];
  readonly load: {
    readonly file: { readonly name: string };
    readonly preview: Preview | null;
    readonly job: ShownJob | null;
    readonly problem: Problem | null;
    readonly running: boolean;
  } | null;
}

interface ShownJob {
  readonly what: StepName;
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly left: number | null;
  readonly cancel: () => void;
}
