import type { ObjectSync } from '../../model/design.ts';
import { defaultStages } from '../../model/default-stages.ts';
import type { LifecycleLimit } from '../../model/lifecycle.ts';
import { onBoth } from '../../model/side.ts';
import { foldText } from '../../read/fold.ts';
import type { Place } from './read-design-place.ts';

/** ST5: the lifecycle limits of a sync; absent where there are none. */
export function readLifecycle(lifecycle: Place): Pick<ObjectSync, 'lifecycle'> {
  if (lifecycle.nothing || !lifecycle.isObject()) return {};
  const limits = onBoth((side) => readLimit(lifecycle.member(side)));
  return limits.left === null && limits.right === null ? {} : { lifecycle: limits };
}

function readLimit(limit: Place): LifecycleLimit | null {
  if (limit.nothing || !limit.isObject()) return null;
  const places = limit.member('stages').items();
  if (places.length === 0) limit.member('stages').bad('texts');
  const stages = places.map((stage) => stage.filledText());
  const own = limit.member('default').textOrNull();
  if (own !== null && !stages.some((stage) => foldText(stage) === foldText(own)))
    limit.member('default').bad({ oneOf: stages });
  return { field: limit.member('field').filledText(), stages, default: own };
}

/** The syncs with what writes their default stages. */
export const withDefaultStages = (syncs: readonly ObjectSync[]): ObjectSync[] =>
  syncs.map((sync) => {
    const added = defaultStages(sync, syncs);
    return added.length === 0 ? sync : { ...sync, mappings: [...sync.mappings, ...added] };
  });
