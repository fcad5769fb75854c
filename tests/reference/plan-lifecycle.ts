import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { Lifecycle } from '../../src/lib/engine/model/lifecycle.ts';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import { otherSide, SIDES, type Both, type Side } from '../../src/lib/engine/model/side.ts';
import { optionOf, viewOf } from './field-kind.ts';
import { fieldOf } from './read-world-design.ts';
import { folded, isBlank } from './values.ts';
import { cell, shown, type Rec } from './world.ts';

type Json = Record<string, unknown>;

export function readLifecycle(json: Json | null): Lifecycle | null {
  if (json === null) return null;
  const limit = (side: Side): Lifecycle[Side] => {
    const own = (json[side] ?? null) as Json | null;
    return own === null
      ? null
      : {
          field: own['field'] as string,
          stages: own['stages'] as string[],
          default: (own['default'] ?? null) as string | null,
        };
  };
  return { left: limit('left'), right: limit('right') };
}

/** S123: "a default is a constant behind the mappings of the design". */
export function withDefaults(sync: ObjectSync, all: readonly ObjectSync[]): ObjectSync {
  const added: FieldMapping[] = [];
  for (const side of SIDES) {
    const limit = sync.lifecycle?.[side];
    const far = otherSide(side);
    const read = sync[far].idField ?? sync.mappings[0]?.[far];
    if (limit?.default == null || read === undefined || !mayWrite(sync.direction, side)) continue;
    const leads = all.filter(
      (one) =>
        sync.kind === 'contacts' &&
        one.kind === 'leads' &&
        one[side].object === sync[side].object &&
        one.lifecycle?.[side]?.field === limit.field,
    );
    const fields = { [side]: limit.field, [far]: read } as unknown as { left: string; right: string };
    added.push({
      ...fields,
      enabled: true,
      direction: side === 'right' ? 'left-to-right' : 'right-to-left',
      conflict: 'winner',
      rewriteForm: false,
      same: [],
      cameBack: 'ask',
      transform: { kind: 'constant', value: limit.default },
      defaultStage: { promotes: leads.flatMap((one) => one.lifecycle![side]!.stages) },
    });
  }
  return { ...sync, mappings: [...sync.mappings, ...added] };
}

/** "The same option of the field, else the same name trimmed and case-folded." */
export function isStage(
  sync: ObjectSync,
  side: Side,
  field: string,
  stages: readonly string[],
  text: string,
): boolean {
  const { options, kind } = viewOf(fieldOf(sync, side, field));
  const isSelect = kind === 'single-select' || kind === 'multi-select';
  const name = (one: string): string =>
    folded((isSelect ? optionOf(options ?? [], one)?.value : undefined) ?? one);
  return stages.some((stage) => name(stage) === name(text));
}

/** ST5, S123: a lone record needs a stage of the sync; in a pair none will do too, and one that is promoted. */
export function lifecycleReasons(
  sync: ObjectSync,
  subject: readonly Rec[],
  gone: Both<ReadonlySet<string>>,
): Reason[] {
  return subject.flatMap((record): Reason[] => {
    const { side } = record;
    const limit = sync.lifecycle?.[side] ?? null;
    if (limit === null) return [];
    const text = cell(record, limit.field);
    const promotes = sync.mappings.flatMap((one) =>
      one[side] === limit.field ? (one.defaultStage?.promotes ?? []) : [],
    );
    const isIn = gone[side].has(record.id)
      ? false
      : isBlank(text)
        ? subject.length === 2
        : isStage(sync, side, limit.field, limit.stages, text) ||
          (subject.length === 2 && isStage(sync, side, limit.field, promotes, text));
    return isIn ? [] : [{ code: 'lifecycle-not-in-sync', side, field: limit.field, value: shown(text) }];
  });
}

/** A pair of a sync as it was planned. */
interface PlannedPair {
  readonly pair: Both<Rec> | null;
  readonly line: { readonly outcome: string };
}

/** S123: "a lead that is promoted takes part in no sync of leads": those that earlier syncs of contacts take over. */
export function promotedBefore(
  sync: ObjectSync,
  before: readonly { readonly sync: ObjectSync; readonly planned: readonly PlannedPair[] }[],
): Both<ReadonlySet<string>> {
  const gone = { left: new Set<string>(), right: new Set<string>() };
  if (sync.kind !== 'leads') return gone;
  for (const one of before) {
    for (const mapping of one.sync.mappings) {
      const promotes = mapping.defaultStage?.promotes ?? [];
      const side: Side = mapping.direction === 'right-to-left' ? 'left' : 'right';
      const field = mapping[side];
      const isSame = one.sync[side].object === sync[side].object && sync.lifecycle?.[side]?.field === field;
      if (!isSame || promotes.length === 0) continue;
      const own = one.sync.lifecycle![side]!.stages;
      for (const { pair, line } of one.planned) {
        if (pair === null || line.outcome === 'excluded') continue;
        const text = cell(pair[side], field);
        const is = (stages: readonly string[]): boolean => isStage(one.sync, side, field, stages, text);
        if (!isBlank(text) && is(promotes) && !is(own)) gone[side].add(pair[side].id);
      }
    }
  }
  return gone;
}
