import type { AppForms, Both, BredTold, FieldRounds, RecordRounds, Rehearsal } from '../engine/index.ts';
import type { ListedRecord } from './hand-over.ts';

/** What a person asks a rehearsal of. */
export interface RoundsAsked {
  /** Plans that are carried out at most. */
  readonly rounds: number;
  readonly forms: Both<AppForms>;
}

/** A rehearsal of the plan as it stands, its records as the list names them. */
export interface Rounds extends Pick<Rehearsal, 'rounds' | 'settled'> {
  readonly asked: RoundsAsked;
  readonly fields: readonly RoundsField[];
  readonly bred: readonly RoundsBred[];
}

export interface RoundsField extends Omit<FieldRounds, 'records'> {
  readonly records: readonly RoundsRecord[];
}

export interface RoundsRecord extends ListedRecord, Pick<RecordRounds, 'steps'> {}

export interface RoundsBred extends Omit<BredTold, 'records'> {
  readonly records: readonly ListedRecord[];
}
