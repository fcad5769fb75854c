import type { FieldWrite, PlanLine } from '../../model/line.ts';

/** `to`: null where the plan cannot know it. */
export type SaidWrite = Pick<FieldWrite, 'side' | 'field' | 'to'>;

/**
 * Is a write handed over? One whose text a plan cannot know, the id of a record it creates (S97), is where that id is known, as after a
 * push that sent both (S381).
 */
export type Handed = boolean | { readonly id: string };

/** The text that is handed over; null where none is. `to`: as the plan has it. */
export const handedText = (to: string | null, handed: Handed): string | null =>
  typeof handed === 'object' ? handed.id : handed ? to : null;

/**
 * Which writes of a line are handed over with a plan: those its change files or calls say. Null: the plan is only looked at, and
 * hands nothing over (BL1, BL2).
 */
export type HandsOver =
  | ((
      line: PlanLine,
      /** Its position among the subjects of its sync. */
      subject: number,
    ) => (write: SaidWrite) => Handed)
  | null;
