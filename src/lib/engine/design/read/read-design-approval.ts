import { DECISIONS, type ApprovalRule } from '../../model/approval-rule.ts';
import { readCounted } from './read-design-checks.ts';
import { shown, type Place } from './read-design-place.ts';

/** S405: rules of approval in their order, each with its own id. */
export function readApproval(rules: Place): readonly ApprovalRule[] {
  const seen = new Set<string>();
  return rules.items().map((item) => {
    item.isObject();
    const id = item.member('id').filledText();
    if (seen.has(id)) item.member('id').error({ is: 'approval-rule-twice', id: shown(id) });
    seen.add(id);
    return {
      id,
      name: item.member('name').filledText(),
      decision: item.member('decision').oneOf(DECISIONS),
      counts: readCounted(item.member('count')),
    };
  });
}
