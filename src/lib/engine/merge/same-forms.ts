import type { SameForm } from '../model/design.ts';
import type { Comparer } from '../read/compare.ts';
import { sameInForm } from '../read/same-form.ts';
import type { Both } from '../model/side.ts';
import type { Tools } from '../tools.ts';

/** The forms of a mapping in which values are the same (SA1); plain data. */
export interface SameForms {
  readonly forms: readonly SameForm[];
  readonly country: Both<string | null>;
}

/** What compares, and what is equal in one of these forms. */
export function withForms(compare: Comparer, { forms, country }: SameForms, tools: Tools): Comparer {
  if (forms.length === 0) return compare;
  const same = sameInForm(forms, country, tools);
  return (a, b) => compare(a, b) || same(a, b);
}
