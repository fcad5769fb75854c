import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import { sourceOf } from './plan-transform.ts';

/** S222: "the joined text is a field of its own": its name says what `cell` reads for it. */
export const withJoined = (sync: ObjectSync): ObjectSync => ({
  ...sync,
  mappings: sync.mappings.map((mapping) => {
    const { transform } = mapping;
    if (transform?.kind !== 'join') return mapping;
    const source = sourceOf(sync, mapping);
    return {
      ...mapping,
      [source]: JSON.stringify([transform.separator, mapping[source], ...transform.with]),
    };
  }),
});

/** What a plan calls it: the mapping's own field. */
export function shownName(name: string): string {
  if (!name.startsWith('["')) return name;
  const [, first = ''] = JSON.parse(name) as string[];
  return first;
}
