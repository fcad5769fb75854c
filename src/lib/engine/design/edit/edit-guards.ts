import type { GuardName } from '../../model/design.ts';
import type { GuardValue } from '../../model/design-step.ts';
import { GUARD_DEFAULTS } from '../read/read-design-guards.ts';
import { valueAt, withValue, type DesignEdit } from './design-json.ts';

/** FORMATS.md, guards; null switches one off. They are of the whole design, whichever sync is open. */
export function setGuard(json: unknown, _sync: number, name: GuardName, value: GuardValue): DesignEdit {
  const written = valueAt(json, ['guards', name]);
  const usual = GUARD_DEFAULTS[name];
  const before =
    typeof written === 'object' && written !== null && typeof usual === 'object' && usual !== null
      ? { ...usual, ...written }
      : written === undefined
        ? usual
        : (written as GuardValue);
  return {
    json: withValue(json, ['guards', name], value),
    step: { code: 'guard', values: { name, from: before, to: value } },
  };
}
