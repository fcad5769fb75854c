import { DECISIONS, WITHHOLDING, type ApprovalRule } from '../../model/approval-rule.ts';
import { CHANGES } from '../../model/check.ts';
import { readCounted } from './read-design-checks.ts';
import { shown, type Place } from './read-design-place.ts';

const WRITTEN = CHANGES.filter((change) => change !== 'created-blank');

/** S405: rules of approval in their order, each with its own id. */
export function readApproval(rules: Place): readonly ApprovalRule[] {
  const seen = new Set<string>();
  return rules.items().map((item) => {
    item.isObject();
    const id = item.member('id').filledText();
    if (seen.has(id)) item.member('id').error({ is: 'approval-rule-twice', id: shown(id) });
    seen.add(id);
    const of = item.member('of');
    const isOfWrites = !of.nothing && of.oneOf(['record', 'writes']) === 'writes';
    // Whoever approves single writes alone would approve half a record.
    const decision = item.member('decision').oneOf(isOfWrites ? WITHHOLDING : DECISIONS);
    const counts = readCounted(item.member('count'));
    if (isOfWrites) {
      const writes = item.member('count').member('writes');
      if (counts.writes.length === 0) writes.bad('list');
      // What a create does not write nobody can withhold.
      for (const write of writes.items()) {
        const change = write.member('change');
        if (change.value === 'created-blank') change.bad({ oneOf: WRITTEN });
      }
    }
    return {
      ...{ id, name: item.member('name').filledText(), decision, counts },
      ...(isOfWrites ? { of: 'writes' as const } : {}),
    };
  });
}
