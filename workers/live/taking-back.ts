import { isByWindow } from '../../src/lib/connectors/app/app-settings.ts';
import type { WindowSignIn } from '../../src/lib/connectors/app/window-sign-in.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import type { Side } from '../../src/lib/engine/index.ts';
import { done, failed } from '../common/answer.ts';
import { openInVault } from './keep-in-vault.ts';
import { keptConnection, type LiveProject } from './live-project.ts';

/** S445: what takes the sign-in of a side back at its app; null where there is none that outlives a session. */
export async function takingBack(
  at: LiveProject,
  side: Side,
  window: Pick<WindowSignIn, 'takeBack'>,
): Promise<(() => Promise<Answer<null>>) | null> {
  const kept = keptConnection(at.project, side);
  if (kept === null || !isByWindow(kept.settings)) return null;
  const held = at.live.held(side)?.secret ?? '';
  if (held === '' && at.live.of(side) !== null) return null;
  const sealed = held === '' ? await openInVault(at, side) : { settings: kept.settings, secret: held };
  const { app } = kept.settings;
  return async () => {
    if (sealed === null || !isByWindow(sealed.settings))
      return failed({ code: 'app-not-taken-back', app, said: '' });
    const taken = await window.takeBack(sealed.settings, sealed.secret);
    if (taken.ok) return done(null);
    const { code, said } = taken.fault;
    return failed({ code: 'app-not-taken-back', app, said: said === '' ? code : said });
  };
}
