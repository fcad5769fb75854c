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
