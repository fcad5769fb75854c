import type { IdentifierName, PresenceFields } from '../model/design.ts';
import type { DateOrder } from '../model/field.ts';
import type { Both, Side } from '../model/side.ts';
import type { AppGuess } from './app.ts';
import type { KeyPair } from './key-pair.ts';
import type { KindGuess } from './kind.ts';
import type { MisleadingKey, SuggestNote } from './suggest-note.ts';
import type { SuggestedStages } from './stages.ts';
import type { FieldPick, LeftOutCode } from './own-columns.ts';
import type { Because } from './pair-score.ts';

/** One pair of fields, mapped both ways. */
export interface SuggestedMapping {
  readonly left: string;
  readonly right: string;
  /** 0 to 1; nothing under `SURE_ENOUGH` is suggested. */
  readonly sure: number;
  readonly why: readonly Because[];
  /** What a person should look at before relying on it. */
  readonly notes: readonly MappingNote[];
  /** False where writing as it stands could harm: lists with other values, record ids that may be two numberings. */
  readonly enabled: boolean;
}

export type MappingNote = 'values-differ' | 'date-order-unknown' | 'record-ids' | 'own-ids';

export interface SuggestedIdentifier {
  readonly name: IdentifierName;
  readonly left: string;
  readonly right: string;
  readonly sure: number;
}

export interface SuggestedKey extends KeyPair {
  /** Further pairs, all of which must be equal too. */
  readonly and: readonly KeyPair[];
  /** Share of different values in common, 0 to 1; null where nothing is known. */
  readonly overlap: number | null;
}

/** A field declared so that its dates, numbers and lists are read right, or because its app keeps each value once. */
export interface SuggestedField {
  readonly name: string;
  readonly type: 'date' | 'datetime' | 'number' | 'multi-select' | 'text';
  readonly dateOrder: DateOrder | null;
  readonly decimal: '.' | ',' | null;
  readonly unique: boolean;
}

export interface LeftOut {
  readonly field: string;
  readonly why: LeftOutCode;
}

/** A design as far as two files can tell it; `toDesignFile` writes it down. */
export interface SuggestedDesign {
  readonly apps: Both<AppGuess>;
  readonly kind: KindGuess;
  readonly objects: Both<string>;
  /** What the apps are called in the design. */
  readonly names: Both<string>;
  readonly idFields: Both<FieldPick | null>;
  readonly modifiedFields: Both<FieldPick | null>;
  readonly emails: Both<string | null>;
  readonly presence: Both<PresenceFields>;
  /** `default` with identifiers, `keys` with keys, else `none`. */
  readonly method: 'default' | 'keys' | 'none';
  readonly identifiers: readonly SuggestedIdentifier[];
  readonly keys: readonly SuggestedKey[];
  readonly idPair: { readonly side: Side; readonly field: string; readonly overlap: number } | null;
  /** What is no key (KW9), since some was found among the keys. */
  readonly misleading: readonly MisleadingKey[];
  /** In the left file's order. */
  readonly mappings: readonly SuggestedMapping[];
  readonly schema: Both<readonly SuggestedField[]>;
  /** What a stage map would begin with; the design has none unasked (S122). */
  readonly stages: SuggestedStages | null;
  /** What to look at or decide. */
  readonly notes: readonly SuggestNote[];
  /** Every column that is in no mapping, in file order. */
  readonly leftOut: Both<readonly LeftOut[]>;
}
