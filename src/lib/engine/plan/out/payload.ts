import { ofFields, type CreatedFrom, type PlanLine } from '../../model/line.ts';
import { SIDES, type Side } from '../../model/side.ts';

/** What would be sent to one app for one record. */
export interface Payload {
  readonly side: Side;
  readonly act: 'create' | 'update' | 'delete';
  /** Null on a create. */
  readonly id: string | null;
  readonly fields: readonly PayloadField[];
  /** The same as JSON: what is written, and what has to be there for it. */
  readonly json: string;
}

export interface PayloadField {
  readonly name: string;
  /** Null where it is the id of a record this plan creates (AS1). */
  readonly to: string | null;
  readonly ref?: CreatedFrom;
  readonly expects: string | null;
}

/** The payloads of a line, one a side that is written to. */
export function payloadsOf(line: PlanLine): readonly Payload[] {
  return SIDES.flatMap((side): readonly Payload[] => {
    const writes = line.writes.filter((write) => write.side === side);
    if (writes.length === 0 && !(line.outcome === 'create' && line[side] === null)) return [];
    const id = line[side]?.id ?? null;
    const act = line.outcome === 'delete' ? 'delete' : id === null ? 'create' : 'update';
    if (act === 'delete')
      return [{ side, act, id, fields: [], json: JSON.stringify({ delete: id }, null, 2) }];
    const written = ofFields(writes);
    const values = Object.fromEntries(
      written.map(({ field, to, ref }) => [field, ref === undefined ? to : { ref }]),
    );
    const expected = Object.fromEntries(
      written.flatMap(({ field, from }) => (from === null ? [] : [[field, from] as const])),
    );
    const body = id === null ? { create: values } : { id, expects: expected, write: values };
    const fields = written.map(({ field, to, ref, from }) => ({
      name: field,
      to,
      ...(ref === undefined ? {} : { ref }),
      expects: from,
    }));
    return [{ side, act, id, fields, json: JSON.stringify(body, null, 2) }];
  });
}
