import type { Side } from '../model/side.ts';

/**
 * What HubSpot's plan makes of its subjects against the design's own plan (S194), the gravest first; a subject is of the first that
 * fits, and so is each of its records. The numbers stored are positions.
 */
export const HUBSPOT_CLASSES = [
  /** Linked by HubSpot alone, by the name, though another identifier of both has a value and these differ. */
  'name-alone',
  /** Linked by HubSpot, where the design links one of the two with another record. */
  'other-partner',
  /** Linked by HubSpot alone. */
  'linked',
  /** Created by HubSpot, though the design links the record. */
  'doubled',
  /** Created by HubSpot alone. */
  'created',
  /** Linked by the design alone, and set aside by HubSpot. */
  'unlinked',
  /** Created by the design alone. */
  'not-created',
  /** The same pair: HubSpot writes over a value the design leaves or writes otherwise. */
  'overwritten',
  'cleared',
  /** HubSpot leaves a value the design writes over or clears. */
  'kept',
  /** A blank is filled by one alone, or with other texts. */
  'filled',
  /** What is written over is, by the design, the same in another form (SA1), or is written for its form (CO5). */
  'form',
  'create-otherwise',
  /** The same writes, and a question open in one plan alone. */
  'asked',
  /** A pair that takes part in HubSpot's plan alone; in the design's alone. */
  'taken-in',
  'left-out',
  /** Set aside by both, in another way. */
  'set-aside',
  'same',
] as const;
export type HubSpotClass = (typeof HUBSPOT_CLASSES)[number];

/** Of values of the same pair, the gravest first. */
export const VALUE_CLASSES = ['overwritten', 'cleared', 'kept', 'filled', 'form'] as const;
export type ValueClass = (typeof VALUE_CLASSES)[number];

/** Subjects of HubSpot's plan, and their records by side. */
export interface ClassCount {
  readonly is: HubSpotClass;
  readonly subjects: number;
  readonly left: number;
  readonly right: number;
}

/** Values of a field that the two plans write otherwise, of pairs that are the same. */
export interface ValueCount {
  readonly is: ValueClass;
  readonly side: Side;
  readonly field: string;
  readonly count: number;
}
