import type { Both, DesignError, Direction, ObjectSync, Side } from '../../engine/index.ts';
import type { MappingFacts, MappingRow, Suggestion } from './shapes.ts';

/** What is known of a sync's mappings beside the design. Lists are in design order. */
export interface MappingKnown {
  readonly directions: readonly (Direction | null)[];
  readonly confirmed: readonly boolean[];
  readonly suggestions: readonly Suggestion[];
  readonly facts: ReadonlyMap<string, MappingFacts>;
  readonly errors: readonly DesignError[];
  /** Where the sync stands in the design, as an error's place begins: `syncs[0]`. */
  readonly at: string;
}

/** The mappings of a sync as rows of the table, in design order. */
export function mappingRows(sync: ObjectSync, known: MappingKnown): readonly MappingRow[] {
  const taken = takenBy(sync);
  const required = {
    left: requiredOf(sync, 'left'),
    right: requiredOf(sync, 'right'),
  };
  const suggested = new Map(known.suggestions.map((one) => [pairKey(one), one]));
  const errors = byMapping(known.errors, `${known.at}.mappings`);
  return sync.mappings.map((mapping, index): MappingRow => {
    const key = pairKey(mapping);
    return {
      index,
      left: mapping.left,
      right: mapping.right,
      enabled: mapping.enabled,
      taken: mapping.enabled ? null : takenWord(mapping, taken),
      required: { left: required.left.has(mapping.left), right: required.right.has(mapping.right) },
      rule: mapping.conflict,
      direction: known.directions[index] ?? null,
      facts: known.facts.get(key) ?? null,
      suggestion: known.confirmed[index] === true ? null : (suggested.get(key) ?? null),
      errors: errors.get(index) ?? [],
    };
  });
}

/** Rows whose field names hold a text, case aside; all where it is blank. */
export function found(rows: readonly MappingRow[], wanted: string): readonly MappingRow[] {
  const text = wanted.trim().toLowerCase();
  if (text === '') return rows;
  return rows.filter(
    ({ left, right }) => left.toLowerCase().includes(text) || right.toLowerCase().includes(text),
  );
}

/** The next direction a click gives: among those the sync allows, in this order. Null: the sync's own. */
export function nextDirection(row: MappingRow, ofSync: Direction): Direction | null {
  if (ofSync !== 'both') return null;
  const order: readonly Direction[] = ['both', 'left-to-right', 'right-to-left'];
  const next = order[(order.indexOf(row.direction ?? 'right-to-left') + 1) % order.length] ?? 'both';
  return next === 'both' ? null : next;
}

/** The errors at a place and below it, but not at `except`. */
export const errorsAt = (
  errors: readonly DesignError[],
  at: string,
  except: readonly string[] = [],
): readonly DesignError[] =>
  errors.filter((error) => isAt(error.at, at) && !except.some((other) => isAt(error.at, other)));

export const pairKey = ({ left, right }: Both<string>): string => JSON.stringify([left, right]);

/** Is `place` this one or below it? */
const isAt = (place: string, at: string): boolean =>
  place === at || (place.startsWith(at) && /^[.[]/.test(place.slice(at.length)));

function byMapping(errors: readonly DesignError[], at: string): ReadonlyMap<number, readonly DesignError[]> {
  const map = new Map<number, DesignError[]>();
  for (const error of errors) {
    if (!error.at.startsWith(`${at}[`)) continue;
    const index = Number.parseInt(error.at.slice(at.length + 1), 10);
    if (Number.isNaN(index)) continue;
    map.set(index, [...(map.get(index) ?? []), error]);
  }
  return map;
}

type Taken = Both<ReadonlyMap<string, string>>;

function takenBy(sync: ObjectSync): Taken {
  const on = sync.mappings.filter(({ enabled }) => enabled);
  const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');
  const map = (side: Side): ReadonlyMap<string, string> =>
    new Map(on.map((mapping) => [mapping[side], mapping[other(side)]]));
  return { left: map('left'), right: map('right') };
}

function takenWord(mapping: Both<string>, taken: Taken): string | null {
  const byLeft = taken.left.get(mapping.left);
  if (byLeft !== undefined) return `${mapping.left} is mapped to ${byLeft} already.`;
  const byRight = taken.right.get(mapping.right);
  return byRight === undefined ? null : `${mapping.right} is mapped to ${byRight} already.`;
}

const requiredOf = (sync: ObjectSync, side: Side): ReadonlySet<string> =>
  new Set((sync.schema[side]?.fields ?? []).filter(({ required }) => required).map(({ name }) => name));
