import type { MappingFacts, SuggestedPair } from '../../conversation/index.ts';
import type {
  Both,
  ConflictRule,
  DesignError,
  Direction,
  ObjectSync,
  SalesforceRule,
  Side,
  Transform,
} from '../../engine/index.ts';
import { DIRECTIONS, otherSide, transformSource } from '../../engine/show.ts';

/** A mapping as a row of the table. */
export interface MappingRow {
  /** Position in the design. */
  readonly index: number;
  readonly left: string;
  readonly right: string;
  readonly enabled: boolean;
  /** A field of this one that an enabled mapping has, with the field it is mapped to; null where it may be switched on (FM2). */
  readonly taken: { readonly field: string; readonly by: string } | null;
  readonly required: Both<boolean>;
  readonly rule: ConflictRule;
  /** Its Salesforce rule; null under the profile `data-sync`. */
  readonly salesforce: SalesforceRule | null;
  readonly transform: Transform | null;
  /** The side a transform would take its values from. */
  readonly source: Side;
  /** What counts, after the sync's direction and read-only fields. */
  readonly direction: Direction | null;
  readonly facts: MappingFacts | null;
  /** Null where nobody suggested it, or it is confirmed. */
  readonly suggestion: SuggestedPair | null;
  readonly errors: readonly DesignError[];
}

/** What is known of a sync's mappings beside the design. Lists are in design order. */
export interface MappingKnown {
  readonly directions: readonly (Direction | null)[];
  readonly confirmed: readonly boolean[];
  readonly suggestions: readonly SuggestedPair[];
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
  return sync.mappings.flatMap((mapping, index): MappingRow[] => {
    // What writes a default stage stands with the lifecycle stages.
    if (mapping.defaultStage !== undefined) return [];
    const key = pairKey(mapping);
    const row = {
      index,
      left: mapping.left,
      right: mapping.right,
      enabled: mapping.enabled,
      taken: mapping.enabled ? null : takenField(mapping, taken),
      required: { left: required.left.has(mapping.left), right: required.right.has(mapping.right) },
      rule: mapping.conflict,
      salesforce: sync.salesforce === undefined ? null : (mapping.sfRule ?? 'prefer-unless-blank'),
      transform: mapping.transform,
      source: transformSource(sync, mapping),
      direction: known.directions[index] ?? null,
      facts: known.facts.get(key) ?? null,
      suggestion: known.confirmed[index] === true ? null : (suggested.get(key) ?? null),
      errors: errors.get(index) ?? [],
    };
    return [row];
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

/** Which mappings are listed. */
export const MAPPING_PARTS = ['all', 'required', 'question'] as const;
export type MappingPart = (typeof MAPPING_PARTS)[number];

/** The mappings of a part: of required fields; with something a person is asked about, or that does not fit. */
export function partOf(rows: readonly MappingRow[], part: MappingPart): readonly MappingRow[] {
  switch (part) {
    case 'required':
      return rows.filter(({ required }) => required.left || required.right);
    case 'question':
      return rows.filter(
        ({ enabled, suggestion, facts, errors }) =>
          errors.length > 0 || (enabled && (suggestion !== null || facts?.check.ok === false)),
      );
    default:
      return rows;
  }
}

/** The next direction a click gives: among those the sync allows, in this order. Null: the sync's own. */
export function nextDirection(row: MappingRow, ofSync: Direction): Direction | null {
  if (ofSync !== 'both') return null;
  const at = DIRECTIONS.indexOf(row.direction ?? 'right-to-left');
  const next = DIRECTIONS[(at + 1) % DIRECTIONS.length] ?? 'both';
  return next === 'both' ? null : next;
}

/** The side a sample's value would come from. */
export function sampleFrom({ direction, rule }: MappingRow, winner: Side): Side {
  if (direction === 'left-to-right') return 'left';
  if (direction === 'right-to-left') return 'right';
  return rule === 'left' || rule === 'right' ? rule : winner;
}

/** How sure a suggestion is, of 0 to 1. */
export const sureness = (sure: number): 'sure' | 'likely' | 'to-confirm' =>
  sure >= 0.9 ? 'sure' : sure >= 0.7 ? 'likely' : 'to-confirm';

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
  const map = (side: Side): ReadonlyMap<string, string> =>
    new Map(on.map((mapping) => [mapping[side], mapping[otherSide(side)]]));
  return { left: map('left'), right: map('right') };
}

function takenField(mapping: Both<string>, taken: Taken): MappingRow['taken'] {
  const byLeft = taken.left.get(mapping.left);
  if (byLeft !== undefined) return { field: mapping.left, by: byLeft };
  const byRight = taken.right.get(mapping.right);
  return byRight === undefined ? null : { field: mapping.right, by: byRight };
}

const requiredOf = (sync: ObjectSync, side: Side): ReadonlySet<string> =>
  new Set((sync.schema[side]?.fields ?? []).filter(({ required }) => required).map(({ name }) => name));
