import type { ApprovalRule } from './approval-rule.ts';
import type { Association } from './association.ts';
import type { Check } from './check.ts';
import type { Direction } from './direction.ts';
import type { Schema } from './field.ts';
import type { DefaultStage, Lifecycle } from './lifecycle.ts';
import type { Filters } from './filter.ts';
import type { SalesforceRule } from './salesforce-rule.ts';
import type { Both, Side } from './side.ts';
import type { StageMap } from './stages.ts';
import type { ToDo } from './to-do.ts';
import type { Transform } from './transform.ts';

/** The design file with every default filled in (FORMATS.md, Design file). Made by `readDesign`. */
export interface SyncDesign {
  readonly format: 'drysync/design@1';
  readonly name: string;
  readonly profile: 'data-sync' | 'salesforce';
  readonly apps: Both<{ readonly name: string; readonly kind: string }>;
  readonly syncs: readonly ObjectSync[];
  readonly guards: Guards;
  /** S400; absent: none. They say what must be true of a plan and change nothing in it. */
  readonly checks?: readonly Check[];
  /** DX2; absent: none. What owners of the data were asked to mend, nothing of a plan. */
  readonly toDos?: readonly ToDo[];
  /** S405, in their order; absent: none. They decide what of a plan is approved and change nothing in it. */
  readonly approval?: readonly ApprovalRule[];
}

export type ObjectKind =
  | 'companies'
  | 'contacts'
  | 'leads'
  | 'products'
  | 'deals'
  | 'invoices'
  | 'tickets'
  | 'activities'
  | 'custom';

/** In processing order (PH8). */
export const OBJECT_KINDS: readonly ObjectKind[] = [
  'companies',
  'contacts',
  'leads',
  'products',
  'deals',
  'invoices',
  'tickets',
  'activities',
  'custom',
];

export interface ObjectSide extends PresenceFields {
  readonly object: string;
  /** Null: every row gets the id `row-<row>`. */
  readonly idField: string | null;
  readonly modifiedField: string | null;
  /** TZ1: the IANA zone of its times without one; absent UTC. */
  readonly timeZone?: string;
}

/** What an app itself says of its records (DE5); absent where it says nothing. */
export interface PresenceFields {
  /** S430: where it says that a record is archived. */
  readonly archived?: ArchivedField;
  /** S432: the field in which a record that was merged away names the one that is left. */
  readonly mergedInto?: string;
  /** S432: the field in which the one that is left lists those that were merged into it, split at `;`. */
  readonly mergedFrom?: string;
}

/** Archived is a record whose field holds one of these texts, trimmed and case-folded. */
export interface ArchivedField {
  readonly field: string;
  readonly is: readonly string[];
}

export interface ObjectSync {
  readonly id: string;
  readonly kind: ObjectKind;
  /** False: turned off (LI2), see `turned-off.ts`; absent: on. */
  readonly enabled?: false;
  /** LI4, S490: a moment with its zone; of what nothing linked before only what changed from then on takes part. Absent: everything. */
  readonly since?: string;
  readonly left: ObjectSide;
  readonly right: ObjectSide;
  readonly direction: Direction;
  readonly winner: Side;
  readonly matching: Matching;
  /** EM1. A null side is not checked. */
  readonly requireValidEmail: Both<string | null> | null;
  readonly mappings: readonly FieldMapping[];
  /** AS1. */
  readonly associations: readonly Association[];
  readonly filters: Filters;
  readonly blanks: { readonly fillWinner: boolean; readonly propagateClears: 'never' | 'ask' | 'always' };
  /** What is done with a record of a side whose linked counterpart was deleted. */
  readonly deletes: Both<DeleteRule>;
  /** SHA-256 of the file of a side that a person calls complete (DE5); absent: none. Another file is partial. */
  readonly complete?: Both<string | null>;
  /** ST1: a record of a mapped stage takes part; null: whatever its stage. */
  readonly stages: StageMap | null;
  /** ST5; absent: every lifecycle stage takes part. */
  readonly lifecycle?: Lifecycle;
  readonly schema: Both<Schema | null>;
  /** The side that is Salesforce, under the profile `salesforce`: its rules decide then (SF). Absent under `data-sync`. */
  readonly salesforce?: Side;
}

/** Failing (DE1), created again on the other side (DE2), deleted on its own side too (DE4, refused until it is carried out). */
export type DeleteRule = 'report' | 'recreate' | 'delete';

export const DELETE_RULES: readonly DeleteRule[] = ['report', 'recreate', 'delete'];

export type ConflictRule = 'winner' | 'left' | 'right' | 'most-recent' | 'fill-blank' | 'ask';

