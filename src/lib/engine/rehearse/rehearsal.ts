import type { Both, Side } from '../model/side.ts';
import type { Habit } from './app-forms.ts';

/** What rounds of carrying out and planning again came to. */
export interface Rehearsal {
  /** One a plan: those that were carried out, then the one that was only looked at. */
  readonly rounds: readonly RoundTold[];
  /** How many rounds wrote until a plan wrote nothing; null where the last plan still writes. */
  readonly settled: number | null;
  /** Fields of which something is to be said, in the order of syncs and mappings. */
  readonly fields: readonly FieldRounds[];
  /** Creates of what a rehearsal made, by sync and the side they were to be made on. */
  readonly bred: readonly BredTold[];
}

/** What one plan would write, and what became of it. Rows are records of a side, also those that are deleted. */
export interface RoundTold {
  readonly round: number;
  readonly creates: Both<number>;
  readonly updates: Both<number>;
  /** DE4. */
  readonly deletes: Both<number>;
  /** Rows among these that the app refused. */
  readonly refused: number;
  /** Rows among these that no change file says. */
  readonly unsaid: number;
  /** Texts the apps gave a form of their own. */
  readonly formed: number;
  /** Creates beside these that wait for a person, since their records may be there already (BL6). */
  readonly held: number;
  /** Records with a conflict nobody decided. */
  readonly open: number;
}

/** What a plan offers, by act: deletes only where any of these has some. */
export function actsOf(rounds: readonly RoundTold[]): readonly ('creates' | 'updates' | 'deletes')[] {
  const deletes = rounds.some(({ deletes: { left, right } }) => left + right > 0);
  return deletes ? ['creates', 'updates', 'deletes'] : ['creates', 'updates'];
}

/** Why a write is offered again when the rounds are over. */
export type StayCause = 'refused' | 'unsaid' | 'form' | 'moves';

/** One mapping over the rounds. */
export interface FieldRounds {
  readonly sync: string;
  readonly left: string;
  readonly right: string;
  /** Texts the plans would write on either side, by round. */
  readonly writes: readonly Both<number>[];
  /** Texts that went back against what the round before had written on the other side. */
  readonly back: number;
  /** Texts of a side that were written over there with what the other side's app had made of them. */
  readonly lost: Both<number>;
  /** Values that came back different in the last plan and ask a person (BL3d). */
  readonly asked: number;
  /** What the last plan still writes, by its cause; the habit is the app's that makes another text of it. */
  readonly stays: readonly { readonly why: StayCause; readonly by: Habit | null; readonly count: number }[];
  /** The first records written after the first round, left over, or asked about. */
  readonly records: readonly RecordRounds[];
}

/** A record of which a field was written again; an id is null where the record was made by the rehearsal, or is not there. */
export interface RecordRounds {
  readonly left: string | null;
  readonly right: string | null;
  readonly steps: readonly {
    readonly round: number;
    readonly side: Side;
    readonly from: string;
    readonly to: string;
    /** What stood there afterwards; null where nothing was taken. */
    readonly became: string | null;
  }[];
}

/** Records that would be made over and over. */
export interface BredTold {
  readonly sync: string;
  readonly side: Side;
  /** Made, or to be made, once more of a record that one was made of already. */
  readonly again: number;
  /** Made, or to be made, of a record the rehearsal itself made. */
  readonly back: number;
  /** How many of these wait for a person (BL6). */
  readonly held: number;
  /** The first records they go back to, by their ids before the rehearsal. */
  readonly records: readonly { readonly side: Side; readonly id: string }[];
}
