import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import type { Reason } from '../../src/lib/engine/model/reason.ts';
import { otherSide, SIDES, type Both } from '../../src/lib/engine/model/side.ts';
import type { Pair } from './plan-links.ts';
import type { KeyValues } from './plan-match.ts';
import type { Merged } from './plan-merge.ts';
import { keysOf } from './read-world-design.ts';
import { isBlank } from './values.ts';
import type { Rec } from './world.ts';

const listed = (records: readonly Rec[]): Pick<Reason, 'ids' | 'more'> => {
  const ids = records.map(({ id }) => id);
  return ids.length > 20 ? { ids: ids.slice(0, 20), more: ids.length - 20 } : { ids };
};

const text = (value: readonly string[] | null): string | null =>
  value === null ? null : JSON.stringify(value);

/** As a line shows it: of a composite key an array. */
const shown = (value: readonly string[] | null): string | readonly string[] =>
  value === null || value.length === 1 ? (value?.[0] ?? '') : value;

/** KW1, KW2: what is said of a pair that is not excluded, from its line. */
export function pairDoubts(
  sync: ObjectSync,
  records: Both<readonly Rec[]>,
  pair: Pair,
  merged: readonly Merged[],
  line: Pick<PlanLine, 'outcome' | 'writes'>,
  valueOf: KeyValues,
): Reason[] {
  if (pair.by !== 'key' || line.outcome === 'excluded') return [];
  const keys = keysOf(sync);
  const same = (a: Rec, b: Rec, key: number): boolean =>
    valueOf(a, key) !== null && text(valueOf(a, key)) === text(valueOf(b, key));
  const hits = keys.map((_, key) => key).filter((key) => same(pair.left, pair.right, key));
  const [first] = hits;
  if (first === undefined) throw new Error('a pair bound by no key');
  const different = (one: Merged): boolean => !one.equal && SIDES.every((side) => !isBlank(one.values[side]));
  const found: Reason[] = [];
  const overwrites = merged.some(
    (one) => different(one) && one.write !== null && line.writes.includes(one.write),
  );
  for (const side of overwrites ? SIDES : []) {
    const others = records[side].filter((other) => other !== pair[side] && same(other, pair[side], first));
    if (others.length === 0) continue;
    const field = keys[first]!.fields[0]![side];
    found.push({
      code: 'contested',
      side,
      field,
      value: shown(valueOf(pair.left, first)),
      ...listed(others),
    });
  }
  const isKey = ({ mapping }: Merged): boolean =>
    mapping.transform === null &&
    keys.some(({ fields }) =>
      fields.some((field) => field.left === mapping.left && field.right === mapping.right),
    );
  const outside = merged.filter(
    (one) =>
      !isKey(one) &&
      one.owns === undefined &&
      one.mapping.transform?.kind !== 'constant' &&
      SIDES.every((side) => !isBlank(one.values[side])),
  );
  if (hits.length === 1 && outside.length >= 2 && outside.every(different)) {
    const value = shown(valueOf(pair.left, first));
    found.push({ code: 'nothing-in-common', side: 'left', field: keys[first]!.fields[0]!.left, value });
  }
  return found;
}

/** KW6: a key that the plan gives to a record of the pair and another one of its side has, or gets, too. */
export function twiceDoubts(
  sync: ObjectSync,
  records: Both<readonly Rec[]>,
  pair: Pair,
  before: KeyValues,
  after: KeyValues,
): Reason[] {
  return SIDES.flatMap((side): Reason[] => {
    const record = pair[side];
    for (const [key, { fields }] of keysOf(sync).entries()) {
      const value = text(after(record, key));
      if (value === null || value === text(before(record, key))) continue;
      const others = records[side].filter((other) => other !== record && text(after(other, key)) === value);
      if (others.length > 0) return [{ code: 'key-twice', side, field: fields[0]![side], ...listed(others) }];
    }
    return [];
  });
}

/** KW7: records of the other side that are in no link and no pair and have a key of this one, whose counterpart is missing. */
export function recreatedDoubts(
  sync: ObjectSync,
  free: readonly Rec[],
  record: Rec,
  valueOf: KeyValues,
): Reason[] {
  const { side } = record;
  for (const [key, { fields }] of keysOf(sync).entries()) {
    const value = valueOf(record, key);
    if (value === null) continue;
    const found = free.filter(
      (other) => other.side === otherSide(side) && text(valueOf(other, key)) === text(value),
    );
    if (found.length === 0) continue;
    return [
      { code: 'maybe-recreated', side, field: fields[0]![side], value: shown(value), ...listed(found) },
    ];
  }
  return [];
}

