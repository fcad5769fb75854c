import type {
  ApartCause,
  Both,
  ClassOfField,
  DifferClass,
  DifferWarning,
  Direction,
  Outcome,
  UpdateKind,
} from '../engine/index.ts';
import type { WarningFilter } from './plan.ts';

/** Why values of an object sync differ (DX). */
export interface WhyDiffer {
  readonly sync: string;
  readonly planKey: string;
  /** The field pairs the plan looks at. */
  readonly mapped: readonly Both<string>[];
  /** The mappings in which values differ, most differences first. */
  readonly fields: readonly FieldDiffer[];
  /** Mappings without a difference. */
  readonly alike: number;
  /** Updates of the plan by what they change. */
  readonly updates: Readonly<Record<UpdateKind, number>>;
  readonly warnings: readonly DifferWarning[];
  readonly filters: readonly WarningFilter[];
}

/** A class of a field, and by side the pairs whose owner would mend them (S231), the first three by the ids of their records. */
export interface ClassTold extends Omit<ClassOfField, 'owned'> {
  readonly owned: Both<{ readonly count: number; readonly samples: readonly Both<string>[] }>;
}

export interface FieldDiffer {
  /** Position in the design. */
  readonly mapping: number;
  readonly left: string;
  readonly right: string;
  readonly direction: Direction;
  /** Linked pairs with a value on both sides, and those of them that differ. */
  readonly pairs: number;
  readonly count: number;
  readonly classes: readonly ClassTold[];
  /** Different values that stay as they are, by cause (DX4). */
  readonly apart: Readonly<Partial<Record<ApartCause, number>>>;
}

/** A class of differences of a mapping; what is offered for it is the act. */
export interface OfferedAct {
  readonly mapping: number;
  readonly is: DifferClass;
}

/** What an act would change of the plan, told before it is done. */
export interface TriedAct {
  /** Values written to linked records, now and then. */
  readonly writes: readonly [now: number, then: number];
  /** Subjects of the outcomes that it would change. */
  readonly moved: readonly { readonly outcome: Outcome; readonly now: number; readonly then: number }[];
}
