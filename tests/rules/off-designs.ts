type Json = Record<string, unknown>;

/** A sync of contacts or companies, matched by e-mail where nothing else is said. */
export function sync(kind: 'contacts' | 'companies', more: object = {}): Json {
  return {
    id: kind,
    kind,
    left: { object: kind, idField: 'id' },
    right: { object: kind, idField: 'id' },
    direction: 'both',
    winner: 'left',
    matching: { identifiers: { email: { left: 'email', right: 'email' } } },
    mappings: [{ left: 'phone', right: 'phone' }],
    ...more,
  };
}

/** A design of these syncs. */
export function designOf(syncs: readonly object[], more: object = {}): Json {
  return {
    ...{ format: 'drysync/design@1', name: 'x' },
    apps: { left: { name: 'L', kind: 'file' }, right: { name: 'R', kind: 'file' } },
    syncs,
    ...more,
  };
}
