import type { ObjectSync } from '../../model/design.ts';
import { designError, type DesignError } from '../../model/design-error.ts';
import { SIDES } from '../../model/side.ts';
import { directionOfStages } from '../../model/stage-mappings.ts';
import { STAGE_PARTS } from '../../model/stages.ts';

/** ST1: a field of the stage map is mapped nowhere else, and stages can flow somewhere. */
export function checkStages(sync: ObjectSync, at: string): DesignError[] {
  const { stages } = sync;
  if (stages === null) return [];
  const errors: DesignError[] =
    directionOfStages(sync, stages) === null ? [designError(`${at}.stages`, { is: 'stages-read-only' })] : [];
  for (const side of SIDES) {
    for (const part of STAGE_PARTS) {
      const field = stages[side][part];
      if (field === null) continue;
      const by = sync.mappings.findIndex((mapping) => mapping.enabled && mapping[side] === field);
      if (by < 0) continue;
      errors.push(designError(`${at}.stages.${side}.${part}`, { is: 'stage-mapped', side, field, by }));
    }
  }
  return errors;
}
