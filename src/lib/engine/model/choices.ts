import type { Side } from './side.ts';

/** `choices.json`, what a person decided on a plan (FORMATS.md, Choices). */
export interface Choices {
  readonly format: 'drysync/choices@1';
  readonly planHash: string | null;
  readonly choices: readonly ConflictChoice[];
  readonly links: readonly LinkVerdict[];
  readonly decisions: readonly SubjectDecision[];
  /** Absent: none. */
  readonly restores?: readonly RestoreChoice[];
}

/** Is a plan told anything of single records? Decisions are no part of it. */
export const namesRecords = ({ choices, links, restores = [] }: Choices): boolean =>
  choices.length + links.length + restores.length > 0;

/** A record of a link whose counterpart was deleted is to be created again on the side it was deleted on (DE2). */
export interface RestoreChoice {
  readonly sync: string;
  /** The two ids of the link. */
  readonly left: string;
  readonly right: string;
  /** The side it is created on. */
  readonly to: Side;
  readonly at: string;
}

export interface ConflictChoice {
  readonly sync: string;
  readonly left: string;
  readonly right: string;
  /** A left field of an enabled mapping, or null for every conflict of the subject. */
  readonly field: string | null;
  /** The two values the person saw; null where `field` is null. */
  readonly on: readonly [string, string] | null;
  /** `accept` and `again` are about what came back different (BL3d); `hold` of a write, decided or not: it waits (S480), and has a field. */
  readonly take: Side | 'none' | 'accept' | 'again' | 'hold';
  readonly at: string;
}

export interface LinkVerdict {
  readonly sync: string;
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'different' | 'unsure';
  readonly at: string;
}

export type Decision = 'approved' | 'held' | 'rejected';

export interface SubjectDecision {
  readonly sync: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly decision: Decision;
  /** SHA-256 of the bytes of the `writes` member as in `plan.jsonl`. */
  readonly writes: string;
  /** Of a create that carried `handed-over`: how often it had been handed over when this was decided (BL6). */
  readonly handedOver?: number;
  /** The id of the rule that decided it, where no person did (S408). */
  readonly rule?: string;
  readonly at: string;
}
