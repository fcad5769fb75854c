import type { FieldWrite, PlanLine } from '../../model/line.ts';

/** A line of `plan.jsonl` without its line end: members in the order of the model, no blanks, non-ASCII as it is. */
export const lineText = (line: PlanLine): string => JSON.stringify(line);

/** The bytes a decision is about: the `writes` member's value as in `plan.jsonl`. */
export const writesText = (writes: readonly FieldWrite[]): string => JSON.stringify(writes);
