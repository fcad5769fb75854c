import type { Direction } from './direction.ts';
import type { IdentifierName, ObjectKind } from './design.ts';
import type { FieldType } from './field.ts';
import type { Both, Side } from './side.ts';

/** The codes a design's errors have in files and on the command line (FORMATS.md, Design file). */
export type DesignErrorCode =
  | 'bad-format'
  | 'bad-value'
  | 'unknown-field'
  | 'direction-empty'
  | 'field-mapped-twice'
  | 'incompatible'
  | 'required-unmapped'
  | 'identifier-missing'
  | 'stage-map-not-one-to-one'
  | 'salesforce-side'
  | 'unknown-sync'
  | 'not-carried-out';

export interface DesignError {
  /** Where in the design's JSON: `syncs[0].mappings[2].left`; empty for the whole. */
  readonly at: string;
  readonly code: DesignErrorCode;
  readonly fault: DesignFault;
}

/** What is wrong, with all its sentence needs. Values of the design are cut JSON (`found`, `id`, `stage`). */
export type DesignFault =
  | { readonly is: 'no-object'; readonly found: string }
  | { readonly is: 'other-version'; readonly found: string; readonly reads: string }
  | { readonly is: 'other-format'; readonly found: string; readonly reads: string }
  /** `found` is null where nothing stands there. */
  | { readonly is: 'wrong-value'; readonly expected: Expected; readonly found: string | null }
  | { readonly is: 'half-character' }
  | { readonly is: 'id-twice'; readonly id: string }
  | { readonly is: 'check-twice' | 'approval-rule-twice'; readonly id: string }
  /** A check names a field that no mapping, stage map or association of its sync has as its left one. */
  | { readonly is: 'field-not-mapped'; readonly sync: string; readonly field: string }
  /** A check of every sync names a field. */
  | { readonly is: 'field-of-no-sync' }
  /** Nothing says which value of the field is the earlier one. */
  | { readonly is: 'no-order'; readonly field: string }
  | { readonly is: 'declared-twice'; readonly field: string }
  | {
      readonly is: 'no-column';
      readonly side: Side;
      readonly sync: string;
      readonly field: string;
      /** A column of almost that name. */
      readonly like: string | null;
    }
  | (Pair & { readonly is: 'both-read-only' })
  | (Pair & {
      readonly is: 'no-direction';
      readonly sync: Direction;
      /** Null where the mapping asks for none of its own. */
      readonly mapping: Direction | null;
      readonly readOnly: { readonly field: string; readonly leaves: Direction } | null;
      /** The way a transform without an inverse runs. */
      readonly transform: OneWay | null;
    })
  /** `by` is the position of the mapping that has the field of `side` already. */
  | (Pair & { readonly is: 'mapped-twice'; readonly side: Side; readonly by: number })
  | (Pair & { readonly is: 'several-values'; readonly field: string })
  | (Pair & { readonly is: 'other-types'; readonly types: Both<FieldType> })
  | (Pair & { readonly is: 'one-way-types'; readonly types: Both<FieldType>; readonly flows: OneWay })
  | { readonly is: 'no-keys'; readonly sync: string }
  | { readonly is: 'custom-without-keys'; readonly sync: string }
  | {
      readonly is: 'no-identifier';
      readonly sync: string;
      readonly kind: ObjectKind;
      readonly wanted: readonly IdentifierName[];
    }
  | { readonly is: 'none-required-mapped'; readonly side: Side; readonly fields: readonly string[] }
  | { readonly is: 'stage-twice'; readonly side: Side; readonly stage: string }
  /** A field of the stage map that an enabled mapping has too; `by` is its position. */
  | { readonly is: 'stage-mapped'; readonly side: Side; readonly field: string; readonly by: number }
  | { readonly is: 'stages-read-only' }
  | { readonly is: 'lifecycle-kind'; readonly kind: ObjectKind }
  /** `by` is the sync that has the stage. */
  | { readonly is: 'lifecycle-taken'; readonly stage: string; readonly by: string }
  /** `by` is the position of the mapping that has the field of a default stage. */
  | { readonly is: 'lifecycle-mapped'; readonly field: string; readonly by: number }
  | { readonly is: 'salesforce-apps'; readonly count: 0 | 2 }
  | { readonly is: 'custom-too-many'; readonly most: number }
  /** S490: of a sync that is no custom object under the profile `salesforce`, or of a side whose changes have no time. */
  | { readonly is: 'since-elsewhere' }
  | { readonly is: 'since-undated'; readonly side: Side }
  /** `confirmed`: the pair that was confirmed before the key was another one; null where none was. */
  | (Pair & {
      readonly is: 'reference-unconfirmed';
      readonly sync: string;
      readonly confirmed: string | null;
    })
  /** An association's field that a mapping or an earlier association has. */
  | { readonly is: 'parent-field-taken'; readonly side: Side; readonly field: string }
  | { readonly is: 'no-such-sync'; readonly sync: string }
  /** AS4: either end of an association is invoices, the other no contacts; `sync` is where it leads to. */
  | { readonly is: 'invoice-parents'; readonly sync: string }
  /** An association finds parents of this side by an id they do not have. */
  | { readonly is: 'parents-without-id'; readonly side: Side; readonly sync: string }
  /** A sync that an association leads to and whose files are not both there. */
  | { readonly is: 'parents-not-here'; readonly sync: string }
  | { readonly is: 'not-carried-out'; readonly what: NotCarriedOut; readonly rule: string };

