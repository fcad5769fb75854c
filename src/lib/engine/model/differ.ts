import { DIFFER_CLASSES, type DifferClass } from './differ-class.ts';
import type { SameForm } from './design.ts';
import type { Both, Side } from './side.ts';
import type { Transform } from './transform.ts';

export { DIFFER_CLASSES, type DifferClass };

/** Bits of a class in a column of pairs, 0 or 1 + its position; above them 1 for a worse left value, 2 for a worse right one. */
export const CLASS_BITS = 31;
export const WORSE = 5;

/** Classes in which both values say the same. */
export const FORM_CLASSES: readonly DifferClass[] = DIFFER_CLASSES.slice(2, 14);

/** Of these one value is worse than the other (DX3). */
export const WORSE_CLASSES: readonly DifferClass[] = ['placeholder', 'damaged', 'cut'];

/** What takes a class of differences away (DX2). */
export type DifferAct =
  | { readonly kind: 'same'; readonly forms: readonly SameForm[]; readonly country: Both<string | null> }
  | { readonly kind: 'declare'; readonly fields: Both<Readonly<Record<string, unknown>>> }
  | { readonly kind: 'time-zone'; readonly side: Side; readonly timeZone: string }
  | { readonly kind: 'transform'; readonly transform: Transform }
  /** A value's owner mends it; no setting does. */
  | { readonly kind: 'to-do' };

export interface DifferSample {
  /** Position among the pairs. */
  readonly pair: number;
  readonly left: string;
  readonly right: string;
}

export interface OwnedPairs {
  readonly count: number;
  /** The first three of the first ones: positions among the pairs. */
  readonly first: readonly number[];
}

/** One class of a field: how many pairs, the first three, what takes them away. */
export interface ClassOfField {
  readonly is: DifferClass;
  readonly count: number;
  readonly samples: readonly DifferSample[];
  readonly act: DifferAct;
  /** S231: of a class in which one value is worse than the other, by side the pairs whose owner would mend it; else it is all. */
  readonly owned?: Both<OwnedPairs>;
  /** Of `shift` the hours between the sides, right less left, all that occur. */
  readonly hours?: readonly number[];
}

/** What an update changes: form alone, labels or hours (and form), blanks alone, or a value. */
export const KINDS_OF_UPDATES = ['form', 'label', 'fills', 'value'] as const;

export type UpdateKind = (typeof KINDS_OF_UPDATES)[number];

/** Why two different values stay as they are (DX4). */
export type ApartCause = 'direction' | 'cleared' | 'unchanged' | 'accepted';
