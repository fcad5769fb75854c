import type { DesignError, ObjectSync, SyncDesign } from '../../model/design.ts';
import { mayWrite } from '../../model/direction.ts';
import { SIDES, type Side } from '../../model/side.ts';
import { checkHeaders, needsModified, type Headers } from './check-headers.ts';
import { checkMappings } from './check-mappings.ts';
import { takesNoValue } from '../../model/declared-field.ts';
import { DEFAULT_IDENTIFIERS, keysOf } from '../../model/keys.ts';
import { GUARD_NAMES } from '../read/read-design-guards.ts';

export interface DesignWarning {
  readonly at: string;
  readonly code: 'required-unmapped' | 'unknown-field' | 'guard-off' | 'nothing-mapped';
  readonly message: string;
}

export interface DesignCheck {
  readonly errors: readonly DesignError[];
  readonly warnings: readonly DesignWarning[];
}

/**
 * What is wrong with a design that could be read; with any error nothing is planned. `headers` by sync id, as the reader
 * names columns; a side without a file is not looked at.
 */
export function checkDesign(design: SyncDesign, headers: ReadonlyMap<string, Headers>): DesignCheck {
  const errors: DesignError[] = [];
  const warnings: DesignWarning[] = [];
  for (const [i, sync] of design.syncs.entries()) {
    const at = `syncs[${String(i)}]`;
    const found = headers.get(sync.id) ?? { left: null, right: null };
    errors.push(...checkIdentifiers(sync, at), ...checkMappings(sync, at), ...checkCustom(sync, at));
    errors.push(...checkHeaders(sync, found, at));
    warnings.push(...warnRequired(sync, at), ...warnModified(sync, found, at), ...warnNothing(sync, at));
  }
  for (const name of GUARD_NAMES) {
    if (design.guards[name] !== null) continue;
    warnings.push({ at: `guards.${name}`, code: 'guard-off', message: `The guard ${name} is switched off.` });
  }
  return { errors, warnings };
}

/** S39. */
function checkIdentifiers(sync: ObjectSync, at: string): DesignError[] {
  const { method } = sync.matching;
  if (method === 'none' || keysOf(sync).length > 0) return [];
  const error = (place: string, message: string): DesignError[] => [
    { at: `${at}.matching.${place}`, code: 'identifier-missing', message },
  ];
  if (method === 'keys') return error('keys', `The sync ${sync.id} matches by keys and names none.`);
  if (sync.kind === 'custom') {
    return error('method', `A custom object has no default identifier; name the keys of ${sync.id}.`);
  }
  const wanted = DEFAULT_IDENTIFIERS[sync.kind];
  if (wanted.length === 0) return [];
  return error(
    'identifiers',
    `The sync ${sync.id} of ${sync.kind} names no identifier; name the fields of ${wanted.join(' or ')}.`,
  );
}

/** FM12. */
function checkCustom(sync: ObjectSync, at: string): DesignError[] {
  if (sync.kind !== 'custom') return [];
  return SIDES.flatMap((side): DesignError[] => {
    const required = (sync.schema[side]?.fields ?? []).filter((field) => field.required);
    if (required.length === 0 || required.some((field) => isMapped(sync, side, field.name))) return [];
    const names = required.map((field) => field.name).join(', ');
    const message = `A custom object needs one of its required ${side} fields mapped (${names}).`;
    return [{ at: `${at}.mappings`, code: 'required-unmapped', message }];
  });
}

/** FM9: each create on that side would fail. */
function warnRequired(sync: ObjectSync, at: string): DesignWarning[] {
  return SIDES.filter((side) => mayWrite(sync.direction, side)).flatMap((side) =>
    (sync.schema[side]?.fields ?? []).flatMap((field, i): DesignWarning[] => {
      if (!field.required || takesNoValue(field) || isMapped(sync, side, field.name)) return [];
      const message = `The required ${side} field ${field.name} is not mapped, so every create on that side fails.`;
      return [{ at: `${at}.schema.${side}.fields[${String(i)}]`, code: 'required-unmapped', message }];
    }),
  );
}

function warnModified(sync: ObjectSync, headers: Headers, at: string): DesignWarning[] {
  if (needsModified(sync)) return [];
  return SIDES.flatMap((side): DesignWarning[] => {
    const field = sync[side].modifiedField;
    if (field === null || headers[side]?.includes(field) !== false) return [];
    const message = `The ${side} file of ${sync.id} has no column ${JSON.stringify(field)}; no rule needs it.`;
    return [{ at: `${at}.${side}.modifiedField`, code: 'unknown-field', message }];
  });
}

function warnNothing(sync: ObjectSync, at: string): DesignWarning[] {
  if (sync.mappings.some((mapping) => mapping.enabled)) return [];
  const message = `The sync ${sync.id} maps no field, so nothing would be written.`;
  return [{ at: `${at}.mappings`, code: 'nothing-mapped', message }];
}

const isMapped = (sync: ObjectSync, side: Side, name: string): boolean =>
  sync.mappings.some((mapping) => mapping.enabled && mapping[side] === name);
