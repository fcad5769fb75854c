import type { Both } from './side.ts';
import type { InputReport } from './summary.ts';

/** The files that are called complete, by sync, as a plan is given them (DE5). */
export function completeFiles(
  inputs: readonly Pick<InputReport, 'sync' | 'side' | 'complete'>[],
): ReadonlyMap<string, Both<boolean>> {
  const found = new Map<string, Both<boolean>>();
  for (const { sync, side, complete } of inputs) {
    if (complete !== true) continue;
    const { left, right } = found.get(sync) ?? { left: false, right: false };
    found.set(sync, { left: left || side === 'left', right: right || side === 'right' });
  }
  return found;
}
