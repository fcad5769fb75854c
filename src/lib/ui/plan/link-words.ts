import type { Both } from '../../engine/index.ts';
import { keyWord } from './plan-words.ts';
import type { RecordDetail } from './record-detail.ts';

/** How the two records of a subject came together, or why one stands alone. */
export function linkLine(detail: RecordDetail, apps: Both<string>, keys: readonly string[]): string {
  const { link, left, right } = detail.line;
  const baseline = detail.fields.some((one) => one.baseline !== null) ? ' It has a baseline.' : '';
  if (left !== null && right !== null) {
    const ids = `${apps.left} ${left.id}, ${apps.right} ${right.id}.`;
    switch (link?.by ?? null) {
      case 'baseline':
        return `Linked before: ${ids}${baseline}`;
      case 'person':
        return `Linked by you: ${ids}${baseline}`;
      case 'id-pair':
        return `Linked by record id: ${ids}${baseline}`;
      case 'key':
      case 'probabilistic': {
        const value = link?.value ?? null;
        const text = value === null ? '' : ` ${typeof value === 'string' ? value : value.join(' + ')}`;
        return `Linked by ${keyWord(link?.key ?? null, keys)}${text}: ${ids}${baseline}`;
      }
      case null:
        return ids;
    }
  }
  const side = left !== null ? 'left' : 'right';
  const record = left ?? right;
  const there = apps[side === 'left' ? 'right' : 'left'];
  const head = `Only in ${apps[side]}, ${record?.id ?? ''}.`;
  return detail.line.outcome === 'create' ? `${head} It would be new in ${there}.` : head;
}

/** Ids of the other side that a lone record could be the same as, as its reasons and keys name them. */
export function candidates(
  detail: RecordDetail,
): readonly { readonly left: string; readonly right: string }[] {
  const { left, right } = detail.line;
  if ((left === null) === (right === null)) return [];
  const ids = detail.trace.flatMap((step) => {
    if (step.code === 'key-tried') return [...step.ids];
    if (step.code === 'set-aside' && step.reason.code === 'ambiguous-match')
      return [...(step.reason.ids ?? [])];
    return [];
  });
  return [...new Set(ids)]
    .slice(0, 10)
    .map((id) => (left !== null ? { left: left.id, right: id } : { left: id, right: right?.id ?? '' }));
}
