import { OBJECT_KINDS, type ObjectSync } from '../model/design.ts';

/**
 * By kind, then in design order; the syncs an association leads to before its own where that differs (PH8, FORMATS.md). A circle of
 * associations is cut at the sync that comes first without them (S96).
 */
export function processingOrder(syncs: readonly ObjectSync[]): readonly ObjectSync[] {
  const byKind = [...syncs].sort((a, b) => OBJECT_KINDS.indexOf(a.kind) - OBJECT_KINDS.indexOf(b.kind));
  const ordered: ObjectSync[] = [];
  const seen = new Set<ObjectSync>();
  const visit = (sync: ObjectSync): void => {
    if (seen.has(sync)) return;
    seen.add(sync);
    const parents = sync.associations.map(({ to }) => to);
    for (const parent of byKind) if (parents.includes(parent.id)) visit(parent);
    ordered.push(sync);
  };
  byKind.forEach(visit);
  return ordered;
}
