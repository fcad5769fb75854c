import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { Both } from '../../src/lib/engine/model/side.ts';
import { otherSide } from '../../src/lib/engine/model/side.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { normalised } from './normalise.ts';
import { keysOf } from './read-world-design.ts';
import { cell, type Rec } from './world.ts';

/** The normalised parts of a record's key, or null where one is blank (MA11). */
export type KeyValues = (record: Rec, key: number) => readonly string[] | null;

/** What becomes of an unlinked record. `no-key`: all its keys are blank. */
export type Verdict =
  | { readonly kind: 'match'; readonly partner: Rec }
  | { readonly kind: 'create' }
  | { readonly kind: 'no-key' }
  | { readonly kind: 'duplicate'; readonly key: number; readonly of: DuplicateOf }
  | { readonly kind: 'ambiguous'; readonly key: number; readonly candidates: readonly Rec[] };

/** Whom a duplicate duplicates: a record, or the id of a counterpart that is missing. */
export type DuplicateOf = Rec | { readonly missing: string } | null;

/** Those with a link, before keys are looked at or afterwards, and whom each is linked to. */
export interface Bound {
  readonly partner: ReadonlyMap<Rec, Rec | { readonly missing: string }>;
  readonly forbidden: (left: Rec, right: Rec) => boolean;
}

/** KW10: how many mapped fields of two records, the keys' own left out, are filled and equal. */
export type Agreement = (left: Rec, right: Rec, keys: readonly number[]) => number;

/** The keys of the records as the files have them, `overlay` texts put in place of theirs (MA15). */
export function keyValues(
  sync: ObjectSync,
  tools: Tools,
  overlay: (record: Rec, field: string) => string | null = () => null,
  isGone: (record: Rec) => boolean = () => false,
): KeyValues {
  const keys = keysOf(sync);
  const known = new Map<Rec, (readonly string[] | null)[]>();
  const compute = (record: Rec): (readonly string[] | null)[] =>
    keys.map((key) => {
      const values = key.fields.map((field) => {
        const name = field[record.side];
        return normalised(overlay(record, name) ?? cell(record, name), field, tools);
      });
      return values.includes('') ? null : values;
    });
  return (record, key) => {
    if (isGone(record)) return null;
    let values = known.get(record);
    if (values === undefined) known.set(record, (values = compute(record)));
    return values[key] ?? null;
  };
}

