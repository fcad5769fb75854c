import type { ErrorCategory } from '../../engine/index.ts';

/** Why an app did not do what it was asked. The catalogue has the words; the app's own are in `said`. */
export type FaultCode =
  /** No answer, or none that is whole: what was asked may have been done. */
  | 'no-answer'
  | 'timeout'
  /** An answer that is no answer of this app: a page of HTML, half a body, JSON of another form. */
  | 'not-understood'
  /** 401: the sign-in does not hold any more. */
  | 'signed-out'
  /** Signed in, and not allowed to. */
  | 'forbidden'
  | 'rate-limit'
  /** The allowance of the day is used up. */
  | 'daily-limit'
  /** 5xx, or what an app sends instead when it is overloaded. */
  | 'app-down'
  /** The record is locked by somebody's work just now. */
  | 'locked'
  | 'not-found'
  /** The app understood, and said no: for its data or its form. */
  | 'refused'
  /** The relay of `npm start` is not there. */
  | 'no-relay'
  /** The relay would not pass it on. */
  | 'relay-refused'
  | 'stopped';

export interface AppFault {
  readonly code: FaultCode;
  readonly category: ErrorCategory;
  /** HTTP status; null without an answer. */
  readonly status: number | null;
  /** What the app said, as it said it; never a secret. */
  readonly said: string;
  /** Milliseconds the app asks to wait; null where it says nothing. */
  readonly waitFor: number | null;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: AppFault };
