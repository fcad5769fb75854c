import type { ObjectSync, SyncDesign } from '../../model/design.ts';
import { designError, type DesignError } from '../../model/design-error.ts';
import { sharesLifecycle } from '../../model/default-stages.ts';
import { SIDES } from '../../model/side.ts';
import { foldText } from '../../read/fold.ts';

/** ST5: limits are of contacts and leads, a stage is of one sync, and its default is written by no mapping. */
export function checkLifecycle({ syncs }: SyncDesign, index: number): DesignError[] {
  const sync = syncs[index]!;
  return SIDES.flatMap((side): DesignError[] => {
    const limit = sync.lifecycle?.[side] ?? null;
    if (limit === null) return [];
    const at = `syncs[${String(index)}].lifecycle.${side}`;
    if (sync.kind !== 'contacts' && sync.kind !== 'leads')
      return [designError(at, { is: 'lifecycle-kind', kind: sync.kind })];
    const errors = limit.stages.flatMap((stage, position): DesignError[] => {
      const by = syncs
        .slice(0, index)
        .find((other) => sharesLifecycle(sync, other, side) && has(other, stage));
      const place = `${at}.stages[${String(position)}]`;
      return by === undefined ? [] : [designError(place, { is: 'lifecycle-taken', stage, by: by.id })];
    });
    const by = sync.mappings.findIndex(
      (mapping) => mapping.enabled && mapping[side] === limit.field && mapping.defaultStage === undefined,
    );
    if (limit.default !== null && by >= 0)
      errors.push(designError(`${at}.default`, { is: 'lifecycle-mapped', field: limit.field, by }));
    return errors;

    function has(other: ObjectSync, stage: string): boolean {
      return other.lifecycle?.[side]?.stages.some((one) => foldText(one) === foldText(stage)) === true;
    }
  });
}
