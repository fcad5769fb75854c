import type { OnNew } from '../../src/lib/connectors/app/salesforce/by-window.ts';
import type { Side } from '../../src/lib/engine/index.ts';
import { keepInVault } from './keep-in-vault.ts';
import type { LiveProject } from './live-project.ts';
import type { Held } from './live-sides.ts';

/** What is held of a sign-in, and how it learns what the app gives in place of its secret. */
export function holding(
  at: LiveProject,
  side: Side,
  secret: string,
): { readonly held: Held; readonly onNew: OnNew } {
  const held: Held = { secret };
  // The one before does not hold any more: the new one is kept before anything else is done with it.
  const onNew = async (next: string): Promise<void> => {
    held.secret = next;
    const other = at.live.held(side);
    if (other === null || other === held) await keepInVault(at, side, next);
  };
  return { held, onNew };
}
