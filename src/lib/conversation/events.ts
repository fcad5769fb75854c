import type { Progress } from '../engine/index.ts';
import type { StoreHead } from './store.ts';

/** What a project's worker tells the page without having been asked: the event, and what comes with it. */
export interface ProjectEvents {
  /** Something about the store changed that matters: it can only be read now, another tab took it, something was found. */
  readonly store: StoreHead;
  /** How far the call is that runs under this number. */
  readonly progress: { readonly job: number; readonly progress: Progress };
}

/** Where events go. */
export type Tell = <E extends keyof ProjectEvents>(event: E, value: ProjectEvents[E]) => void;

/** What is done with each event. */
export type Listeners = { readonly [E in keyof ProjectEvents]: (value: ProjectEvents[E]) => void };
