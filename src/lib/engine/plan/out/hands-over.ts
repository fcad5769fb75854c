import type { FieldWrite, PlanLine } from '../../model/line.ts';

/**
 * Which writes of a line are handed over with a plan: those its change files or calls say. Null: the plan is only looked at, and
 * hands nothing over (BL1, BL2).
 */
export type HandsOver =
  | ((
      line: PlanLine,
      /** Its position among the subjects of its sync. */
      subject: number,
    ) => (write: Pick<FieldWrite, 'side' | 'field' | 'to'>) => boolean)
  | null;
