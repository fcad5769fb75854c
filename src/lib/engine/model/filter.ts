import type { Both } from './side.ts';

/** FI1: who may start syncing out of a side; groups of conditions, of which one has to hold. No group passes everybody. */
export interface Filter {
  readonly any: readonly FilterGroup[];
}

/** Conditions that all have to hold; none passes everybody. */
export interface FilterGroup {
  readonly all: readonly FilterCondition[];
}

/** Values are texts, whatever they are in the file: how they are read is the field's own. */
export type FilterCondition =
  | { readonly field: string; readonly op: 'known' | 'unknown' }
  | { readonly field: string; readonly op: SingleOp; readonly value: string }
  | { readonly field: string; readonly op: 'in'; readonly values: readonly string[] }
  /** Both ends are inside. */
  | { readonly field: string; readonly op: 'between'; readonly from: string; readonly to: string }
  | { readonly field: string; readonly op: 'last-days'; readonly days: number };

export type SingleOp = 'eq' | 'ne' | 'contains' | 'starts-with' | OrderOp;
export type OrderOp = 'lt' | 'le' | 'gt' | 'ge';
export type FilterOp = FilterCondition['op'];

export const FILTER_OPS: readonly FilterOp[] = [
  'eq',
  'ne',
  'contains',
  'starts-with',
  'in',
  'known',
  'unknown',
  'lt',
  'le',
  'gt',
  'ge',
  'between',
  'last-days',
];

/** FI2: does a filter let a record in once, or keep asking? */
export type FilterMode = 'initial-only' | 'continuous';

export const FILTER_MODES: readonly FilterMode[] = ['initial-only', 'continuous'];

export interface Filters extends Both<Filter | null> {
  readonly mode: FilterMode;
  /** FI6: ids of records that are in whatever the filters say, and of those that are out whatever anything says. */
  readonly allow: Both<readonly string[]>;
  readonly deny: Both<readonly string[]>;
}

export const NO_FILTERS: Filters = {
  mode: 'initial-only',
  left: null,
  right: null,
  allow: { left: [], right: [] },
  deny: { left: [], right: [] },
};
