import { keysOf, type NormalizerName, type ObjectSync } from '../../engine/index.ts';
import type { Messages } from '../../words/index.ts';

/** The keys of a sync by what they are made of, in their order: `domain`, `name + City`. */
export function keyNames(sync: ObjectSync, parts: Messages['plan']['list']['keyParts']): readonly string[] {
  const words: Readonly<Partial<Record<NormalizerName, string>>> = parts;
  return keysOf(sync).map(({ fields }) =>
    fields
      .map(
        ({ left, normalize }) =>
          normalize.map((one) => words[one]).find((word) => word !== undefined) ?? left,
      )
      .join(' + '),
  );
}
