import type { SubjectDetail } from '../../conversation/index.ts';
import type { ReasonCode } from '../../engine/model/reason.ts';
import { isolated } from '../../words/signs.ts';
import { keyName, type Telling } from './telling.ts';

/** How the two records of a subject came together, or why one stands alone. */
export function linkTold(detail: SubjectDetail, telling: Telling): string {
  const { words, apps } = telling;
  const said = words.record.link;
  const { left, right, outcome } = detail.line;
  if (left !== null && right !== null) {
    const how = pairTold(
      detail,
      said.ids(apps.left, isolated(left.id), apps.right, isolated(right.id)),
      telling,
    );
    return detail.fields.some((one) => one.baseline !== null) ? `${how} ${said.baseline}` : how;
  }
  const side = left !== null ? 'left' : 'right';
  const alone = said.only(apps[side], isolated((left ?? right)?.id ?? ''));
  if (outcome !== 'create') return alone;
  return `${alone} ${said.wouldBeNew(apps[side === 'left' ? 'right' : 'left'])}`;
}

function pairTold({ line: { link } }: SubjectDetail, ids: string, telling: Telling): string {
  const said = telling.words.record.link;
  switch (link?.by ?? null) {
    case 'baseline':
      return said.before(ids);
    case 'person':
      return said.person(ids);
    case 'id-pair':
      return said.id(ids);
    case 'created':
      return said.created(ids);
    case 'key':
    case 'probabilistic': {
      const value = link?.value ?? null;
      const text = value === null || typeof value === 'string' ? value : value.join(' + ');
      return said.key(keyName(telling, link?.key ?? null), text === null ? null : isolated(text), ids);
    }
    case null:
      return `${ids}.`;
  }
}

/** Whose `ids` are records of the other side. */
const NAMES_CANDIDATES: ReadonlySet<ReasonCode> = new Set([
  'ambiguous-match',
  'handed-over',
  'maybe-recreated',
  'near-key',
  'one-of-several',
]);

/** Ids of the other side that a lone record could be the same as, as its reasons and keys name them. */
export function candidates(
  detail: SubjectDetail,
): readonly { readonly left: string; readonly right: string }[] {
  const { left, right } = detail.line;
  if ((left === null) === (right === null)) return [];
  const ids = detail.trace.flatMap((step) => {
    if (step.code === 'key-tried') return [...step.ids];
    const reason = 'reason' in step ? step.reason : null;
    if (reason !== null && NAMES_CANDIDATES.has(reason.code)) return [...(reason.ids ?? [])];
    return [];
  });
  return [...new Set(ids)]
    .slice(0, 10)
    .map((id) => (left !== null ? { left: left.id, right: id } : { left: id, right: right?.id ?? '' }));
}
