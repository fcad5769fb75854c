import type { ProjectHead } from '../../conversation/index.ts';
import type { Both } from '../../engine/index.ts';

/** A sync as the form of a check or a rule offers it. */
export interface CountedSync {
  readonly id: string;
  readonly name: string;
  /** Left fields that are mapped. */
  readonly fields: readonly string[];
  /** Columns of its files. */
  readonly columns: Both<readonly string[]>;
}

/** What a check can ask of each sync of the design. `kinds`: what kinds are called. */
export function countedSyncs(head: ProjectHead, kinds: object): readonly CountedSync[] {
  const names = new Map<string, string>(Object.entries(kinds));
  return (head.design.design?.syncs ?? []).map(({ id, kind, mappings, stages, associations }) => {
    const sides = head.syncs.find((one) => one.id === id)?.sides;
    const fields = [
      ...mappings.map(({ left }) => left),
      ...(stages === null ? [] : [stages.left.stage]),
      ...associations.map(({ left }) => left.field),
    ];
    return {
      id,
      name: names.get(kind) ?? id,
      fields: [...new Set(fields)],
      columns: {
        left: (sides?.left?.columns ?? []).map(({ name }) => name),
        right: (sides?.right?.columns ?? []).map(({ name }) => name),
      },
    };
  });
}
