import type { Both, Direction, ObjectSync, Side } from '../../engine/index.ts';
import { textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';
import { appName, directionWord, moved, onOff } from './design-words.ts';

type Clears = ObjectSync['blanks']['propagateClears'];

/** `Companies`, as a label begins. */
export function syncTitle(json: unknown, sync: number): string {
  const id = textAt(json, ['syncs', sync, 'id'], `sync ${String(sync + 1)}`);
  return id.charAt(0).toUpperCase() + id.slice(1);
}

/** DI1. */
export function setDirection(json: unknown, sync: number, direction: Direction): DesignEdit {
  const path = ['syncs', sync, 'direction'];
  const before = textAt(json, path, 'both') as Direction;
  return {
    json: withValue(json, path, direction),
    label: moved(
      `${syncTitle(json, sync)}, direction`,
      directionWord(json, before),
      directionWord(json, direction),
    ),
  };
}

/** CO1. */
export function setWinner(json: unknown, sync: number, winner: Side): DesignEdit {
  const path = ['syncs', sync, 'winner'];
  const before = textAt(json, path, winner) as Side;
  return {
    json: withValue(json, path, winner),
    label: moved(`${syncTitle(json, sync)}, winner`, appName(json, before), appName(json, winner)),
  };
}

/** CO3, `fillWinner`. */
export function setFillWinner(json: unknown, sync: number, on: boolean): DesignEdit {
  return {
    json: withValue(json, ['syncs', sync, 'blanks', 'fillWinner'], on),
    label: moved(`${syncTitle(json, sync)}, fill winner’s blanks`, onOff(!on), onOff(on)),
  };
}

/** CO4, `propagateClears`. */
export function setClears(json: unknown, sync: number, clears: Clears): DesignEdit {
  const path = ['syncs', sync, 'blanks', 'propagateClears'];
  return {
    json: withValue(json, path, clears),
    label: moved(`${syncTitle(json, sync)}, clears travel`, textAt(json, path, 'never'), clears),
  };
}

/**
 * EM1, EM2: the fields that must hold a valid e-mail, or null for no rule. Without the rule a record without a key is
 * created, with it such a record is left out.
 */
export function setEmailRule(json: unknown, sync: number, rule: Both<string | null> | null): DesignEdit {
  const at = ['syncs', sync, 'requireValidEmail'];
  const was = valueAt(json, at) ?? null;
  const next = withValue(json, at, rule);
  const name = `${syncTitle(json, sync)}, e-mail rule`;
  if ((was === null) === (rule === null)) return { json: next, label: `${name}: other fields` };
  return {
    json: withValue(next, ['syncs', sync, 'matching', 'noKey'], rule === null ? 'create' : 'exclude'),
    label: moved(name, onOff(rule === null), onOff(rule !== null)),
  };
}

/** The date a side's records are compared by under "most recent" (CO1); null names none. */
export function setModifiedField(json: unknown, sync: number, side: Side, field: string | null): DesignEdit {
  const path = ['syncs', sync, side, 'modifiedField'];
  return {
    json: withValue(json, path, field),
    label: moved(
      `${syncTitle(json, sync)}, changed date in ${appName(json, side)}`,
      textAt(json, path, 'none'),
      field ?? 'none',
    ),
  };
}
