import { listAt, syncIn, textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';

/** LI2: turns a sync off, or on again. */
export function setOn(json: unknown, at: number, on: boolean): DesignEdit {
  return {
    json: withOn(json, at, on),
    step: { code: 'sync-on', values: { sync: syncIn(json, at), on } },
  };
}

type SyncEdit<Given extends unknown[]> = (json: unknown, at: number, ...given: Given) => DesignEdit;

/** LI2: an edit that changes something of a sync that is off turns it on again. */
export const turnsOn =
  <Given extends unknown[]>(edit: SyncEdit<Given>): SyncEdit<Given> =>
  (json, at, ...given) => {
    const made = edit(json, at, ...given);
    if (valueAt(json, ['syncs', at, 'enabled']) !== false) return made;
    if (JSON.stringify(made.json) === JSON.stringify(json)) return made;
    const steps = [made.step, setOn(json, at, true).step];
    return { json: withOn(made.json, at, true), step: { code: 'several', values: { steps } } };
  };

/** On is what a design says by saying nothing. */
const withOn = (json: unknown, at: number, on: boolean): unknown =>
  withValue(json, ['syncs', at, 'enabled'], on ? undefined : false);

/** What of a design names a sync and goes with it (S413). */
export interface GoneWith {
  /** Syncs whose records have their parents there. */
  readonly children: readonly string[];
  /** Names of checks and of rules of approval. */
  readonly checks: readonly string[];
  readonly rules: readonly string[];
}

/** LI2: a sync is deleted, with everything that names it. */
export function deleteSync(json: unknown, at: number): DesignEdit {
  const id = idAt(json, at);
  const others = listAt(json, ['syncs']).filter((_, position) => position !== at);
  const syncs = others.map((sync) => {
    const associations = listAt(sync, ['associations']);
    const kept = associations.filter((one) => textAt(one, ['to'], '') !== id);
    return kept.length === associations.length ? sync : withValue(sync, ['associations'], kept);
  });
  let made = withValue(json, ['syncs'], syncs);
  for (const list of ['checks', 'approval']) {
    const all = listAt(json, [list]);
    const kept = all.filter((one) => !asksOf(one, id));
    if (kept.length < all.length) made = withValue(made, [list], kept.length === 0 ? undefined : kept);
  }
  return { json: made, step: { code: 'sync-deleted', values: { sync: syncIn(json, at), id } } };
}

export function goneWith(json: unknown, at: number): GoneWith {
  const id = idAt(json, at);
  const namesIn = (list: string): string[] =>
    listAt(json, [list]).flatMap((one) => (asksOf(one, id) ? [textAt(one, ['name'], '')] : []));
  const children = listAt(json, ['syncs']).filter(
    (sync, position) =>
      position !== at && listAt(sync, ['associations']).some((one) => textAt(one, ['to'], '') === id),
  );
  return {
    children: children.map((sync) => textAt(sync, ['id'], '')),
    checks: namesIn('checks'),
    rules: namesIn('approval'),
  };
}

const idAt = (json: unknown, at: number): string => textAt(json, ['syncs', at, 'id'], '');

const asksOf = (counting: unknown, sync: string): boolean => textAt(counting, ['count', 'sync'], '') === sync;
