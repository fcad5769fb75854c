import type { Both } from '../model/side.ts';

/** What an app makes of what it is given: chosen by a person, one a side (S150). */
export interface AppForms {
  /** White space at both ends goes. */
  readonly trims: boolean;
  /** E-mail addresses in lower case. */
  readonly email: boolean;
  /** Phone numbers as E.164, under the country of those without one (ISO 3166 alpha-2, or null). */
  readonly phone: { readonly country: string | null } | null;
  /** Web addresses without a scheme get `https://`. */
  readonly web: boolean;
  /** Texts end after so many characters. */
  readonly cut: number | null;
  /** Numbers keep so many decimals. */
  readonly round: number | null;
  /** Times become their day. */
  readonly days: boolean;
  /** Times are given back in this IANA zone, without saying so. */
  readonly local: string | null;
  /** This share of the rows is refused, 0 to 1. */
  readonly refuse: number;
}

/** An app that keeps every text as it is given. */
export const AS_GIVEN: AppForms = {
  trims: false,
  email: false,
  phone: null,
  web: false,
  cut: null,
  round: null,
  days: false,
  local: null,
  refuse: 0,
};

export const BOTH_AS_GIVEN: Both<AppForms> = { left: AS_GIVEN, right: AS_GIVEN };

/** The habits that change a text, in the order an app follows them. */
export const HABITS = ['trims', 'email', 'phone', 'web', 'round', 'days', 'local', 'cut'] as const;

export type Habit = (typeof HABITS)[number];
