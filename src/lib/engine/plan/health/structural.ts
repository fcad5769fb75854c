import type { StructuralFailure } from '../../model/failure.ts';
import type { InputReport } from '../../model/summary.ts';

/** Notes of a reading that set a row aside; together they are the file's `rejected`. */
const REJECTING = ['too-many-cells', 'too-few-cells', 'no-id', 'repeated-id'];

/** ER1: the rows of a sync's files that could not be read as records, by file and cause; none is lost. */
export const structuralFailures = (inputs: readonly InputReport[], of: string): StructuralFailure[] =>
  inputs
    .filter(({ sync }) => sync === of)
    .flatMap(({ sync, side, notes }) =>
      notes
        .filter(({ code }) => REJECTING.includes(code))
        .map(({ code, count, lines }) => ({ category: 'structural', sync, side, code, count, lines })),
    );
