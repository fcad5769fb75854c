import type { LiveStep } from '../../conversation/index.ts';
import type { Continuous } from './continuous.svelte.ts';

/** A watch over the apps of a project, while this page is open. */
export interface LiveWatch {
  readonly project: string;
  /** Between two looks. */
  readonly minutes: number;
  /** When it looks next, in milliseconds as `Date` counts them. */
  readonly next: number;
  /** Why the last look read nothing; null: it did. */
  readonly paused: 'push' | 'signed-out' | null;
  /** What is pushed with it, if anything is (S446). */
  readonly continuous: Continuous;
  readonly stop: () => void;
}

/** What every screen may know of the apps of the open project; what looks after them is loaded when it is first wanted. */
export class LiveNow {
  /** As the worker told last (LI1). */
  steps = $state.raw<readonly LiveStep[]>([]);
  watch = $state.raw<LiveWatch | null>(null);
  /** A person wants to be told outside the page when work with an app is over. */
  tells = $state(false);
}
