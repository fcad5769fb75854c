import type { Basis } from '../item.ts';

/** One thing that is not as it was when the plan was approved. Null: it was not there, or is not there any more. */
export interface Changed {
  readonly what: 'plan' | 'design' | 'input' | 'baseline' | 'filter';
  /** Of an input. */
  readonly name: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What changed since a plan was approved; anything at all makes it stale, and it is not pushed (push protocol 1). */
export function changedSince(approved: Basis, now: Basis): readonly Changed[] {
  const names = [...new Set([...approved.inputs.keys(), ...now.inputs.keys()])].sort();
  const all: readonly Changed[] = [
    { what: 'plan', name: null, from: approved.plan, to: now.plan },
    { what: 'design', name: null, from: approved.design, to: now.design },
    ...names.map((name) => ({
      what: 'input' as const,
      name,
      from: approved.inputs.get(name) ?? null,
      to: now.inputs.get(name) ?? null,
    })),
    { what: 'baseline', name: null, from: approved.baseline, to: now.baseline },
    { what: 'filter', name: null, from: approved.filter, to: now.filter },
  ];
  return all.filter(({ from, to }) => from !== to);
}
