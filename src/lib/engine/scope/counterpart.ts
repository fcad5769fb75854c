import type { Records } from '../columns/records.ts';
import { utf8 } from '../bytes/utf8.ts';
import type { KeyCodes } from '../match/keys/key-codes.ts';
import { fieldNormalizer } from '../match/keys/normalize.ts';
import { otherSide, type Both, type Side } from '../model/side.ts';
import { inSlices, TEXT_SLICE, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { absorbingRule } from './absorbing.ts';
import type { Absorbed, ScopeRule } from './rule.ts';

/**
 * KW8: a lone record one of whose keys is readable in a row of the other side's file that was rejected. That record is in the app,
 * so a create would be its double.
 */
export function* counterpartRule(
  records: Both<Records>,
  codes: readonly KeyCodes[],
  tools: Tools,
): Steps<ScopeRule> {
  const absorbed = {
    left: yield* absorbedOn('left', records, codes, tools),
    right: yield* absorbedOn('right', records, codes, tools),
  };
  return absorbingRule('counterpart-rejected', records, absorbed);
}

/** The records of a side with a key of a row that the other side's file lost; of several the first key, then the first line. */
function* absorbedOn(
  side: Side,
  records: Both<Records>,
  codes: readonly KeyCodes[],
  tools: Tools,
): Steps<Map<number, Absorbed>> {
  const found = new Map<number, Absorbed>();
  const target = otherSide(side);
  const { aside } = records[target];
  if (aside.count === 0) return found;
  for (const [key, own] of codes.entries()) {
    const lines = yield* linesByCode(target, records[target], own, tools);
    if (lines.size === 0) continue;
    const of = own.codes[side];
    yield* inSlices('scope', of.length, (from, to) => {
      for (let row = from; row < to; row++) {
        const line = of[row]! < 0 ? undefined : lines.get(of[row]!);
        if (line !== undefined && !found.has(row)) found.set(row, { key, line });
      }
    });
  }
  return found;
}

/** Codes of a key that rejected rows hold, each with the first of their lines. */
function* linesByCode(
  side: Side,
  { aside }: Records,
  key: KeyCodes,
  tools: Tools,
): Steps<Map<number, number>> {
  const names = key.fields.map(({ field }) => field[side]);
  const normal = key.fields.map(({ field }) => fieldNormalizer(field, tools));
  const lines = new Map<number, number>();
  yield* aside.flatten(names);
  const pass = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      for (const texts of aside.readings(at, names)) {
        const code = codeOf(
          key,
          texts.map((text, part) => normal[part]!(text)),
        );
        if (code < 0) continue;
        const line = aside.line(at);
        lines.set(code, Math.min(line, lines.get(code) ?? line));
      }
    }
  };
  yield* inSlices('scope', aside.count, pass, TEXT_SLICE);
  return lines;
}

/** Code of a key by its normalised parts; -1 where one is blank, or no record has it. */
function codeOf(key: KeyCodes, parts: readonly string[]): number {
  const codes = parts.map((part, at) => (part === '' ? -1 : key.fields[at]!.table.find(utf8(part))));
  if (codes.includes(-1)) return -1;
  return key.tuples === null ? codes[0]! : key.tuples.find(0, codes);
}
