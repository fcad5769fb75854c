import type { Side } from '../model/side.ts';
import type { SuggestedDesign, SuggestedField, SuggestedKey } from './suggestion.ts';

/** The suggestion as a design file (FORMATS.md, Design file), ready for `JSON.stringify` and `readDesign`. */
export function toDesignFile(suggestion: SuggestedDesign): unknown {
  const { apps, names, kind, mappings, schema } = suggestion;
  return {
    format: 'drysync/design@1',
    name: `${names.left} ⇄ ${names.right}`,
    profile: 'data-sync',
    apps: {
      left: { name: names.left, kind: apps.left.kind },
      right: { name: names.right, kind: apps.right.kind },
    },
    syncs: [
      {
        id: kind.kind,
        kind: kind.kind,
        left: side(suggestion, 'left'),
        right: side(suggestion, 'right'),
        direction: 'both',
        winner: 'left',
        matching: matchingMember(suggestion),
        requireValidEmail: emailMember(suggestion),
        mappings: mappings.map(({ left, right, enabled }) =>
          enabled ? { left, right } : { left, right, enabled },
        ),
        schema: { left: schemaMember(schema.left), right: schemaMember(schema.right) },
      },
    ],
  };
}

function side({ objects, idFields, modifiedFields, presence }: SuggestedDesign, own: Side): unknown {
  return {
    object: objects[own],
    idField: idFields[own]?.field ?? null,
    modifiedField: modifiedFields[own]?.field ?? null,
    ...presence[own],
  };
}

/** A kind with identifiers but none found falls back to keys or nothing, never to a `default` that cannot match. */
function matchingMember({ method, identifiers, keys, idPair, misleading }: SuggestedDesign): unknown {
  return {
    method,
    ambiguous: 'report',
    noKey: 'exclude',
    ...Object.fromEntries(misleading.map(({ what }) => [what, 'blank'])),
    identifiers: Object.fromEntries(identifiers.map(({ name, left, right }) => [name, { left, right }])),
    keys: keys.map(keyMember),
    idPair: idPair === null ? null : { [idPair.side]: idPair.field },
  };
}

const keyMember = ({ left, right, normalize, and }: SuggestedKey): unknown => ({
  fields: [{ left, right, normalize }, ...and],
});

/** EM1: contacts and leads take part with a valid e-mail; a side without such a field is not checked. */
function emailMember({ kind, emails }: SuggestedDesign): unknown {
  const person = kind.kind === 'contacts' || kind.kind === 'leads';
  return person && (emails.left !== null || emails.right !== null) ? emails : null;
}

function schemaMember(fields: readonly SuggestedField[]): unknown {
  if (fields.length === 0) return null;
  return {
    fields: fields.map(({ name, type, dateOrder, decimal, unique }) => ({
      name,
      type,
      ...(dateOrder === null ? {} : { dateOrder }),
      ...(decimal === null ? {} : { decimal }),
      ...(unique ? { unique } : {}),
    })),
  };
}
