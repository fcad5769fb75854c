import { LINK_BYS } from './link-by.ts';
import type { Outcome } from './outcome.ts';
import type { ReasonCode } from './reason.ts';

export const SCOPES = ['all', 'written', 'needs-person', 'changed'] as const;
export const TRAIT_REASONS = ['by-rule', 'fills-blank', 'one-side-changed'] as const;
export const WAYS = ['to-left', 'to-right', 'both-ways'] as const;

/** How a subject is linked, as filters say it, by the numbers of `BY`; a key of names alone whose other keys differ is `name-only`. */
export const LINK_WORDS = ['none', ...LINK_BYS, 'name-only'] as const;

export type LinkWord = (typeof LINK_WORDS)[number];

/** What a plan alone says of its subjects. Lists are ORed inside, ANDed between; empty lists pass all. */
export interface PlanFilter {
  readonly outcomes: readonly Outcome[];
  readonly reasons: readonly (ReasonCode | (typeof TRAIT_REASONS)[number])[];
  /** Left field names of mappings that write. */
  readonly fields: readonly string[];
  readonly linkedBy: readonly LinkWord[];
  readonly directions: readonly (typeof WAYS)[number][];
}

/** The lists of a plan's filter, in the order files have them. */
export const PLAN_FILTERS = [
  'outcomes',
  'reasons',
  'fields',
  'linkedBy',
  'directions',
] as const satisfies readonly (keyof PlanFilter)[];
