import type { LiveStep } from '../../conversation/index.ts';
import type { Messages } from '../../words/index.ts';
import type { IconName } from '../controls/icon-name.ts';

/** LI1: how an object sync with an app on a side stands. What is done with it now is the worker's word, never a guess. */
export type LiveState =
  | { readonly is: 'signed-out'; readonly app: string }
  | { readonly is: 'off' | 'not-watched' | 'listening' }
  | LiveStep['step'];

/** What is known of one object sync. */
export interface LiveFacts {
  readonly sync: string;
  /** Is it turned off (LI2)? */
  readonly off: boolean;
  /** Names of its apps nobody is signed in to. */
  readonly signedOut: readonly string[];
  readonly steps: readonly LiveStep[];
  /** Does a watch look after it, and read when it last looked? */
  readonly watched: boolean;
}

export function liveState({ sync, off, signedOut, steps, watched }: LiveFacts): LiveState {
  const now = steps.find((one) => one.sync === sync)?.step;
  if (now !== undefined) return now;
  if (off) return { is: 'off' };
  const [app] = signedOut;
  if (app !== undefined) return { is: 'signed-out', app };
  return { is: watched ? 'listening' : 'not-watched' };
}

/** A state in words, with its picture. `nameOf`: of an object sync. */
export function toldState(
  state: LiveState,
  { states }: Messages['live'],
  nameOf: (sync: string) => string,
): { readonly icon: IconName; readonly text: string } {
  switch (state.is) {
    case 'signed-out':
      return { icon: 'lock', text: states.signedOut(state.app) };
    case 'off':
      return { icon: 'pause', text: states.off };
    case 'not-watched':
      return { icon: 'pause', text: states.notWatched };
    case 'listening':
      return { icon: 'in-sync', text: states.listening };
    case 'scanning':
      return { icon: 'refresh', text: states.scanning(state.read) };
    case 'in-progress':
      return { icon: 'refresh', text: states.inProgress };
    case 'queued': {
      const { because } = state;
      if (because.is === 'object') return { icon: 'waits', text: states.queued.object(nameOf(because.sync)) };
      if (because.is === 'internal') return { icon: 'waits', text: states.queued.internal };
      return { icon: 'waits', text: states.queued.rateLimit(Math.ceil(because.milliseconds / 1000)) };
    }
    default:
      return state satisfies never;
  }
}
