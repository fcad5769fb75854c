import type { Side } from '../../lib/engine/index.ts';
import type { PlanHead, ProjectHead } from '../../lib/conversation/index.ts';
import type { Completeness } from '../../lib/ui/sides/completeness.ts';
import type { Messages } from '../../lib/words/index.ts';

/** What is known of a side's file, for calling it complete; null where nothing of it is linked, and it is not called so. */
export function completenessOf(
  head: ProjectHead,
  plan: PlanHead | null,
  sync: string,
  side: Side,
  { complete: words, changed }: Pick<Messages['sides'], 'complete' | 'changed'>,
): Completeness | null {
  const reading = head.syncs.find(({ id }) => id === sync)?.sides[side]?.reading;
  const designed = head.design.design?.syncs.find(({ id }) => id === sync);
  if (reading === undefined || designed === undefined) return null;
  const isChanged = reading.changed.length > 0;
  const on = designed.complete?.[side] === reading.sha256 && !isChanged;
  const lost = plan?.syncs.find(({ id }) => id === sync)?.lost[side] ?? null;
  if (!on && (lost === null || lost.links === 0)) return null;
  const byApp = reading.live !== undefined && lost?.complete === true && !on;
  return { on, byApp, lost, limit: head.design.design?.guards.maxMissing ?? null, why: whyNot() };

  function whyNot(): string | null {
    if (isChanged) return changed.notComplete;
    if (designed![side].idField === null) return words.noId;
    const cut = reading!.warnings.find(({ code }) => code === 'cut-off');
    if (cut !== undefined) return words.cutOff(cut.lines[0] ?? 0);
    return on && lost?.complete === false ? words.rejected : null;
  }
}
