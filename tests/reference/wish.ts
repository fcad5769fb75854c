import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { Because, DecidedBy } from '../../src/lib/engine/model/line.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';

/** What a rule asks for on one mapping of a pair. */
export interface Wish {
  /** The side whose value is written to the other; null: nothing is written. */
  readonly source: Side | null;
  readonly because: Because;
  readonly conflict: { readonly decidedBy: DecidedBy | null; readonly winner: Side | null } | null;
}

export const NOTHING: Wish = { source: null, because: 'winner', conflict: null };
export const flow = (source: Side, because: Because): Wish => ({ source, because, conflict: null });
export const open: Wish = { source: null, because: 'winner', conflict: { decidedBy: null, winner: null } };
export const left: Wish = {
  source: null,
  because: 'winner',
  conflict: { decidedBy: 'fill-blank', winner: null },
};

/** SF: Salesforce's value is asked for first. CO3: W is the side the mapping's rule names, else the sync's winner. */
export const winnerOf = (sync: ObjectSync, mapping: FieldMapping): Side =>
  sync.salesforce ??
  (mapping.conflict === 'left' || mapping.conflict === 'right' ? mapping.conflict : sync.winner);
