import type {
  Both,
  ConflictRule,
  DateOrder,
  DesignError,
  Direction,
  FieldType,
  GuardName,
  Guards,
  IdentifierName,
  Matching,
  NormalizerName,
  ObjectSync,
  Option,
  Side,
} from '../../engine/index.ts';

export interface KeyFacts {
  readonly fields: readonly { readonly left: string; readonly right: string }[];
  readonly hits: number;
  readonly newHits: number;
  readonly byNormaliser: number;
  readonly alone: readonly { readonly name: string; readonly hits: number }[];
}

export interface MappingFacts {
  readonly filled: Both<number>;
  readonly check: { readonly ok: boolean; readonly word: string; readonly count: number };
  readonly sample: { readonly id: string; readonly left: string; readonly right: string } | null;
}

export interface MatchFacts {
  readonly linked: number;
  readonly ambiguous: number;
  readonly duplicate: number;
  readonly keys: readonly KeyFacts[];
}

export interface Suggestion {
  readonly left: string;
  readonly right: string;
  readonly sure: number;
  readonly why: readonly string[];
}

export interface LeftOut {
  readonly side: Side;
  readonly name: string;
  readonly why: string;
}

/** A mapping as a row of the table. */
export interface MappingRow {
  readonly index: number;
  readonly left: string;
  readonly right: string;
  readonly enabled: boolean;
  /** Fields of an enabled mapping that has one of these; null where this one may be switched on (FM2). */
  readonly taken: string | null;
  readonly required: Both<boolean>;
  readonly rule: ConflictRule;
  /** What counts, after the sync's direction and read-only fields. */
  readonly direction: Direction | null;
  readonly facts: MappingFacts | null;
  /** Null where nobody suggested it, or it is confirmed. */
  readonly suggestion: Suggestion | null;
  readonly errors: readonly DesignError[];
}

export interface KeyFieldDraft {
  readonly left: string;
  readonly right: string;
  readonly normalize: readonly NormalizerName[];
  readonly country: string | null;
}

export interface FieldDraft {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly unique: boolean;
  readonly readOnly: boolean;
  readonly maxLength: number | null;
  readonly options: readonly Option[] | null;
  readonly dateOrder: DateOrder | null;
  readonly decimal: '.' | ',' | null;
}

export type GuardValue = number | { readonly share: number; readonly count: number } | null;

/** The verbs of the screen; each is one edit with a label and a plan of its own. */
export interface DesignActs {
  direction(value: Direction): void;
  winner(side: Side): void;
  fillWinner(on: boolean): void;
  clears(value: ObjectSync['blanks']['propagateClears']): void;
  email(rule: Both<string | null> | null): void;
  modifiedField(side: Side, field: string | null): void;
  method(value: Matching['method']): void;
  ambiguous(value: Matching['ambiguous']): void;
  noKey(value: Matching['noKey']): void;
  identifier(name: IdentifierName, fields: Both<string> | null): void;
  addKey(field: KeyFieldDraft): void;
  removeKey(key: number): void;
  moveKey(from: number, to: number): void;
  addKeyField(key: number, field: KeyFieldDraft): void;
  removeKeyField(key: number, field: number): void;
  keyField(key: number, field: number, fields: Both<string>): void;
  normalisers(key: number, field: number, names: readonly NormalizerName[]): void;
  country(key: number, field: number, country: string | null): void;
  mappingOn(index: number, on: boolean): void;
  mappingDirection(index: number, direction: Direction | null): void;
  rule(index: number, rule: ConflictRule): void;
  addMapping(fields: Both<string>): void;
  removeMapping(index: number): void;
  confirm(indexes: readonly number[]): void;
  field(side: Side, draft: FieldDraft): void;
  dropField(side: Side, name: string): void;
  guard(name: GuardName, value: GuardValue, before: Guards): void;
}