export const CONFLICT_RULES: readonly ConflictRule[] = [
  'winner',
  'left',
  'right',
  'most-recent',
  'fill-blank',
  'ask',
];

export interface FieldMapping {
  readonly left: string;
  readonly right: string;
  readonly enabled: boolean;
  /** As written in the design; null means the sync's. `effectiveDirection` gives what counts. */
  readonly direction: Direction | null;
  readonly conflict: ConflictRule;
  /** SF1–SF4; absent: the default. Says nothing under the profile `data-sync` (S140). */
  readonly sfRule?: SalesforceRule;
  readonly rewriteForm: boolean;
  /** SA1: forms in which two values are the same. */
  readonly same: readonly SameForm[];
  /** What is made of a value that came back other than it was handed over (BL3d). */
  readonly cameBack: CameBack;
  /** FM10: what is made of a value on its way. */
  readonly transform: Transform | null;
  /** Of the mapping that writes a default stage (ST5), which stands in no design's list. */
  readonly defaultStage?: DefaultStage;
  /** Of a mapping that a plan makes of an association: what it is made of. */
  readonly parent?: Association;
}

export type CameBack = 'ask' | 'accept' | 'take' | 'write-again';

export const CAME_BACK: readonly CameBack[] = ['ask', 'accept', 'take', 'write-again'];

export type SameForm =
  | 'case'
  | 'spaces'
  | 'punctuation'
  | 'diacritics'
  | 'email'
  | 'phone'
  | 'web-address'
  | 'list-order'
  | 'html'
  | 'legal-form';

export const SAME_FORMS: readonly SameForm[] = [
  'case',
  'spaces',
  'punctuation',
  'diacritics',
  'email',
  'phone',
  'web-address',
  'list-order',
  'html',
  'legal-form',
];

export type NormalizerName =
  | 'email'
  | 'domain'
  | 'name'
  | 'name-no-diacritics'
  | 'name-no-legal-form'
  | 'phone'
  | 'salesforce-id'
  | 'text';

export const NORMALIZERS: readonly NormalizerName[] = [
  'email',
  'domain',
  'name',
  'name-no-diacritics',
  'name-no-legal-form',
  'phone',
  'salesforce-id',
  'text',
];

export interface KeyField {
  readonly left: string;
  readonly right: string;
  readonly normalize: readonly NormalizerName[];
  /** Default country of the phone normaliser (S17), ISO 3166 alpha-2. */
  readonly country: string | null;
  /** Values that are no key here: words for nothing, public mail domains (KW9). Said by the sync, put here by `keysOf`. */
  readonly without?: readonly Misleading[];
}

/** Key values that bind strangers (KW3, KW4). */
export type Misleading = 'placeholders' | 'publicDomains';

export const MISLEADING: readonly Misleading[] = ['placeholders', 'publicDomains'];

export interface MatchKey {
  readonly fields: readonly KeyField[];
}

export type IdentifierName = 'email' | 'name' | 'domain' | 'sku';

export interface Matching {
  readonly method: 'default' | 'keys' | 'none';
  readonly ambiguous: 'report' | 'first-key';
  readonly noKey: 'exclude' | 'create';
  /** KW9: are words for nothing and public mail domains keys as HubSpot has it, or blank? */
  readonly placeholders: 'keep' | 'blank';
  readonly publicDomains: 'keep' | 'blank';
  /** KW10: of records with one key, do the first of each side bind, or those that agree most? */
  readonly contested: 'first' | 'closest';
  readonly identifiers: Readonly<Partial<Record<IdentifierName, Both<string>>>>;
  readonly keys: readonly MatchKey[];
  /** FM11: the pair of a key a person confirmed as reference field; absent where nobody did. */
  readonly reference?: Both<string>;
  /** The field of `side` that holds the other side's record id. */
  readonly idPair: { readonly side: Side; readonly field: string } | null;
}

/** Null switches a guard off; `named` are those the design itself writes down (always looked at). */
export interface Guards {
  readonly maxMissing: number | null;
  readonly createsPerMatch: number | null;
  readonly maxCleared: { readonly share: number; readonly count: number } | null;
  readonly maxChanged: number | null;
  readonly minMatched: number | null;
  readonly maxShrunk: number | null;
  readonly maxRejected: number | null;
  readonly maxOverwritten: number | null;
  /** Days (S409): no plan is measured by it, a push is. */
  readonly maxAge: number | null;
  readonly named: readonly GuardName[];
}

export type GuardName =
  | 'maxMissing'
  | 'createsPerMatch'
  | 'maxCleared'
  | 'maxChanged'
  | 'minMatched'
  | 'maxShrunk'
  | 'maxRejected'
  | 'maxOverwritten'
  | 'maxAge';
