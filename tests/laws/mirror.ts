import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import { withAssociations } from '../../src/lib/engine/model/associated.ts';
import type { Direction } from '../../src/lib/engine/model/direction.ts';
import type { Because, Conflict, DecidedBy, PlanLine } from '../../src/lib/engine/model/line.ts';
import { REASON_CODES } from '../../src/lib/engine/model/reason.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import { partMappings } from '../reference/plan-stages.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import type { HandedFields, World, WorldLink } from '../reference/world.ts';

type Json = Record<string, unknown>;

/** L7: the world with its sides swapped. */
export function mirrorWorld(world: World): World {
  const design = world.design as Json;
  const syncs = readWorldDesign(design).syncs.map(withAssociations);
  return {
    design: { ...design, apps: swapped(design['apps']), syncs: (design['syncs'] as Json[]).map(mirrorSync) },
    tables: Object.fromEntries(Object.entries(world.tables).map(([id, both]) => [id, swapped(both)])),
    baseline:
      world.baseline === null
        ? null
        : {
            there: Object.fromEntries(
              Object.entries(world.baseline.there ?? {}).map(([id, both]) => [id, swapped(both)]),
            ),
            ...(world.baseline.mapped === undefined ? {} : { mapped: mirrorMapped(world.baseline.mapped) }),
            links: world.baseline.links.map((link): WorldLink => ({
              ...swapped(link),
              values: swapped(link.values),
              ...(link.sent === undefined ? {} : { sent: mirrorSent(link.sent) }),
              ...(link.removal === undefined
                ? {}
                : { removal: { ...link.removal, side: otherSide(link.removal.side) } }),
              ...(link.later === undefined ? {} : { later: link.later.map(mirrorPair) }),
            })),
          },
    choices:
      world.choices === null
        ? null
        : {
            ...world.choices,
            choices: world.choices.choices.map((choice) => ({
              ...swapped(choice),
              field: mirrorField(
                syncs.find((sync) => sync.id === choice.sync),
                choice.field,
              ),
              on: choice.on === null ? null : ([choice.on[1], choice.on[0]] as const),
              take: choice.take === 'left' || choice.take === 'right' ? otherSide(choice.take) : choice.take,
            })),
            links: world.choices.links.map(swapped),
            restores: (world.choices.restores ?? []).map((one) => ({
              ...swapped(one),
              to: otherSide(one.to),
            })),
          },
    readAfter: Object.fromEntries(
      Object.entries(world.readAfter ?? {}).map(([id, both]) => [id, swapped(both)]),
    ),
    complete: Object.fromEntries(
      Object.entries(world.complete ?? {}).map(([id, both]) => [id, swapped(both)]),
    ),
  };
}

const mirrorPair = (name: string): string => JSON.stringify((JSON.parse(name) as string[]).reverse());

const mirrorMapped = (mapped: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(mapped).map(([sync, names]) => [sync, names.map(mirrorPair)]));

function mirrorField(sync: ObjectSync | undefined, field: string | null): string | null {
  if (sync === undefined) return field;
  const part = partMappings(sync).find(({ mapping, owns }) => owns.left && mapping.left === field);
  const mapping = part?.mapping ?? sync.mappings.find((one) => one.enabled && one.left === field);
  return mapping?.right ?? field;
}

const mirrorStages = (stages: Json): Json => ({
  ...(swapped(stages) as Json),
  pairs: (stages['pairs'] as Json[]).map(swapped),
});

function mirrorSync(sync: Json): Json {
  const matching = (sync['matching'] ?? {}) as Json;
  const fields = (key: Json): Json => ({ fields: (key['fields'] as Json[]).map(swapped) });
  const identifiers = Object.entries((matching['identifiers'] ?? {}) as Json);
  return {
    ...swapped(sync),
    direction: mirrorDirection(sync['direction'] as Direction),
    winner: otherSide(sync['winner'] as Side),
    matching: {
      ...matching,
      ...(matching['keys'] === undefined ? {} : { keys: (matching['keys'] as Json[]).map(fields) }),
      identifiers: Object.fromEntries(identifiers.map(([name, both]) => [name, swapped(both)])),
      idPair: swapped(matching['idPair'] ?? null),
      ...(matching['reference'] === undefined ? {} : { reference: swapped(matching['reference']) }),
    },
    requireValidEmail: swapped(sync['requireValidEmail']),
    ...(sync['stages'] === undefined ? {} : { stages: mirrorStages(sync['stages'] as Json) }),
    ...(sync['lifecycle'] === undefined ? {} : { lifecycle: swapped(sync['lifecycle']) }),
    schema: swapped(sync['schema']),
    deletes: swapped(sync['deletes']),
    ...(sync['filters'] === undefined ? {} : { filters: mirrorFilters(sync['filters'] as Json) }),
    ...(sync['associations'] === undefined
      ? {}
      : { associations: (sync['associations'] as Json[]).map(swapped) }),
    mappings: (sync['mappings'] as Json[]).map((mapping) => ({
      ...swapped(mapping),
      ...(mapping['direction'] === undefined
        ? {}
        : { direction: mirrorDirection(mapping['direction'] as Direction) }),
      ...(mapping['conflict'] === undefined
        ? {}
        : { conflict: mirrorWord(mapping['conflict'] as DecidedBy) }),
    })),
  };
}

