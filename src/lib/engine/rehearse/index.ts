/** Rounds: a plan carried out on copies, and planned again. */
export { AS_GIVEN, BOTH_AS_GIVEN, HABITS, type AppForms, type Habit } from './app-forms.ts';
export { rehearse, type RehearsalInput, type RoundEnd } from './rehearse.ts';
export { actsOf } from './rehearsal.ts';
export type { BredTold, FieldRounds, RecordRounds, Rehearsal, RoundTold, StayCause } from './rehearsal.ts';
