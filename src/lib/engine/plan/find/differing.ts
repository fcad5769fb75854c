import { CLASS_BITS, DIFFER_CLASSES, type ClassOfField, type DifferClass } from '../../model/differ.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { subjectCount, type SyncPlan } from '../sync-plan.ts';
import { divided, type SubjectClasses } from './classes.ts';

/** Why the values of a subject differ, as filters say it; the last: a worse value would be written over a better one (DX3). */
export const DIFFER_WORDS = [...DIFFER_CLASSES, 'worse-written'] as const;

export type DifferWord = DifferClass | 'worse-written';

/** Why values differ, mapping by mapping. */
interface Differing {
  /** Per pair 0, or 1 + a position in `DIFFER_CLASSES` in its `CLASS_BITS`. */
  readonly fields: readonly { readonly of: Uint8Array; readonly classes: readonly ClassOfField[] }[];
  /** Pairs into which a worse value would be written. */
  readonly worse: readonly (readonly number[])[];
}

/** Why values differ, over the subjects of a plan. */
export interface DifferingSubjects {
  /** One bit a position in `DIFFER_WORDS`. */
  readonly bits: Uint32Array;
  /** Those that occur. */
  readonly seen: number;
  /** What filters look at, this included. */
  readonly classes: SubjectClasses;
}

/** `classes`: by all else that filters look at. `field`: the left field of the one mapping that is looked at; null for all. */
export function* differingSubjects(
  plan: SyncPlan,
  { fields, worse }: Differing,
  classes: SubjectClasses,
  field: string | null,
): Steps<DifferingSubjects> {
  const bits = new Uint32Array(subjectCount(plan));
  let seen = 0;
  for (const [position, { of }] of fields.entries()) {
    if (field !== null && plan.mappings[position]!.mapping.left !== field) continue;
    yield* inSlices('impact', of.length, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        const code = of[pair]! & CLASS_BITS;
        if (code > 0) bits[pair]! |= 1 << (code - 1);
      }
    });
    for (const pair of worse[position]!) bits[pair]! |= 1 << DIFFER_CLASSES.length;
    seen |= fields[position]!.classes.reduce((all, { is }) => all | (1 << DIFFER_CLASSES.indexOf(is)), 0);
    if (worse[position]!.length > 0) seen |= 1 << DIFFER_CLASSES.length;
  }
  return { bits, seen, classes: yield* divided(classes, bits) };
}
