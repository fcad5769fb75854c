import type { Speech } from '../speech.ts';

/** The plan under the design: what a change would do, and why there is no newer plan. */
export const designStrip = ({ count, plural, seconds }: Speech) => {
  const errors = (many: number): string => plural(many, { one: '# design error', other: '# design errors' });
  return {
    name: 'Plan',
    errors,
    noNewPlan: (many: number) =>
      plural(many, { one: '# design error; no new plan.', other: '# design errors; no new plan.' }),
    noPlanYet: 'no plan yet',
    stays: (number: number) => `plan ${count(number)} stays as it was`,
    showFirst: 'Show the first',
    planningAgain: 'Planning again',
    planning: (share: string) => `Planning, ${share} done.`,
    about: (left: number) => `about ${seconds(left)}`,
    outOfDate: 'This plan is out of date.',
    outOfDateSince: (reason: string) => `This plan is out of date. ${reason}`,
    planAgain: 'Plan again',
    withChanges: (number: number, changes: number) =>
      plural(changes, {
        one: `Plan ${count(number)} with this change`,
        other: `Plan ${count(number)} with these changes`,
      }),

    plannedAgain: (sums: string) => `Planned again: ${sums}.`,
    inSync: (sync: string, sums: string) => `${sync}: ${sums}`,
    noneDiffers: 'no record ends differently',
    noneMoves: (changed: number) =>
      plural(changed, {
        one: '# record is written differently, no count moves',
        other: '# records are written differently, no count moves',
      }),
    show: (records: number) => plural(records, { one: 'Show the # record', other: 'Show the # records' }),
    plannedIn: (took: number) => `planned in ${seconds(took)}`,
    plannedAgainIn: (took: number) => `planned again in ${seconds(took)}`,
    keepChanges: (changes: number) => (changes > 1 ? 'Keep changes' : 'Keep change'),
    plan: (number: number) => `Plan ${count(number)}`,
    firstPlan: 'a first plan; keep it to compare later changes with it',
    keepPlan: 'Keep plan',
    counting: 'Counting…',
    revert: (changes: number) => (changes > 1 ? `Revert ${count(changes)} changes` : 'Revert'),
    changes: (many: number, last: string) => `${count(many)} changes, the last: ${last}`,
    spoken: (counts: string) => `Plan: ${counts}.`,
    changedSince: 'The design or the records changed since.',
    noPlan: 'No plan yet.',
    noPlanWithoutFiles: 'No plan yet: both sides need a file.',
  };
};
