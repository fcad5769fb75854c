import type { Progress } from '../engine/index.ts';
import type { LiveStep } from './live.ts';
import type { StoreHead } from './store.ts';

/** What a project's worker tells the page without having been asked: the event, and what comes with it. */
export interface ProjectEvents {
  /** Something about the store changed that matters: it can only be read now, another tab took it, something was found. */
  readonly store: StoreHead;
  /** How far the call is that runs under this number. */
  readonly progress: { readonly job: number; readonly progress: Progress };
  /** What happens with the object syncs of the open project that have an app on a side (LI1): all of it, each time. */
  readonly live: readonly LiveStep[];
}

/** Where events go. */
export type Tell = <E extends keyof ProjectEvents>(event: E, value: ProjectEvents[E]) => void;

/** What is done with each event. */
export type Listeners = { readonly [E in keyof ProjectEvents]: (value: ProjectEvents[E]) => void };
