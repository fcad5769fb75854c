import type { Refusal } from '../../connectors/app/write.ts';
import type { PushItem, PushPlan, Texts } from '../item.ts';

/** Why a push stands still, with what a person is told of it. */
export type PauseCause =
  /** Somebody asked for it. */
  | { readonly code: 'asked' }
  | {
      readonly code: 'signed-out' | 'forbidden' | 'daily-limit' | 'no-relay' | 'app-down';
      readonly said: string;
    }
  /** Signed in to another account than the plan was made of. */
  | { readonly code: 'wrong-account'; readonly expected: string; readonly found: string }
  /** Of the records that went first some did not become what was planned. */
  | {
      readonly code: 'canary';
      readonly refused: number;
      readonly different: number;
      readonly unknown: number;
    }
  /** One error hits nearly everything. */
  | { readonly code: 'one-error'; readonly error: string; readonly hit: number; readonly of: number };

export type PushState =
  | { readonly is: 'running' }
  | { readonly is: 'paused'; readonly cause: PauseCause }
  | { readonly is: 'stopped' }
  | { readonly is: 'done' };

/** Nothing of it is sent any more, unless a person asks for it again. */
export const isOver = ({ is }: PushState): boolean => is === 'done' || is === 'stopped';

/** What is about to be sent for an item. */
export interface Intent {
  readonly key: string;
  readonly id: string | null;
  /** With the ids of the parents it waited for. */
  readonly values: Texts;
  /** Texts of these fields as they stood a moment ago: what a rollback writes back. Null on a create. */
  readonly before: Texts | null;
  /** Of a create that is looked for by its key (S373): ids of the records that had it a moment before. */
  readonly there?: readonly string[];
}

/** What became of an item. */
export type Outcome = { readonly key: string } & (
  | {
      readonly is: 'written';
      readonly id: string;
      /** A create: false where the record was there already and became it. */
      readonly created: boolean;
    }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  /** Nobody can say, and it is not sent again by itself. `lookedFor`: what was asked for at the app, and what was found. */
  | { readonly is: 'unknown'; readonly because: UnknownBecause; readonly lookedFor: LookedFor | null }
  /** The answer left it open: it is looked for. */
  | { readonly is: 'doubt'; readonly because: string }
  /** For certain it was not done: it may be sent. */
  | { readonly is: 'not-done' }
  /** The app has another value than the plan expects; null: the record is gone. */
  | { readonly is: 'stale'; readonly found: Texts | null }
);

export type UnknownBecause =
  /** A create of which no field is unique, nor a key it is looked for by: it is never sent twice (F2). */
  | 'no-unique-key'
  /** One record with its key came since it was sent, and does not say all that was sent: it may be somebody else's (S373). */
  | 'another-persons'
  /** No record has its key as it was sent; but this app keeps that field in a form of its own (S373). */
  | 'other-form'
  /** What is there is neither what was, nor what was written. */
  | 'other-values'
  /** Several records have the key. */
  | 'several'
  /** It was in doubt again and again. */
  | 'again-and-again';

export interface LookedFor {
  readonly field: string;
  readonly value: string;
  /** Ids of what was found. */
  readonly found: readonly string[];
}

/** How what was written reads afterwards (push protocol 6). */
export type ReadBackVerdict = 'as-planned' | 'normalised' | 'different' | 'gone';

export interface ReadBack {
  readonly key: string;
  readonly verdict: ReadBackVerdict;
  /** The written fields as they are now; null where the record is gone. */
  readonly found: Texts | null;
}

/** `named`: as the app calls it. */
export type JobStep = { readonly is: 'named'; readonly name: string } | { readonly is: 'starting' };

/** One line of a push's journal. `at`: ISO 8601. */
export type JournalEntry =
  | { readonly kind: 'begun'; readonly at: string; readonly plan: Omit<PushPlan, 'items'> }
  | { readonly kind: 'items'; readonly items: readonly PushItem[] }
  | { readonly kind: 'state'; readonly at: string; readonly state: PushState }
  /** `job`: our own name of the job they are part of, where they go as one; the others of it may stand in the entries beside. */
  | {
      readonly kind: 'intent';
      readonly at: string;
      readonly items: readonly Intent[];
      readonly job?: string;
    }
  /** The app has opened it, and it holds nothing yet; or it is about to be started. */
  | {
      readonly kind: 'job';
      readonly at: string;
      readonly job: string;
      readonly step: JobStep;
    }
  | { readonly kind: 'outcome'; readonly at: string; readonly items: readonly Outcome[] }
  | { readonly kind: 'read-back'; readonly at: string; readonly items: readonly ReadBack[] }
  /** The records that went first were looked at. */
  | { readonly kind: 'canary'; readonly at: string };
