import type { StoreOptions } from '../../src/lib/store/index.ts';
import type { LiveParts } from '../live/live-desk.ts';
import type { PushTools } from '../../src/lib/push/index.ts';
import type { Load } from '../file/sample.ts';
import type { Desk } from './desk.ts';

/** What a session gets from outside; tests bring their own. */
export interface SessionParts {
  /** A desk for a project that is opened. */
  readonly newDesk: () => Desk;
  readonly load: Load;
  readonly platform?: StoreOptions;
  /** How apps are reached. */
  readonly live?: LiveParts;
  /** Milliseconds before the background check of an opened project. */
  readonly verifyAfter?: number;
  /** Clock, waits and chance of pushes. */
  readonly pushTools?: PushTools;
}
