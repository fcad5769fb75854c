import type { ObjectSync, SyncDesign } from '../../model/design.ts';
import {
  designError,
  type DesignError,
  type DesignFault,
  type DesignWarning,
} from '../../model/design-error.ts';
import { mayWrite } from '../../model/direction.ts';
import { SIDES, type Side } from '../../model/side.ts';
import { checkHeaders, needsModified, type Headers } from './check-headers.ts';
import type { Zones } from '../../model/zone.ts';
import { checkZones } from './check-zones.ts';
import { withAssociations } from '../../model/associated.ts';
import { checkChecks } from './check-checks.ts';
import { checkAssociations } from './check-associations.ts';
import { checkFilters } from './check-filters.ts';
import { checkStages } from './check-stages.ts';
import { checkLifecycle } from './check-lifecycle.ts';
import { checkSalesforce } from './check-salesforce.ts';
import { checkMappings } from './check-mappings.ts';
import { stageMappings } from '../../model/stage-mappings.ts';
import { takesNoValue } from '../../model/declared-field.ts';
import { asPlanned, isOff } from '../../model/turned-off.ts';
import { DEFAULT_IDENTIFIERS, keysOf } from '../../model/keys.ts';
import { GUARD_NAMES } from '../read/read-design-guards.ts';

export interface DesignCheck {
  readonly errors: readonly DesignError[];
  readonly warnings: readonly DesignWarning[];
}

/**
 * What is wrong with a design that could be read; with any error nothing is planned. Of a sync that is off only how its records are
 * read is looked at (S411). `headers` by sync id, as the reader
 * names columns; a side without a file is not looked at. `zones`: who knows time zones; null where they are not looked at.
 */
export function checkDesign(
  design: SyncDesign,
  headers: ReadonlyMap<string, Headers>,
  zones: Zones | null = null,
): DesignCheck {
  const syncs = design.syncs.map(asPlanned);
  const errors: DesignError[] = zones === null ? [] : checkZones(design, zones);
  errors.push(...checkSalesforce({ ...design, syncs }));
  const warnings: DesignWarning[] = [];
  const headersOf = (id: string): Headers => headers.get(id) ?? { left: null, right: null };
  for (const [i, sync] of syncs.entries()) {
    const at = `syncs[${String(i)}]`;
    const found = headersOf(sync.id);
    if (isOff(sync)) {
      errors.push(...checkHeaders(sync, found, at, headersOf));
      continue;
    }
    errors.push(...checkIdentifiers(sync, at), ...checkMappings(sync, at), ...checkCustom(sync, at));
    errors.push(
      ...checkLifecycle({ ...design, syncs }, i),
      ...checkStages(sync, at),
      ...checkAssociations(sync, at, design.syncs, headersOf),
      ...checkFilters(sync, at),
      ...checkHeaders(sync, found, at, headersOf),
    );
    warnings.push(...warnRequired(sync, at), ...warnModified(sync, found, at), ...warnNothing(sync, at));
  }
  errors.push(...checkChecks(design, headersOf));
  for (const name of GUARD_NAMES) {
    if (design.guards[name] !== null) continue;
    warnings.push({ at: `guards.${name}`, code: 'guard-off', guard: name });
  }
  return { errors, warnings };
}

/** S39. */
function checkIdentifiers(sync: ObjectSync, at: string): DesignError[] {
  const { method } = sync.matching;
  if (method === 'none' || keysOf(sync).length > 0) return [];
  const error = (place: string, fault: DesignFault): DesignError[] => [
    designError(`${at}.matching.${place}`, fault),
  ];
  if (method === 'keys') return error('keys', { is: 'no-keys', sync: sync.id });
  if (sync.kind === 'custom') return error('method', { is: 'custom-without-keys', sync: sync.id });
  const wanted = DEFAULT_IDENTIFIERS[sync.kind];
  if (wanted.length === 0) return [];
  return error('identifiers', { is: 'no-identifier', sync: sync.id, kind: sync.kind, wanted });
}

/** FM12. */
function checkCustom(sync: ObjectSync, at: string): DesignError[] {
  if (sync.kind !== 'custom') return [];
  return SIDES.flatMap((side): DesignError[] => {
    const required = (sync.schema[side]?.fields ?? []).filter((field) => field.required);
    if (required.length === 0 || required.some((field) => isMapped(sync, side, field.name))) return [];
    const fields = required.map(({ name }) => name);
    return [designError(`${at}.mappings`, { is: 'none-required-mapped', side, fields })];
  });
}

/** FM9: each create on that side would fail. */
function warnRequired(sync: ObjectSync, at: string): DesignWarning[] {
  return SIDES.filter((side) => mayWrite(sync.direction, side)).flatMap((side) =>
    (sync.schema[side]?.fields ?? []).flatMap((field, i): DesignWarning[] => {
      if (!field.required || takesNoValue(field) || isMapped(sync, side, field.name)) return [];
      const place = `${at}.schema.${side}.fields[${String(i)}]`;
      return [{ at: place, code: 'required-unmapped', side, field: field.name }];
    }),
  );
}

function warnModified(sync: ObjectSync, headers: Headers, at: string): DesignWarning[] {
  if (needsModified(sync)) return [];
  return SIDES.flatMap((side): DesignWarning[] => {
    const field = sync[side].modifiedField;
    if (field === null || headers[side]?.includes(field) !== false) return [];
    return [{ at: `${at}.${side}.modifiedField`, code: 'unknown-field', side, sync: sync.id, field }];
  });
}

function warnNothing(sync: ObjectSync, at: string): DesignWarning[] {
  if (sync.stages !== null || sync.mappings.some((mapping) => mapping.enabled)) return [];
  return [{ at: `${at}.mappings`, code: 'nothing-mapped', sync: sync.id }];
}

const isMapped = (sync: ObjectSync, side: Side, name: string): boolean =>
  [...withAssociations(sync).mappings, ...stageMappings(sync)].some(
    (mapping) => mapping.enabled && mapping[side] === name,
  );
