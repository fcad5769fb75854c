import { CodeTable } from '../columns/code-table.ts';
import { groupRows, rowsAt, type RowGroups } from '../match/keys/code-groups.ts';
import { foldedForm } from '../match/keys/normal-column.ts';
import { formCodes } from '../match/keys/value-codes.ts';
import { valueCount } from '../model/column.ts';
import { SIDES, otherSide, type Both, type Side } from '../model/side.ts';
import { readingOf } from '../read/type-pair.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import type { Steps } from '../run/steps.ts';
import type { CompiledMapping } from './compiled.ts';
import { cellText } from '../columns/cell.ts';

/** What the target side of a mapping holds and what the other side would write there, as codes of folded values (FM9, S32). */
interface UniqueCodes {
  /** By row of the source side; -1 where nothing would be written. */
  readonly wanted: Int32Array;
  /** Rows of the target side that hold a value now. */
  readonly holders: RowGroups;
  /** All codes are under this. */
  readonly count: number;
}

/** A mapping and a side whose field may hold each value once. */
export interface UniqueField extends UniqueCodes {
  /** Position among the compiled mappings. */
  readonly mapping: number;
  readonly side: Side;
  readonly on: CompiledMapping;
  /** The subject of the line that takes a value, by code; -1 while nobody does. */
  readonly takers: Int32Array;
}

/** A value wanted that somebody has. */
export interface UniqueClash {
  /** Position among the compiled mappings. */
  readonly mapping: number;
  readonly side: Side;
  readonly to: string;
  /** Rows of the target side that hold it now. */
  readonly holders: readonly number[];
  /** The subject of an earlier line that takes it, or -1. */
  readonly taker: number;
}

/** The unique fields of a plan in mapping order, nothing taken yet. `gone`: by row 1 of records their app says are gone. */
export function* uniqueFields(
  sync: string,
  mappings: readonly CompiledMapping[],
  memo: Memo,
  gone: Both<Uint8Array | null>,
): Steps<UniqueField[]> {
  const fields: UniqueField[] = [];
  for (const [mapping, on] of mappings.entries()) {
    for (const side of SIDES) {
      if (on.defs[side]?.unique !== true || on.parents !== null) continue;
      const { cells, values, mapping: named, defs } = on;
      const own = phase(
        'unique',
        sync,
        [side, named.left, named.right, defs, named.transform],
        [values[otherSide(side)], cells[side], gone[side]],
      );
      const codes = yield* memo.run(own, () => uniqueCodes(on, side, gone[side]));
      fields.push({ ...codes, mapping, side, on, takers: new Int32Array(codes.count).fill(-1) });
    }
  }
  return fields;
}

/** Is the text that is written the source's as it stands (S9: text into text)? */
export const writesAsItStands = ({
  defs,
  transform,
  parents,
}: Pick<CompiledMapping, 'defs' | 'transform' | 'parents'>): boolean =>
  transform === null &&
  parents === null &&
  SIDES.every((side) => readingOf(defs[side]?.type ?? 'text') === 'text');

/** What a gone record held is free again (S431). */
function* uniqueCodes(on: CompiledMapping, side: Side, gone: Uint8Array | null): Steps<UniqueCodes> {
  const source = on.values[otherSide(side)];
  const target = on.cells[side];
  const form = writesAsItStands(on) ? null : on.write[side];
  const table = new CodeTable(valueCount(target) + (valueCount(source) >> 2));
  const held = yield* formCodes(target, foldedForm(null), table, 'judge');
  gone?.forEach((is, row) => {
    if (is === 1) held[row] = -1;
  });
  const wanted = yield* formCodes(source, foldedForm(form), table, 'judge');
  const holders = yield* groupRows(held, table.count, 'judge');
  return { wanted, holders, count: table.count };
}

/** The clashes over what a line writes into these fields. `rows`: the line's; -1 on a side where it has none. */
export const clashesOver = (fields: readonly UniqueField[], rows: Both<number>): UniqueClash[] =>
  fields.flatMap((field) => clashOver(field, rows) ?? []);

function clashOver(field: UniqueField, rows: Both<number>): UniqueClash | null {
  const { mapping, side, on } = field;
  const source = otherSide(side);
  const code = field.wanted[rows[source]]!;
  if (code < 0) return null;
  const taker = field.takers[code]!;
  const held = rowsAt(field.holders, code);
  if (taker < 0 && (held.length === 0 || (held.length === 1 && held[0] === rows[side]))) return null;
  const holders = [...held].filter((row) => row !== rows[side]);
  const to = on.write[side](cellText(on.values[source], rows[source]));
  return { mapping, side, to, holders, taker };
}

/** The line of a subject takes what it writes into these fields. */
export function takeValues(fields: readonly UniqueField[], rows: Both<number>, subject: number): void {
  for (const field of fields) {
    const code = field.wanted[rows[otherSide(field.side)]]!;
    if (code >= 0) field.takers[code] = subject;
  }
}
