import type { ArchivedField, KeyField, MatchKey, Matching, ObjectSync } from '../model/design.ts';
import type { Filter, FilterCondition, FilterMode, Filters } from '../model/filter.ts';
import type { Both, Side } from '../model/side.ts';
import type { StageMap } from '../model/stages.ts';

/**
 * Every phase of a plan that is remembered, and what it depends on: `of` is the part of the design it reads, `from` what it is made
 * from, object by object. A phase that reads more than it says here gives a stale plan: `tests/engine/run/memo.test.ts` plans after
 * every kind of edit and compares with a plan made fresh.
 */
export interface Phases {
  /** The normalised texts of a key's field on one side. */
  readonly typed: {
    readonly of: readonly [
      side: Side,
      field: string,
      normalize: KeyField['normalize'],
      country: KeyField['country'],
    ];
    readonly from: readonly [records: object];
  };
  /** One integer per record for a key's field, equal where the texts are. */
  readonly codes: {
    readonly of: readonly [field: KeyField];
    readonly from: readonly [left: object, right: object];
  };
  /** The same for a whole key. */
  readonly key: { readonly of: readonly [key: MatchKey]; readonly from: readonly object[] };
  /** Who is archived, and who was merged into whom. */
  readonly presence: {
    readonly of: readonly [
      side: Side,
      archived: ArchivedField | undefined,
      into: string | undefined,
      from: string | undefined,
    ];
    readonly from: readonly [records: object];
  };
  /** Links that stand before any key is asked. */
  readonly prior: {
    readonly of: readonly [
      idPair: Matching['idPair'],
      complete: object,
      deletes: ObjectSync['deletes'],
      direction: ObjectSync['direction'],
    ];
    readonly from: readonly [
      left: object,
      right: object,
      baseline: object | null,
      links: object | null,
      restores: object | null,
      ...presence: object[],
    ];
  };
  readonly links: {
    /** What agreement is counted by, where the closest bind (KW10). */
    readonly of: readonly [ambiguous: Matching['ambiguous'], closest: readonly Compared[] | null];
    readonly from: readonly [prior: object, ...codesAndValues: object[]];
  };
  /** What became of creates that were handed over. */
  readonly created: {
    readonly of: readonly (readonly [...Compared, declared: Both<object>])[];
    readonly from: readonly [matches: object, prior: object, ...values: object[]];
  };
  /** Pairs and lone records. */
  readonly members: { readonly of: readonly []; readonly from: readonly [matches: object] };
  /** Whose e-mail is not valid. */
  readonly emails: {
    readonly of: readonly [required: ObjectSync['requireValidEmail']];
    readonly from: readonly [left: object, right: object, ...keyFields: object[]];
  };
  /** A condition of a filter, asked of every value of its column. */
  readonly condition: {
    readonly of: readonly [side: Side, condition: FilterCondition, view: object, day: number];
    readonly from: readonly [column: object];
  };
  /** Who does not pass the filter of a side, and what filters and lists say together. */
  readonly filter: {
    readonly of: readonly [side: Side, filter: Filter];
    readonly from: readonly [records: object, ...passes: object[]];
  };
  readonly filters: {
    readonly of: readonly [allow: Filters['allow'], deny: Filters['deny'], filtered: Both<boolean>];
    readonly from: readonly [left: object, right: object, ...fails: object[]];
  };
  /** Where every record stands by the stage map. */
  readonly stages: {
    readonly of: readonly [
      stages: StageMap,
      direction: ObjectSync['direction'],
      schema: ObjectSync['schema'],
    ];
    readonly from: readonly [left: object, right: object];
  };
  /** Of a sync that is off: nobody takes part. */
  readonly off: { readonly of: readonly []; readonly from: readonly [left: object, right: object] };
  readonly scope: {
    readonly of: readonly [
      required: ObjectSync['requireValidEmail'],
      direction: ObjectSync['direction'],
      excludesBlank: boolean,
      mode: FilterMode,
      deletes: ObjectSync['deletes'],
      /** ST5; null where there are no limits. */
      limits: readonly [lifecycle: object, schema: object, defaults: readonly unknown[]] | null,
      /** LI4; null where a sync has no `since`. */
      since: readonly unknown[] | null,
    ];
    readonly from: readonly [
      left: object,
      right: object,
      emails: object,
      filtering: object,
      stages: object | null,
      matches: object,
      prior: object,
      ...keys: object[],
    ];
  };
  /** What the places of a side are on the other one, of one part. */
  readonly 'stage-values': { readonly of: readonly [part: string]; readonly from: readonly [rows: object] };
  /** One part of the places of every pair: blank, equal. */
  readonly 'stage-states': {
    readonly of: readonly [part: string];
    readonly from: readonly [rows: object, pairs: object];
  };
  /** Several fields of a side as one text. */
  readonly joined: { readonly of: readonly [separator: string]; readonly from: readonly object[] };
  /** The values a transform makes, and those its way back cannot take. */
  readonly transform: {
    readonly of: readonly [source: Side, transform: object, read: object, view: object];
    readonly from: readonly [cells: object];
  };
  /** Ids of records a sync promotes (S123). */
  readonly promoted: {
    readonly of: readonly [side: Side];
    readonly from: readonly [scope: object, pairs: object, rows: object];
  };
  /** A column of stages as a default stage is compared with it (ST5). */
  readonly 'default-stage': {
    readonly of: readonly [promotes: readonly string[], value: string, def: object | null];
    readonly from: readonly [cells: object];
  };
  readonly untaken: {
    readonly of: readonly [source: Side, transform: object, view: object];
    readonly from: readonly [cells: object];
  };
  /** Who of a sync's records this plan creates on the other side, by row. */
  readonly creating: {
    readonly of: readonly [];
    readonly from: readonly [lone: object, creates: object];
  };
  /** The parents an association names, as they are on the other side. */
  readonly parents: {
    readonly of: readonly [association: object, ...named: object[]];
    readonly from: readonly [
      left: object,
      right: object,
      matches: object,
      prior: object,
      ...creatingAndRecords: object[],
    ];
  };
  /** One mapping of every pair: blank, equal, different. */
  readonly compare: {
    readonly of: Compared;
    readonly from: readonly [pairs: object, left: object, right: object, ...keyFields: object[]];
  };
  /** The same with who changed since the baseline. */
  readonly recall: {
    readonly of: readonly [
      ...Compared,
      declared: Both<object>,
      cameBack: string,
      readAfter: Both<boolean | null>,
    ];
    readonly from: readonly [compared: object, prior: object];
  };
  /** Why the values of a mapping differ; other mappings' columns since values can stand in each other's place. */
  readonly differ: {
    /** With what a transform that is offered has to fit (DX2). */
    readonly of: readonly [
      ...Compared,
      direction: ObjectSync['direction'],
      defs: Both<object | null>,
      own: object,
      isKey: boolean,
    ];
    readonly from: readonly [states: object, pairs: object, ...values: object[]];
  };
  /** Pairs that take no part. */
  readonly out: { readonly of: readonly []; readonly from: readonly [pairs: object, scope: object] };
  /** Codes of the values of a unique field. */
  readonly unique: {
    readonly of: readonly [
      side: Side,
      left: string,
      right: string,
      defs: Both<object | null>,
      transform: object | null,
    ];
    readonly from: readonly [written: object, held: object, gone: object | null];
  };
  /** Fields required by conditions (S110). */
  readonly conditional: {
    readonly of: readonly [
      schema: ObjectSync['schema'],
      mappings: readonly (readonly [left: string, right: string, direction: string | null])[],
      day: number,
      /** TZ1: of the sides; a field's own stands in the schema. */
      zones: Both<string | null>,
    ];
    readonly from: readonly [left: object, right: object];
  };
  /** What becomes of lone records, where no pair can change it. */
  readonly lone: {
    readonly of: readonly [
      direction: ObjectSync['direction'],
      required: ObjectSync['requireValidEmail'],
      noKey: Matching['noKey'],
      schema: ObjectSync['schema'],
      mappings: readonly (readonly [
        left: string,
        right: string,
        direction: string | null,
        transform: object | null,
        required: boolean,
      ])[],
    ];
    readonly from: readonly [
      matches: object,
      scope: object,
      conditional: object,
      left: object,
      right: object,
      ...values: object[],
    ];
  };
  /** What became of a side's ids, what a column seems to hold, and what a key's column lost against the other side's. */
  readonly 'id-damage': { readonly of: readonly [side: Side]; readonly from: readonly [column: object] };
  readonly guess: {
    readonly of: readonly [side: Side, field: string];
    readonly from: readonly [column: object];
  };
  readonly 'zeros-lost': {
    readonly of: readonly [side: Side, left: string, right: string];
    readonly from: readonly [own: object, other: object];
  };
  /** The decimal sign under which pairs agree. */
  readonly 'sign-by-pairs': {
    readonly of: readonly [side: Side, own: string, other: string, otherDecimal: string];
    readonly from: readonly [pairs: object, left: object, right: object];
  };
  /** How many records of a side have each value of a key, and which pairs have nothing in common but one key. */
  readonly 'key-held': { readonly of: readonly [key: number]; readonly from: readonly [codes: object] };
  readonly strangers: {
    readonly of: readonly [];
    readonly from: readonly [pairs: object, matches: object, ...codesAndStates: object[]];
  };
  /** Codes of a key that are equal where its values nearly are. */
  readonly near: {
    readonly of: readonly [key: number];
    readonly from: readonly [codes: object, lone: object];
  };
  /** Which lone records have several addresses in a key, and whose one of them is. */
  readonly several: {
    readonly of: readonly [key: number];
    readonly from: readonly [codes: object, lone: object];
  };
  /** What the keys do on the records. */
  readonly 'key-facts': {
    readonly of: readonly [keys: readonly MatchKey[]];
    readonly from: readonly [left: object, right: object];
  };
}

type Compared = readonly [left: string, right: string, views: Both<object>, same: object];

/** A phase: whose it is, what it reads of the design, and the very objects it is made from. */
export interface Phase {
  readonly kind: string;
  readonly sync: string;
  readonly of: readonly unknown[];
  readonly from: readonly unknown[];
}

export const phase = <P extends keyof Phases>(
  kind: P,
  sync: string,
  of: Phases[P]['of'],
  from: Phases[P]['from'],
): Phase => ({ kind, sync, of, from });
