import type {
  ConflictRule,
  DeleteRule,
  GuardName,
  Guards,
  IdentifierName,
  Matching,
  Misleading,
  NormalizerName,
  ObjectSync,
  PresenceFields,
  SameForm,
  SyncDesign,
} from './design.ts';
import type { SalesforceRule } from './salesforce-rule.ts';
import type { DifferClass } from './differ.ts';
import type { Direction } from './direction.ts';
import type { FilterCondition, FilterMode } from './filter.ts';
import type { FieldType } from './field.ts';
import type { LifecycleLimit } from './lifecycle.ts';
import type { Both, Side } from './side.ts';
import type { Transform } from './transform.ts';

/** One change of a design: what was done, with all its sentence needs. */
export type DesignStep =
  /** How a side is called. */
  | Step<'app-name', From<string>>
  | Step<'profile', From<SyncDesign['profile']>>
  /** Was it turned on (LI2), or off? */
  | Step<'sync-on', OfSync & { readonly on: boolean }>
  /** `id`: its own, however it is called. */
  | Step<'sync-deleted', OfSync & { readonly id: string }>
  | Step<'direction', OfSync & InApps & From<Direction>>
  | Step<'winner', OfSync & InApps & From<Side>>
  | Step<'fill-winner', OfSync & { readonly on: boolean }>
  | Step<'clears', OfSync & From<ObjectSync['blanks']['propagateClears']>>
  /** What is done with a record of `side` whose counterpart was deleted. */
  | Step<'deletes', OfSync & InApps & { readonly side: Side } & From<DeleteRule>>
  | Step<'email-rule', OfSync & { readonly on: boolean }>
  | Step<'email-fields', OfSync>
  | Step<'modified-field', OfSync & InApp & From<string | null>>
  /** DE5: where an app says who is archived, and who was merged into whom. */
  | Step<'presence', OfSync & InApp & From<PresenceFields>>
  /** Is a side's file called complete (DE5)? */
  | Step<'complete', OfSync & InApp & { readonly on: boolean }>
  | Step<'method', OfSync & From<Matching['method']>>
  | Step<'ambiguous', OfSync & From<Matching['ambiguous']>>
  | Step<'contested', OfSync & From<Matching['contested']>>
  | Step<'no-key', OfSync & From<Matching['noKey']>>
  | Step<'misleading', OfSync & { readonly what: Misleading } & From<'keep' | 'blank'>>
  | Step<'identifier', OfSync & { readonly name: IdentifierName } & From<Both<string> | null>>
  /** `key` is a position from 0; `fields` the left fields of a key. */
  | Step<'key-added', { readonly key: number; readonly pair: Both<string> }>
  | Step<'key-removed', { readonly key: number; readonly fields: readonly string[] }>
  | Step<'key-moved', { readonly fields: readonly string[] } & From<number>>
  | Step<'key-pair-added', { readonly key: number; readonly pair: Both<string> }>
  | Step<'key-pair-removed', { readonly key: number; readonly pair: Both<string> }>
  | Step<'key-fields', { readonly key: number } & From<Both<string>>>
  | Step<
      'normalisers',
      { readonly key: number; readonly fields: readonly string[] } & From<readonly NormalizerName[]>
    >
  | Step<'country', { readonly key: number } & From<string | null>>
  | Step<'filter-mode', OfSync & From<FilterMode>>
  | Step<
      'condition-added' | 'condition' | 'condition-removed',
      InApp & { readonly condition: FilterCondition }
    >
  /** How many ids were and are on it. */
  | Step<'filter-list', InApp & { readonly list: 'allow' | 'deny' } & From<number>>
  | Step<'stages-on' | 'stages-off' | 'stage-fields', OfSync>
  | Step<'lifecycle', InApp & LifecycleLimit>
  | Step<'lifecycle-off', InApp>
  /** Places as they are called. */
  | Step<'stage-paired', Both<string>>
  | Step<'stages-paired', OfSync & { readonly count: number }>
  | Step<'stage-unpaired', InApp & { readonly stage: string }>
  /** The fields that name the parents, and the sync those are in. */
  | Step<
      'association-added' | 'association' | 'association-removed',
      OfSync & { readonly parents: SyncName; readonly pair: Both<string> }
    >
  /** `field` is the left field of a mapping. */
  | Step<'mapping-on', OfField & { readonly on: boolean }>
  | Step<'mapping-direction', OfField & InApps & From<Direction>>
  | Step<'mapping-rule', OfField & InApps & From<ConflictRule>>
  /** FM11. */
  | Step<'reference', { readonly pair: Both<string> }>
  | Step<'salesforce-rule', OfField & From<SalesforceRule>>
  | Step<'mapping-transform', OfField & From<Transform['kind'] | null>>
  | Step<'mapping-added', { readonly pair: Both<string> }>
  | Step<'mapping-removed', { readonly pair: Both<string> }>
  /** Forms in which two values are the same (SA1). */
  | Step<'same', OfField & From<readonly SameForm[]>>
  | Step<'zone', OfField & InApp & { readonly to: string }>
  /** Both fields were declared as what makes their values alike. */
  | Step<'read-alike', { readonly pair: Both<string> }>
  | Step<'confirmed', OfField>
  | Step<'confirmed-many', { readonly count: number }>
  /** `from` is null where the field was not declared. */
  | Step<'field', OfField & InApp & { readonly from: FieldType | null; readonly to: FieldType }>
  | Step<'field-dropped', OfField & InApp>
  | Step<'check-added' | 'check' | 'check-removed', { readonly name: string }>
  | Step<'approval-rule-added' | 'approval-rule' | 'approval-rule-removed', { readonly name: string }>
  /** Positions from 0. */
  | Step<'approval-rule-moved', { readonly name: string; readonly from: number; readonly to: number }>
  /** `number`: what it counted then. */
  | Step<'check-waived', { readonly name: string; readonly by: string; readonly number: number }>
  /** S231: differences of a field, by whose owner. */
  | Step<
      'to-do-added' | 'to-do-noted' | 'to-do-done' | 'to-do-open' | 'to-do-removed',
      OfField & InApp & { readonly is: DifferClass }
    >
  /** Done together, in this order. */
  | Step<'several', { readonly steps: readonly DesignStep[] }>
  | Step<'guard', { readonly name: GuardName } & From<GuardValue>>;

export type GuardValue = Guards[GuardName];

interface Step<Code extends string, Values> {
  readonly code: Code;
  readonly values: Values;
}

/** A sync by its kind, null where another is of the same; then its id names it. */
export interface SyncName {
  readonly kind: ObjectSync['kind'] | null;
  readonly id: string;
}

interface OfSync {
  readonly sync: SyncName;
}
interface OfField {
  readonly field: string;
}
/** The apps by name, as the design has them. */
interface InApps {
  readonly apps: Both<string>;
}
interface InApp {
  readonly app: string;
}
interface From<T> {
  readonly from: T;
  readonly to: T;
}
