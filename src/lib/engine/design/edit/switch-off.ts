import { SIDES, type Both } from '../../model/side.ts';
import { listAt, valueAt, withValue, type Path } from './design-json.ts';

/** Mappings of these fields are switched off: a field is used once (FM2). */
export function switchedOff(json: unknown, sync: number, fields: Both<readonly (string | null)[]>): unknown {
  const path: Path = ['syncs', sync, 'mappings'];
  return listAt(json, path).reduce((made, mapping, at) => {
    const isUsed = SIDES.some((side) => {
      const field = valueAt(mapping, [side]);
      return typeof field === 'string' && fields[side].includes(field);
    });
    return isUsed ? withValue(made, [...path, at, 'enabled'], false) : made;
  }, json);
}
