import {
  effectiveDirection,
  isConfirmed,
  mayWrite,
  SIDES,
  stageFields,
  takesNoValue,
  type Both,
  type Direction,
  type ObjectSync,
  type Side,
} from '../../engine/index.ts';
import type { ColumnRow, SyncFacts } from '../../conversation/index.ts';

/** What no enabled mapping of a sync uses, by side. */
export interface Coverage {
  /** Columns of the file, in its order. */
  readonly unused: Both<readonly string[]>;
  /** Required fields that would stay blank, so that every create on that side would fail (FM9). */
  readonly required: Both<readonly string[]>;
}

export function coverageOf(sync: ObjectSync, columns: Both<readonly ColumnRow[]>): Coverage {
  const used = { left: new Set<string>(), right: new Set<string>() };
  for (const mapping of sync.mappings) {
    if (!mapping.enabled) continue;
    for (const side of SIDES) {
      const isRead = mapping.defaultStage !== undefined && mapping[side] !== sync.lifecycle?.[side]?.field;
      if (!isRead) used[side].add(mapping[side]);
    }
  }
  for (const side of SIDES) {
    for (const field of stageFields(sync, side)) used[side].add(field);
    for (const association of sync.associations) used[side].add(association[side].field);
  }
  const unused = (side: Side): readonly string[] =>
    columns[side].map(({ name }) => name).filter((name) => !used[side].has(name));
  const required = (side: Side): readonly string[] =>
    mayWrite(sync.direction, side)
      ? (sync.schema[side]?.fields ?? [])
          .filter((field) => field.required && !takesNoValue(field) && !used[side].has(field.name))
          .map(({ name }) => name)
      : [];
  return {
    unused: { left: unused('left'), right: unused('right') },
    required: { left: required('left'), right: required('right') },
  };
}

/** The way values flow in each mapping, after the sync's direction and read-only fields; null: nowhere. */
export const directionsOf = (sync: ObjectSync): readonly (Direction | null)[] =>
  sync.mappings.map((mapping) => effectiveDirection(sync, mapping));

/** Per mapping: has a person confirmed it? */
export const confirmedOf = (json: unknown, index: number, sync: ObjectSync): readonly boolean[] =>
  sync.mappings.map((_, mapping) => isConfirmed(json, index, mapping));

/** Facts stay with the mapping they were counted for, by its columns: positions move while a person edits. */
export function factsByPair(
  sync: ObjectSync,
  facts: SyncFacts,
): ReadonlyMap<string, SyncFacts['mappings'][number]> {
  return new Map(
    facts.mappings.flatMap((one) => {
      const mapping = sync.mappings[one.index];
      return mapping === undefined ? [] : [[pairKey(mapping), one] as const];
    }),
  );
}

export const pairKey = ({ left, right }: Both<string>): string => JSON.stringify([left, right]);
