import type { LifecycleLimit } from '../../model/lifecycle.ts';
import type { Side } from '../../model/side.ts';
import { appIn, valueAt, withValue, type DesignEdit, type Path } from './design-json.ts';

/** ST5: the lifecycle stages of a side that a sync is limited to; null takes the limit away. */
export function setLifecycle(
  json: unknown,
  sync: number,
  side: Side,
  limit: LifecycleLimit | null,
): DesignEdit {
  const path: Path = ['syncs', sync, 'lifecycle', side];
  const own = valueAt(json, path);
  const base = typeof own === 'object' && own !== null ? own : {};
  const app = appIn(json, side);
  if (limit === null)
    return { json: withValue(json, path, null), step: { code: 'lifecycle-off', values: { app } } };
  const { field, stages, default: first } = limit;
  const next = withValue(json, path, { ...base, field, stages, default: first });
  return {
    json: first === null ? next : switchedOff(next, sync, side, field),
    step: { code: 'lifecycle', values: { app, field, stages, default: first } },
  };
}

/** A field gets its default stage or is in a mapping, not both. */
function switchedOff(json: unknown, sync: number, side: Side, field: string): unknown {
  const path: Path = ['syncs', sync, 'mappings'];
  const list = valueAt(json, path);
  return (Array.isArray(list) ? list : []).reduce(
    (made: unknown, mapping, at) =>
      valueAt(mapping, [side]) === field ? withValue(made, [...path, at, 'enabled'], false) : made,
    json,
  );
}
