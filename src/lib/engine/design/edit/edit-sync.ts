import type { DeleteRule, ObjectSync } from '../../model/design.ts';
import type { Direction } from '../../model/direction.ts';
import type { Both, Side } from '../../model/side.ts';
import { appIn, appsIn, syncIn, textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';

type Clears = ObjectSync['blanks']['propagateClears'];

/** How a side is called, in every sync; a blank name changes nothing. */
export function setAppName(json: unknown, _sync: number, side: Side, to: string): DesignEdit {
  const from = appIn(json, side);
  const name = to.trim() === '' ? from : to.trim();
  return {
    json: withValue(json, ['apps', side, 'name'], name),
    step: { code: 'app-name', values: { from, to: name } },
  };
}

/** DI1. */
export function setDirection(json: unknown, at: number, to: Direction): DesignEdit {
  const path = ['syncs', at, 'direction'];
  const from = textAt(json, path, 'both') as Direction;
  const values = { sync: syncIn(json, at), apps: appsIn(json), from, to };
  return { json: withValue(json, path, to), step: { code: 'direction', values } };
}

/** CO1. */
export function setWinner(json: unknown, at: number, to: Side): DesignEdit {
  const path = ['syncs', at, 'winner'];
  const from = textAt(json, path, to) as Side;
  const values = { sync: syncIn(json, at), apps: appsIn(json), from, to };
  return { json: withValue(json, path, to), step: { code: 'winner', values } };
}

/** CO3, `fillWinner`. */
export function setFillWinner(json: unknown, at: number, on: boolean): DesignEdit {
  return {
    json: withValue(json, ['syncs', at, 'blanks', 'fillWinner'], on),
    step: { code: 'fill-winner', values: { sync: syncIn(json, at), on } },
  };
}

/** CO4, `propagateClears`. */
export function setClears(json: unknown, at: number, to: Clears): DesignEdit {
  const path = ['syncs', at, 'blanks', 'propagateClears'];
  const from = textAt(json, path, 'never') as Clears;
  return {
    json: withValue(json, path, to),
    step: { code: 'clears', values: { sync: syncIn(json, at), from, to } },
  };
}

/** DE1, DE4: what is done with a record of a side whose counterpart was deleted. */
export function setDeletes(json: unknown, at: number, side: Side, to: DeleteRule): DesignEdit {
  const path = ['syncs', at, 'deletes', side];
  const from = textAt(json, path, 'report') as DeleteRule;
  const values = { sync: syncIn(json, at), apps: appsIn(json), side, from, to };
  return { json: withValue(json, path, to), step: { code: 'deletes', values } };
}

/** DE5: the file of a side is called complete, by its SHA-256; null: it is partial. */
export function setComplete(json: unknown, at: number, side: Side, file: string | null): DesignEdit {
  const values = { sync: syncIn(json, at), app: appIn(json, side), on: file !== null };
  return {
    json: withValue(json, ['syncs', at, 'complete', side], file),
    step: { code: 'complete', values },
  };
}

/**
 * EM1, EM2: the fields that must hold a valid e-mail, or null for no rule. Without the rule a record without a key is
 * created, with it such a record is left out.
 */
export function setEmailRule(json: unknown, at: number, rule: Both<string | null> | null): DesignEdit {
  const path = ['syncs', at, 'requireValidEmail'];
  const was = valueAt(json, path) ?? null;
  const next = withValue(json, path, rule);
  const sync = syncIn(json, at);
  if ((was === null) === (rule === null))
    return { json: next, step: { code: 'email-fields', values: { sync } } };
  return {
    json: withValue(next, ['syncs', at, 'matching', 'noKey'], rule === null ? 'create' : 'exclude'),
    step: { code: 'email-rule', values: { sync, on: rule !== null } },
  };
}

/** The date a side's records are compared by under "most recent" (CO1); null names none. */
export function setModifiedField(json: unknown, at: number, side: Side, to: string | null): DesignEdit {
  const path = ['syncs', at, side, 'modifiedField'];
  const was = valueAt(json, path);
  const from = typeof was === 'string' ? was : null;
  const values = { sync: syncIn(json, at), app: appIn(json, side), from, to };
  return { json: withValue(json, path, to), step: { code: 'modified-field', values } };
}