/** KW12: "linked … by none of its keys any more". */
export function isAstray(sync: ObjectSync, pair: Pair, valueOf: KeyValues): boolean {
  if (pair.by !== 'baseline' && pair.by !== 'id-pair') return false;
  return keysOf(sync).every((_, key) => {
    const value = text(valueOf(pair.left, key));
    return value === null || value !== text(valueOf(pair.right, key));
  });
}

/** KW12: records of the other side in other pairs astray that have a key of this one. */
export function crossedDoubts(
  sync: ObjectSync,
  astray: readonly Pair[],
  pair: Pair,
  valueOf: KeyValues,
): Reason[] {
  if (!astray.includes(pair)) return [];
  return SIDES.flatMap((side): Reason[] => {
    for (const [key, { fields }] of keysOf(sync).entries()) {
      const value = valueOf(pair[side], key);
      if (value === null) continue;
      const found = astray
        .map((one) => one[otherSide(side)])
        .filter((other) => text(valueOf(other, key)) === text(value))
        .sort((a, b) => a.row - b.row);
      if (found.length === 0) continue;
      return [{ code: 'crossed-keys', side, field: fields[0]![side], value: shown(value), ...listed(found) }];
    }
    return [];
  });
}

/** KW5: records of the target side whose key is that of a created record but for case, spaces and punctuation. */
export function nearDoubts(
  sync: ObjectSync,
  records: Both<readonly Rec[]>,
  record: Rec,
  valueOf: KeyValues,
): Reason[] {
  const { side } = record;
  const near = (one: Rec, key: number): string | null => {
    const parts = valueOf(one, key)?.map(nearly) ?? [''];
    return parts.includes('') ? null : JSON.stringify(parts);
  };
  for (const [key, { fields }] of keysOf(sync).entries()) {
    const own = near(record, key);
    const found = records[otherSide(side)].filter((other) => own !== null && near(other, key) === own);
    if (found.length === 0) continue;
    return [
      {
        code: 'near-key',
        side,
        field: fields[0]![side],
        value: shown(valueOf(record, key)),
        ...listed(found),
      },
    ];
  }
  return [];
}

/** KW13: several addresses in one text of a key. */
function several(text: string): readonly string[] {
  const parts = text
    .split(/[\s;,/|<>()"']+/)
    .filter((part) => /.@./.test(part))
    .map((part) => (part.startsWith('mailto:') ? part.slice('mailto:'.length) : part));
  return new Set(parts).size > 1 ? parts : [];
}

/** KW13: records of the other side that have one of the addresses of a created record, or, where they are lone, hold it among several. */
export function severalDoubts(
  sync: ObjectSync,
  records: Both<readonly Rec[]>,
  record: Rec,
  isLone: (record: Rec) => boolean,
  valueOf: KeyValues,
): Reason[] {
  const { side } = record;
  for (const [key, { fields }] of keysOf(sync).entries()) {
    if (fields.length !== 1 || !fields[0]!.normalize.includes('email')) continue;
    const own = valueOf(record, key)?.[0];
    if (own === undefined) continue;
    const found = records[otherSide(side)].filter((other) => {
      const there = valueOf(other, key)?.[0];
      if (there === undefined) return false;
      return several(own).includes(there) || (isLone(other) && several(there).includes(own));
    });
    if (found.length === 0) continue;
    return [{ code: 'one-of-several', side, field: fields[0]![side], value: own, ...listed(found) }];
  }
  return [];
}

function nearly(text: string): string {
  const letters = [...text.trim().normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')];
  const isDigit = (letter: string | undefined): boolean => letter !== undefined && /^\d$/.test(letter);
  return letters
    .filter((letter, at) => {
      if (letter === '.' || letter === ',') return isDigit(letters[at - 1]) && isDigit(letters[at + 1]);
      if ('#&@%'.includes(letter)) return true;
      return !/^[\s\p{P}`´\u200b-\u200f\u2060\ufeff\u00ad]$/u.test(letter);
    })
    .join('');
}
