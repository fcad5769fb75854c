import type { DoneStep } from '../../src/lib/conversation/index.ts';

/** How a step is kept: as JSON in the row's label. */
export const stepLabel = (step: DoneStep): string => JSON.stringify(step);

/** The label of a step that brought a sync in. */
export const suggestedLabel = (sync: string): string => stepLabel({ code: 'suggested', values: { sync } });

/** A kept label as the step it says; one of an older version is its own words. */
export function stepOf(label: string): DoneStep {
  const old = OLD_SUGGESTED.exec(label)?.[1];
  if (old !== undefined) return { code: 'suggested', values: { sync: old } };
  return parsed(label) ?? { code: 'text', values: { text: label } };
}

type Labels = readonly { readonly label: string }[];

/** Syncs a step brought in: also one that was undone, so that a person's no stands. */
export const suggestedIn = (steps: Labels): ReadonlySet<string> =>
  new Set(
    steps
      .map(({ label }) => stepOf(label))
      .flatMap((step) => (step.code === 'suggested' ? [step.values.sync] : [])),
  );

/** Syncs a person deleted (LI2). */
export const deletedIn = (steps: Labels): ReadonlySet<string> =>
  new Set(
    steps
      .map(({ label }) => stepOf(label))
      .flatMap((step) => (step.code === 'sync-deleted' ? [step.values.id] : [])),
  );

/** Labels were English before they were steps. */
const OLD_SUGGESTED = /^Suggested for (.+)$/;

function parsed(label: string): DoneStep | null {
  if (!label.startsWith('{"code":"')) return null;
  try {
    return JSON.parse(label) as DoneStep;
  } catch {
    return null;
  }
}
