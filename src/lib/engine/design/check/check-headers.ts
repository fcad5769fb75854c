import type { Association } from '../../model/association.ts';
import type { ObjectSync } from '../../model/design.ts';
import { salesforceFlow } from '../../model/salesforce-rule.ts';
import { designError, type DesignError } from '../../model/design-error.ts';
import { SIDES, type Both, type Side } from '../../model/side.ts';
import { conditionsOf } from './check-filters.ts';
import { STAGE_PARTS } from '../../model/stages.ts';
import { fieldsRead } from '../../model/transform.ts';
import { DEFAULT_IDENTIFIERS, keysOf } from '../../model/keys.ts';

/** The headers of a sync's files as a design addresses them; null where there is no file to look at. */
export type Headers = Both<readonly string[] | null>;

/** A field the design names, and where. */
interface Named {
  readonly side: Side;
  readonly field: string;
  readonly at: string;
}

type AddNamed = (side: Side, field: string | null, place: string) => void;

/** `unknown-field`: what the plan would read and the file does not have. `headersOf`: of the syncs associations lead to. */
export function checkHeaders(
  sync: ObjectSync,
  headers: Headers,
  at: string,
  headersOf: (sync: string) => Headers,
): DesignError[] {
  return [
    ...notThere(namedFields(sync, at), sync.id, headers),
    ...sync.associations.flatMap((association, i) =>
      notThere(
        namesOf(association, `${at}.associations[${String(i)}]`),
        association.to,
        headersOf(association.to),
      ),
    ),
  ];
}

function notThere(named: readonly Named[], sync: string, headers: Headers): DesignError[] {
  const known = { left: setOf(headers.left), right: setOf(headers.right) };
  return named
    .filter(({ side, field }) => known[side]?.has(field) === false)
    .map(({ side, field, at: place }) => {
      const like = nearest(field, headers[side] ?? []);
      return designError(place, { is: 'no-column', side, sync, field, like });
    });
}

/** The fields of the parents that an association finds them by. */
const namesOf = (association: Association, at: string): Named[] =>
  SIDES.flatMap((side) => {
    const { by } = association[side];
    return by === null ? [] : [{ side, field: by, at: `${at}.${side}.by` }];
  });

/** A modified date counts only where a mapping asks which side is the most recent. */
export const needsModified = (sync: ObjectSync): boolean =>
  sync.since !== undefined ||
  sync.mappings.some((mapping) => {
    if (!mapping.enabled) return false;
    if (sync.salesforce === undefined) return mapping.conflict === 'most-recent';
    return salesforceFlow(sync, mapping)?.rule === 'two-way';
  });

function namedFields(sync: ObjectSync, at: string): Named[] {
  const named: Named[] = [];
  const add: AddNamed = (side, field, place) => {
    if (field !== null) named.push({ side, field, at: `${at}.${place}` });
  };
  for (const side of SIDES) {
    add(side, sync[side].idField, `${side}.idField`);
    if (needsModified(sync)) add(side, sync[side].modifiedField, `${side}.modifiedField`);
  }
  for (const side of SIDES) {
    const { archived, mergedInto, mergedFrom } = sync[side];
    add(side, archived?.field ?? null, `${side}.archived.field`);
    add(side, mergedInto ?? null, `${side}.mergedInto`);
    add(side, mergedFrom ?? null, `${side}.mergedFrom`);
  }
  addKeys(sync, add);
  const { idPair } = sync.matching;
  if (idPair !== null) add(idPair.side, idPair.field, `matching.idPair.${idPair.side}`);
  for (const side of SIDES) add(side, sync.requireValidEmail?.[side] ?? null, `requireValidEmail.${side}`);
  for (const [i, mapping] of sync.mappings.entries()) {
    if (!mapping.enabled || mapping.defaultStage !== undefined) continue;
    for (const side of SIDES) {
      const [own, ...joined] = fieldsRead(sync, mapping, side);
      add(side, own!, `mappings[${String(i)}].${side}`);
      for (const [j, field] of joined.entries())
        add(side, field, `mappings[${String(i)}].transform.with[${String(j)}]`);
    }
  }
  for (const side of SIDES) {
    for (const part of STAGE_PARTS) add(side, sync.stages?.[side][part] ?? null, `stages.${side}.${part}`);
  }
  for (const side of SIDES) add(side, sync.lifecycle?.[side]?.field ?? null, `lifecycle.${side}.field`);
  for (const [i, association] of sync.associations.entries()) {
    for (const side of SIDES) add(side, association[side].field, `associations[${String(i)}].${side}.field`);
  }
  for (const { side, condition, place } of conditionsOf(sync, ''))
    add(side, condition.field, `${place.slice(1)}.field`);
  return named;
}

function addKeys(sync: ObjectSync, add: AddNamed): void {
  if (sync.matching.method === 'default') {
    for (const name of DEFAULT_IDENTIFIERS[sync.kind]) {
      const fields = sync.matching.identifiers[name];
      for (const side of SIDES)
        if (fields !== undefined) add(side, fields[side], `matching.identifiers.${name}.${side}`);
    }
    return;
  }
  for (const [k, key] of keysOf(sync).entries()) {
    for (const [f, field] of key.fields.entries()) {
      for (const side of SIDES)
        add(side, field[side], `matching.keys[${String(k)}].fields[${String(f)}].${side}`);
    }
  }
}

const setOf = (names: readonly string[] | null): ReadonlySet<string> | null =>
  names === null ? null : new Set(names);

/** A column that differs only in case or white space is the likely one. */
function nearest(field: string, header: readonly string[]): string | null {
  const folded = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();
  return header.find((name) => folded(name) === folded(field)) ?? null;
}
