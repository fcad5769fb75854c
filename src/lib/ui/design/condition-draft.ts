import type { FilterCondition, FilterOp } from '../../engine/index.ts';

/** A condition while it is being written: every operator's own values side by side, so that none is lost by trying another. */
export interface ConditionDraft {
  readonly field: string;
  readonly op: FilterOp;
  readonly value: string;
  /** One value a line. */
  readonly values: string;
  readonly from: string;
  readonly to: string;
  readonly days: string;
}

export function startCondition(condition: FilterCondition | null, field: string): ConditionDraft {
  const empty = { field, op: 'eq', value: '', values: '', from: '', to: '', days: '30' } as const;
  if (condition === null) return empty;
  const own = { ...empty, field: condition.field, op: condition.op };
  switch (condition.op) {
    case 'known':
    case 'unknown':
      return own;
    case 'in':
      return { ...own, values: condition.values.join('\n') };
    case 'between':
      return { ...own, from: condition.from, to: condition.to };
    case 'last-days':
      return { ...own, days: String(condition.days) };
    case 'eq':
    case 'ne':
    case 'contains':
    case 'starts-with':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return { ...own, value: condition.value };
    default:
      return condition satisfies never;
  }
}

/** The condition a draft says; null, and what it lacks, where it is not yet one. */
export function conditionOf(
  draft: ConditionDraft,
): { readonly is: FilterCondition } | { readonly lacks: 'value' | 'days' } {
  const { field, op } = draft;
  switch (op) {
    case 'known':
    case 'unknown':
      return { is: { field, op } };
    case 'in': {
      const values = linesOf(draft.values);
      return values.length === 0 ? { lacks: 'value' } : { is: { field, op, values } };
    }
    case 'between': {
      const { from, to } = draft;
      return from.trim() === '' || to.trim() === '' ? { lacks: 'value' } : { is: { field, op, from, to } };
    }
    case 'last-days':
      return /^\d{1,6}$/.test(draft.days.trim())
        ? { is: { field, op, days: Number(draft.days) } }
        : { lacks: 'days' };
    case 'eq':
    case 'ne':
    case 'contains':
    case 'starts-with':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return draft.value.trim() === '' ? { lacks: 'value' } : { is: { field, op, value: draft.value } };
    default:
      return op satisfies never;
  }
}

/** What stands on the lines, blank ones left out. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