/** The two fields of a mapping. */
type Pair = Both<string>;
export type OneWay = Exclude<Direction, 'both'>;

/** What a member of the design has to be. */
export type Expected =
  | 'object'
  | 'list'
  | 'text'
  | 'filled-text'
  | 'flag'
  | 'whole-number'
  | 'number'
  | 'number-or-null'
  | 'share'
  | 'share-or-null'
  | 'pairs'
  | 'country'
  | 'time-zone'
  | 'moment'
  | 'id-pair'
  | 'stage-place'
  | 'texts'
  | 'two-ends'
  | 'day-pattern'
  | 'other-sign'
  | 'field-number'
  | 'field-date'
  | { readonly oneOf: readonly string[] }
  | { readonly keysUpTo: number };

/** What a design or a call can ask for and this version does not do. */
export type NotCarriedOut = 'delete-rule';

const CODES: Readonly<Record<DesignFault['is'], DesignErrorCode>> = {
  'no-object': 'bad-format',
  'other-version': 'bad-format',
  'other-format': 'bad-format',
  'wrong-value': 'bad-value',
  'half-character': 'bad-value',
  'id-twice': 'bad-value',
  'check-twice': 'bad-value',
  'approval-rule-twice': 'bad-value',
  'field-not-mapped': 'unknown-field',
  'field-of-no-sync': 'bad-value',
  'no-order': 'bad-value',
  'declared-twice': 'bad-value',
  'no-column': 'unknown-field',
  'both-read-only': 'direction-empty',
  'no-direction': 'direction-empty',
  'mapped-twice': 'field-mapped-twice',
  'parent-field-taken': 'field-mapped-twice',
  'several-values': 'incompatible',
  'other-types': 'incompatible',
  'one-way-types': 'incompatible',
  'no-keys': 'identifier-missing',
  'custom-without-keys': 'identifier-missing',
  'no-identifier': 'identifier-missing',
  'none-required-mapped': 'required-unmapped',
  'stage-twice': 'stage-map-not-one-to-one',
  'stage-mapped': 'field-mapped-twice',
  'stages-read-only': 'direction-empty',
  'lifecycle-kind': 'bad-value',
  'lifecycle-taken': 'bad-value',
  'lifecycle-mapped': 'field-mapped-twice',
  'salesforce-apps': 'salesforce-side',
  'custom-too-many': 'bad-value',
  'since-elsewhere': 'bad-value',
  'since-undated': 'bad-value',
  'reference-unconfirmed': 'identifier-missing',
  'no-such-sync': 'unknown-sync',
  'parents-not-here': 'unknown-sync',
  'invoice-parents': 'incompatible',
  'parents-without-id': 'identifier-missing',
  'not-carried-out': 'not-carried-out',
};

export const designError = (at: string, fault: DesignFault): DesignError => ({
  at,
  code: CODES[fault.is],
  fault,
});

/** What a design says that is worth a look and stops nothing. */
export type DesignWarning = { readonly at: string } & (
  | { readonly code: 'required-unmapped'; readonly side: Side; readonly field: string }
  | { readonly code: 'unknown-field'; readonly side: Side; readonly sync: string; readonly field: string }
  | { readonly code: 'guard-off'; readonly guard: string }
  | { readonly code: 'nothing-mapped'; readonly sync: string }
);
