import type { Both, PlanLine, Side, TraceStep } from '../../engine/index.ts';
import type { DecisionWord } from './plan-list.ts';

/** One mapping of one record, as the drawer shows it (workers/conversation.ts has the same shapes). */
export interface FieldRow {
  readonly left: string;
  readonly right: string;
  readonly leftValue: string;
  readonly rightValue: string;
  readonly baseline: Both<string> | null;
  readonly changed: readonly Side[];
  readonly equal: boolean;
  readonly write: {
    readonly side: Side;
    readonly from: string | null;
    readonly to: string;
    readonly because: string;
  } | null;
  readonly conflict: { readonly decidedBy: string | null; readonly winner: Side | null } | null;
  readonly rule: string;
  readonly chosen: Side | 'none' | null;
}

export interface RecordDetail {
  readonly subject: number;
  readonly sync: string;
  readonly title: string;
  readonly line: PlanLine;
  readonly fields: readonly FieldRow[];
  readonly trace: readonly TraceStep[];
  readonly decision: DecisionWord | null;
  readonly position: number;
  readonly link: {
    readonly left: string;
    readonly right: string;
    readonly verdict: 'same' | 'different' | null;
  } | null;
}

export type DrawerTab = 'fields' | 'explain' | 'sent';

export type FieldKind = 'open' | 'write' | 'still' | 'equal';

/** An open conflict, a write, different values that stay, or equal ones: the order of the drawer. */
export function kindOf(field: FieldRow): FieldKind {
  if (field.conflict !== null && field.conflict.decidedBy === null) return 'open';
  if (field.write !== null) return 'write';
  return field.equal ? 'equal' : 'still';
}

/** Open conflicts first, then writes, then what differs and stays; equal fields last. Stable inside. */
export function inReadingOrder(fields: readonly FieldRow[]): readonly FieldRow[] {
  const kinds: readonly FieldKind[] = ['open', 'write', 'still', 'equal'];
  return kinds.flatMap((kind) => fields.filter((field) => kindOf(field) === kind));
}