const mirrorFilters = (filters: Json): Json => ({
  ...swapped(filters),
  allow: swapped(filters['allow']),
  deny: swapped(filters['deny']),
});

/** Members named `left` and `right` change places; an absent one stays absent. */
function swapped<T>(both: T): T {
  if (both === null || both === undefined) return both;
  const { left, right, ...rest } = both as Json;
  return {
    ...rest,
    ...(right === undefined ? {} : { left: right }),
    ...(left === undefined ? {} : { right: left }),
  } as T;
}

const mirrorSent = ({
  left = {},
  right = {},
}: NonNullable<WorldLink['sent']>): NonNullable<WorldLink['sent']> => ({
  left: mirrorHanded(right),
  right: mirrorHanded(left),
});

const mirrorHanded = (fields: HandedFields): HandedFields =>
  Object.fromEntries(
    Object.entries(fields).map(([field, one]) => [field, { ...one, because: mirrorWord(one.because) }]),
  );

const mirrorDirection = (direction: Direction): Direction =>
  direction === 'both' ? 'both' : direction === 'left-to-right' ? 'right-to-left' : 'left-to-right';

function mirrorWord<T extends string>(word: T): T {
  const mirrored: Record<string, string> = {
    left: 'right',
    right: 'left',
    'left-changed': 'right-changed',
    'right-changed': 'left-changed',
  };
  return (mirrored[word] ?? word) as T;
}

/** The plan's lines as a swapped world would give them, each as text; their order is left out. */
export const mirroredLines = (lines: readonly PlanLine[]): string[] =>
  lines.map((line) => JSON.stringify(inOneOrder(mirrorLine(line)))).sort();

/** The lines of a plan as text, their order left out. */
export const sortedLines = (lines: readonly PlanLine[]): string[] =>
  lines.map((line) => JSON.stringify(inOneOrder(line))).sort();

const mirrorLine = (line: PlanLine): PlanLine => ({
  ...line,
  left: line.right,
  right: line.left,
  writes: line.writes.map((write) => ({
    ...write,
    side: otherSide(write.side),
    ...(write.ref === undefined ? {} : { ref: { ...write.ref, side: otherSide(write.ref.side) } }),
    because: mirrorWord<Because>(write.because),
  })),
  conflicts: line.conflicts.map((conflict): Conflict => ({
    left: conflict.right,
    right: conflict.left,
    leftValue: conflict.rightValue,
    rightValue: conflict.leftValue,
    baseline:
      conflict.baseline === null ? null : { left: conflict.baseline.right, right: conflict.baseline.left },
    decidedBy: conflict.decidedBy === null ? null : mirrorWord(conflict.decidedBy),
    winner: conflict.winner === null ? null : otherSide(conflict.winner),
  })),
  reasons: line.reasons.map((reason) => ({
    ...reason,
    side: otherSide(reason.side),
    ...(reason.code === 'counterpart-deleted' && reason.rule !== undefined
      ? { rule: mirrorDirection(reason.rule as Direction) }
      : {}),
  })),
});

/** KW2, KW3, KW4: of a pair it is said once, with its left record's field and value. */
const KEY_NOTES: ReadonlySet<string> = new Set(['nothing-in-common', 'public-domain', 'placeholder-key']);

/** What is listed left before right, or in reading order over both sides, in an order of its own. */
function inOneOrder(line: PlanLine): PlanLine {
  const place = (side: Side, code: string): number =>
    SIDES.indexOf(side) * 100 + REASON_CODES.findIndex((one) => one === code);
  const isPair = line.left !== null && line.right !== null;
  return {
    ...line,
    reasons: line.reasons
      .map((reason) =>
        reason.code !== 'waits-for-key-change'
          ? reason
          : // Of more than are listed, which ones are is the order's.
            { ...reason, ids: reason.more === undefined ? [...(reason.ids ?? [])].sort() : [] },
      )
      .map((reason) =>
        isPair && KEY_NOTES.has(reason.code) ? { code: reason.code, side: 'left' as const } : reason,
      )
      .sort((a, b) => place(a.side, a.code) - place(b.side, b.code)),
  };
}
