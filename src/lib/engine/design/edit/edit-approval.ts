import type { ApprovalRule } from '../../model/approval-rule.ts';
import { listAt, textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';
import { countJson } from './edit-checks.ts';

/** S405: puts a rule in its place by its id, or behind the others. Rules are of the whole design. */
export function setApprovalRule(json: unknown, _sync: number, rule: ApprovalRule): DesignEdit {
  const at = placeOf(json, rule.id);
  const isNew = valueAt(json, ['approval', at]) === undefined;
  const { id, name, decision, counts, of } = rule;
  return {
    json: withValue(json, ['approval', at], {
      ...{ id, name, decision },
      ...(of === undefined ? {} : { of }),
      count: countJson(counts),
    }),
    step: { code: isNew ? 'approval-rule-added' : 'approval-rule', values: { name } },
  };
}

export function removeApprovalRule(json: unknown, _sync: number, id: string): DesignEdit {
  const at = placeOf(json, id);
  const name = textAt(json, ['approval', at, 'name'], id);
  const isLast = listAt(json, ['approval']).length === 1;
  return {
    json: withValue(json, isLast ? ['approval'] : ['approval', at], undefined),
    step: { code: 'approval-rule-removed', values: { name } },
  };
}

/** The first that fits decides: `to` is the new position from 0. */
export function moveApprovalRule(json: unknown, _sync: number, id: string, to: number): DesignEdit {
  const rules = [...listAt(json, ['approval'])];
  const from = placeOf(json, id);
  const name = textAt(json, ['approval', from, 'name'], id);
  const taken = rules.splice(from, 1);
  rules.splice(to, 0, ...taken);
  return {
    json: withValue(json, ['approval'], rules),
    step: { code: 'approval-rule-moved', values: { name, from, to } },
  };
}

/** The position of a rule; one past the end of a new one. */
function placeOf(json: unknown, id: string): number {
  const list = listAt(json, ['approval']);
  const at = list.findIndex((_, i) => valueAt(json, ['approval', i, 'id']) === id);
  return at < 0 ? list.length : at;
}
