import type { PushItem, PushPlan } from '../item.ts';
import { canaryOf } from './canary.ts';

/** Of a part of a push, in records of the plan: a pair is one. */
export interface FirstPart {
  /** Those that were asked for. */
  readonly asked: number;
  /** Those they need beyond that: the ones they belong to. */
  readonly needed: number;
  /** Those that stay approved and are not sent, and their writes. */
  readonly later: { readonly records: number; readonly writes: number };
}

/**
 * The first so many records of a push in the order they go, the canary before all, whole: a pair with both its sides, each with the records
 * it waits for (S372). The others stay in the plan and are not sent. Null: these are all there are.
 */
export function firstRecords(
  plan: PushPlan,
  records: number,
): { readonly plan: PushPlan; readonly part: FirstPart } | null {
  const byKey = new Map(plan.items.map((item) => [item.key, item]));
  const bySubject = new Map<string, PushItem[]>();
  for (const item of plan.items) {
    const own = bySubject.get(subjectOf(item));
    if (own === undefined) bySubject.set(subjectOf(item), [item]);
    else own.push(item);
  }
  const canary = new Set(plan.canary);
  const inOrder = [
    ...plan.items.filter(({ key }) => canary.has(key)),
    ...plan.items.filter(({ key }) => !canary.has(key)),
  ];
  const asked = new Set<string>();
  for (const item of inOrder) {
    if (asked.size >= records) break;
    asked.add(subjectOf(item));
  }
  const taken = new Set<string>();
  const keys = new Set<string>();
  const open = [...asked];
  for (let subject = open.pop(); subject !== undefined; subject = open.pop()) {
    if (taken.has(subject)) continue;
    taken.add(subject);
    for (const { key, refs } of bySubject.get(subject) ?? []) {
      keys.add(key);
      for (const parent of refs.values()) {
        const item = byKey.get(parent);
        if (item !== undefined) open.push(subjectOf(item));
      }
    }
  }
  if (keys.size === plan.items.length) return null;
  const going = plan.items.filter(({ key }) => keys.has(key));
  return {
    plan: { ...plan, canary: canaryOf(going).keys, first: going.map(({ key }) => key) },
    part: {
      asked: asked.size,
      needed: taken.size - asked.size,
      later: { records: bySubject.size - taken.size, writes: plan.items.length - going.length },
    },
  };
}

/** The items a push sends: all of its plan, or the part of it that goes first. */
export function goingOf({ items, first }: Pick<PushPlan, 'items' | 'first'>): readonly PushItem[] {
  if (first === undefined) return items;
  const keys = new Set(first);
  return items.filter(({ key }) => keys.has(key));
}

const subjectOf = ({ sync, subject: { left, right } }: PushItem): string =>
  JSON.stringify([sync, left, right]);
