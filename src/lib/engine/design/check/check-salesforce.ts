import type { ObjectSync, SyncDesign } from '../../model/design.ts';
import { designError, type DesignError } from '../../model/design-error.ts';
import { mayWrite } from '../../model/direction.ts';
import { otherSide, SIDES } from '../../model/side.ts';
import { keysOf } from '../../model/keys.ts';

/** Custom objects a project may have under the profile `salesforce` (LI4). */
const MOST_CUSTOM = 10;

/**
 * Errors of custom objects under the profile `salesforce`: too many of them (LI4), a reference field nobody confirmed (FM11), changes that
 * have no time (S490).
 */
export function checkSalesforce({ syncs }: SyncDesign): DesignError[] {
  let custom = 0;
  return syncs.flatMap((sync, i): DesignError[] => {
    const at = `syncs[${String(i)}]`;
    const since = checkSince(sync, at);
    if (sync.salesforce === undefined || sync.kind !== 'custom') return since;
    custom++;
    const tooMany = designError(`${at}.kind`, { is: 'custom-too-many', most: MOST_CUSTOM });
    return [
      ...(custom > MOST_CUSTOM ? [tooMany] : []),
      ...since,
      ...checkReference(sync, `${at}.matching.reference`),
    ];
  });
}

/** S490. */
function checkSince(sync: ObjectSync, at: string): DesignError[] {
  if (sync.since === undefined) return [];
  if (sync.salesforce === undefined || sync.kind !== 'custom')
    return [designError(`${at}.since`, { is: 'since-elsewhere' })];
  return SIDES.filter(
    (side) => mayWrite(sync.direction, otherSide(side)) && sync[side].modifiedField === null,
  ).map((side) => designError(`${at}.${side}.modifiedField`, { is: 'since-undated', side }));
}

function checkReference(sync: ObjectSync, at: string): DesignError[] {
  const [key] = keysOf(sync);
  const { reference } = sync.matching;
  if (key === undefined || isReference(sync)) return [];
  const { left, right } = key.fields[0]!;
  const confirmed = reference === undefined ? null : `${reference.left} / ${reference.right}`;
  return [designError(at, { is: 'reference-unconfirmed', sync: sync.id, left, right, confirmed })];
}

/** Is the first key what a person confirmed? A key that was changed since is not. */
function isReference(sync: ObjectSync): boolean {
  const { reference } = sync.matching;
  const fields = keysOf(sync)[0]?.fields ?? [];
  return fields.some(({ left, right }) => left === reference?.left && right === reference.right);
}

/** The pair a person is asked to confirm; null where nobody is (FM11). */
export function unconfirmedReference(
  sync: ObjectSync,
): { readonly left: string; readonly right: string } | null {
  if (sync.salesforce === undefined || sync.kind !== 'custom' || isReference(sync)) return null;
  const first = keysOf(sync)[0]?.fields[0];
  return first === undefined ? null : { left: first.left, right: first.right };
}
