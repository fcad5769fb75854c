import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { OfField as FieldWrite } from '../../src/lib/engine/model/line.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import type { KeyValues } from './plan-match.ts';
import { keysOf } from './read-world-design.ts';
import type { Rec } from './world.ts';

/** FORMATS, `waits-for-key-change`. */
export function waitingFor(
  sync: ObjectSync,
  records: Both<readonly Rec[]>,
  written: ReadonlyMap<Rec, readonly FieldWrite[]>,
  record: Rec,
  before: KeyValues,
  after: KeyValues,
): string[] {
  const keys = keysOf(sync);
  const everyone = [...records.left, ...records.right];
  const text = (value: readonly string[] | null): string => JSON.stringify(value);
  const concerned = everyone.filter((other) =>
    keys.some((_, key) => {
      const mine = before(record, key);
      const [was, willBe] = [text(before(other, key)), text(after(other, key))];
      return mine !== null && was !== willBe && (text(mine) === was || text(mine) === willBe);
    }),
  );
  if (concerned.length > 0) return concerned.map((other) => other.id);
  const isKeyField = (side: Side, name: string): boolean =>
    keys.some((key) => key.fields.some((field) => field[side] === name));
  return everyone
    .filter((other) => (written.get(other) ?? []).some((write) => isKeyField(write.side, write.field)))
    .map((other) => other.id);
}
