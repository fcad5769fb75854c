import { cellText, valueText } from '../../columns/cell.ts';
import type { Records } from '../../columns/records.ts';
import { mappingTransform } from '../../merge/transforms.ts';
import { isBlankValue, valueOf, type Column } from '../../model/column.ts';
import type { FieldMapping, ObjectSync } from '../../model/design.ts';
import { otherSide, type Both, type Side } from '../../model/side.ts';
import { hasInverse, type Transform } from '../../model/transform.ts';
import { Memo } from '../../run/memo.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { Tools } from '../../tools.ts';

/** A value of the records on its way; null where the transform has no word for it. */
export interface TransformSample {
  readonly from: string;
  /** The texts of the fields that are joined; none of any other transform. */
  readonly parts: readonly string[];
  readonly to: string | null;
  /** What is made of `to` on the way back; null where nothing goes back. */
  readonly back: string | null;
}

/** Values a transform cannot take, the most frequent first. */
export interface Unmapped {
  readonly values: number;
  readonly records: number;
  readonly first: readonly { readonly value: string; readonly records: number }[];
}

/** What a transform does on the records (FM10). */
export interface TransformFact {
  /** The side whose values it makes. */
  readonly source: Side;
  readonly goesBack: boolean;
  readonly samples: readonly TransformSample[];
  /** By the side the values stand on; only where they can go over. */
  readonly unmapped: Both<Unmapped>;
}

/** Samples that are shown, and rows looked at for them. */
const SHOWN = 6;
const LOOKED_AT = 20_000;
/** Unmapped values that are listed, and that are told apart while counting. */
const LISTED = 200;
const APART = 100_000;

/** `transform` in place of the mapping's own, which need not have one. */
export function* transformFacts(
  sync: ObjectSync,
  records: Both<Records>,
  mapping: FieldMapping,
  transform: Transform,
  tools: Tools,
): Steps<TransformFact> {
  const made = yield* mappingTransform(sync, { ...mapping, transform }, records, tools, new Memo());
  if (made === null) throw new Error('a transform that makes nothing');
  const { source, cells, values, untaken, back } = made;
  const target = otherSide(source);
  const goesBack = hasInverse(transform);
  const isConstant = transform.kind === 'constant';
  const joined =
    transform.kind === 'join'
      ? [mapping[source], ...transform.with].map((name) => records[source].column(name))
      : [];
  const partsAt = (row: number): readonly string[] => joined.map((column) => cellText(column, row));
  const sampleOf = (row: number): TransformSample => {
    const taken = isConstant || untaken[source]?.[valueOf(cells, row)] !== 1;
    const to = taken ? cellText(values, row) : null;
    return {
      from: cellText(cells, row),
      parts: partsAt(row),
      to,
      back: goesBack && to !== null && to !== '' ? back(to) : null,
    };
  };
  const others = records[target].column(mapping[target]);
  return {
    source,
    goesBack,
    samples: samplesOf(cells, isConstant, sampleOf),
    unmapped: {
      [source]: yield* unmappedOf(cells, untaken[source]),
      [target]: yield* unmappedOf(others, untaken[target]),
    } as unknown as Both<Unmapped>,
  };
}

/** Different values: first those it changes, then those it cannot take. */
function samplesOf(
  cells: Column,
  takesBlank: boolean,
  sampleOf: (row: number) => TransformSample,
): TransformSample[] {
  const seen = new Set<string>();
  const changed: TransformSample[] = [];
  const refused: TransformSample[] = [];
  const plain: TransformSample[] = [];
  for (let row = 0; row < Math.min(cells.rows, LOOKED_AT) && changed.length < SHOWN; row++) {
    if (!takesBlank && isBlankValue(cells, valueOf(cells, row))) continue;
    const sample = sampleOf(row);
    if (seen.has(sample.from)) continue;
    seen.add(sample.from);
    const isSame = sample.from === sample.to && sample.parts.filter((part) => part !== '').length < 2;
    const kind = sample.to === null ? refused : isSame ? plain : changed;
    if (kind.length < SHOWN) kind.push(sample);
  }
  return [...changed, ...refused, ...plain].slice(0, SHOWN);
}

function* unmappedOf(column: Column, untaken: Uint8Array | null): Steps<Unmapped> {
  if (untaken === null) return { values: 0, records: 0, first: [] };
  const counts = new Map<string, number>();
  let records = 0;
  yield* inSlices('mapping-facts', column.rows, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = valueOf(column, row);
      if (untaken[value] !== 1) continue;
      records++;
      const text = valueText(column, value).trim();
      if (counts.size < APART || counts.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  });
  const first = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, LISTED)
    .map(([value, many]) => ({ value, records: many }));
  return { values: counts.size, records, first };
}
