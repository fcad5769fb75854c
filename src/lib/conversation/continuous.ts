import type { Both, Side } from '../engine/index.ts';
import type { GuardLook, PushState } from '../push/index.ts';
import type { Answer } from './answer.ts';
import type { Problem } from './problem.ts';
import type { ActCounts, PushRecords } from './push-counts.ts';

/** What continuous sync would push by itself of the plan as it is (S446). Nothing is sent or turned on by asking. */
export interface ContinuousAbout {
  /** Names exactly what is told here; it is turned on with nothing else. */
  readonly shown: string;
  /** The rules that approve, in their order, and how many records each would have pushed now. */
  readonly rules: readonly { readonly id: string; readonly name: string; readonly records: number }[];
  /** The object syncs that take part: both their sides are apps somebody is signed in to. */
  readonly syncs: readonly { readonly sync: string; readonly records: number }[];
  readonly records: number;
  readonly sides: Both<ActCounts>;
  /** What is approved and waits for a person all the same (S447). */
  readonly waits: readonly { readonly because: WaitsForPerson; readonly records: number }[];
  /** Records that the first pass and every later one may write (S448). */
  readonly most: { readonly first: number; readonly later: number };
  /** What keeps it from being turned on; nothing where it may be. */
  readonly bars: readonly ContinuousBar[];
  /** To be typed. */
  readonly confirm: string;
}

/** Why what is approved is not pushed by itself (S447). */
export type WaitsForPerson =
  /** A person approved it, no rule. */
  | 'person'
  /** A conflict of it is open. */
  | 'conflict'
  /** It deletes a record, and the rule that approves it does not name deletes. */
  | 'delete'
  /** One of its sides was read from a file. */
  | 'file'
  /** A create that is neither kept from being doubled after a lost answer, nor found again (F2). */
  | 'keyless'
  /** The record it belongs to is created by nothing that goes. */
  | 'parent';

export type ContinuousBar =
  /** No rule approves; no object sync has two apps; another tab writes the project. */
  | { readonly is: 'no-rule' | 'no-apps' | 'read-only' | 'unfinished' | 'stale' }
  | { readonly is: 'signed-out' | 'no-answer'; readonly sides: readonly Side[] }
  | { readonly is: 'checks'; readonly names: readonly string[] }
  | { readonly is: 'guards'; readonly guards: readonly GuardLook[] };

/** What a person turns on. */
export interface ContinuousStart {
  readonly shown: string;
  /** The person's name: it stands in the journals. */
  readonly by: string;
  readonly typed: string;
}

export type ContinuousStarted =
  | { readonly ok: true }
  /** Something else would be pushed than what was shown; not typed as asked; something stands in the way. */
  | { readonly ok: false; readonly because: 'other' | 'not-typed' | 'barred' };

/** What a pass came to (S449). */
export type ContinuousPass =
  | { readonly is: 'off' }
  /** No rule approves anything that is to be written. */
  | { readonly is: 'nothing' }
  /** Time mends it: the next pass tries again. */
  | { readonly is: 'waits'; readonly because: 'push' | 'app' | 'plan' }
  /** `stale`: writes that found another value, and were left. */
  | { readonly is: 'wrote'; readonly push: string; readonly records: number; readonly stale: number }
  /** It is off; `push`: the journal of what this pass wrote before, null where it wrote nothing. */
  | { readonly is: 'stopped'; readonly because: ContinuousStop; readonly push: string | null };

/** Why it stopped by itself: a person looks before it is turned on again. */
export type ContinuousStop =
  /** The design, its rules of approval or its checks are not those it was turned on with. */
  | { readonly is: 'design' }
  | { readonly is: 'checks'; readonly names: readonly string[] }
  | { readonly is: 'guards'; readonly guards: readonly GuardLook[] }
  | { readonly is: 'many'; readonly records: number; readonly most: number }
  | { readonly is: 'to-and-fro'; readonly records: PushRecords; readonly fields: readonly string[] }
  | { readonly is: 'unfinished' }
  | { readonly is: 'signed-out'; readonly sides: readonly Side[] }
  /** The apps could not be read, or the project not planned. */
  | { readonly is: 'problem'; readonly problem: Problem }
  /** The push did not end by itself. */
  | { readonly is: 'push'; readonly state: PushState }
  /** It did, and of these records a person has to look. */
  | {
      readonly is: 'records';
      readonly refused: number;
      readonly unknown: number;
      readonly different: number;
    };

/** What the page asks of continuous sync. */
export interface ContinuousCalls {
  continuousAbout(job: number): Promise<Answer<ContinuousAbout>>;
  continuousOn(start: ContinuousStart): Promise<Answer<ContinuousStarted>>;
  /** Off, and what it pushes just now is stopped for good. */
  continuousOff(): Promise<Answer<null>>;
  /** After a pass over the apps was read and planned: pushes what rules approve of it. Answers when that push has ended. */
  continuousPush(job: number): Promise<Answer<ContinuousPass>>;
}
