import type { Both } from '../lib/engine/index.ts';
import { SIDES, isOff } from '../lib/engine/show.ts';
import type { ConnectionHead, LiveApp, ProjectHead } from '../lib/conversation/index.ts';
import { liveState, type LiveState } from '../lib/ui/live/live-state.ts';
import type { LiveNow } from '../lib/workbench/live/live-now.svelte.ts';

interface Known {
  readonly head: ProjectHead;
  readonly project: string | null;
  readonly connections: Both<ConnectionHead | null>;
  readonly live: LiveNow;
  readonly apps: Readonly<Record<LiveApp, string>>;
}

/** LI1: how every object sync stands that has a side read from an app, by its id. */
export function liveStates({
  head,
  project,
  connections,
  live,
  apps,
}: Known): ReadonlyMap<string, LiveState> {
  const watched = live.watch?.project === project && live.watch?.paused === null;
  const off = new Set((head.design.design?.syncs ?? []).filter(isOff).map(({ id }) => id));
  return new Map(
    head.syncs.flatMap(({ id, sides }) => {
      const own = SIDES.flatMap((side) => {
        const app = sides[side]?.reading.live?.app;
        return app === undefined ? [] : [{ side, app }];
      });
      if (own.length === 0) return [];
      const signedOut = own.flatMap(({ side, app }) =>
        connections[side]?.signedIn == null ? [apps[app]] : [],
      );
      return [
        [id, liveState({ sync: id, off: off.has(id), signedOut, watched, steps: live.steps })] as const,
      ];
    }),
  );
}
