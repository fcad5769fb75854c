import type { Transform } from '../../model/transform.ts';
import { textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';

/** FM10: what a mapping makes of its values; null takes it away. */
export function setTransform(json: unknown, sync: number, index: number, to: Transform | null): DesignEdit {
  const place = ['syncs', sync, 'mappings', index];
  const path = [...place, 'transform'];
  const field = textAt(json, [...place, 'left'], '');
  const kind = valueAt(json, [...path, 'kind']);
  const from = typeof kind === 'string' ? (kind as Transform['kind']) : null;
  return {
    json: withValue(json, path, to === null ? undefined : transformJson(to)),
    step: { code: 'mapping-transform', values: { field, from, to: to?.kind ?? null } },
  };
}

/** As a design file has it. */
function transformJson(transform: Transform): unknown {
  switch (transform.kind) {
    case 'value-map':
      return { ...transform, map: Object.fromEntries(transform.map) };
    case 'lookup':
      return { ...transform, table: Object.fromEntries(transform.table) };
    case 'phone':
    case 'number-format':
      return Object.fromEntries(Object.entries(transform).filter(([, value]) => value !== null));
    case 'trim':
    case 'case':
    case 'split':
    case 'join':
    case 'constant':
    case 'date-format':
      return transform;
    default:
      return transform satisfies never;
  }
}
