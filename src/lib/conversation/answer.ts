import type { Progress } from '../engine/index.ts';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** What is wrong, and what to do: two sentences. `code` lets a screen offer the fitting act. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

export type OnProgress = (progress: Progress) => void;
