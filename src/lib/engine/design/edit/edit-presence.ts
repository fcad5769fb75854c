import type { PresenceFields } from '../../model/design.ts';
import type { Side } from '../../model/side.ts';
import { appIn, syncIn, valueAt, withValue, type DesignEdit } from './design-json.ts';

const MEMBERS = ['archived', 'mergedInto', 'mergedFrom'] as const;

/** S430, S432: where a side's app says who is archived and who was merged into whom; what `to` does not name is taken out. */
export function setPresence(json: unknown, at: number, side: Side, to: PresenceFields): DesignEdit {
  const path = ['syncs', at, side];
  const from = presenceIn(valueAt(json, path));
  const values = { sync: syncIn(json, at), app: appIn(json, side), from, to };
  return {
    json: MEMBERS.reduce((next, name) => withValue(next, [...path, name], to[name]), json),
    step: { code: 'presence', values },
  };
}

function presenceIn(side: unknown): PresenceFields {
  const own = (side ?? {}) as PresenceFields;
  return Object.fromEntries(MEMBERS.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]])));
}
