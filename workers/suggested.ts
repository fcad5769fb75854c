import type { Because, SuggestedDesign } from '../src/lib/engine/design/suggest/index.ts';
import type { Suggested, SuggestedForPage } from './conversation.ts';

/** A suggestion as the page shows it: which columns identify a record, which are written, and why. */
export function suggestedOf(suggestion: SuggestedDesign): SuggestedForPage {
  const { idFields, identifiers, keys, idPair, mappings, method } = suggestion;
  const idKey: Suggested[] =
    idPair === null
      ? []
      : [
          {
            left: idPair.side === 'left' ? idPair.field : (idFields.left?.field ?? ''),
            right: idPair.side === 'right' ? idPair.field : (idFields.right?.field ?? ''),
            why: [{ code: 'same-values', values: { share: Math.round(idPair.overlap * 100) } }],
            sure: idPair.overlap,
          },
        ];
  const whyOf = (left: string, right: string): readonly Because[] =>
    mappings.find((one) => one.left === left && one.right === right)?.why ?? [];
  const byKeys: Suggested[] =
    method === 'default'
      ? identifiers.map(({ left, right, sure }) => ({ left, right, sure, why: whyOf(left, right) }))
      : keys.map(({ left, right, overlap }) => ({
          left,
          right,
          sure: mappings.find((one) => one.left === left && one.right === right)?.sure ?? overlap ?? 0,
          why: whyOf(left, right),
        }));
  return {
    ids: { left: idFields.left?.field ?? null, right: idFields.right?.field ?? null },
    keys: [...idKey, ...byKeys],
    mappings: mappings
      .filter(({ enabled }) => enabled)
      .map(({ left, right, why, sure }) => ({ left, right, why, sure })),
  };
}