/** MA6–MA8, MA11, S19–S21: every unbound record's fate by keys. */
export function matchByKeys(
  sync: ObjectSync,
  records: Both<readonly Rec[]>,
  valueOf: KeyValues,
  before: Bound,
  agreement: Agreement,
): Map<Rec, Verdict> {
  const keys = keysOf(sync).map((_, index) => index);
  const everyone = [...records.left, ...records.right];
  const verdicts = new Map<Rec, Verdict>();
  const unbound = everyone.filter((record) => !before.partner.has(record));
  // S21.
  if (keys.length === 0) {
    for (const record of unbound) verdicts.set(record, { kind: 'create' });
    return verdicts;
  }

  const sameKey = (a: Rec, b: Rec, key: number): boolean => {
    const [one, other] = [valueOf(a, key), valueOf(b, key)];
    return one !== null && other !== null && one.every((part, index) => part === other[index]);
  };
  const hitsBy = (record: Rec, key: number): Rec[] =>
    records[otherSide(record.side)].filter((other) => sameKey(record, other, key));
  // MA8: "the set of keys by which it hits any record of the other side"; first-key: the first of them.
  const hitKeys = new Map<Rec, readonly number[]>();
  for (const record of everyone) {
    const hitting = keys.filter((key) => hitsBy(record, key).length > 0);
    hitKeys.set(record, sync.matching.ambiguous === 'first-key' ? hitting.slice(0, 1) : hitting);
  }
  const signatureKeys = (record: Rec): readonly number[] => hitKeys.get(record) ?? [];
  const signature = (record: Rec): string =>
    JSON.stringify(signatureKeys(record).map((key) => [key, valueOf(record, key)]));
  // MA8: "its candidates are the records it hits by every key of that set".
  const candidates = (record: Rec): Rec[] =>
    records[otherSide(record.side)].filter((other) =>
      signatureKeys(record).every((key) => sameKey(record, other, key)),
    );

  const partner = new Map(before.partner);
  const hitting = everyone.filter((record) => signatureKeys(record).length > 0);
  const groups = new Map<string, Both<Rec[]>>();
  for (const record of hitting) {
    const group = groups.get(signature(record)) ?? { left: [], right: [] };
    group[record.side].push(record);
    groups.set(signature(record), group);
  }
  const bindTo = (left: Rec, right: Rec): void => {
    partner.set(left, right).set(right, left);
    verdicts.set(left, { kind: 'match', partner: right });
    verdicts.set(right, { kind: 'match', partner: left });
  };
  // KW10, S82: "bind in order of agreement", as long as they agree in anything.
  for (const { left: lefts, right: rights } of groups.values()) {
    if (sync.matching.contested === 'first' || lefts.length + rights.length <= 2) continue;
    const pairs = lefts.flatMap((left) =>
      rights
        .filter((right) => !partner.has(left) && !partner.has(right) && !before.forbidden(left, right))
        .map((right) => ({ left, right, equal: agreement(left, right, signatureKeys(left)) })),
    );
    // A stable sort: ties stay by left, then by right.
    for (const { left, right, equal } of pairs.sort((a, b) => b.equal - a.equal)) {
      if (equal > 0 && !partner.has(left) && !partner.has(right)) bindTo(left, right);
    }
  }
  // MA8: "of all records with one signature the first left and the first right bind … all of them if one is bound".
  for (const { left, right } of groups.values()) {
    if ([...left, ...right].some((record) => partner.has(record))) continue;
    const first = firstAllowed(left, right, before.forbidden);
    if (first !== null) bindTo(first.left, first.right);
  }

  const twoSided = (record: Rec): boolean => {
    const group = groups.get(signature(record));
    return group !== undefined && group.left.length > 0 && group.right.length > 0;
  };
  // S19: judged alone: no candidate, or an unbound candidate that is ambiguous itself.
  const isAmbiguous = (record: Rec): boolean => {
    if (partner.has(record) || signatureKeys(record).length === 0 || twoSided(record)) return false;
    const found = candidates(record);
    return found.length === 0 || found.some(isAmbiguous);
  };
  const sharing = (record: Rec, key: number): Rec[] =>
    records[record.side].filter((other) => other !== record && sameKey(record, other, key));
  const place = (record: Rec): number => records[record.side].indexOf(record);
  const earliestSharing = (record: Rec): Rec | null =>
    keys.flatMap((key) => sharing(record, key)).sort((a, b) => place(a) - place(b))[0] ?? null;

  const duplicateOf = (record: Rec): DuplicateOf => {
    const found = candidates(record);
    const forbidden = found.find((other) =>
      record.side === 'left' ? before.forbidden(record, other) : before.forbidden(other, record),
    );
    if (forbidden !== undefined) return forbidden;
    const isLinked = (one: Rec): boolean => {
      const counterpart = partner.get(one);
      return counterpart !== undefined && !('missing' in counterpart);
    };
    const [first] = sync.matching.contested === 'closest' ? [...found.filter(isLinked), ...found] : found;
    const bound = first === undefined ? undefined : partner.get(first);
    if (bound !== undefined && !('missing' in bound)) return bound;
    const earliest = earliestSharing(record);
    if (earliest !== null) return earliest;
    // "else the missing counterpart of the link": of the first candidate that has one, bound or missing. Where no
    // candidate is bound (first-key), the first candidate itself.
    const linked = found.map((one) => partner.get(one)).find((one) => one !== undefined);
    return linked ?? found[0] ?? null;
  };

  for (const record of unbound) {
    if (verdicts.has(record)) continue;
    const [firstKey] = signatureKeys(record);
    if (firstKey !== undefined) {
      if (isAmbiguous(record)) {
        const found = candidates(record);
        const hits = records[otherSide(record.side)].filter((other) =>
          signatureKeys(record).some((key) => sameKey(record, other, key)),
        );
        verdicts.set(record, {
          kind: 'ambiguous',
          key: firstKey,
          candidates: found.length > 0 ? found : hits,
        });
      } else verdicts.set(record, { kind: 'duplicate', key: firstKey, of: duplicateOf(record) });
    } else if (keys.every((key) => valueOf(record, key) === null)) {
      verdicts.set(record, { kind: 'no-key' });
    } else {
      // MA6, S20: an earlier record of its own side, or any bound one, with one of its key values.
      const isDuplicate = keys.some((key) =>
        sharing(record, key).some((other) => place(other) < place(record) || partner.has(other)),
      );
      const of = isDuplicate ? earliestSharing(record) : null;
      if (of === null) verdicts.set(record, { kind: 'create' });
      else
        verdicts.set(record, {
          kind: 'duplicate',
          key: keys.find((key) => sameKey(record, of, key)) ?? 0,
          of,
        });
    }
  }
  return verdicts;
}

/** FORMATS, `different`: the first right that has a left it may bind to, with the first of them. */
function firstAllowed(
  lefts: readonly Rec[],
  rights: readonly Rec[],
  forbidden: Bound['forbidden'],
): { left: Rec; right: Rec } | null {
  for (const right of rights) {
    const left = lefts.find((one) => !forbidden(one, right));
    if (left !== undefined) return { left, right };
  }
  return null;
}
