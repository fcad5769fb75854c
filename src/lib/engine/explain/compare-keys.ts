import { fieldNormalizer, normalizer } from '../match/keys/normalize.ts';
import { MISLEADING, type KeyField, type Misleading } from '../model/design.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../model/side.ts';
import { idList } from '../plan/lines/id-list.ts';
import { keyPart, keyText } from '../plan/lines/key-value.ts';
import type { PlanReader } from '../plan/lines/plan-reader.ts';
import type { SyncPlan } from '../plan/sync-plan.ts';
import type { Tools } from '../tools.ts';

/** Records by their ids, the first 20 in reading order. */
export interface Found {
  readonly ids: readonly string[];
  /** How many there are in all. */
  readonly total: number;
}

/** A key of the sync on two records. */
export interface KeyCompared {
  /** Position among the keys. */
  readonly key: number;
  readonly fields: readonly KeyField[];
  /** By part of the key: the texts of the file, and as the normalisers read them (`''`: no key, MA11). */
  readonly texts: Both<readonly string[]>;
  readonly parts: Both<readonly string[]>;
  readonly is: 'shared' | 'missed' | 'blank';
  /** What a value is that is blank only because the design says so (KW9). */
  readonly without: Both<Misleading | null>;
  /** Does the key belong to the record's signature (MA8)? */
  readonly counts: Both<boolean>;
  /** The records of the other side that have this record's value. */
  readonly finds: Both<Found>;
}

/** Every key of the sync, in order, as the plan read it. */
export const compareKeys = (reader: PlanReader, rows: Both<number>, tools: Tools): KeyCompared[] =>
  reader.plan.matching.codes.map((_, key) => compareKey(reader, rows, key, tools));

function compareKey(reader: PlanReader, rows: Both<number>, key: number, tools: Tools): KeyCompared {
  const { plan } = reader;
  const { codes, fields: coded } = plan.matching.codes[key]!;
  const { matches, keys } = plan.matching;
  const { fields } = keys[key]!;
  const code = onBoth((side) => codes[side][rows[side]]!);
  const parts = onBoth((side) =>
    coded.map((_, part) => keyPart(plan.matching.codes[key]!.fields[part]!, side, rows[side])),
  );
  const isBlank = SIDES.some((side) => code[side] < 0);
  return {
    key,
    fields,
    texts: onBoth((side) => fields.map((field) => keyText(plan, side, field, rows[side]))),
    parts,
    is: isBlank ? 'blank' : code.left === code.right ? 'shared' : 'missed',
    without: onBoth((side) => withoutOf(plan, side, fields, rows[side], tools)),
    counts: onBoth((side) => (matches.masks[side][rows[side]]! & (1 << key)) !== 0),
    finds: onBoth((side) => foundBy(reader, side, key, code[side])),
  };
}

function withoutOf(
  plan: SyncPlan,
  side: Side,
  fields: readonly KeyField[],
  row: number,
  tools: Tools,
): Misleading | null {
  for (const field of fields) {
    const text = keyText(plan, side, field, row);
    if (normalizer(field.normalize, field.country, tools)(text) === '') continue;
    const said = MISLEADING.find(
      (what) =>
        field.without?.includes(what) === true &&
        fieldNormalizer({ ...field, without: [what] }, tools)(text) === '',
    );
    if (said !== undefined) return said;
  }
  return null;
}

function foundBy(reader: PlanReader, side: Side, key: number, code: number): Found {
  if (code < 0) return { ids: [], total: 0 };
  const other = otherSide(side);
  const rows = reader.groups(key).rows(other, code);
  const { ids } = idList([...rows.subarray(0, 20)].map((row) => reader.plan.records[other].id(row)));
  return { ids, total: rows.length };
}
