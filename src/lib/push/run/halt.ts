import type { AppFault } from '../../connectors/app/fault.ts';
import type { PauseCause, PushState } from '../journal/entry.ts';

/** Ends a run between two calls. Thrown inside, a state of the push outside. */
export class Halt extends Error {
  readonly state: PushState;

  constructor(state: PushState) {
    super(state.is);
    this.state = state;
  }
}

export const paused = (cause: PauseCause): Halt => new Halt({ is: 'paused', cause });

/** The pause a fault calls for at once; null where waiting may help. */
export function pauseOf({ code, said }: AppFault): PauseCause | null {
  switch (code) {
    case 'signed-out':
    case 'forbidden':
    case 'daily-limit':
    case 'no-relay':
      return { code, said };
    case 'relay-refused':
      return { code: 'no-relay', said };
    case 'not-found':
    case 'refused':
      return { code: 'forbidden', said };
    case 'stopped':
      return { code: 'asked' };
    case 'no-answer':
    case 'timeout':
    case 'not-understood':
    case 'rate-limit':
    case 'app-down':
    case 'locked':
      return null;
    default:
      return code satisfies never;
  }
}
