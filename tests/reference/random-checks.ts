import {
  CHANGES,
  CHECK_SCOPES,
  type Counted,
  type RecordAsked,
  type WriteAsked,
} from '../../src/lib/engine/model/check.ts';
import { OUTCOMES } from '../../src/lib/engine/model/outcome.ts';
import type { FieldWrite } from '../../src/lib/engine/model/line.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import type { Random } from './random.ts';
import type { CheckedSync } from './slow-checks.ts';
import { cell } from './world.ts';

/** A check of what there is: its values are those of the world's records and of the plan's own writes. */
export function randomCounted(on: CheckedSync, random: Random): Counted {
  const writes = on.lines.flatMap((line) => line.writes);
  const lefts = on.sync.mappings.flatMap(({ left, enabled }) => (enabled ? [left] : []));
  const few = <T>(list: readonly T[], chance: number): T[] =>
    random.chance(chance) && list.length > 0 ? [random.pick(list), ...random.some(list, 0.2)] : [];
  const codes = [...new Set(on.lines.flatMap(({ reasons }) => reasons.map(({ code }) => code)))];
  return {
    sync: on.sync.id,
    scope: random.chance(0.7) ? 'all' : random.pick(CHECK_SCOPES),
    outcomes: few(OUTCOMES, 0.3),
    reasons: few([...codes, 'fills-blank', 'one-side-changed'], 0.15),
    fields: few(lefts, 0.15),
    linkedBy: few(['none', 'baseline', 'id-pair', 'person'], 0.1),
    directions: few(['to-left', 'to-right', 'both-ways'], 0.15),
    writes: Array.from({ length: random.pick([0, 1, 1, 1, 2]) }, () =>
      randomWrite(on, lefts, writes, random),
    ),
    where: Array.from({ length: random.pick([0, 0, 1, 2]) }, () => randomRecord(on, random)),
  };
}

function randomWrite(
  { sync }: CheckedSync,
  lefts: readonly string[],
  writes: readonly FieldWrite[],
  random: Random,
): WriteAsked {
  const change = random.pick(CHANGES);
  const clears = writes.filter(({ from, to }) => (from ?? '') !== '' && to === '');
  const some = change === 'clears' && clears.length > 0 ? clears : writes;
  const one = some.length === 0 ? null : random.pick(some);
  const own = sync.mappings.find((mapping) => one !== null && mapping[one.side] === one.field)?.left;
  const named = own ?? (lefts.length === 0 ? null : random.pick(lefts));
  const isNamed = ['values', 'backwards', 'created-blank'].includes(change) || random.chance(0.6);
  const from = random.chance(0.5) ? (one?.from ?? null) : null;
  const to = random.chance(0.7) || from === null ? (one?.to ?? 'x') : null;
  const texts = [...new Set(writes.flatMap((write) => [write.from ?? '', write.to ?? '']))].filter(
    (text) => text.trim() !== '',
  );
  return {
    field: isNamed ? named : null,
    side: random.chance(0.4) ? random.pick(SIDES) : null,
    change,
    from: change === 'values' ? from : null,
    to: change === 'values' ? to : null,
    order: change === 'backwards' && random.chance(0.7) ? random.shuffle(texts) : [],
  };
}

function randomRecord({ records }: CheckedSync, random: Random): RecordAsked {
  const side = random.pick(SIDES);
  const record = records[side].length === 0 ? null : random.pick(records[side]);
  const field = record === null ? '' : random.pick([...record.cells.keys()]);
  const value = record === null ? '' : cell(record, field);
  const op = random.pick(['eq', 'ne', 'known', 'unknown', 'contains'] as const);
  return op === 'known' || op === 'unknown' ? { side, field, op } : { side, field, op, value };
}
