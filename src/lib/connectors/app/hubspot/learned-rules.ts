import type { Receipt, WriteItem } from '../write.ts';

/** What refusals have told of a field that is required. */
export interface LearnedRule {
  /** On every create. */
  readonly always: boolean;
  /** While that field has one of these values. */
  readonly when: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * S302: no call tells which properties an administrator asks for, in the create form or by another's value. HubSpot tells it when it
 * refuses a record, and so it is known from then on: the next description has it.
 */
export class LearnedRules {
  readonly #rules = new Map<string, Map<string, { always: boolean; when: Map<string, Set<string>> }>>();

  of(object: string): ReadonlyMap<string, LearnedRule> {
    return this.#rules.get(object) ?? new Map();
  }

  learn(object: string, items: readonly WriteItem[], receipts: readonly Receipt[]): void {
    const byKey = new Map(items.map((item) => [item.key, item]));
    for (const receipt of receipts) {
      if (receipt.kind !== 'refused' || receipt.refusal.field === null) continue;
      const { code, field, said } = receipt.refusal;
      if (code === 'MISSING_REQUIRED_PROPERTY') this.#rule(object, field).always = true;
      if (code !== 'MISSING_CONDITIONAL_REQUIRED_PROPERTY') continue;
      const on = /conditional property rule based on \[([\w.]+)\]/.exec(said)?.[1];
      const value = on === undefined ? undefined : byKey.get(receipt.key)?.values.get(on);
      if (on === undefined || value === undefined || value === '') continue;
      const { when } = this.#rule(object, field);
      when.set(on, (when.get(on) ?? new Set<string>()).add(value));
    }
  }

  #rule(object: string, field: string): { always: boolean; when: Map<string, Set<string>> } {
    const rules =
      this.#rules.get(object) ?? new Map<string, { always: boolean; when: Map<string, Set<string>> }>();
    this.#rules.set(object, rules);
    const rule = rules.get(field) ?? { always: false, when: new Map<string, Set<string>>() };
    rules.set(field, rule);
    return rule;
  }
}
